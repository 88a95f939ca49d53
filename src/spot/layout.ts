import { CODES } from '../registers/codes.js';
import type { CodeName } from '../registers/types.js';

/** A word in both languages of the sheets. */
export interface Words {
  zh: string;
  en: string;
}

/** What is found at the door. Refused and not met are no answer: neither says that somebody is not there. */
export const OUTCOMES = {
  match: { zh: '符合', en: 'match' },
  differs: { zh: '不符', en: 'differs' },
  'not-found': { zh: '查无此人', en: 'not found' },
  'not-met': { zh: '未见面', en: 'not met' },
  refused: { zh: '拒访', en: 'refused' },
} as const satisfies Record<string, Words>;

export type Outcome = keyof typeof OUTCOMES;

export const YES_NO = {
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
} as const satisfies Record<string, Words>;

/** What an answer is: a word of a list, a code as registers write it, or free. */
export type AnswerType = 'outcome' | 'yes-no' | 'date' | 'integer' | 'name' | 'text' | CodeName;

interface SheetColumnOf<Name extends string> {
  name: Name;
  heading: Words;
  /** In characters of a digit's width; all together fill a page of A4 across. */
  width: number;
}

/** Columns that say whom to see. They are printed, locked, and read back only to find the row. */
export const GIVEN = [
  { name: 'no', heading: { zh: '序号', en: 'No.' }, width: 5 },
  { name: 'order', heading: { zh: '抽中次序', en: 'Draw order' }, width: 6 },
  { name: 'household_no', heading: { zh: '户编号', en: 'Household no.' }, width: 11 },
  { name: 'door', heading: { zh: '楼院门牌', en: 'Building, door' }, width: 13 },
  { name: 'name', heading: { zh: '姓名', en: 'Name' }, width: 12 },
] as const satisfies readonly SheetColumnOf<string>[];

/** Columns to fill in at the door, blank until then. */
export const ANSWERS = [
  { name: 'outcome', heading: { zh: '结果', en: 'Outcome' }, width: 10, type: 'outcome' },
  { name: 'found_name', heading: { zh: '实际姓名', en: 'Name found' }, width: 11, type: 'name' },
  { name: 'found_sex', heading: { zh: '性别', en: 'Sex' }, width: 6, type: 'sex' },
  { name: 'found_birth_date', heading: { zh: '出生日期', en: 'Birth date' }, width: 13, type: 'date' },
  { name: 'found_marital', heading: { zh: '婚姻状况', en: 'Marital status' }, width: 10, type: 'marital' },
  {
    name: 'found_parity',
    heading: { zh: '孩次/子女数', en: 'Parity / children' },
    width: 8,
    type: 'integer',
  },
  { name: 'found_method', heading: { zh: '避孕措施', en: 'Method' }, width: 11, type: 'method' },
  { name: 'visit_done', heading: { zh: '已访视', en: 'Visited' }, width: 7, type: 'yes-no' },
  { name: 'certificate_seen', heading: { zh: '已见证件', en: 'Papers seen' }, width: 7, type: 'yes-no' },
  { name: 'remark', heading: { zh: '备注', en: 'Remarks' }, width: 16, type: 'text' },
] as const satisfies readonly (SheetColumnOf<string> & { type: AnswerType })[];

export type GivenName = (typeof GIVEN)[number]['name'];
export type AnswerName = (typeof ANSWERS)[number]['name'];

/** All columns of the answer sheet from left to right; headings are compared without white space. */
export const COLUMNS = [...GIVEN, ...ANSWERS];

/**
 * The first block, above the headings: each entry is a cell with the label, and right of it one with the value.
 * `code` is that of the draw, `area` the area as the draw file has it, `list` the check sum of the people listed
 * (`AreaList.check`), `part` whether these households were drawn or are reserves.
 */
export const BLOCK = [
  { name: 'code', label: { zh: '抽样编号', en: 'Draw' }, row: 2, column: 1 },
  { name: 'area', label: { zh: '区域', en: 'Area' }, row: 2, column: 5 },
  { name: 'part', label: { zh: '名单', en: 'List' }, row: 2, column: 8 },
  { name: 'round', label: { zh: '轮次', en: 'Round' }, row: 2, column: 12 },
  { name: 'period', label: { zh: '核查期间', en: 'Period' }, row: 3, column: 1 },
  { name: 'seed', label: { zh: '抽样种子', en: 'Seed' }, row: 3, column: 5 },
  { name: 'list', label: { zh: '名单校验', en: 'Check' }, row: 3, column: 8 },
] as const satisfies readonly { name: string; label: Words; row: number; column: number }[];

export type BlockName = (typeof BLOCK)[number]['name'];

/** 1-based row of the headings; the first person stands below. */
export const HEADING_ROW = 4;

/** Names of the sheets of a workbook. Answers stand on the first, and on that of the reserves where there are any. */
export const SHEETS = {
  answers: { zh: '入户核查表', en: 'Household check' },
  reserve: { zh: '备用户核查表', en: 'Reserve households' },
  notes: { zh: '填表说明', en: 'Notes' },
} as const satisfies Record<string, Words>;

/** Empty rows for people found at the door who are on no list; `no` stays blank in them. */
export const ADDED_ROWS = 10;

/** Lines to sign on, at the foot of each list. */
export const SIGNATURES = [
  { zh: '核查人一', en: 'Inspector 1' },
  { zh: '核查人二', en: 'Inspector 2' },
  { zh: '社区陪同人', en: 'Community' },
  { zh: '街道（镇）陪同人', en: 'Sub-district' },
  { zh: '核查组长', en: 'Head of the team' },
] as const satisfies readonly Words[];

/** The words that a column offers in its drop-down; none where it is free. */
export function choicesOf(type: AnswerType, lang: keyof Words): string[] {
  if (type === 'outcome') return Object.values(OUTCOMES).map((words) => words[lang]);
  if (type === 'yes-no') return Object.values(YES_NO).map((words) => words[lang]);
  if (type === 'date' || type === 'integer' || type === 'name' || type === 'text') return [];
  return CODES[type].filter(({ unlisted }) => !unlisted).map(({ words, canonical }) => words[0] ?? canonical);
}
