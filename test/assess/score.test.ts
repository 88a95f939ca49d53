import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adviceFor } from '../../src/assess/advice.js';
import { assess } from '../../src/assess/assess.js';
import { ranked } from '../../src/assess/rank.js';
import { pointsFor } from '../../src/assess/score.js';
import type { AreaScore } from '../../src/assess/types.js';
import type { AssessmentItem } from '../../src/config/types.js';
import { rounded } from '../../src/statistics/rounding.js';
import { exampleResult, exampleRules } from './example.js';

const errors: AssessmentItem = {
  code: 'omission_rate',
  measure: 'omission_rate',
  weight: 20,
  full: 1,
  zero: 5,
  floor: 0,
};
const timely: AssessmentItem = {
  code: 'timely_rate',
  measure: 'timely_rate',
  weight: 10,
  floor: 0,
  steps: [
    { beyond: 90, deduct: 6 },
    { beyond: 95, deduct: 2 },
  ],
};

describe('points', () => {
  it.each([
    [errors, 0, 20],
    [errors, 1, 20],
    [errors, 3, 10],
    [errors, 3.33, 8.35],
    [errors, 5, 0],
    [errors, 80, 0],
    [{ ...errors, floor: 4 }, 4.5, 4],
    [timely, 95, 10],
    [timely, 94.99, 8],
    [timely, 90, 8],
    [timely, 12, 4],
    [{ ...timely, floor: 5 }, 12, 5],
    [{ ...timely, weight: 3 }, 12, 0],
  ] as const)('of %j for %d', (item, value, points) => expect(pointsFor(item, value)).toBe(points));

  it('never rise as data get worse, and stay within the weight', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (a, b) => {
          const [better, worse] = a < b ? [a, b] : [b, a];
          expect(pointsFor(errors, worse)).toBeLessThanOrEqual(pointsFor(errors, better));
          expect(pointsFor(timely, better)).toBeLessThanOrEqual(pointsFor(timely, worse));
          expect(pointsFor(errors, a)).toBeGreaterThanOrEqual(0);
          expect(pointsFor(errors, a)).toBeLessThanOrEqual(errors.weight);
        },
      ),
    );
  });

  it.each([
    [1.005, 1.01],
    [2.675, 2.68],
    [8.345, 8.35],
    [0.1 + 0.2, 0.3],
    [61.499999, 61.5],
  ])('round %d to %d as by hand', (value, expected) => expect(rounded(value)).toBe(expected));
});

const scored = (area: string, score: number | null, more: Partial<AreaScore> = {}): AreaScore => ({
  area,
  level: 'community',
  communities: 1,
  score,
  rank: null,
  schemes: [],
  ...more,
});

describe('ranks', () => {
  it('are of one level each, and equal scores share them', () => {
    const areas = [
      scored('甲', 80),
      scored('乙', 90),
      scored('丙', 80),
      scored('丁', 70),
      scored('戊', 99, { unranked: 'small' }),
      scored('庚', 10, { level: 'street' }),
      scored('己', null, { unranked: 'no-score' }),
    ];
    expect(ranked(areas).map(({ rank, area }) => `${rank} ${area}`)).toEqual([
      '1 庚',
      '1 乙',
      '2 丙',
      '2 甲',
      '4 丁',
      'null 己',
      'null 戊',
    ]);
  });

  it('do not depend on the order of the areas, and are one more than those with a higher score', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 12 }), (scores) => {
        const areas = scores.map((score, at) => scored(`甲${at}`, score));
        const result = ranked(areas);
        expect(ranked([...areas].reverse())).toEqual(result);
        for (const { rank, score } of result)
          expect(rank).toBe(1 + scores.filter((other) => other > (score ?? 0)).length);
      }),
    );
  });
});

describe('advice', () => {
  const rules = exampleRules();
  const areas = assess(exampleResult(), rules).areas;
  const adviceOf = (name: string) => {
    const area = areas.find((one) => one.area === name);
    return area ? adviceFor(area, rules.assessment.items) : [];
  };

  it('says how far the numerator is from the whole weight, and what each record adds', () => {
    expect(adviceOf('甲街道')).toEqual([
      { item: 'omission_rate', scheme: 'urban', now: 8, needed: 0, gain: 20, each: 2.5 },
      { item: 'timely_rate', scheme: 'urban', now: 188, needed: 190, gain: 6 },
      { item: 'card_rate', scheme: 'urban', now: 950, needed: 1000, gain: 5, each: 0.1 },
    ]);
  });

  it('says where points begin, where there are none but the floor', () => {
    expect(adviceOf('丁镇')[0]).toEqual({
      item: 'handed_in_rate',
      scheme: 'rural',
      now: 192,
      needed: 240,
      gain: 28.5,
      start: 195,
    });
  });

  it('counts only the share of the people under a scheme', () => {
    expect(adviceOf('乙镇')[0]).toMatchObject({ scheme: 'urban', gain: 18, each: 3 });
  });

  it('has nothing to say of an area that lost nothing', () => expect(adviceOf('戊镇')).toEqual([]));
});
