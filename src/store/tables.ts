import { type ColumnType, type Register, ROSTERS } from '../registers/types.js';

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
 *   run                           one row: the as-of date and the audited period
 *   records                       all rows of the registers: record, source, row, register, point, witness, community, fp
 *   previous_…                    sources, mentions, households and women of last month, empty where none was given
 *
 * and, after matching:
 *
 *   named           the mentions with their persons: `person BIGINT`, the `key` that joined them, `sound` (a valid ID)
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

/** Text of a few known values, kept as a number: these columns are read at every turn. Elsewhere it is plain text. */
function oneOf(...values: string[]): SqlColumn[1] {
  return `ENUM(${values.map((value) => `'${value}'`).join(', ')})`;
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
  return type === 'integer' ? 'INTEGER' : 'VARCHAR';
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
    ['register', 'VARCHAR'],
    ['point', 'VARCHAR'],
    ['witness', 'BOOLEAN'],
    ['community', 'VARCHAR'],
    ['month_from', 'VARCHAR'],
    ['month_to', 'VARCHAR'],
    ['set_aside', 'BOOLEAN'],
    ['columns', 'VARCHAR'],
  ],
  mentions: [
    ['record', 'BIGINT'],
    ['role', oneOf('self', 'mother', 'father', 'child', 'husband', 'wife', 'woman', 'spouse')],
    ['name_key', 'VARCHAR'],
    ['pinyin', 'VARCHAR'],
    ['id', 'VARCHAR'],
    ['id_status', oneOf('valid', 'invalid', 'damaged', 'other', 'blank')],
    ['birth_date', 'DATE'],
    ['sex', 'VARCHAR'],
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
} as const satisfies Record<string, readonly SqlColumn[]>;

/** What of last month is kept: its registers of people, and whom they name. */
export const PREVIOUS: readonly string[] = ['mentions', ...ROSTERS];

/** The table of last month that goes with one of this month. */
export function previousTable(name: string): string {
  return `previous_${name}`;
}
