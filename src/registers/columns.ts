import type { Column, ColumnType } from './types.js';

/**
 * A column that may be blank.
 *
 * @param spec `canonical_name 标准表头 别名 别名…`: the words are separated by spaces
 */
export function optional(type: ColumnType, spec: string): Column {
  const [name = '', heading = '', ...others] = spec.split(' ');
  const variants = type === 'id' ? [heading, ...others].flatMap(idHeadings) : [];
  const synonyms = [...new Set([...others, ...variants])];
  return { name, heading, synonyms, type };
}

/** A column that every row must fill; same spec as `optional`. */
export function required(type: ColumnType, spec: string): Column {
  return { ...optional(type, spec), required: true };
}

/** A date that may lie after the as-of date: due dates and expiries. */
export function future(spec: string): Column {
  return { ...optional('date', spec), mayBeFuture: true };
}

/** An end that may never come: 2999, 9999 and 长期 are none. */
export function end(column: Column): Column {
  return { ...column, mayHaveNoEnd: true };
}

/** Every register of records says which community keeps it. */
export const COMMUNITY = required('text', 'community 社区 村居 村(居) 居委会 所属社区 单位 填报单位');

/** Where in the hierarchy a row belongs: every register may carry these. */
export const STREET = optional('text', 'street 街道 镇 乡 乡镇街道');
export const DISTRICT = optional('text', 'district 区县');
export const BUILDING = optional('text', 'building 楼院 楼号 楼栋');
export const PLACE: readonly Column[] = [STREET, DISTRICT, BUILDING];

/** Clerks write the heading of an ID in several ways: 母亲身份证号, 母亲身份证号码, 母亲身份证. */
function idHeadings(heading: string): string[] {
  if (!heading.endsWith('身份证号')) return [];
  const whose = heading.slice(0, -'身份证号'.length);
  return [`${whose}身份证号码`, `${whose}身份证`, `${whose}公民身份号码`];
}

/** Columns whose cells often stand for the rows below as well: merged, left blank, or with a mark that says the same again. */
export const SHARED_COLUMNS: readonly string[] = [
  ...['community', 'area', 'street', 'district'],
  ...['building', 'household_no', 'unit_room', 'head_name'],
];
