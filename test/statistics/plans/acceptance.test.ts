import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lotLowerTail } from '../../../src/statistics/lots.js';
import {
  acceptance,
  findPlan,
  type Lot,
  risksOf,
  shareAccepted,
  smallestSample,
} from '../../../src/statistics/plans/acceptance.js';

describe('operating characteristic', () => {
  // Exact binomial; agrees with table X-J of MIL-STD-105E.
  test.each([
    [80, 2, 1.03, 3.33, 6.52],
    [80, 5, 3.32, 7.06, 11.29],
  ])('n %d, Ac %d', (n, c, p95, p50, p10) => {
    const percents = [0.95, 0.5, 0.1].map((chance) => 100 * shareAccepted({ n, c }, chance));
    [p95, p50, p10].forEach((expected, i) => {
      expect(Math.abs((percents[i] ?? 0) - expected)).toBeLessThanOrEqual(0.01);
    });
  });

  // Kiermeier, Visualizing and assessing acceptance sampling plans (vignette of AcceptanceSampling).
  test('a plan assessed', () => {
    const { rejectGood, acceptBad } = risksOf({ n: 20, c: 0 }, 0.05, 0.15);
    expect(Math.abs(1 - rejectGood - 0.358)).toBeLessThanOrEqual(0.0006);
    expect(Math.abs(acceptBad - 0.039)).toBeLessThanOrEqual(0.0006);
    expect(1 - rejectGood >= 0.95).toBe(false);
    expect(acceptBad <= 0.075).toBe(true);
  });

  test.each<[Lot, number, number]>([
    ['binomial', 80, 7],
    ['poisson', 91, 8],
  ])('a plan found, %s', (lot, n, c) => {
    expect(findPlan({ share: 0.05, risk: 0.05 }, { share: 0.15, risk: 0.075 }, lot)).toEqual({ n, c });
  });

  test('no plan where not even the whole lot decides', () => {
    expect(findPlan({ share: 0.06, risk: 0.1 }, { share: 0.1, risk: 0.1 }, 20)).toBeUndefined();
  });
});

// C(2,2) C(19,5) ÷ C(21,7) = 21 ÷ 210: a risk of exactly 10 % is no more than 10 %.
test('a plan whose risks are exactly those asked for', () => {
  expect(findPlan({ share: 0.05, risk: 0.1 }, { share: 0.4, risk: 0.1 }, 21)).toEqual({ n: 7, c: 1 });
  expect(findPlan({ share: 1 - 0.95, risk: 0.1 }, { share: 1 - 0.6, risk: 0.1 }, 21)).toEqual({ n: 7, c: 1 });
});

// LQAS in a lot of 600 (nutriverse/sleacr): passes above 20 correct.
test('a plan found in a small lot', () => {
  const plan = findPlan({ share: 0.1, risk: 0.1 }, { share: 0.3, risk: 0.1 }, 600);
  expect(plan).toEqual({ n: 25, c: 4 });
  const { rejectGood, acceptBad } = risksOf({ n: 25, c: 4 }, 0.1, 0.3, 600);
  expect(Math.abs(rejectGood - 0.0936)).toBeLessThanOrEqual(0.0005);
  expect(Math.abs(acceptBad - 0.0859)).toBeLessThanOrEqual(0.0005);
});

describe("attribute sampling (the construction of the AICPA's tables)", () => {
  test.each([
    [0.05, [59, 93, 124, 153, 181]],
    [0.07, [42, 66, 88, 109, 129]],
    [0.02, [149, 236, 313, 386, 456]],
  ])('tolerable rate %d', (share, sizes) => {
    expect(sizes.map((_, c) => smallestSample(c, { share, risk: 0.05 }))).toEqual(sizes);
  });

  test('a small lot needs fewer, a tiny one is seen whole', () => {
    const bad = { share: 0.05, risk: 0.05 };
    expect(smallestSample(0, bad, 200)).toBe(51);
    expect(smallestSample(0, bad, 10)).toBe(10);
  });

  test('three failing of a hundred cannot show more than three', () => {
    expect(smallestSample(3, { share: 0.03, risk: 0.05 }, 100)).toBeUndefined();
    expect(smallestSample(2, { share: 0.03, risk: 0.05 }, 100)).toBe(99);
  });

  test('the upper limit of what was not found', () => {
    expect(Math.abs(shareAccepted({ n: 59, c: 0 }, 0.05) - 0.0495)).toBeLessThanOrEqual(0.0001);
    expect(shareAccepted({ n: 59, c: 59 }, 0.05)).toBe(1);
  });
});

describe('lots', () => {
  const choose = (n: number, k: number): bigint => {
    if (k < 0 || k > n) return 0n;
    let ways = 1n;
    for (let i = 0; i < k; i++) ways = (ways * BigInt(n - i)) / BigInt(i + 1);
    return ways;
  };
  const exact = (k: number, n: number, failing: number, lot: number): number => {
    let sum = 0n;
    for (let i = 0; i <= k; i++) sum += choose(failing, i) * choose(lot - failing, n - i);
    return Number((sum * 10n ** 15n) / choose(lot, n)) / 1e15;
  };

  test('the hypergeometric tail is the exact one', () => {
    const cases = fc
      .integer({ min: 1, max: 400 })
      .chain((lot) => fc.tuple(fc.constant(lot), fc.nat(lot), fc.nat(lot), fc.nat(20)));
    fc.assert(
      fc.property(cases, ([lot, n, failing, k]) => {
        expect(lotLowerTail(k, n, failing, lot)).toBeCloseTo(exact(k, n, failing, lot), 9);
      }),
      { numRuns: 300 },
    );
  });

  test('a large lot is nearly binomial', () => {
    expect(acceptance({ n: 50, c: 3 }, 0.05, 1_000_000)).toBeCloseTo(acceptance({ n: 50, c: 3 }, 0.05), 4);
  });
});
