import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UserError } from '../../src/messages/index.js';
import { openStore } from '../../src/store/open.js';
import { inDependencyOrder, planText, runSteps, type Step } from '../../src/store/steps.js';
import type { Store } from '../../src/store/store.js';

let store: Store;
beforeEach(async () => {
  store = await openStore({ memory: '100MB', threads: 1 });
});
afterEach(() => store.close());

const numbers = (makes: string, ...values: number[]): Step => ({
  makes,
  needs: [],
  select: values.map((value) => `SELECT ${value} AS n`).join(' UNION ALL '),
});
const sum = (makes: string, ...needs: string[]): Step => ({
  makes,
  needs,
  select: `SELECT SUM(n) AS n FROM (${needs.map((table) => `SELECT n FROM ${table}`).join(' UNION ALL ')}) AS all_n`,
});
const tables = async () =>
  (
    await store.all<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables ORDER BY table_name`,
    )
  ).map(({ name }) => name);
const only = async (table: string) => store.all(`SELECT CAST(n AS INTEGER) AS n FROM ${table} ORDER BY n`);

describe('a plan of steps', () => {
  test('runs each step after those that it needs, in whatever order they are given', async () => {
    const steps = [sum('total', 'subtotal', 'b'), sum('subtotal', 'a'), numbers('b', 10), numbers('a', 1, 2)];
    const runs = await runSteps(store, steps, new Set(['total']));
    expect(await only('total')).toEqual([{ n: 13 }]);
    expect(runs.map(({ makes, rows }) => [makes, rows])).toEqual([
      ['a', 2],
      ['subtotal', 1],
      ['b', 1],
      ['total', 1],
    ]);
  });

  test('drops what nobody needs any more, and leaves what it is told to leave', async () => {
    const steps = [numbers('a', 1), sum('b', 'a'), sum('c', 'a', 'b'), sum('d', 'c')];
    await runSteps(store, steps, new Set(['b', 'd']));
    expect(await tables()).toEqual(['b', 'd']);
  });

  test('keeps the tables under a view', async () => {
    const view: Step = { makes: 'former', needs: ['a'], select: 'SELECT * FROM a', view: true };
    const runs = await runSteps(store, [numbers('a', 7), view, sum('b', 'a')], new Set(['former', 'b']));
    expect(await only('former')).toEqual([{ n: 7 }]);
    expect(runs.find(({ makes }) => makes === 'former')?.rows).toBeNull();
  });

  test('says in how many rounds a step did its work', async () => {
    const step: Step = {
      makes: 'a',
      needs: [],
      run: async (on) => ({ rows: await on.define('a', 'SELECT 1 AS n'), rounds: 4 }),
    };
    expect(await runSteps(store, [step], new Set(['a']))).toEqual([
      { makes: 'a', needs: [], rows: 1, rounds: 4 },
    ]);
  });

  test('lets go of what a step has read', async () => {
    const all: Step = { makes: 'all_n', needs: ['a', 'b'], select: 'SELECT n FROM a UNION SELECT n FROM b' };
    const runs = await runSteps(store, [numbers('a', 1, 2), numbers('b', 2, 3), all], new Set(['all_n']));
    expect(await only('all_n')).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    expect(runs.at(-1)).toEqual({ makes: 'all_n', needs: ['a', 'b'], rows: 3 });
    expect(await tables()).toEqual(['all_n']);
  });

  test('runs work that is no SELECT as a step like any other', async () => {
    const work: Step = {
      makes: 'doubled',
      needs: ['a'],
      run: async (on) => {
        const [row] = await on.all<{ n: number }>('SELECT n FROM a');
        return on.define('doubled', `SELECT ${2 * (row?.n ?? 0)} AS n`);
      },
    };
    await runSteps(store, [work, numbers('a', 21)], new Set(['doubled']));
    expect(await only('doubled')).toEqual([{ n: 42 }]);
  });

  test('names the step that fails, and keeps the cause', async () => {
    const wrong: Step = { makes: 'wrong', needs: [], select: 'SELECT n FROM nowhere' };
    const failed = await runSteps(store, [wrong], new Set()).catch((error: Error) => error);
    expect(failed).toMatchObject({
      message: expect.stringMatching(/^wrong: .*nowhere/),
      cause: expect.any(Error),
    });
  });

  test.each([
    ['a table that no step makes', [sum('b', 'a')], /needs a, which no step makes/],
    ['a circle', [sum('a', 'b'), sum('b', 'a')], /needs what it makes/],
    ['two steps that make one table', [numbers('a', 1), numbers('a', 2)], /Two steps/],
  ])('refuses %s', (_, steps, message) => {
    expect(() => inDependencyOrder(steps)).toThrow(message);
  });

  test('passes on a sentence for the user as it is', async () => {
    const step: Step = {
      makes: 'a',
      needs: [],
      run: () => Promise.reject(new UserError('spark.lost', { address: 'x' })),
    };
    await expect(runSteps(store, [step], new Set())).rejects.toMatchObject({ key: 'spark.lost' });
  });

  test('prints what ran, what it needed, how many rows it made, and in how many rounds', () => {
    const runs = [
      { makes: 'a', needs: [], rows: 2 },
      { makes: 'total', needs: ['a', 'b'], rows: 1 },
      { makes: 'placed', needs: ['a'], rows: 7, rounds: 3 },
      { makes: 'former', needs: ['a'], rows: null },
    ];
    expect(planText(runs)).toBe(
      [
        'a               2',
        'total           1  ← a, b',
        'placed          7  ← a (3 rounds)',
        'former          –  ← a',
        '',
      ].join('\n'),
    );
  });
});
