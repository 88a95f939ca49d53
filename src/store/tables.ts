/**
 * The tables of an audit. Each register has one table, named like the register, with these columns first:
 *
 *   record     BIGINT   source × 2^28 + row: one number for file, sheet and row
 *   source     INTEGER  number of the source (see `read/types.ts`)
 *   row        INTEGER  1-based row as a spreadsheet shows it
 *   community  VARCHAR  canonical name: of the row, else of the source, else null
 *   fp         BIGINT   53-bit hash of the row's values: breaks ties without looking at files or row numbers
 *   partial    VARCHAR  date columns that hold a month only, separated by spaces; null where none
 *
 * and then the register's own columns but `community`, in the order of its definition: dates DATE, integers INTEGER,
 * all else VARCHAR (codes in their canonical Chinese form, methods in their English one).
 *
 * Beside them:
 *
 *   sources(source, path, sheet, register, point, witness BOOLEAN, community, month_from, month_to, set_aside BOOLEAN)
 *   mentions(record, role, name_key, pinyin, id, id_status, birth_date DATE, sex)
 *   problems(record, source, row, rule, "column", raw, detail)   problems of cells, rows and sheets found while reading
 *   run(as_of DATE, period_from DATE, period_to DATE)            one row
 *   records                                                      view: record, source, row, register, point, witness, community, fp
 *
 * and, after matching:
 *
 *   person_of(record, role, person BIGINT, key)   every mention's person, and the name of the key that joined it
 *   claims, events, event_claims                  see `match/`
 */
export const ROWS_PER_SOURCE = 2 ** 28;

/** The record number of a row: fits a double exactly for up to 2^25 sources. */
export function recordOf(source: number, row: number): number {
  return source * ROWS_PER_SOURCE + row;
}
