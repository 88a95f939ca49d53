import { afterAll, beforeAll } from 'vitest';
import { RULES } from '../../../src/rules/index.js';
import type { SqlRow, SqlValue, Store } from '../../../src/store/store.js';
import { emptyTables, type Tables, withRows } from '../tables.js';

export type Row = Record<string, SqlValue>;

/**
 * For tests of a file: what a rule's SELECT finds where nothing is there but the rows given, which no ledgers of a case
 * could show. `named` is a view of the mentions.
 */
export function selects() {
  let store: Store;
  beforeAll(async () => {
    store = await emptyTables();
  });
  afterAll(() => store.close());
  return (name: string, tables: Tables): Promise<SqlRow[]> => {
    const rule = RULES.find((one) => one.name === name);
    if (!rule) throw new Error(name);
    const select = rule.select({ options: rule.defaults, supplied: new Map() });
    return withRows(store, tables, () => store.all(select));
  };
}

/** The values of a column, each once. */
export function values(rows: readonly SqlRow[], column: string): SqlValue[] {
  return [...new Set(rows.map((row) => row[column] ?? null))];
}
