import { describe, expect, test } from 'vitest';
import {
  AQLS,
  codeLetter,
  doublePlan,
  INSPECTION_LEVELS,
  type InspectionLevel,
  singlePlan,
  standardPlan,
} from '../../../src/statistics/plans/iso2859.js';

const LETTERS = [...'ABCDEFGHJKLMNPQR'];

describe('code letters (table 1; the last lot size of each class belongs to it)', () => {
  test.each([
    [8, 'A'],
    [15, 'B'],
    [25, 'C'],
    [50, 'D'],
    [90, 'E'],
    [150, 'F'],
    [280, 'G'],
    [500, 'H'],
    [1200, 'J'],
    [3200, 'K'],
    [10_000, 'L'],
    [9, 'B'],
    [281, 'H'],
    [1201, 'K'],
    [500_001, 'Q'],
  ])('a lot of %d at level II: %s', (lot, letter) => expect(codeLetter(lot, 'II')).toBe(letter));

  test.each<[number, string]>([
    [8, 'AAAAAAB'],
    [90, 'BBCCCEF'],
    [1200, 'CCEFGJK'],
    [35_000, 'CDFHKMN'],
    [600_000, 'DEHKNQR'],
  ])('a lot of %d at all levels', (lot, letters) => {
    expect(INSPECTION_LEVELS.map((level: InspectionLevel) => codeLetter(lot, level)).join('')).toBe(letters);
  });
});

describe('single plans (tables 2-A and 2-B of MIL-STD-105E)', () => {
  test.each<[string, number, Record<string, number>]>([
    ['F', 20, { '2.5': 1, '4.0': 2, '6.5': 3 }],
    ['H', 50, { '1.0': 1, '1.5': 2, '2.5': 3, '4.0': 5, '6.5': 7 }],
    ['K', 125, { '0.65': 2, '1.0': 3, '1.5': 5, '2.5': 7, '4.0': 10, '6.5': 14 }],
  ])('normal, letter %s', (letter, n, accept) => {
    for (const [aql, c] of Object.entries(accept))
      expect(singlePlan(letter, Number(aql))).toEqual({ n, c, used: letter });
  });

  test.each([
    [1, 1],
    [1.5, 2],
    [2.5, 3],
    [4, 5],
    [6.5, 8],
  ])('tightened, letter J, AQL %d: accept %d', (aql, c) => {
    expect(singlePlan('J', aql, 'tightened')).toEqual({ n: 80, c, used: 'J' });
  });

  // Whole columns of the table, arrows followed: sample sizes from A to R.
  test.each<[number, 'normal' | 'tightened', number[], number[]]>([
    [
      1,
      'normal',
      [13, 13, 13, 13, 13, 13, 50, 50, 80, 125, 200, 315, 500, 800, 1250, 1250],
      [0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 5, 7, 10, 14, 21, 21],
    ],
    [
      10,
      'normal',
      [5, 5, 5, 8, 13, 20, 32, 50, 80, 125, 125, 125, 125, 125, 125, 125],
      [1, 1, 1, 2, 3, 5, 7, 10, 14, 21, 21, 21, 21, 21, 21, 21],
    ],
    [0.015, 'normal', Array(16).fill(800), Array(16).fill(0)],
    [0.025, 'normal', [...Array(14).fill(500), 2000, 2000], [...Array(14).fill(0), 1, 1]],
    [
      1,
      'tightened',
      [20, 20, 20, 20, 20, 20, 80, 80, 80, 125, 200, 315, 500, 800, 1250, 1250],
      [0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 3, 5, 8, 12, 18, 18],
    ],
    [
      10,
      'tightened',
      [8, 8, 8, 8, 13, 20, 32, 50, 80, 125, 125, 125, 125, 125, 125, 125],
      [1, 1, 1, 1, 2, 3, 5, 8, 12, 18, 18, 18, 18, 18, 18, 18],
    ],
    [0.025, 'tightened', [...Array(14).fill(800), 3150, 3150], [...Array(14).fill(0), 1, 1]],
    [0.015, 'tightened', Array(16).fill(1250), Array(16).fill(0)],
  ])('AQL %d, %s inspection', (aql, inspection, sizes, accept) => {
    const column = LETTERS.map((letter) => singlePlan(letter, aql, inspection));
    expect(column.map(({ c }) => c)).toEqual(accept);
    expect(column.map(({ n }) => n)).toEqual(sizes);
  });

  test('every arrow ends at a plan', () => {
    for (const letter of LETTERS) {
      for (const aql of AQLS) {
        for (const inspection of ['normal', 'tightened'] as const)
          expect(singlePlan(letter, aql, inspection).c).toBeGreaterThanOrEqual(0);
      }
    }
  });

  test('an arrow down changes the sample size as well: E at 2.5 is F', () => {
    expect(standardPlan(90, 'II', 2.5)).toEqual({
      n: 20,
      c: 1,
      reject: 2,
      letter: 'E',
      used: 'F',
      all: false,
    });
  });

  test('a sample as large as the lot is the lot', () => {
    expect(standardPlan(12, 'II', 0.65)).toMatchObject({ n: 12, c: 0, used: 'F', all: true });
  });

  test('an AQL that is no column is refused', () => expect(() => singlePlan('F', 3)).toThrow(RangeError));
});

