import type { DrawnArea } from '../../model/draw.js';
import { CODES } from '../../registers/codes.js';
import type { CodeName } from '../../registers/types.js';

/** A word in both languages of the sheets. */
export interface SheetWords {
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
} as const satisfies Record<string, SheetWords>;

export type Outcome = keyof typeof OUTCOMES;

export const YES_NO = {
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
} as const satisfies Record<string, SheetWords>;

/** What an answer is: a word of a list, a code as registers write it, or free. */
export type AnswerType = 'outcome' | 'yes-no' | 'date' | 'integer' | 'name' | 'text' | CodeName;

interface SheetColumnOf<Name extends string> {
  name: Name;
  heading: SheetWords;
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
  { name: 'outcome', heading: { zh: '结果', en: 'Outcome' }, width: 16, type: 'outcome' },
  { name: 'found_name', heading: { zh: '实际姓名', en: 'Name found' }, width: 10, type: 'name' },
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
  { name: 'remark', heading: { zh: '备注', en: 'Remarks' }, width: 11, type: 'text' },
] as const satisfies readonly (SheetColumnOf<string> & { type: AnswerType })[];

export type GivenName = (typeof GIVEN)[number]['name'];
export type AnswerName = (typeof ANSWERS)[number]['name'];

/** All columns of the answer sheet from left to right; headings are compared without white space. */
export const SHEET_COLUMNS = [...GIVEN, ...ANSWERS];

/**
 * The first block, above the headings: `label` and `value` are the columns that the label and its value take, from and to,
 * counted from 1; of merged cells the first holds the text. `code` is that of the draw, `area` the area as the draw file
 * has it, `part` whether its households were drawn or are reserves, `list` the check sum of the people listed
 * (`AreaList.check`), `order` the area's place in the draw.
 */
export const BLOCK = [
  { name: 'code', words: { zh: '抽样编号', en: 'Draw' }, row: 2, label: [1, 2], value: [3, 3] },
  { name: 'area', words: { zh: '区域', en: 'Area' }, row: 2, label: [4, 4], value: [5, 7] },
  { name: 'part', words: { zh: '名单', en: 'List' }, row: 2, label: [8, 8], value: [9, 9] },
  { name: 'round', words: { zh: '轮次', en: 'Round' }, row: 2, label: [10, 10], value: [11, 12] },
  { name: 'list', words: { zh: '名单校验', en: 'Check' }, row: 2, label: [13, 14], value: [15, 15] },
  { name: 'period', words: { zh: '核查期间', en: 'Period' }, row: 3, label: [1, 2], value: [3, 3] },
  { name: 'seed', words: { zh: '抽样种子', en: 'Seed' }, row: 3, label: [4, 4], value: [5, 12] },
  { name: 'order', words: { zh: '区域次序', en: 'Area order' }, row: 3, label: [13, 14], value: [15, 15] },
] as const satisfies readonly {
  name: string;
  words: SheetWords;
  row: number;
  label: readonly [number, number];
  value: readonly [number, number];
}[];

export type BlockName = (typeof BLOCK)[number]['name'];

/** What `part` says. */
export const PARTS = {
  drawn: { zh: '抽中户', en: 'drawn' },
  reserve: { zh: '备用户', en: 'reserves' },
} as const satisfies Record<string, SheetWords>;

/** 1-based row of the headings; the first person stands below. */
export const HEADING_ROW = 4;

/** Names of the sheets of a workbook. Answers stand on the first, and on that of the reserves where there are any. */
export const SHEETS = {
  answers: { zh: '入户核查表', en: 'Household check' },
  reserve: { zh: '备用户核查表', en: 'Reserve households' },
  notes: { zh: '填表说明', en: 'Notes' },
} as const satisfies Record<string, SheetWords>;

/** Empty rows for people found at the door who are on no list; `no` stays blank in them. */
export const ADDED_ROWS = 10;

/** Lines to sign on, at the foot of each list. */
export const SIGNATURES = [
  { zh: '核查人一', en: 'Inspector 1' },
  { zh: '核查人二', en: 'Inspector 2' },
  { zh: '社区陪同人', en: 'Community' },
  { zh: '街道（镇）陪同人', en: 'Sub-district' },
  { zh: '核查组长', en: 'Head of the team' },
] as const satisfies readonly SheetWords[];

/** The words that a column offers in its drop-down; none where it is free. */
export function choicesOf(type: AnswerType, lang: keyof SheetWords): string[] {
  if (type === 'outcome') return Object.values(OUTCOMES).map((words) => words[lang]);
  if (type === 'yes-no') return Object.values(YES_NO).map((words) => words[lang]);
  if (type === 'date' || type === 'integer' || type === 'name' || type === 'text') return [];
  return CODES[type].filter(({ unlisted }) => !unlisted).map(({ words, canonical }) => words[0] ?? canonical);
}

/** What marks the name of the sheet of a reserve. */
const RESERVE: SheetWords = { zh: '备用', en: 'reserve' };

/** The name of an area's sheet, without its ending: draw, order in the draw, area; reserves are marked. */
export function sheetName(code: string, { order, area, role }: DrawnArea, lang: keyof SheetWords): string {
  const safe = area.replace(/[\p{Cc}\\/:*?"<>|]+/gu, '_').replace(/[. ]+$/, '');
  return `${code}-${String(order).padStart(2, '0')}-${safe}${role === 'reserve' ? `-${RESERVE[lang]}` : ''}`;
}
