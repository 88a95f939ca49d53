import { describe, expect, test } from 'vitest';
import { risksOf } from '../../../src/statistics/plans/acceptance.js';
import { BENCHMARKS, bestPlan, publishedPlan } from '../../../src/statistics/plans/lqas.js';

describe('published decision tables', () => {
  test('have a column every five percent', () => {
    expect(BENCHMARKS).toEqual(Array.from({ length: 16 }, (_, n) => 20 + 5 * n));
  });

  test.each([
    // Ethiopia HMIS LQAS decision rules.
    [12, [1, 1, 2, 2, 3, 4, 5, 5, 6, 7, 7, 8, 8, 9, 10, 11]],
    // Valadez and others, LQAS trainer's guide (row not read in print).
    [19, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]],
  ])('n %d', (n, fewest) => {
    const found = BENCHMARKS.map((benchmark) => publishedPlan(n, benchmark / 100));
    expect(found.map((plan) => plan && n - plan.c)).toEqual(fewest);
  });

  test.each([
    [12, 0.82],
    [13, 0.8],
  ])('no rule for n %d, %d', (n, benchmark) => expect(publishedPlan(n, benchmark)).toBeUndefined());
});

// Grant and Leavenworth, as quoted in PMC3013262, table 1: 80 % should pass, 50 % should not.
describe('the decision value with the least risk', () => {
  test.each([
    [8, 2],
    [14, 4],
    [28, 9],
  ])('n %d: at most %d wrong', (n, c) => expect(bestPlan(n, 0.8, 0.5)).toEqual({ n, c }));

  test.each([
    [12, 4, 0.93, 0.81, 0.0065],
    [19, 3, 0.46, 1, 0.0065],
    [19, 5, 0.84, 0.97, 0.0065],
    [19, 7, 0.98, 0.82, 0.0065],
    // The table prints 0.83 for the second figure; the exact binomial is 0.8555.
    [8, 2, 0.7969, 0.8555, 0.0001],
  ])('n %d, d %d', (n, c, accepted, rejected, tolerance) => {
    const { rejectGood, acceptBad } = risksOf({ n, c }, 0.2, 0.5);
    expect(Math.abs(1 - rejectGood - accepted)).toBeLessThanOrEqual(tolerance);
    expect(Math.abs(1 - acceptBad - rejected)).toBeLessThanOrEqual(tolerance);
  });
});
