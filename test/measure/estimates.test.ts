import { describe, expect, it } from 'vitest';
import { measureEstimates } from '../../src/measure/estimates.js';
import type { Store } from '../../src/store/store.js';

/** What the table `estimates` gets for the given cells of a witness and two points, or of three points. */
async function estimateOf(cells: readonly number[], points: number) {
  const rows: (string | number | null)[][] = [];
  const names = ['card', 'ledger', 'system'].slice(0, points);
  const store: Partial<Store> = {
    create: async () => {},
    append: async (_table: string, _columns: unknown, given: never) => {
      rows.push(...(given as (string | number | null)[][]));
    },
    all: (async () =>
      cells
        .map((n, mask) => ({ kind: 'birth', mask, n }))
        .filter(({ mask, n }) => mask > 0 && n > 0)) as unknown as Store['all'],
  };
  const rules = { 'coverage/estimated-omission': { options: { lists: 'points' } } };
  const given = { rules, points: names.map((name) => ({ name, witness: false })) };
  await measureEstimates(store as Store, given as never);
  const [row] = rows;
  return row && { estimated: row[5], missed: row[6], low: row[7], high: row[8], models: String(row[9]) };
}

/** Which lists an estimate takes, of points that claim so many events together and, longest first, some alone. */
async function listsOf(points: Record<string, boolean>, lists?: string): Promise<string[]> {
  const names = Object.keys(points);
  const all = 2 ** names.length - 1;
  const claimed = [
    { kind: 'birth', mask: all, n: 10 },
    ...names.map((_, at) => ({ kind: 'birth', mask: 2 ** at, n: 9 - at })),
  ];
  const found: string[] = [];
  const store: Partial<Store> = {
    create: async () => {},
    append: async (_table: string, _columns: unknown, rows: never) => {
      found.push(...(rows as string[][]).map((row) => String(row[2])));
    },
    all: (async () => claimed) as unknown as Store['all'],
  };
  const rules = lists ? { 'coverage/estimated-omission': { options: { lists } } } : {};
  const given = { rules, points: names.map((name) => ({ name, witness: points[name] })) };
  await measureEstimates(store as Store, given as never);
  return found;
}

const [POINT, WITNESS] = [false, true];

it.each([
  [{ card: POINT, ledger: POINT, hospital: WITNESS }, undefined, ['hospital card']],
  [{ card: POINT, hospital: WITNESS, police: WITNESS, school: WITNESS }, undefined, ['hospital police card']],
  [{ hospital: WITNESS, police: WITNESS }, undefined, ['hospital police']],
  [{ card: POINT, ledger: POINT, system: POINT }, undefined, []],
  [
    { card: POINT, ledger: POINT, system: POINT, field: POINT, hospital: WITNESS },
    'points',
    ['card ledger system'],
  ],
  [{ card: POINT, hospital: WITNESS }, 'points', []],
])('of %o, lists %s, an estimate takes %j', async (points, lists, taken) => {
  expect(await listsOf(points, lists)).toEqual(taken);
});

describe('what every list missed', () => {
  it('is no quotient by zero: 20 events do not become thousands of millions', async () => {
    const found = await estimateOf([0, 2, 5, 1, 5, 0, 2, 5], 3);
    expect(found).toMatchObject({ estimated: 25.7, missed: 6, low: 23, high: 33 });
    expect(found?.models).toContain('[12,13] n/a');
    expect(found?.models).toContain('SC 41.2 (C = 0.65)');
    expect(found?.models).not.toMatch(/NaN|Infinity/);
  });

  it('is nothing where no model has an estimate', async () => {
    expect(await estimateOf([0, 4, 5, 0, 6, 0, 0, 0], 3)).toBeUndefined();
    expect(await estimateOf([0, 4, 5, 0], 2)).toBeUndefined();
  });

  it('is Chapman’s estimate of two lists', async () => {
    expect(await estimateOf([0, 4, 5, 10], 2)).toMatchObject({ estimated: 20.8, missed: 2 });
  });

  it.each([
    ['9.76 above the least', [0, 19, 35, 19, 19, 3, 11, 27], { low: 253, high: 678 }],
    ['10.51 above the least', [0, 3, 35, 36, 35, 11, 27, 35], { low: 191, high: 228 }],
  ])('spans the models whose AIC lies at most 10 above the least: one lies %s', async (_, cells, span) => {
    expect(await estimateOf(cells, 3)).toMatchObject(span);
  });
});
