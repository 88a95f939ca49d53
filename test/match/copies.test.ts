import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setCopiesAside } from '../../src/match/copies.js';
import type { Store } from '../../src/store/store.js';
import { recordOf } from '../../src/store/tables.js';
import { emptyTables, put, putRow } from '../rules/tables.js';

let store: Store;

beforeEach(async () => {
  store = await emptyTables();
});

afterEach(() => store.close());

it('copies are set aside again where nothing was repeated, as when sheets are scored', async () => {
  await setCopiesAside(store);
  expect(await store.count('copies')).toBe(0);
});

/** Two files of one register: `same` rows that both have, and rows of their own. @returns the files set aside */
async function setAside(same: number, ownOfFirst: number, ownOfSecond: number): Promise<number[]> {
  for (const source of [1, 2]) {
    const about = {
      path: `${source}.csv`,
      register: 'deaths',
      point: 'ledger',
      witness: false,
      set_aside: false,
      called_copy: false,
    };
    await put(store, 'sources', [{ source, ...about }]);
  }
  const fill = async (source: number, from: number, rows: number) => {
    for (let row = from; row < from + rows; row++) await putRow(store, 'deaths', source, row, {});
  };
  await fill(1, 1, same);
  await fill(1, 1000, ownOfFirst);
  await fill(2, 1, same);
  await fill(2, 2000, ownOfSecond);
  await setCopiesAside(store);
  const copies = await store.all<{ source: number }>('SELECT DISTINCT source FROM copies ORDER BY source');
  return copies.map(({ source }) => source);
}

describe('a file that repeats another', () => {
  it.each([
    ['four of five rows', 4, 5, 1, [2]],
    ['three of four', 3, 5, 1, []],
    ['three rows of a larger file', 3, 5, 0, [2]],
    ['two rows of a larger file prove nothing', 2, 5, 0, []],
    ['both rows of a file of two', 2, 0, 0, [2]],
    ['the smaller one, though its name comes first', 4, 0, 5, [1]],
  ])('%s', async (_, same, ownOfFirst, ownOfSecond, expected) => {
    expect(await setAside(same, ownOfFirst, ownOfSecond)).toEqual(expected);
  });
});

it('the rows of a copy leave every table, those of the original stay', async () => {
  const records = [1, 2].map((source) => ({ source, record: recordOf(source, 1) }));
  await put(store, 'problems', records);
  await put(
    store,
    'mentions',
    records.map(({ record }) => ({ record, role: 'self' })),
  );
  await setAside(3, 0, 0);
  const left = (table: string) =>
    store.all<{ source: number }>(`SELECT DISTINCT source_of(record) AS source FROM ${table}`);
  for (const table of ['deaths', 'records', 'problems', 'mentions'])
    expect([table, ...(await left(table))]).toEqual([table, { source: 1 }]);
  expect(await store.all('SELECT source, set_aside FROM sources ORDER BY source')).toEqual([
    { source: 1, set_aside: false },
    { source: 2, set_aside: true },
  ]);
});
