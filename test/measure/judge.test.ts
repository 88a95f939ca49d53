import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateText } from '../exact-rate.js';
import { judged, verdicts } from './report.js';

/** Worked examples of textbooks and yearbooks; the printed values are the published ones. */
describe('right figures', () => {
  it.each([
    [
      'a county (fzithome.com, items 41 to 45)',
      [
        'A 2000, 期初总人口 555228, 期末总人口 556878, 出生人数 4538, 男性出生 2366, 女性出生 2172, 一孩出生 3297, 二孩出生 1201, 多孩出生 40, 政策内出生 4284, 计划生育率 94.40, 出生率 8.16, 出生人口性别比 108.93, 一孩率 72.65, 二孩率 26.47, 多孩率 0.88, 结婚对数 2876, 离婚对数 35, 结婚率 5.17, 离婚率 0.06',
      ],
    ],
    [
      'per mille printed per cent (epsq.cn)',
      [
        'A 2000, 期初总人口 9350000, 期末总人口 9610000, 出生人数 95653, 死亡人数 61904, 出生率 10.09 ‰, 死亡率 0.65 %, 自然增长率 3.56 ‰',
      ],
    ],
    [
      'first marriages (274949.com)',
      ['A 2000, 女性初婚人数 41138, 女性早婚人数 400, 女性晚婚人数 19338, 早婚率 0.97, 晚婚率 47.01'],
    ],
    ['general fertility (274949.com)', ['A 2000, 出生人数 8400, 育龄妇女人数 106950, 育龄妇女生育率 78.54']],
    [
      'an omission added (ixiawen.com)',
      [
        'A 2000, 期初总人口 321252, 期末总人口 325829, 出生人数 6340, 死亡人数 1763, 出生率 19.60, 自然增长率 14.15',
      ],
    ],
    [
      'a national yearbook in 万',
      [
        'A 2021, 期末总人口 141260 万人',
        'A 2022, 期末总人口 141175 万人, 出生人数 956 万人, 死亡人数 1041 万人, 出生率 6.77 ‰, 死亡率 7.37 ‰, 自然增长率 -0.60 ‰',
      ],
    ],
  ])('%s', (_, lines) => {
    expect(judged(lines).filter((found) => !found.startsWith('balance-differs'))).toEqual([]);
  });
});

