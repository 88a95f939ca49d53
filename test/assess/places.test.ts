import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.js';
import { assessedPlaces } from '../../src/assess/places.js';
import { parseConfig } from '../../src/config/parse.js';
import type { AreaRow } from '../../src/model/measured.js';
import type { AuditResult } from '../../src/model/result.js';
import { exampleResult } from './example.js';

const AREAS: AreaRow[] = [
  { area: '甲社区', level: 'community', parts: [], persons: 300 },
  { area: '乙村', level: 'community', parts: [], persons: 100 },
  { area: '丙村', level: 'community', parts: [] },
  { area: '北街道', level: 'street', parts: ['甲社区', '乙村'] },
  { area: '南镇', level: 'street', parts: ['乙村', '丙村'] },
  { area: '云溪区', level: 'district', parts: ['北街道', '南镇'] },
];
const PEOPLE = new Map([
  ['甲社区', 300],
  ['乙村', 100],
]);
const empty = { line: [], errorRates: [] };

const schemesOf = (yaml: string, area: string) => {
  const places = assessedPlaces({ ...empty, areas: AREAS }, parseConfig(yaml, 'p.yaml'), (name) =>
    PEOPLE.get(name),
  );
  const schemes = places.schemesOf(area);
  return schemes && Object.fromEntries(schemes);
};

describe('schemes', () => {
  const villages = 'communities: [{ name: 乙村, scheme: rural }, { name: 丙村, scheme: rural }]';

  it.each([
    ['', '云溪区', { urban: 1 }],
    ['assessment: { scheme: rural }', '云溪区', { rural: 1 }],
    [villages, '乙村', { rural: 1 }],
    [villages, '南镇', { rural: 1 }],
    [villages, '北街道', { urban: 300, rural: 100 }],
    [villages, '云溪区', null],
    ['areas: [{ name: 南镇, parts: [乙村, 丙村], scheme: rural }]', '丙村', { rural: 1 }],
    [
      'areas: [{ name: 云溪区, parts: [北街道, 南镇], people: { urban: 5, rural: 7 } }]',
      '云溪区',
      { urban: 5, rural: 7 },
    ],
    [
      'communities: [{ name: 甲社区, people: { urban: 200, rural: 90 } }]',
      '甲社区',
      { urban: 200, rural: 90 },
    ],
    ['communities: [{ name: 甲社区, people: { urban: 200, rural: 0 } }]', '甲社区', { urban: 200 }],
    [
      'communities: [{ name: 甲社区, people: { urban: 200, rural: 90 } }]',
      '北街道',
      { urban: 300, rural: 90 },
    ],
  ])('by %j of %s', (yaml, area, expected) => expect(schemesOf(yaml, area)).toEqual(expected));
});

