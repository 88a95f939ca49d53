import { describe, expect, test } from 'vitest';
import { totalWord } from '../../src/keys/total-word.js';
import { readSpan } from '../../src/measure/periods.js';
import { areaName, isTotal, TotalRows } from '../../src/measure/total-rows.js';

/** What each total of a table is the sum of, its rows in order; a row that is one of several begins with 其中. */
function sumsOf(rows: string, period = '2023年'): Record<string, string> {
  const totals = new Map<string, string[]>();
  const reader = new TotalRows(totals);
  for (const row of rows.split(' ')) {
    const area = row.replace('其中：', '');
    const place = reader.place(1, area, readSpan(period, 1), area !== row);
    expect(isTotal(place)).toBe(totalWord(row) !== undefined);
  }
  return Object.fromEntries([...totals].map(([place, parts]) => [areaName(place), parts.join('')]));
}

test.each<[string, Record<string, string>]>([
  ['A B 合计', { 合计: 'AB' }],
  ['合计 A B', { 合计: 'AB' }],
  ['合计 A B 总计', { 合计: 'AB', 总计: 'AB' }],
  ['A B 小计 C 小计： 合计', { 小计: 'AB', '小计：': 'C', 合计: 'ABC' }],
  ['合计 小计 A B 小计： C', { 合计: 'ABC', 小计: 'AB', '小计：': 'C' }],
  ['A B 本页合计 C 本页合计： 总计', { 本页合计: 'AB', '本页合计：': 'C', 总计: 'ABC' }],
  ['A B 合计 A B 合计', { 合计: 'AB' }],
  ['合计 A B 合计： C D', { 合计: 'AB', '合计：': 'CD' }],
  ['A B Total', { Total: 'AB' }],
  ['A B 河东街道合计', { 河东街道合计: 'AB' }],
  // Nobody can tell of what: of A alone, of C or of all, of some, of more than the rows.
  ['A B A合计', { A合计: '' }],
  ['合计 其中：A B', { 合计: '' }],
])('%s', (rows, sums) => {
  expect(sumsOf(rows)).toEqual(sums);
});

test('a second 合计 below other areas may be of these or of all', () => {
  expect(sumsOf('A B 合计 C 合计')).toEqual({ 合计: '' });
});

describe('totals of more than their rows', () => {
  test.each([
    ['A B 累计', '2023年', 'AB'],
    ['A B 累计', '2023-05', ''],
    ['A B 本年累计', '2023-05', ''],
    ['A B 全年合计', '2023年', 'AB'],
    ['A B 全年合计', '2023-05', ''],
    ['A B 本月合计', '2023-05', 'AB'],
    ['A B 1-5月合计', '2023-05', ''],
    ['A B 一季度合计', '2023Q1', 'AB'],
    ['A B 一季度合计', '2023-03', ''],
  ])('%s in %s', (rows, period, sum) => {
    expect(Object.values(sumsOf(rows, period))).toEqual([sum]);
  });
});
