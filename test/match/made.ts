import { setCopiesAside } from '../../src/match/copies.js';
import { matchingSteps } from '../../src/match/match.js';
import { createTables, defineRecords } from '../../src/store/fill.js';
import { openStore } from '../../src/store/open.js';
import { namedParts, runSteps } from '../../src/store/steps.js';
import type { SqlRow, SqlValue } from '../../src/store/store.js';
import { put } from '../rules/tables.js';

const PERIOD = { from: '2023-01-01', to: '2023-12-31' };
const STEPS = matchingSteps(PERIOD, true);

/** Rows by table; what is not named is null. */
export type Tables = Readonly<Record<string, readonly Record<string, SqlValue>[]>>;

/**
 * The plan of matching on tables without rows, for tests of single steps: `made` says what a step makes where
 * nothing is there but the rows given. The run is that of 2023, seen from its last day.
 */
export async function emptyPlan() {
  const store = await openStore({ memory: '256MB', threads: 1 });
  await createTables(store);
  await defineRecords(store, []);
  const run = { as_of: '2023-12-31', period_from: PERIOD.from, period_to: PERIOD.to };
  await store.make(
    'run',
    `SELECT ${Object.entries(run)
      .map(([name, day]) => `DATE '${day}' AS ${name}`)
      .join(', ')}`,
  );
  await setCopiesAside(store);
  await runSteps(store, STEPS, new Set(STEPS.map(({ makes }) => makes)));
  /** The one row that there is without any: tests give their own. */
  await store.run('DELETE FROM roster_since');
  /** `named` is a view of the mentions. */
  const insertable = (table: string) => (table === 'named' ? 'mentions' : table);
  return {
    close: () => store.close(),
    async made(makes: string, tables: Tables): Promise<SqlRow[]> {
      const step = STEPS.find((one) => one.makes === makes);
      if (!step) throw new Error(`nothing makes ${makes}`);
      for (const [table, rows] of Object.entries(tables)) await put(store, insertable(table), rows);
      if ('run' in step) await step.run(store);
      if ('parts' in step) await store.unite(makes, await namedParts(store, step));
      const found = await store.all('select' in step ? step.select : `SELECT * FROM ${makes}`);
      for (const table of Object.keys(tables)) await store.run(`DELETE FROM ${insertable(table)}`);
      return found;
    },
  };
}
