import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.js';
import type { Store } from '../../src/store/store.js';
import { MEANING, WORDS } from './words.js';

const COLUMNS = [
  ['record', 'BIGINT'],
  ['name', 'VARCHAR'],
  ['day', 'DATE'],
  ['n', 'INTEGER'],
] as const;

describe('Store', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore({ memory: '200MB', threads: 2 });
  });
  afterEach(() => store.close());

  it('reads clean text back exactly, blanks as null', async () => {
    const file = join(store.path, 'rows.tsv');
    writeFileSync(file, '1\t李"x\'\t2023-01-02\t\n2\t\t\t3\n');
    await store.create('rows', COLUMNS);
    await store.loadText('rows', COLUMNS, [file]);
    expect(await store.all('SELECT * FROM rows ORDER BY record')).toEqual([
      { record: 1, name: '李"x\'', day: '2023-01-02', n: null },
      { record: 2, name: null, day: null, n: 3 },
    ]);
    expect(existsSync(file)).toBe(false);
  });

  it('knows the words of the vocabulary', async () => {
    const [row] = await store.all(WORDS);
    expect(row).toEqual(MEANING);
  });

  it('answers side by side in the order of the items', async () => {
    const answers = await store.sideBySide([3, 1, 2, 5, 4], async (n) => {
      const [row] = await store.all<{ n: number }>(`SELECT ${n} AS n`);
      return row?.n;
    });
    expect(answers).toEqual([3, 1, 2, 5, 4]);
  });

  it.each([1, 2, 3, 7])('makes one table of %i selects, in place of the one before', async (n) => {
    await store.define('united', 'SELECT 99 AS n');
    const numbers = Array.from({ length: n }, (_, i) => i);
    const selects = numbers.map((i) => `SELECT ${i} AS n UNION ALL SELECT ${i}`);
    expect(await store.unite('united', selects)).toBe(2 * n);
    expect(await store.all('SELECT n, COUNT(*) AS times FROM united GROUP BY n ORDER BY n')).toEqual(
      numbers.map((i) => ({ n: i, times: 2 })),
    );
  });

  it('fails as a whole where one of several selects does', async () => {
    const selects = ['SELECT 1 AS n', 'SELECT 2', 'SELECT n FROM nowhere', 'SELECT 4'];
    await expect(store.unite('united', selects)).rejects.toThrow(/nowhere/);
  });

  it.each([
    "COPY (SELECT 1) TO '/tmp/never.csv'",
    "SELECT * FROM read_csv('/etc/hostname')",
    "SET memory_limit = '9GB'",
  ])('lets nothing out and nothing in: %s', async (sql) => {
    await store.lock(2);
    await expect(store.run(sql)).rejects.toThrow();
  });

  it('spills to its private folder past the memory limit, and leaves nothing behind', async () => {
    await store.run(
      `CREATE TABLE big AS SELECT range AS i, repeat('x', 60) || range AS t FROM range(4000000)`,
    );
    const folder = store.path;
    expect(statSync(folder).mode & 0o077).toBe(0);
    expect(readdirSync(join(folder, 'spill')).length).toBeGreaterThan(0);
    expect(await store.count('big')).toBe(4_000_000);
    store.close();
    expect(existsSync(folder)).toBe(false);
    store = await openStore({ memory: '200MB', threads: 1 });
  });
});
