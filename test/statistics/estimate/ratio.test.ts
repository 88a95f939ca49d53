import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AreaSample, SampleCluster } from '../../../src/statistics/estimate/clusters.js';
import { estimateRatio } from '../../../src/statistics/estimate/ratio.js';
import { twoStageVariance } from '../../../src/statistics/estimate/variance.js';

/** Households of one area, each given as cases of people. */
function oneArea(households: readonly (readonly [k: number, n: number])[]): SampleCluster[] {
  return households.map(([k, n]) => ({ stratum: '', area: 'A', weight: 1, k, n }));
}

const WHOLE: AreaSample = { stratum: '', area: 'A', areaShare: 1, unitShare: 0 };

describe('a share of people in households', () => {
  /** Cochran, Sampling Techniques, 3rd ed. (1977), table 3.5: who saw a doctor in 30 households of 104 people. */
  const people = [5, 6, 3, 3, 2, 3, 3, 3, 4, 4, 3, 2, 7, 4, 3, 5, 4, 4, 3, 3, 4, 3, 3, 1, 2, 4, 3, 4, 2, 4];
  const seen = [5, 0, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 1, 2, 0, 0, 1, 3, 2, 0, 0, 0, 2, 2, 0, 2, 0, 1];

  test('has the variance that Cochran prints, 0.00520, not 0.00197 of the binomial', () => {
    const clusters = oneArea(people.map((n, at) => [seen[at] ?? 0, n] as const));
    const estimate = estimateRatio(clusters, [WHOLE]);
    expect(estimate).toMatchObject({ k: 30, n: 104 });
    expect(estimate?.share).toBeCloseTo(0.2885, 4);
    expect((estimate?.error ?? 0) ** 2).toBeCloseTo(0.0052, 4);
    expect(estimate?.designEffect).toBeCloseTo(0.0052054 / 0.0019736, 3);
  });

  test('of single records is an ordinary proportion', () => {
    const records = Array.from({ length: 263 }, (_, at) => [at < 81 ? 1 : 0, 1] as const);
    const estimate = estimateRatio(oneArea(records), [WHOLE]);
    // Newcombe 1998 and R's binom.test: the design effect of a simple sample is n / (n − 1) at most 1 here.
    expect(estimate?.effective).toBeCloseTo(262, 0);
    expect(estimate?.wilson[0]).toBeCloseTo(0.2553, 3);
    expect(estimate?.wilson[1]).toBeCloseTo(0.3662, 3);
    expect(estimate?.clopperPearson[0]).toBeCloseTo(0.2527, 3);
    expect(estimate?.clopperPearson[1]).toBeCloseTo(0.3676, 3);
  });

  test('counts a household as one observation where nothing is wrong', () => {
    const estimate = estimateRatio(oneArea(Array.from({ length: 20 }, () => [0, 3] as const)), [WHOLE]);
    expect(estimate).toMatchObject({ k: 0, n: 60, share: 0, effective: 20 });
    expect(estimate?.wilson[0]).toBe(0);
    // 0 of 20, not 0 of 60 (Newcombe 1998; R's binom.test).
    expect(estimate?.wilson[1]).toBeCloseTo(0.1611, 4);
    expect(estimate?.clopperPearson[1]).toBeCloseTo(0.1684, 4);
  });

  test('weighs areas by the households they stand for', () => {
    const clusters: SampleCluster[] = [
      { stratum: '', area: 'A', weight: 10, k: 1, n: 2 },
      { stratum: '', area: 'B', weight: 30, k: 0, n: 2 },
    ];
    const areas = ['A', 'B'].map((area) => ({ ...WHOLE, area, areaShare: 0.5, unitShare: 0.1 }));
    expect(estimateRatio(clusters, areas)?.share).toBeCloseTo(10 / 80);
  });

  test('is not estimated where nothing was checked', () => {
    expect(estimateRatio([], [])).toBeUndefined();
    expect(estimateRatio(oneArea([[0, 0]]), [WHOLE])).toBeUndefined();
  });

  test('widens with the confidence, holds its share, and never claims more than n', () => {
    const household = fc
      .integer({ min: 1, max: 6 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(fc.array(household, { minLength: 2, maxLength: 40 }), (households) => {
        const [usual, wide] = [0.95, 0.99].map((level) => estimateRatio(oneArea(households), [WHOLE], level));
        if (!usual || !wide) return false;
        expect(usual.effective).toBeLessThanOrEqual(usual.n);
        for (const kind of ['wilson', 'clopperPearson'] as const) {
          const [low, high] = usual[kind];
          expect(low).toBeLessThanOrEqual(usual.share + 1e-12);
          expect(high).toBeGreaterThanOrEqual(usual.share - 1e-12);
          expect(wide[kind][0]).toBeLessThanOrEqual(low + 1e-9);
          expect(wide[kind][1]).toBeGreaterThanOrEqual(high - 1e-9);
        }
        return true;
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});

describe('the variance of two stages', () => {
  const area = (name: string, residuals: number[], rest: Partial<AreaSample> = {}) => ({
    stratum: 'S',
    area: name,
    areaShare: 0.25,
    unitShare: 0.5,
    ...rest,
    residuals,
  });

  test('adds what areas differ by, and a share of what households differ by', () => {
    // Areas: totals 3 and 1, mean 2, (1 − ¼) · 2/1 · 2 = 3. Households: ¼ (1 − ½) · 2/1 · (½ + ½) twice: ½ each… by hand.
    const { variance } = twoStageVariance([area('A', [1, 2]), area('B', [0, 1])]);
    expect(variance).toBeCloseTo(3 + 0.25 * 0.5 * 2 * 0.5 + 0.25 * 0.5 * 2 * 0.5);
  });

  test('is nothing where everything was visited', () => {
    const all = { areaShare: 1, unitShare: 1 };
    expect(twoStageVariance([area('A', [1, 2], all), area('B', [0, 1], all)]).variance).toBe(0);
  });

  test('of areas that were certain to be drawn is that of their households', () => {
    const { variance, df } = twoStageVariance([area('A', [1, 2, 3], { areaShare: 1, unitShare: 0 })]);
    expect(variance).toBeCloseTo((3 / 2) * 2);
    expect(df).toBeCloseTo(2);
  });

  test('of one area alone speaks for that area', () => {
    expect(twoStageVariance([area('A', [1, 2], { unitShare: 0 })]).variance).toBeCloseTo(2 * 0.5);
  });

  test('holds single areas of several strata against each other', () => {
    const single = [area('A', [1], { stratum: 'S' }), area('B', [-1], { stratum: 'T' })];
    expect(twoStageVariance(single).variance).toBeCloseTo(0.75 * 2);
  });
});