describe('the numbers of an area', () => {
  const result = (changed: Partial<AuditResult>): AuditResult => ({
    ...exampleResult(),
    areas: AREAS,
    ...changed,
  });
  const quality = (['甲社区', '乙村'] as const).map((community, n) => ({
    community,
    point: 'all',
    measure: 'timely_rate' as const,
    numerator: 20 + n,
    denominator: 40,
  }));
  const rules = parseConfig(
    'assessment: { items: [{ measure: timely_rate, weight: 1, full: 100, zero: 0 }] }',
    'p.yaml',
  );
  const item = (given: AuditResult, area: string) =>
    assess(given, rules).areas.find((one) => one.area === area)?.schemes[0]?.items[0];

  it('are the sums of its communities where it has none of its own', () => {
    expect(item(result({ quality }), '北街道')).toMatchObject({
      numerator: 41,
      denominator: 80,
      value: 51.25,
    });
    expect(item(result({ quality }), '南镇')).toMatchObject({ numerator: 21, denominator: 40, value: 52.5 });
  });

  it('are the reported ones where registers show none', () => {
    const reported = {
      area: '北街道',
      period: '2023年',
      code: 'timely_rate',
      name: '上报及时率',
      level: 'street' as const,
      reported: 95,
      numerator: 38,
      denominator: 40,
      unit: '%',
      verdict: 'agrees' as const,
    };
    const old = { ...reported, period: '2022年', numerator: 1 };
    expect(item(result({ quality: [], indicators: [old, reported] }), '北街道')).toMatchObject({
      value: 95,
      origins: [{ from: 'indicators', numerator: 38 }],
    });
  });

  it('are not there without a numerator, a denominator or anything handed in', () => {
    expect(item(result({ quality: [] }), '丙村')).toMatchObject({ value: null, points: null });
    const { areas } = assess(result({ quality: [] }), rules);
    expect(new Set(areas.map(({ unranked, score }) => `${unranked} ${score}`))).toEqual(
      new Set(['no-score null']),
    );
  });

  it('are of the reported figures for statistical errors, without their sign, and of the points for all else', () => {
    const rate = (name: string, point: string, numerator: number) => ({
      event: 'birth',
      point,
      community: '甲社区',
      period: '2023',
      rate: name,
      numerator,
      denominator: 50,
      value: 0,
    });
    const both = parseConfig(
      `assessment:
  items:
    - { measure: statistical_error_rate, weight: 1, full: 0, zero: 5 }
    - { measure: omission_rate, events: [birth], points: [ledger], weight: 1, full: 0, zero: 5 }`,
      'p.yaml',
    );
    const errorRates = [
      rate('statistical_error_rate', 'ledger', 9),
      rate('statistical_error_rate', 'figures', -2),
      rate('omission_rate', 'ledger', 1),
      rate('omission_rate', 'card', 7),
      { ...rate('omission_rate', 'ledger', 5), event: 'death' },
    ];
    const { areas } = assess(result({ errorRates, quality: [] }), both);
    expect(areas.find(({ area }) => area === '甲社区')?.schemes[0]?.items).toMatchObject([
      { numerator: 2, denominator: 50, value: 4 },
      { numerator: 1, denominator: 50, value: 2 },
    ]);
  });

  it('name communities alone where an earlier version says nothing of areas', () => {
    const { areas: _, ...older } = result({ quality });
    const line = [{ community: '甲社区' }, { community: '乙村' }] as AuditResult['line'];
    expect(
      assess({ ...older, line }, rules)
        .areas.map(({ area, level }) => `${area} ${level}`)
        .sort(),
    ).toEqual(
      [
        '丙镇 community',
        '丁镇 community',
        '乙村 community',
        '乙镇 community',
        '甲社区 community',
        '甲街道 community',
        '戊镇 community',
      ].sort(),
    );
  });

  it('are held against the targets of their measure, before those of the items', () => {
    const asked = parseConfig(
      `targets: [{ indicator: timely_rate, at_least: 60, area: 乙村 }, { indicator: timely_rate, at_most: 1 }]
assessment: { items: [{ measure: timely_rate, weight: 1, full: 100, zero: 0, target: 50 }] }`,
      'p.yaml',
    );
    const { areas } = assess(result({ quality }), asked);
    const verdict = (name: string) => areas.find(({ area }) => area === name)?.schemes[0]?.items[0];
    expect(verdict('乙村')).toMatchObject({ value: 52.5, target: 60, missed: true });
    expect(verdict('甲社区')).toMatchObject({ value: 50, target: 50, missed: false });
  });

  it('rank no area of which less than half of the weight is measured', () => {
    const many = parseConfig(
      `assessment:
  items:
    - { measure: timely_rate, weight: 4, full: 100, zero: 0 }
    - { measure: card_rate, weight: 6, full: 100, zero: 0 }`,
      'p.yaml',
    );
    const found = assess(result({ quality, indicators: [] }), many).areas.find(
      ({ area }) => area === '甲社区',
    );
    expect(found).toMatchObject({ score: 50, rank: null, unranked: 'little-measured' });
  });
});
