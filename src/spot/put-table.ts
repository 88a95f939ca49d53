import type { Store } from '../store/store.js';

/** A column of a table that is filled from here. */
type Column = readonly [name: string, type: 'INTEGER' | 'BIGINT' | 'VARCHAR'];

/** Makes a table of these rows, in place of an earlier one of its name. */
export async function putTable(
  store: Store,
  table: string,
  columns: readonly Column[],
  rows: readonly (string | number | null)[][],
): Promise<void> {
  await store.drop(table);
  await store.create(table, columns);
  await store.append(table, columns, [...rows]);
}