describe('wrong figures', () => {
  it('finds a misprint by all that it breaks (1366 boys for 2366)', () => {
    const line = 'A 2000, 出生人数 4538, 男性出生 1366, 女性出生 2172, 出生人口性别比 108.93';
    expect(judged([line])).toEqual(['parts-differ 男性出生 1366 → 2366']);
  });

  it('says so where either of two figures may be wrong', () => {
    expect(judged(['A 2000, 育龄妇女人数 300, 已婚育龄妇女人数 310'])).toEqual([
      'subset-exceeds 育龄妇女人数 300 → ≥ 310 / 已婚育龄妇女人数 310 → ≤ 300',
    ]);
  });

  it.each([
    ['已婚育龄妇女人数', '育龄妇女人数'],
    ['育龄妇女人数', '期末总人口'],
    ['采取节育措施人数', '已婚育龄妇女人数'],
    ['女性初婚人数', '结婚对数'],
    ['持证人数', '应持证人数'],
    ['验证人数', '持证人数'],
    ['实查人数', '应查人数'],
    ['建卡人数', '应建卡人数'],
    ['已录入人数', '应录入人数'],
    ['登记流动人口', '查实流动人口'],
    ['掌握信息人数', '流动已婚育龄妇女人数'],
    ['及时上报人数', '上报人数'],
  ])('finds that %s exceed %s, and nothing where they are as many', (part, whole) => {
    expect(judged([`A 2000, ${part} 10, ${whole} 10`])).toEqual([]);
    expect(judged([`A 2000, ${part} 11, ${whole} 10`])).toEqual([
      `subset-exceeds ${whole} 10 → ≥ 11 / ${part} 11 → ≤ 10`,
    ]);
  });

  it('finds two wrong figures of one report, each by itself', () => {
    const births = '出生人数 17, 男性出生 6, 女性出生 8, 一孩出生 10, 二孩出生 4, 多孩出生 0';
    const line = `A 2000, 平均人口 1000, ${births}, 死亡人数 9, 出生率 14.00, 死亡率 6.00`;
    expect(judged([line]).sort()).toEqual([
      'parts-differ 出生人数 17 → 14',
      'rate-differs 死亡率 6.00 → 9.00 / 死亡人数 9 → 6',
    ]);
  });

  it('parts what is certain of two wrong figures from what is not', () => {
    const births = '出生人数 17, 男性出生 6, 女性出生 8, 一孩出生 10, 二孩出生 4, 多孩出生 0';
    const line = `A 2000, 平均人口 1000, ${births}, 死亡人数 8, 死亡率 6.00, 自然增长率 8.00`;
    expect(judged([line]).sort()).toEqual(['parts-differ 出生人数 17 → 14', 'rate-differs 死亡人数 8 → 6']);
  });

  it('finds wrong figures of many communities under one district', () => {
    const communities = [3, 4, 5, 6].map(
      (births, n) =>
        `社区${n} 2000, 出生人数 ${births + (n < 3 ? 1 : 0)}, 男性出生 1, 女性出生 ${births - 1}`,
    );
    expect(judged([...communities, '区 2000, 出生人数 18, 男性出生 4, 女性出生 14']).sort()).toEqual([
      'parts-differ 出生人数 4 → 3',
      'parts-differ 出生人数 5 → 4',
      'parts-differ 出生人数 6 → 5',
    ]);
  });

  it('knows a sum that was made of a wrong number', () => {
    const lines = [
      '社区1 2000, 出生人数 8, 男性出生 1, 女性出生 3, 一孩出生 3, 二孩出生 1, 多孩出生 0, 平均人口 1000, 出生率 4.00',
      '社区2 2000, 出生人数 5, 男性出生 2, 女性出生 3',
      '区 2000, 出生人数 13',
    ];
    expect(judged(lines)).toEqual(['parts-differ 出生人数 8 → 4 + 区 出生人数 13 → 9']);
  });

  it('follows a wrong number into a sum over areas that another fault broke as well', () => {
    const lines = [
      '社区1 2000, 出生人数 8, 男性出生 1, 女性出生 3, 一孩出生 3, 二孩出生 1, 多孩出生 0, 平均人口 1000, 出生率 8.00',
      '社区2 2000, 出生人数 5, 男性出生 2, 女性出生 4, 平均人口 1000, 出生率 5.00',
      '区 2000, 出生人数 14, 男性出生 3, 女性出生 7, 一孩出生 8, 二孩出生 2, 多孩出生 0, 平均人口 2000, 出生率 7.00',
    ];
    expect(judged(lines).sort()).toEqual(['parts-differ 出生人数 5 → 6', 'parts-differ 出生人数 8 → 4']);
  });

  it.each([
    ['9.74', 1],
    ['9.76', 0],
    ['10.26', 0],
    ['10.27', 1],
  ])('allows a population that stands alone to have grown or shrunk by 5 %% in the year: %s', (rate, n) => {
    expect(judged([`A 2000, 期末总人口 100000, 出生人数 1000, 出生率 ${rate}`])).toHaveLength(n);
  });

  it('finds that shares do not add up to a hundred, also beside rates of growth', () => {
    const shares = '一孩率 50.00, 二孩率 40.00, 多孩率 5.00';
    const found = ['parts-differ 一孩率 50.00 → 55.00 / 二孩率 40.00 → 45.00 / 多孩率 5.00 → 10.00'];
    expect(judged([`A 2000, ${shares}`])).toEqual(found);
    expect(judged([`A 2000, ${shares}, 出生率 10.00, 死亡率 6.00, 自然增长率 4.00`])).toEqual(found);
  });

  it.each([
    ['102', []],
    ['103', ['rollup-differs 期末总人口 103 → 102 / 2000-03 期末总人口 102 → 103']],
  ])('holds the end of a quarter against that of its last month: %s', (end, found) => {
    const months = ['100', '101', '102'].map((value, n) => `A 2000-0${n + 1}, 期末总人口 ${value}`);
    expect(judged([...months, `A 2000Q1, 期末总人口 ${end}`])).toEqual(found);
  });

  it('looks for two figures where none by itself repairs all', () => {
    const line = '出生人数 8, 男性出生 1, 女性出生 3, 出生人口性别比 33.3, 平均人口 1000, 出生率 8.00';
    expect(judged([`A 2000, ${line}`])).toEqual([
      'parts-differ 出生人数 8 → 4 + 出生率 8.00 → 4.00' +
        ' / 男性出生 1 → 5 + 出生人口性别比 33.3 → 166.7' +
        ' / 男性出生 1 → 2 + 女性出生 3 → 6' +
        ' / 女性出生 3 → 7 + 出生人口性别比 33.3 → 14.3 / …',
    ]);
  });

  it('takes a bureau’s own whole and parts', () => {
    const own = [{ whole: '档案总数', parts: ['主管类', '协管类'] }];
    expect(judged(['A 2000, 档案总数 10, 主管类 6, 协管类 4'], own)).toEqual([]);
    expect(judged(['A 2000, 档案总数 11, 主管类 6, 协管类 4'], own)).toHaveLength(1);
  });
});