test('double plans (AS 1199.1 table in the vignette of AcceptanceSampling)', () => {
  expect(codeLetter(90, 'II')).toBe('E');
  expect(doublePlan('E', 4)).toEqual([
    { n: 8, c: 0, reject: 2 },
    { n: 8, c: 1, reject: 2 },
  ]);
  expect(doublePlan('E', 1)).toBeUndefined();
});

// Table 3-A, by the acceptance number of the single plan of letter K: sizes 80 and 80.
test.each([
  [0.4, [0, 2, 1, 2]],
  [0.65, [0, 3, 3, 4]],
  [1, [1, 4, 4, 5]],
  [1.5, [2, 5, 6, 7]],
  [2.5, [3, 7, 8, 9]],
  [4, [5, 9, 12, 13]],
  [6.5, [7, 11, 18, 19]],
  [10, [11, 16, 26, 27]],
])('the double plan of letter K at AQL %d', (aql, numbers) => {
  expect(doublePlan('K', aql)?.flatMap(({ n, c, reject }) => [n, c, reject])).toEqual([
    80,
    ...numbers.slice(0, 2),
    80,
    ...numbers.slice(2),
  ]);
});

test('the columns of the tables, in percent: a series of preferred numbers', () => {
  expect(AQLS.join(' ')).toBe('0.01 0.015 0.025 0.04 0.065 0.1 0.15 0.25 0.4 0.65 1 1.5 2.5 4 6.5 10');
});

// Table 1, every class by its last lot size and one unit more.
test.each<[InspectionLevel, string]>([
  ['S-1', 'AAAABBBBCCCCDDD'],
  ['S-2', 'AAABBBCCCDDDEEE'],
  ['S-3', 'AABBCCDDEEFFGGH'],
  ['S-4', 'AABCCDEEFGGHJJK'],
  ['I', 'AABCCDEFGHJKLMN'],
  ['II', 'ABCDEFGHJKLMNPQ'],
  ['III', 'BCDEFGHJKLMNPQR'],
])('code letters at level %s, class by class', (level, letters) => {
  const last = [8, 15, 25, 50, 90, 150, 280, 500, 1200, 3200, 10_000, 35_000, 150_000, 500_000];
  expect([...last, 500_001].map((lot) => codeLetter(lot, level)).join('')).toBe(letters);
  expect([2, ...last.map((lot) => lot + 1)].map((lot) => codeLetter(lot, level)).join('')).toBe(letters);
});
