import { expect, it } from 'vitest';
import { verdictRows } from '../../src/measure/verdicts.js';
import { verdicts } from './report.js';

/** What the first finding about a report of one area says of its figures. */
function said(figures: string): Record<string, string | undefined> {
  const [found] = verdicts([`A 2000, ${figures}`]);
  return found?.evidence ?? {};
}

it.each([
  ['男性出生 6, 女性出生 8, 出生人数 15', '男性出生 6 + 女性出生 8 = 14 ≠ 出生人数 15'],
  [
    '期初总人口 1000, 期末总人口 1200, 出生人数 11, 出生率 12.00',
    '出生人数 11 ÷ (期初总人口 1000 + 期末总人口 1200) ÷ 2 × 1000 = 10.00 ≠ 出生率 12.00',
  ],
  [
    '平均人口 1000, 出生人数 12, 死亡人数 5, 自然增长率 8.00',
    '(出生人数 12 − 死亡人数 5) ÷ 平均人口 1000 × 1000 = 7.00 ≠ 自然增长率 8.00',
  ],
  [
    '采取节育措施人数 1, 已婚育龄妇女人数 1, 综合节育率 50.00',
    '采取节育措施人数 1 ÷ 已婚育龄妇女人数 1 × 100 = 100.00 ≠ 综合节育率 50.00',
  ],
  ['已婚育龄妇女人数 310, 育龄妇女人数 300', '已婚育龄妇女人数 310 > 育龄妇女人数 300'],
])('%s: %s', (figures, equation) => {
  expect(said(figures).equation).toBe(equation);
});

it.each([
  ['turned round', '男性出生 10, 女性出生 8, 出生人口性别比 80.00', 'turned-round', undefined],
  ['per cent for per mille', '平均人口 1000, 出生人数 12, 出生率 1.20', 'per-mille', undefined],
  ['two digits that changed places', '平均人口 1000, 出生人数 12, 出生率 21.00', 'digits-swapped', undefined],
  [
    'of the end alone',
    '期初总人口 1000, 期末总人口 1500, 出生人数 12, 出生率 8.00',
    'end-population',
    undefined,
  ],
  [
    'of the start alone',
    '期初总人口 1000, 期末总人口 1500, 出生人数 12, 出生率 12.00',
    'start-population',
    undefined,
  ],
  [
    'that of another indicator',
    '平均人口 1000, 出生人数 12, 死亡人数 7, 出生率 7.00',
    'other-value',
    '2000 死亡率',
  ],
  ['like nothing', '平均人口 1000, 出生人数 12, 出生率 3.00', undefined, undefined],
])('a rate %s', (_, figures, detail, resembles) => {
  const found = said(figures);
  expect([found.detail, found.resembles]).toEqual([detail, resembles]);
});

it('what follows from another finding stands at its first figure, with its area and period', () => {
  const all = verdicts(['A 2000, 出生人数 15, 男性出生 6, 女性出生 8, 一孩出生 10, 二孩出生 4, 多孩出生 0']);
  expect(all.map(({ suspects, cause }) => [suspects.length, cause?.length ?? 0])).toEqual([
    [1, 0],
    [0, 1],
  ]);
  const rows = verdictRows(all, new Set());
  expect(new Set(rows.map((row) => `${row[7]} ${row[9]}`))).toEqual(new Set(['A 2000']));
});
