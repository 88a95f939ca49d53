import { expect, inject, test, vi } from 'vitest';
import { audit } from '../../src/audit/audit.js';
import { DuckDBStore } from '../../src/store/duckdb/store.js';
import { openStore } from '../../src/store/open.js';
import type { Store } from '../../src/store/store.js';
import type { SqlColumn } from '../../src/store/tables.js';

const MINUTES = 60_000;

const VERBS = ['make', 'insert', 'view', 'createAll', 'redefine', 'remove', 'each', 'run'] as const;
type Call = [verb: (typeof VERBS)[number], first: string, second: string];

/** All that an audit asks of its store, in an order in which it could have been asked one by one. */
async function callsOf(path: string): Promise<Call[]> {
  const calls: Call[] = [];
  for (const verb of VERBS) {
    const real = DuckDBStore.prototype[verb] as (...args: unknown[]) => never;
    vi.spyOn(DuckDBStore.prototype, verb).mockImplementation(function (this: Store, ...args: unknown[]) {
      calls.push([verb, ...args] as Call);
      return real.apply(this, args);
    });
  }
  try {
    await audit({ paths: [path], lang: 'zh' });
  } finally {
    vi.restoreAllMocks();
  }
  return calls;
}

/** The columns that Spark says a SELECT would return; it works nothing out. */
async function columnsOf(store: Store, select: string): Promise<SqlColumn[]> {
  const columns = await store.all<{ col_name: string; data_type: string }>(`DESCRIBE QUERY ${select}`);
  return columns.map(({ col_name, data_type }) => [col_name, data_type as 'VARCHAR']);
}

/** Has Spark look at a statement: tables get their columns, and no row. */
async function look(store: Store, [verb, first, second]: Call): Promise<void> {
  if (verb === 'make') await store.create(first, await columnsOf(store, second));
  else if (verb === 'insert') await columnsOf(store, second);
  else if (verb === 'each') await columnsOf(store, first);
  else if (verb === 'run') throw new Error('the own SQL of an engine');
  else await (store[verb] as (...args: string[]) => Promise<unknown>).call(store, first, second);
}

test(
  'every statement of an audit is one for both engines',
  async () => {
    const calls = await callsOf('samples/yunxi');
    const store = await openStore({ memory: '', threads: 1, remote: inject('spark').remote });
    const refused: string[] = [];
    try {
      for (const call of calls)
        await look(store, call).catch((error: Error) =>
          refused.push(`${call[1]}: ${error.message.slice(0, 400)}`),
        );
    } finally {
      await store.close();
    }
    expect(refused).toEqual([]);
    expect(calls.length).toBeGreaterThan(100);
  },
  10 * MINUTES,
);

test('no plan waits for a value of another', async () => {
  const store = await openStore({ memory: '', threads: 1, remote: inject('spark').remote });
  try {
    await store.view('people', 'SELECT id AS person, id % 7 AS kind FROM RANGE(0, 4000000000, 1, 2)');
    await store.view('few', 'SELECT id AS person, id % 2 AS kind FROM RANGE(0, 9, 1, 1)');
    await store.run('SET spark.sql.autoBroadcastJoinThreshold = -1');
    await store.run('SET spark.sql.maxPlanStringLength = 100000');
    const [row] = await store.all<{ plan: string }>(`EXPLAIN SELECT COUNT(*) AS n
      FROM people p JOIN few f ON f.person = p.person WHERE f.kind = 1`);
    expect(row?.plan).toMatch(/SortMergeJoin/);
    expect(row?.plan).not.toMatch(/subquery/i);
  } finally {
    await store.close();
  }
});
