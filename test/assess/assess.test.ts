import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.js';
import { exampleResult, exampleRules, HISTORY } from './example.js';

const assessment = assess(exampleResult(), exampleRules(), HISTORY);
const area = (name: string) => {
  const found = assessment.areas.find((one) => one.area === name);
  if (!found) throw new Error(`${name} is not there`);
  return found;
};

describe('the worked example', () => {
  it('scores, ranks with a tie, and marks the small area', () => {
    expect(assessment.areas.map((one) => [one.rank, one.area, one.score, one.unranked])).toEqual([
      [1, '甲街道', 69, undefined],
      [2, '丁镇', 61.5, undefined],
      [2, '丙镇', 61.5, undefined],
      [4, '乙镇', 53.2, undefined],
      [null, '戊镇', 100, 'small'],
    ]);
  });

  it('weighs every item by hand', () => {
    const points = (name: string) =>
      area(name).schemes.map(({ scheme, items }) => [
        scheme,
        ...items.map(({ item, numerator, denominator, value, points }) => [
          item,
          `${numerator}/${denominator}`,
          value,
          points,
        ]),
      ]);
    expect(points('甲街道')).toEqual([
      [
        'urban',
        ['omission_rate', '8/400', 2, 30],
        ['timely_rate', '188/200', 94, 24],
        ['card_rate', '950/1000', 95, 15],
      ],
    ]);
    expect(points('丁镇')).toEqual([
      [
        'rural',
        ['omission_rate', '2/200', 1, 36],
        ['timely_rate', '188/200', 94, 24],
        ['handed_in_rate', '192/240', 80, 1.5],
      ],
    ]);
  });

  it('combines two schemes by the people under each', () => {
    const { schemes, score } = area('乙镇');
    expect(schemes).toMatchObject([
      { scheme: 'urban', people: { numerator: 6000, denominator: 10000 }, points: 45, score: 45 },
      { scheme: 'rural', people: { numerator: 4000, denominator: 10000 }, points: 65.5, score: 65.5 },
    ]);
    expect(score).toBe(53.2);
  });

  it('spreads the weight of what cannot be measured', () => {
    expect(area('戊镇').schemes).toMatchObject([
      {
        weight: 100,
        measured: 70,
        points: 70,
        score: 100,
        items: [{ small: true }, { value: null, points: null }, { value: 100, points: 30 }],
      },
    ]);
  });

  it('warns of two and of three years running, and not of a year that was in between', () => {
    expect(
      assessment.warnings.map(({ area: name, item, stage, years }) => [
        name,
        item,
        stage,
        years.map(({ year }) => year),
      ]),
    ).toEqual([
      ['丙镇', 'omission_rate', 'two-years', [2022, 2023]],
      ['乙镇', 'timely_rate', 'three-years', [2021, 2022, 2023]],
    ]);
  });

  it('shows targets on births beside, and scores them never', () => {
    expect(assessment.targets).toMatchObject([
      { area: '甲街道', code: 'births', value: 196, atMost: 100, verdict: 'missed' },
      { area: '乙镇', code: 'births', value: 98, verdict: 'close' },
    ]);
    const without = assess(exampleResult(), { ...exampleRules(), targets: [] }, HISTORY);
    expect(without.areas).toEqual(assessment.areas);
  });
});
