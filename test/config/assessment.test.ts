import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/config/defaults.js';
import { parseConfig } from '../../src/config/parse.js';

const parse = (text: string) => parseConfig(text, 'p.yaml');
const item = (text: string) => parse(`assessment:\n  items:\n    - { ${text} }\n`).assessment.items[0];

describe('the rules of assessment', () => {
  it('are shipped, with weights that sum to 100 and nothing but data quality in them', () => {
    const { items } = DEFAULT_CONFIG.assessment;
    expect(items.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    expect(parse('assessment: { scheme: rural }').assessment).toEqual({ scheme: 'rural', items });
  });

  it('are read, with the measure as name and no floor where none is given', () => {
    expect(item('measure: omission_rate, weight: 20, full: 0, zero: 5')).toEqual({
      code: 'omission_rate',
      measure: 'omission_rate',
      weight: 20,
      full: 0,
      zero: 5,
      floor: 0,
    });
    expect(
      item(
        'item: late, measure: timely_rate, only: rural, weight: 5, floor: 1, steps: [{ beyond: 95, deduct: 2 }]',
      ),
    ).toMatchObject({ code: 'late', only: 'rural', floor: 1, steps: [{ beyond: 95, deduct: 2 }] });
  });

  it('take schemes and people of areas', () => {
    const { communities, areas } = parse(`
communities: [{ name: 永安村, scheme: rural }]
areas: [{ name: 云溪区, parts: [永安村], scheme: urban, people: { urban: 10, rural: 20 } }]
`);
    expect(communities).toEqual([{ name: '永安村', synonyms: [], scheme: 'rural' }]);
    expect(areas).toEqual([
      { name: '云溪区', parts: ['永安村'], scheme: 'urban', people: { urban: 10, rural: 20 } },
    ]);
  });

  it.each([
    'births',
    'birth_rate',
    '出生人数',
    'natural_increase_rate',
    'policy_rate',
    '计划生育率',
    'parity_3plus_rate',
    'fees_collected',
    'collection_rate',
    'contraceptive_prevalence',
    'check_rate',
    'a count of our own',
  ])('refuse %s, and say why', (measure) => {
    expect(() => item(`measure: ${measure}, weight: 20, full: 0, zero: 5`)).toThrow(/reward concealment/);
  });

  it.each([
    ['measure: omision_rate, weight: 1, full: 0, zero: 5', /“omission_rate”/],
    ['measure: omission_rate, weight: 1, full: 5, zero: 0', /zero must be worse than full/],
    ['measure: timely_rate, weight: 1, full: 80, zero: 100', /zero must be worse than full/],
    ['measure: timely_rate, weight: 1, full: 100', /“zero” is missing/],
    ['measure: timely_rate, weight: 1, zero: 80', /“full” is missing/],
    [
      'measure: timely_rate, weight: 1, full: 100, zero: 80, steps: [{ beyond: 95, deduct: 2 }]',
      /one of the two/,
    ],
    ['measure: timely_rate, weight: 1, full: 100, zero: 80, floor: 2', /≤ 1/],
    ['measure: timely_rate, weight: 0, full: 100, zero: 80', /> 0/],
    ['measure: omission_rate, weight: 1, full: 0, zero: 5, points: [legder]', /“ledger”/],
    ['measure: omission_rate, weight: 1, full: 0, zero: 5, events: [births]', /“birth”/],
    [
      'measure: timely_rate, weight: 1, full: 100, zero: 80 }\n    - { measure: timely_rate, weight: 1, full: 100, zero: 80',
      /line 4: “timely_rate” already/,
    ],
  ])('refuse %s', (text, message) => expect(() => item(text)).toThrow(message));

  it('let the schemes have items of one name', () => {
    const both = ['urban', 'rural']
      .map((only) => `    - { measure: card_rate, only: ${only}, weight: 1, full: 100, zero: 50 }`)
      .join('\n');
    expect(parse(`assessment:\n  items:\n${both}\n`).assessment.items).toHaveLength(2);
  });
});
