import { describe, expect, test } from 'vitest';
import { sampleSize } from '../../src/statistics/sample-size.js';

// Formulas of Cochran, and of Krejcie and Morgan 1970, with p = 0.5, ± 5 points, 95 %.
describe('sample sizes', () => {
  test.each([
    [10, 10, 10],
    [100, 80, 80],
    [500, 218, 217],
    [2000, 323, 322],
    [10_000, 370, 370],
  ])('of %d', (population, cochran, krejcieMorgan) => {
    const question = { population, error: 0.05, confidence: 0.95, rate: 0.5 };
    expect(sampleSize({ ...question, convention: 'cochran' }).n).toBe(cochran);
    expect(sampleSize({ ...question, convention: 'krejcie-morgan' }).n).toBe(krejcieMorgan);
  });

  test('without a population, and what it was before the correction', () => {
    const question = { error: 0.05, confidence: 0.95, rate: 0.5, convention: 'cochran' } as const;
    expect(sampleSize(question)).toEqual({ n: 385, uncorrected: 385 });
    expect(sampleSize({ ...question, population: 500 }).uncorrected).toBe(385);
  });

  test.each([
    [1, 0.5],
    [300, 0.0001],
    [5, 0.99],
  ])('never more than there are, never none (%d, %d)', (population, rate) => {
    const { n } = sampleSize({ population, error: 0.02, confidence: 0.99, rate, convention: 'cochran' });
    expect(n).toBeGreaterThanOrEqual(1);
    expect(n).toBeLessThanOrEqual(population);
  });

  // Krejcie and Morgan (1970), table 1.
  test.each([
    [50, 44],
    [200, 132],
    [1000, 278],
    [5000, 357],
    [15_000, 375],
    [30_000, 379],
    [40_000, 380],
    [50_000, 381],
    [75_000, 382],
  ])('of %d by the published table', (population, n) => {
    const question = { population, error: 0.05, confidence: 0.95, rate: 0.5 };
    expect(sampleSize({ ...question, convention: 'krejcie-morgan' }).n).toBe(n);
  });
});
