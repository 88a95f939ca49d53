import { CODES, isCodeName } from '../registers/codes.js';
import {
  type CodeName,
  type ColumnType,
  MENTION_ROLES,
  REGISTER_NAMES,
  type Register,
  ROSTER_NAMES,
} from '../registers/types.js';
import { quote } from './vocabulary.js';

/**
 * The tables of an audit. Each register has one table, named like the register; `tableColumns` says which columns.
 *
 *   record     source × 2^28 + row: one number for file, sheet and row
 *   source     number of the source (see `read/types.ts`)
 *   row        1-based row as a spreadsheet shows it
 *   community  canonical name: of the row, else of the source, else null
 *   fp         53-bit hash of the row's values: breaks ties without looking at files or row numbers
 *   partial    date columns that hold a month only, separated by spaces; null where none
 *
 * and then the register's own columns (codes in their canonical form).
 *
 * Beside them:
 *
 *   sources, mentions, problems   as below, filled while reading; `sources.columns` names the canonical columns that the
 *                                 file has, each between spaces: what it has no column for it cannot leave blank
 *   writings                      cells that are not written as their table usually writes what they mean
 *   run                           one row: the as-of date and the audited period
 *   records                       all rows of the registers: record, source, row, register, point, witness, community, fp
 *   mentions                      `person` is the number that a valid ID gives; what the matching says stands in `named`
 *   handed_before                 registers that an earlier run had: register, point, community (null for all)
 *   previous_…                    sources, mentions, households and women of last month, empty where none was given
 *
 * and, after matching:
 *
 *   named           the mentions with their persons: `person BIGINT`, the `key` that joined them, `valid_id`
 *   events, event_claims, missing, points_of      see `match/`
 *   figure_faults, patterns, estimates            what is no set work, computed by `measure/`
 */
export const ROWS_PER_SOURCE = 2 ** 28;

/** The record number of a row: exact in a double for up to 2^25 sources. */
export function recordOf(source: number, row: number): number {
  return source * ROWS_PER_SOURCE + row;
}

/** Name and SQL type of a column. */
export type SqlColumn = readonly [
  name: string,
  type: 'BIGINT' | 'INTEGER' | 'DOUBLE' | 'DATE' | 'BOOLEAN' | 'VARCHAR' | `ENUM(${string})`,
];

/**
 * Text of a few known values: the engine keeps it as a number, which it reads, compares and groups many times faster.
 * The values stand in the order of text, so that order, least and greatest are those of text.
 */
export function oneOf(values: Iterable<string>): SqlColumn[1] {
  const sorted = [...new Set(values)].sort();
  return `ENUM(${sorted.map(quote).join(', ')})`;
}

function codesOf(list: CodeName): string[] {
  return CODES[list].map(({ canonical }) => canonical);
}

/** A register's name. */
export const REGISTER = oneOf(REGISTER_NAMES);
/** The values of all code lists: what a column of one type must be that holds codes of several. */
export const ANY_CODE = oneOf((Object.keys(CODES) as CodeName[]).flatMap(codesOf));
/** The values of one code list. */
export function codeType(list: CodeName): SqlColumn[1] {
  return oneOf(codesOf(list));
}

const PLACE: readonly SqlColumn[] = [
  ['record', 'BIGINT'],
  ['source', 'INTEGER'],
  ['row', 'INTEGER'],
  ['community', 'VARCHAR'],
  ['fp', 'BIGINT'],
  ['partial', 'VARCHAR'],
];

function sqlType(type: ColumnType): SqlColumn[1] {
  if (type === 'date') return 'DATE';
  if (type === 'integer') return 'INTEGER';
  return isCodeName(type) ? codeType(type) : 'VARCHAR';
}

/** The columns of a register's table: its place, then its own columns in the order of its definition. */
export function tableColumns(register: Register): SqlColumn[] {
  const own = register.columns.filter((column) => column.name !== 'community');
  return [...PLACE, ...own.map((column): SqlColumn => [column.name, sqlType(column.type)])];
}

/** The tables beside those of the registers that reading fills. */
export const READING_TABLES = {
  sources: [
    ['source', 'INTEGER'],
    ['path', 'VARCHAR'],
    ['sheet', 'VARCHAR'],
    ['register', REGISTER],
    ['point', 'VARCHAR'],
    ['witness', 'BOOLEAN'],
    ['community', 'VARCHAR'],
    ['month_from', 'VARCHAR'],
    ['month_to', 'VARCHAR'],
    ['called_copy', 'BOOLEAN'],
    ['set_aside', 'BOOLEAN'],
    ['columns', 'VARCHAR'],
  ],
  mentions: [
    ['record', 'BIGINT'],
    ['register', REGISTER],
    ['role', oneOf(MENTION_ROLES)],
    ['name_key', 'VARCHAR'],
    ['pinyin', 'VARCHAR'],
    ['id', 'VARCHAR'],
    ['id_status', oneOf(['valid', 'invalid', 'damaged', 'other', 'blank'])],
    ['person', 'BIGINT'],
    ['birth_date', 'DATE'],
    ['sex', codeType('sex')],
  ],
  problems: [
    ['record', 'BIGINT'],
    ['source', 'INTEGER'],
    ['row', 'INTEGER'],
    ['rule', 'VARCHAR'],
    ['column', 'VARCHAR'],
    ['raw', 'VARCHAR'],
    ['detail', 'VARCHAR'],
  ],
  writings: [
    ['record', 'BIGINT'],
    ['column', 'VARCHAR'],
    ['raw', 'VARCHAR'],
  ],
} as const satisfies Record<string, readonly SqlColumn[]>;

/** Registers that were handed in before. */
export const HANDED_BEFORE = [
  ['register', 'VARCHAR'],
  ['point', 'VARCHAR'],
  ['community', 'VARCHAR'],
] as const satisfies readonly SqlColumn[];

/** What of last month is kept: its registers of people, and whom they name. */
export const PREVIOUS: readonly string[] = ['mentions', ...ROSTER_NAMES];

/** The table of last month that goes with one of this month. */
export function previousTable(name: string): string {
  return `previous_${name}`;
}
