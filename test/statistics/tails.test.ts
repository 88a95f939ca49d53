import { describe, expect, test } from 'vitest';
import { lotLowerTail, poissonLowerTail } from '../../src/statistics/lots.js';
import {
  chiSquare,
  clopperPearson,
  lowerTail,
  studentQuantile,
  upperTail,
} from '../../src/statistics/tests.js';

/** To eleven digits, however small. */
function near(value: number, expected: number): void {
  expect(Math.abs(value / expected - 1), `${value} for ${expected}`).toBeLessThan(1e-11);
}

// Summed term by term in mpmath 1.3 with 50 digits.
describe('tails far out and of large numbers', () => {
  test.each([
    [500_000, 1_000_000, 0.5, 0.5003989421806659],
    [901, 1000, 0.5, 7.427818096436505e-163],
    [60, 1_000_000, 1e-5, 6.513887615551317e-27],
  ])('P(X ≥ %d of %d at %f)', (k, n, p, expected) => near(upperTail(k, n, p), expected));

  test('binomial, from below', () => near(lowerTail(30, 5000, 0.05), 6.541101753053826e-72));

  test.each([
    [1000, 760, 0.9999999999999999],
    [760, 1000, 1.3357598521240987e-15],
    [0, 700, 9.859676543759771e-305],
  ])('Poisson, P(X ≤ %d) at a mean of %d', (k, mean, expected) => near(poissonLowerTail(k, mean), expected));

  test.each([
    [3, 300, 5000, 100_000, 0.0001615596854156268],
    [49, 2000, 50_000, 1_000_000, 5.748394274283407e-9],
  ])('P(X ≤ %d of %d, %d failing of %d)', (k, n, failing, lot, expected) =>
    near(lotLowerTail(k, n, failing, lot), expected),
  );

  test('chi-square', () => {
    const counts = [1200, 900, 1000, 900, 1000, 1000, 1000, 1000, 1000, 1000];
    const { statistic, p } = chiSquare(counts);
    expect(statistic).toBeCloseTo(60, 9);
    near(p, 1.3406780483959613e-9);
    expect(chiSquare([40, 0, 0, 0, 0, 0, 0, 0, 0, 0]).p).toBeGreaterThan(0);
  });
});

// SciPy 1.17.
describe('quantiles', () => {
  test.each([
    [1.3, 7.500529325562029],
    [4.7, 2.62072607535317],
    [100_000.5, 1.9599877074159935],
  ])('Student’s t with %f degrees of freedom', (df, expected) => {
    near(studentQuantile(0.975, df), expected);
    near(studentQuantile(0.025, df), -expected);
  });

  test('Clopper and Pearson, a hundred thousand of a million', () =>
    near(clopperPearson(100_000, 1_000_000)[0], 0.09941266986603789));
});
