import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inclusionBySize } from '../../src/statistics/inclusion.js';
import { tickets } from '../../src/statistics/sampler.js';

describe('the chance of an area in a draw in proportion to size', () => {
  /** One area of two: the one with the smaller u ÷ z. P = z₁ ÷ (2 z₂) for z₁ ≤ z₂, by hand. */
  test.each([
    [
      [1, 2],
      [1 / 4, 3 / 4],
    ],
    [
      [10, 30],
      [1 / 6, 5 / 6],
    ],
    [
      [7, 7],
      [1 / 2, 1 / 2],
    ],
  ])('one of two, sizes %j', (sizes, expected) => {
    inclusionBySize(sizes, 1).forEach((chance, i) => expect(chance).toBeCloseTo(expected[i] as number, 5));
  });

  /** ∫₀^¼ (1−2t)(1−3t)(1−4t) dt = 1/4 − 9/32 + 26/192 − 24/1024, and so on, by hand. */
  test('one of four', () => {
    const [first, , , last] = inclusionBySize([1, 2, 3, 4], 1);
    expect(first).toBeCloseTo(0.0807291667, 5);
    expect(last).toBeCloseTo(0.4557291667, 5);
  });

  /** The integral with 30 digits, between the times at which areas have come for certain (mpmath 1.4). */
  test.each([
    [[1, 2, 3, 4], 2, [0.166087963, 0.36400463, 0.652199074, 0.817708333]],
    [[5, 10, 20, 1000], 2, [0.1041915, 0.229208167, 0.6667165, 0.999883833]],
    [
      [1, 1, 1, 50, 900, 3000],
      3,
      [0.00987815, 0.00987815, 0.00987815, 0.970429247, 0.999937565, 0.999998725],
    ],
    [
      [120, 150, 180, 200, 240, 300, 310, 420, 480, 600],
      3,
      [
        0.110106425, 0.138870288, 0.168184811, 0.188050431, 0.228607679, 0.291721001, 0.302533676,
        0.428824189, 0.502112421, 0.640989079,
      ],
    ],
  ])('to six digits: sizes %j, %d drawn', (sizes, n, expected) => {
    inclusionBySize(sizes, n).forEach((chance, i) => {
      expect(Math.abs(chance / (expected[i] as number) - 1)).toBeLessThan(5.1e-6);
    });
  });

  test('areas of one size share alike, whatever their number', () =>
    expect(inclusionBySize(new Array(12).fill(250), 5)).toEqual(new Array(12).fill(0.416667)));

  test('adds up to what is drawn, grows with size, and never passes 1', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 2, maxLength: 25 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 24 }), (given, wanted) => {
        const n = Math.min(wanted, given.length);
        const chances = inclusionBySize(given, n);
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(n, 3);
        const bySize = given
          .map((size, i) => [size, chances[i] as number] as const)
          .sort((a, b) => a[0] - b[0]);
        for (const [i, [, chance]] of bySize.entries()) {
          expect(chance).toBeGreaterThanOrEqual((bySize[i - 1]?.[1] ?? 0) - 1e-4);
          expect(chance).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('everything, and nothing', () => {
    expect(inclusionBySize([3, 4], 2)).toEqual([1, 1]);
    expect(inclusionBySize([3, 4], 0)).toEqual([0, 0]);
  });

  test('is how often areas are drawn over 4,000 seeds, and close to n × size ÷ total', () => {
    const sizes = [120, 150, 180, 200, 240, 300, 310, 420, 480, 600];
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const ids = sizes.map((_, i) => `area ${i}`);
    const hits = sizes.map(() => 0);
    for (let seed = 0; seed < 4000; seed++) {
      const ranks = tickets(ids, String(seed)).map(({ id, ticket }) => {
        const at = ids.indexOf(id);
        return { at, rank: Number(ticket) / (sizes[at] as number) };
      });
      for (const { at } of ranks.sort((a, b) => a.rank - b.rank).slice(0, 3))
        hits[at] = (hits[at] as number) + 1;
    }
    const chances = inclusionBySize(sizes, 3);
    sizes.forEach((size, i) => {
      const chance = chances[i] as number;
      const error = Math.sqrt((chance * (1 - chance)) / 4000);
      expect(Math.abs((hits[i] as number) / 4000 - chance)).toBeLessThan(4 * error);
      expect(Math.abs(chance - (3 * size) / total)).toBeLessThan(0.05);
    });
  });
});
