import { DEFAULT_CONFIG } from '../../src/config/defaults.js';
import { setCopiesAside } from '../../src/match/copies.js';
import { match } from '../../src/match/match.js';
import { measureEstimates } from '../../src/measure/estimates.js';
import { readHandedIn } from '../../src/measure/handed-in.js';
import { measurePatterns } from '../../src/measure/patterns/patterns.js';
import { readFigures } from '../../src/measure/read-figures.js';
import { FAULT_COLUMNS } from '../../src/measure/verdicts.js';
import { defineDifferences } from '../../src/spot/score/differences.js';
import { defineSeen, readFacts } from '../../src/spot/score/facts.js';
import { defineListed } from '../../src/spot/score/listed.js';
import { createTables, defineRecords } from '../../src/store/fill.js';
import { openStore } from '../../src/store/open.js';
import type { SqlValue, Store } from '../../src/store/store.js';
import { recordOf, type SqlColumn } from '../../src/store/tables.js';

const RUN: readonly SqlColumn[] = [
  ['as_of', 'DATE'],
  ['period_from', 'DATE'],
  ['period_to', 'DATE'],
];

/** The tables of an audit of nothing, for tests of single rooms. */
export async function emptyTables(): Promise<Store> {
  const store = await openStore({ memory: '256MB', threads: 1 });
  await createTables(store);
  await defineRecords(store, []);
  await store.create('run', RUN);
  await put(store, 'run', [{ as_of: '2023-12-31', period_from: '2023-01-01', period_to: '2023-12-31' }]);
  await setCopiesAside(store);
  await match(store, { from: '2023-01-01', to: '2023-12-31' });
  await store.create('figure_faults', Object.entries(FAULT_COLUMNS));
  const reported = await readFigures(store, DEFAULT_CONFIG);
  const period = { from: '2023-01-01', to: '2023-12-31', asOf: '2023-12-31' };
  await measurePatterns(store, period, { reported, handedIn: await readHandedIn(store) });
  await measureEstimates(store, DEFAULT_CONFIG);
  await defineListed(store, []);
  await defineSeen(store, []);
  await defineDifferences(store, [], [], await readFacts(store));
  return store;
}

/** Puts rows of named values into a table; what is not named is null. */
export async function put(
  store: Store,
  table: string,
  rows: readonly Record<string, SqlValue>[],
): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (columns.length === 0) return;
  const names = columns.map((name) => `"${name}"`).join(', ');
  const values = rows.map((row) => `(${columns.map((name) => literal(row[name] ?? null)).join(', ')})`);
  await store.run(`INSERT INTO ${table} (${names}) VALUES ${values.join(', ')}`);
}

function literal(value: SqlValue): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value ?? 'NULL');
}

/** Rows by the table they are in. */
export type Tables = Readonly<Record<string, readonly Record<string, SqlValue>[]>>;

/** What is found where nothing but these rows is in these tables, which are empty again afterwards. */
export async function withRows<Found>(
  store: Store,
  tables: Tables,
  find: () => Promise<Found>,
): Promise<Found> {
  for (const [table, rows] of Object.entries(tables)) await put(store, table, rows);
  try {
    return await find();
  } finally {
    for (const table of Object.keys(tables)) await store.run(`DELETE FROM ${table}`);
  }
}

/** Puts a row of a register: its record number and content hash are those of its source and row. */
export async function putRow(
  store: Store,
  register: string,
  source: number,
  row: number,
  values: Record<string, SqlValue>,
): Promise<number> {
  const record = recordOf(source, row);
  await put(store, register, [{ record, source, row, community: '朝阳社区', fp: row, ...values }]);
  await store.run(`INSERT INTO records SELECT t.record, t.source, t.row, s.register, s.point, s.witness, t.community, t.fp
    FROM ${register} t JOIN sources s ON s.source = t.source WHERE t.record = ${record}`);
  return record;
}