describe('corrections correct something', () => {
  it.each([
    [
      '平均人口 1000, 出生人数 20, 出生率 20.00, 政策外出生 1, 计划生育率 90.00',
      '计划生育率 90.00 → 95.00 / 政策外出生 1 → 2',
    ],
    // 120 : 100 of 20 − boys gives no whole number of boys: 10.9.
    ['出生人数 20, 男性出生 12, 出生人口性别比 120.0', '出生人口性别比 120.0 → 150.0 / 出生人数 20 → 22'],
    ['出生人数 6, 二孩出生 3, 二孩率 0.00', '二孩率 0.00 → 50.00 / 二孩出生 3 → 0 / 出生人数 6 → ≥ 30000'],
    // No share is above 100: 14 of 15 is 93.3 %.
    ['一孩出生 20, 政策内出生 1, 政策外出生 14, 一孩率 93.3', '一孩出生 20 → 14'],
  ])('%s', (figures, corrections) => {
    expect(judged([`A 2000, ${figures}`])).toEqual([`rate-differs ${corrections}`]);
  });

  const CODES = [
    '出生人数',
    '男性出生',
    '女性出生',
    '一孩出生',
    '二孩出生',
    '政策内出生',
    '政策外出生',
    '平均人口',
  ];
  const RATES = ['出生率', '出生人口性别比', '一孩率', '二孩率', '计划生育率'];
  const figure = fc.oneof(
    fc.record({ name: fc.constantFrom(...CODES), value: fc.nat(40).map(String) }),
    fc.record({ name: fc.constantFrom(...RATES), value: fc.nat(15_000).map((n) => (n / 100).toFixed(2)) }),
  );
  it('whatever the figures: no number becomes itself, negative, endless or a share above 100', () => {
    const report = fc.uniqueArray(figure, { selector: ({ name }) => name, minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(report, (figures) => {
        const line = figures.map(({ name, value }) => `${name} ${value}`).join(', ');
        for (const found of judged([`A 2000, ${line}`])) {
          expect(found).not.toMatch(/NaN|Infinity|undefined|→ -|→ ≤ -/);
          for (const [, from, to] of found.matchAll(/(\d+) → (\d+)(?![\d.–])/g))
            expect(to, found).not.toBe(from);
          for (const [, to] of found.matchAll(/[孩育]率 [\d.]+ → ([\d.]+)/g))
            expect(Number(to), found).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('rates that are cut off', () => {
  it.each([
    [
      'no whole numerator rounds to it, but 2 of 3 cut off',
      '出生人数 3, 一孩率 66.66',
      ['rate-truncated 一孩率 66.66'],
    ],
    ['nothing gives it at all', '出生人数 3, 一孩率 66.60', ['rate-impossible 一孩率 66.60']],
    ['rounded', '出生人数 3, 一孩率 66.67', []],
    [
      'their sum need not be 100',
      '出生人数 3, 一孩率 66.66, 二孩率 33.33, 多孩率 0.00',
      ['rate-truncated 一孩率 66.66'],
    ],
    [
      'the sum of three may be off by two steps',
      '出生人数 7, 一孩率 42.85, 二孩率 42.85, 多孩率 14.28',
      ['rate-truncated 一孩率 42.85', 'rate-truncated 二孩率 42.85', 'rate-truncated 多孩率 14.28'],
    ],
    [
      'the sum of three may be off by two steps, also of those whose numerators are reported',
      '出生人数 7, 一孩出生 3, 二孩出生 3, 多孩出生 1, 一孩率 42.85, 二孩率 42.85, 多孩率 14.28',
      ['rate-truncated 一孩率 42.85', 'rate-truncated 二孩率 42.85', 'rate-truncated 多孩率 14.28'],
    ],
    [
      'of a rate that is reported twice nobody knows which is meant',
      '出生人数 3, 一孩出生 2, 一孩率 66.66, 一孩率 66.60',
      ['reported-twice 一孩率 66.60 / 66.66'],
    ],
    [
      'what nothing gives is not cut off: a sum does not bear with it',
      '出生人数 3, 一孩率 66.65, 二孩率 33.33, 多孩率 0.00',
      [
        'parts-differ 一孩率 66.65 → 66.67 / 二孩率 33.33 → 33.35 / 多孩率 0.00 → 0.02',
        'rate-impossible 一孩率 66.65',
      ],
    ],
    ['boys to girls', '出生人数 16, 出生人口性别比 128.5', ['rate-truncated 出生人口性别比 128.5']],
    ['boys to girls, rounded', '出生人数 16, 出生人口性别比 128.6', []],
    ['from a population in 万, rounded', '平均人口 100.00 万人, 出生人数 11159, 出生率 11.16', []],
    [
      'from a population in 万, of which either may be meant',
      '平均人口 100.00 万人, 出生人数 11154, 出生率 11.15',
      [],
    ],
    [
      'from a population in 万',
      '平均人口 100.00 万人, 出生人数 11159, 出生率 11.15',
      ['rate-truncated 出生率 11.15'],
    ],
    [
      'less than nothing, cut off towards it',
      '平均人口 700, 出生人数 1, 死亡人数 3, 自然增长率 -2.85',
      ['rate-truncated 自然增长率 -2.85'],
    ],
    [
      'less than nothing, from a population in 万',
      '平均人口 10.00 万人, 出生人数 1000, 死亡人数 1286, 自然增长率 -2.85',
      ['rate-truncated 自然增长率 -2.85'],
    ],
    [
      'less than nothing, from a population in 万, a place too far',
      '平均人口 10.00 万人, 出生人数 1000, 死亡人数 1286, 自然增长率 -2.87',
      [
        'rate-differs 自然增长率 -2.87 → -2.86 / 出生人数 1000 → 998–999 / 死亡人数 1286 → 1287–1288 / 平均人口 10.00 → 9.93–9.98',
      ],
    ],
    ['less than nothing, rounded', '平均人口 700, 出生人数 1, 死亡人数 3, 自然增长率 -2.86', []],
    ['less than nothing, exact', '平均人口 1000, 出生人数 1, 死亡人数 3, 自然增长率 -2.00', []],
    ['less than nothing, half a place: up', '平均人口 1600, 出生人数 1, 死亡人数 3, 自然增长率 -1.2', []],
    [
      'less than nothing, half a place: away from it',
      '平均人口 1600, 出生人数 1, 死亡人数 3, 自然增长率 -1.3',
      [],
    ],
  ])('%s', (_, figures, found) => expect(judged([`A 2000, ${figures}`])).toEqual(found));

  it('half up from the exact fraction: 51 of 160 is 31.875', () => {
    const [found] = verdicts(['A 2000, 出生人数 160, 政策内出生 51, 计划生育率 31.87']);
    expect(found).toMatchObject({ rule: 'totals/rate-truncated', evidence: { recomputed: '31.88' } });
    expect(found?.others?.map(({ indicator }) => indicator.code)).toEqual(['births_in_policy', 'births']);
  });

  it('follow from a population that is itself found wrong', () => {
    const moves = '期初总人口 1000, 出生人数 10, 死亡人数 5, 迁入人数 2, 迁出人数 3, 期末总人口 1001';
    const found = verdicts([`A 2000, ${moves}, 出生率 9.98, 死亡率 4.99, 自然增长率 4.99`]);
    const cut = found.filter(({ rule }) => rule === 'totals/rate-truncated');
    expect(cut.map(({ cause }) => cause?.length)).toEqual([1, 1]);
    expect(found.filter(({ cause }) => !cause?.length)).toHaveLength(1);
  });
});

describe('nothing to divide by', () => {
  it.each([
    '出生人数 0, 政策内出生 0, 计划生育率 0',
    '男性出生 3, 女性出生 0, 出生人口性别比 100',
    '期末总人口 0, 出生人数 0, 出生率 0',
  ])('%s', (figures) => {
    expect(judged([`A 2000, ${figures}`])).toEqual([]);
  });
});

describe('rates of whole numbers', () => {
  const counts = fc.record({
    births: fc.integer({ min: 1, max: 9999 }),
    women: fc.integer({ min: 1, max: 99_999 }),
  });

  it('are right when rounded half up, and nothing else', () => {
    fc.assert(
      fc.property(
        counts,
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 2, max: 90 }),
        ({ births, women }, decimals, off) => {
          const right = rateText(births * 1000, women, decimals);
          const wrong = (Number(right) + off / 10 ** decimals).toFixed(decimals);
          const rate = (printed: string) =>
            judged([`A 2000, 出生人数 ${births}, 育龄妇女人数 ${women}, 育龄妇女生育率 ${printed}`]);
          const rates = (found: string[]) => found.filter((one) => one.startsWith('rate-'));
          expect(rates(rate(right))).toEqual([]);
          expect(rates(rate(wrong))).toHaveLength(1);
        },
      ),
      { numRuns: 60 },
    );
  });
});
