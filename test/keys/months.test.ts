import { expect, test } from 'vitest';
import { monthsIn } from '../../src/keys/months.js';

test.each<[string, string | undefined]>([
  ['2023年5月出生登记', '2023-05..2023-05'],
  ['出生登记2023-05', '2023-05..2023-05'],
  ['出生登记202305', '2023-05..2023-05'],
  ['２０２３年５月', '2023-05..2023-05'],
  ['2023年1-6月', '2023-01..2023-06'],
  ['2023上半年', '2023-01..2023-06'],
  ['2023年下半年', '2023-07..2023-12'],
  ['2023年一季度', '2023-01..2023-03'],
  ['2023Q4', '2023-10..2023-12'],
  ['2023年度台账', '2023-01..2023-12'],
  ['台账_2023', '2023-01..2023-12'],
  ['导出20231231', undefined],
  ['2023-12-31', undefined],
  ['2023年12月31日', undefined],
  ['230192199610296184', undefined],
  ['3月', undefined],
  ['朝阳社区', undefined],
])('%s', (text, expected) => {
  const months = monthsIn(text, 1);
  expect(months && `${months.from}..${months.to}`).toBe(expected);
});

test('years, halves and quarters are those of the statistical year', () => {
  expect(monthsIn('2023年', 10)).toEqual({ from: '2022-10', to: '2023-09' });
  expect(monthsIn('2023上半年', 10)).toEqual({ from: '2022-10', to: '2023-03' });
  expect(monthsIn('2023年5月', 10)).toEqual({ from: '2023-05', to: '2023-05' });
});
