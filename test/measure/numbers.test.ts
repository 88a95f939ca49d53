import { describe, expect, it } from 'vitest';
import {
  countRates,
  distributionOf,
  netAccuracy,
  pointRates,
  statisticalError,
  verificationBand,
  verificationFactor,
} from '../../src/measure/error-rates.js';
import { judgeTarget } from '../../src/measure/targets.js';
import { wilson } from '../../src/statistics/proportion.js';
import { clopperPearson } from '../../src/statistics/tests.js';

describe('intervals of proportions (Newcombe 1998, Table I; R binom.test)', () => {
  it.each([
    [81, 263, [0.2553, 0.3662], [0.2527, 0.3676]],
    [0, 20, [0, 0.1611], [0, 0.1684]],
    [23, 60, [0.2709, 0.5098], [0.2607, 0.5179]],
  ])('%d of %d', (k, n, score, exact) => {
    const near = (found: [number, number], wanted: number[]) =>
      found.forEach((end, i) => {
        expect(Math.abs(end - (wanted[i] ?? Number.NaN))).toBeLessThan(6e-5);
      });
    near(wilson(k, n), score);
    near(clopperPearson(k, n), exact);
  });

  it('holds all of it where everybody is counted', () => {
    expect(wilson(5, 5)[1]).toBe(1);
    expect(clopperPearson(5, 5)[1]).toBe(1);
  });
});

describe('error percentages', () => {
  it('is 99.92 % accurate with 15832 of 15844 births (274949.com)', () => {
    expect(netAccuracy(15_832, 15_844)).toBeCloseTo(99.92, 2);
    expect(statisticalError(15_832, 15_844)).toBeCloseTo(0.08, 2);
  });

  it('has no rate of nothing', () => {
    expect(netAccuracy(3, 0)).toBeNull();
    expect(verificationFactor(0, 3)).toBeNull();
  });

  it.each([
    [0.89, 'over-reporting'],
    [0.9, 'acceptable'],
    [1.1, 'acceptable'],
    [1.11, 'under-reporting'],
  ])('a factor of %d is %s (RDQA)', (factor, band) => {
    expect(verificationBand(factor)).toBe(band);
  });

  it('shows what an aggregate of 1 hides', () => {
    expect(distributionOf([0.5, 1, 1, 1.5])).toEqual({
      communities: 4,
      lowest: 0.5,
      median: 1,
      highest: 1.5,
      overReporting: 1,
      underReporting: 1,
    });
  });

  it('marks small denominators, and says nothing of empty ones', () => {
    const counts = {
      kind: 'birth',
      community: 'A',
      point: 'card',
      claims: 0,
      differing: 0,
      confirmed_claims: 0,
    };
    const rates = pointRates({ ...counts, covered: 0, claimed: 0, once_right: 0 }, '2023');
    for (const { value, small } of rates) expect({ value, small }).toEqual({ value: null, small: true });
    const omission = (covered: number) =>
      pointRates({ ...counts, covered, claimed: covered, once_right: covered }, '2023')[0];
    expect(omission(19)).toMatchObject({ rate: 'omission_rate', small: true });
    expect(omission(20)?.small).toBeUndefined();
  });
});

describe('percentages of counts', () => {
  const PLACE = { event: 'birth', community: 'A', point: 'card', period: '2023' };
  const brief = (
    rates: readonly { rate: string; numerator: number; denominator: number; value: number | null }[],
  ) => rates.map(({ rate, numerator, denominator, value }) => [rate, numerator, denominator, value]);

  it.each([
    [40, 50, [40, 50, 80], [-10, 50, 20], [50, 40, 1.25]],
    [60, 50, [40, 50, 80], [10, 50, 20], [50, 60, 0.83]],
  ])('%d reported of %d', (reported, actual, accuracy, error, factor) => {
    expect(brief(countRates(PLACE, reported, actual))).toEqual([
      ['net_accuracy', ...accuracy],
      ['statistical_error_rate', ...error],
      ['verification_factor', ...factor],
    ]);
  });

  it('are of what each is a share of', () => {
    const counts = {
      claims: 99,
      covered: 50,
      claimed: 40,
      once_right: 35,
      differing: 4,
      confirmed_claims: 42,
    };
    expect(
      brief(pointRates({ kind: 'birth', community: 'A', point: 'card', ...counts }, '2023')).slice(0, 4),
    ).toEqual([
      ['omission_rate', 10, 50, 20],
      ['duplication_rate', 2, 42, 4.76],
      ['misentry_rate', 4, 40, 10],
      ['reporting_accuracy', 35, 50, 70],
    ]);
  });
});

describe('targets', () => {
  it.each([
    [3500, { atMost: 3500 }, 'close'],
    [3501, { atMost: 3500 }, 'missed'],
    [3000, { atMost: 3500 }, 'met'],
    [3430, { atMost: 3500 }, 'close'],
    [3429, { atMost: 3500 }, 'met'],
    [96.99, { atLeast: 97 }, 'missed'],
    [99.5, { atLeast: 97 }, 'met'],
  ] as const)('%d with %o', (value, limits, verdict) => {
    expect(judgeTarget(value, { indicator: 'births', ...limits })).toBe(verdict);
  });
});
