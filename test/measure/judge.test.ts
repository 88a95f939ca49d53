import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounded } from '../../src/simulate/figures.js';
import { judged } from './report.js';

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

  it('takes a bureau’s own whole and parts', () => {
    const own = [{ whole: '档案总数', parts: ['主管类', '协管类'] }];
    expect(judged(['A 2000, 档案总数 10, 主管类 6, 协管类 4'], own)).toEqual([]);
    expect(judged(['A 2000, 档案总数 11, 主管类 6, 协管类 4'], own)).toHaveLength(1);
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
          const right = rounded(births * 1000, women, decimals);
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
