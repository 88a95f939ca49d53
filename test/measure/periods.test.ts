import { describe, expect, it } from 'vitest';
import { keyBefore, keysWithin, readSpan } from '../../src/measure/periods.js';
import { type SpansAsked, spansOf } from '../../src/measure/spans.js';

describe('readSpan', () => {
  it.each([
    ['2023', '2023-01/2023-12', 'year'],
    ['2023年', '2023-01/2023-12', 'year'],
    ['2023年度', '2023-01/2023-12', 'year'],
    ['2023-05', '2023-05/2023-05', 'month'],
    ['2023/5', '2023-05/2023-05', 'month'],
    ['2023年5月', '2023-05/2023-05', 'month'],
    ['202305', '2023-05/2023-05', 'month'],
    ['2023Q1', '2023-01/2023-03', 'quarter'],
    ['2023年1季度', '2023-01/2023-03', 'quarter'],
    ['2023年第三季度', '2023-07/2023-09', 'quarter'],
    ['2023上半年', '2023-01/2023-06', 'half'],
    ['2023年下半年', '2023-07/2023-12', 'half'],
  ])('%s', (text, key, grain) => {
    expect(readSpan(text, 1)).toMatchObject({ key, grain });
  });

  it.each(['本年', '上年', '2023第53周', '2023-12-31', '2023年13月', '十三五'])(
    '%s is a label without an order',
    (text) => {
      expect(readSpan(text, 1)).toEqual({ key: text, label: text });
    },
  );

  it('knows the statistical year', () => {
    expect(readSpan('2023', 10).key).toBe('2022-10/2023-09');
    expect(readSpan('2023年5月', 10).key).toBe('2023-05/2023-05');
  });
});

describe('the parts of a period', () => {
  const year = { label: '2023', from: '2023-01-01', to: '2023-12-31' };
  const statistical = { label: '2023', from: '2022-10-01', to: '2023-09-30' };

  it.each<[string, SpansAsked, string[]]>([
    ['itself', { period: year }, ['2023']],
    ['halves', { period: year, every: 'half' }, ['2023上半年', '2023下半年']],
    ['quarters', { period: year, every: 'quarter' }, ['2023Q1', '2023Q2', '2023Q3', '2023Q4']],
    [
      'quarters of a statistical year',
      { period: statistical, every: 'quarter' },
      ['2022Q4', '2023Q1', '2023Q2', '2023Q3'],
    ],
    [
      'halves of a statistical year',
      { period: statistical, every: 'half' },
      ['2022-10/2023-03', '2023-04/2023-09'],
    ],
    [
      'months',
      { period: { label: '2023Q1', from: '2023-01-01', to: '2023-03-31' }, every: 'month' },
      ['2023-01', '2023-02', '2023-03'],
    ],
    [
      'none that are longer',
      { period: { label: '2023Q1', from: '2023-01-01', to: '2023-03-31' }, every: 'half' },
      [],
    ],
  ])('%s', (_, asked, labels) => {
    expect(spansOf(asked).map(({ label }) => label)).toEqual(labels);
  });
});

it('takes a year apart into months, quarters and halves', () => {
  const parts = keysWithin({ from: '2023-01', to: '2023-12' });
  expect(parts.map((keys) => keys.length)).toEqual([12, 4, 2]);
  expect(parts[1]).toEqual(['2023-01/2023-03', '2023-04/2023-06', '2023-07/2023-09', '2023-10/2023-12']);
});

it('finds the period before', () => {
  expect(keyBefore({ from: '2023-01', to: '2023-01' })).toBe('2022-12/2022-12');
  expect(keyBefore({ from: '2023-01', to: '2023-12' })).toBe('2022-01/2022-12');
});
