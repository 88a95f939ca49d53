import { afterAll, beforeAll, expect, it } from 'vitest';
import { readHandedIn } from '../../src/measure/handed-in.js';
import { heapedAges } from '../../src/measure/patterns/ages.js';
import { measurePatterns } from '../../src/measure/patterns/patterns.js';
import { reportedYears } from '../../src/measure/patterns/year-outlier.js';
import type { Store } from '../../src/store/store.js';
import { emptyTables } from '../rules/tables.js';
import { frame } from './report.js';

let store: Store;
beforeAll(async () => {
  store = await emptyTables();
});
afterAll(() => store.close());

/** Ages on cards of a community, so many people each. */
const cards = (people: (age: number) => number) =>
  Array.from({ length: 100 }, (_, age) => ({
    community: '甲',
    point: 'card',
    age,
    people: people(age),
    men: 0,
    women: 0,
  }));

it.each([
  ['as many of every age', () => 10, 400, 80, 100],
  ['none but round ones', (age: number) => (age % 5 === 0 ? 10 : 0), 80, 80, 500],
  ['none that are round', (age: number) => (age % 5 === 0 ? 0 : 10), 320, 0, 0],
  [
    'children and the old alone',
    (age: number) => (age < 23 || age > 62 ? 10 : 0),
    undefined,
    undefined,
    undefined,
  ],
])('round ages from 23 to 62: %s', (_, people, n, observed, statistic) => {
  const [found] = heapedAges(cards(people));
  expect([found?.n, found?.observed, found?.statistic]).toEqual([n, observed, statistic]);
});

it('people of exactly 23 and 62 count, of 22 and 63 not', () => {
  const [found] = heapedAges(cards((age) => [22, 23, 62, 63].indexOf(age) + 1));
  expect(found?.n).toBe(2 + 3);
});

/** Counts of a year against the year before, as `subject now before change`. */
const years = (lines: readonly string[]) =>
  reportedYears(frame(lines).reported, { from: '2001-01-01', to: '2001-12-31' }).map(
    ({ subject, observed, low, statistic }) => `${subject} ${observed} ${low} ${statistic}`,
  );

it.each([
  [['A 2000, 出生人数 8', 'A 2001, 出生人数 13'], ['births|A 13 8 62.5']],
  [['A 2000, 出生人数 30', 'A 2001, 出生人数 10'], ['births|A 10 30 -66.7']],
  [['A 2000, 出生人数 8', 'A 2001, 出生人数 0'], ['births|A 0 8 -100']],
  [['A 2000, 出生人数 0', 'A 2001, 出生人数 13'], []],
  [['A 2001, 出生人数 13'], []],
  [['B 2000, 出生人数 8', 'A 2001, 出生人数 13'], []],
  [['A 1999, 出生人数 8', 'A 2001, 出生人数 13'], []],
  [['A 2000, 男性出生 8', 'A 2001, 男性出生 13'], []],
  [['A 2000, 出生人数 8, 出生人数 9', 'A 2001, 出生人数 13'], []],
  [['A 2000, 出生人数 8', 'A 2001, 出生人数 13, 出生人数 14'], []],
  [['合计 2000, 出生人数 8', '合计 2001, 出生人数 13'], []],
])('%j', (lines, found) => {
  expect(years(lines)).toEqual(found);
});

it.each([
  ['2001-01-01', '2001-12-31', ['A 2000, 出生人数 8', 'A 2001, 出生人数 13'], 1],
  ['2001-05-01', '2001-05-31', ['A 2001-04, 出生人数 8', 'A 2001-05, 出生人数 13'], 0],
])('years alone are held against the one before: %s to %s', async (from, to, lines, n) => {
  await store.drop('patterns');
  const { reported } = frame(lines);
  await measurePatterns(store, { from, to, asOf: to }, { reported, handedIn: await readHandedIn(store) });
  expect(await store.all("SELECT detail FROM patterns WHERE detail = 'outlier-year'")).toHaveLength(n);
});
