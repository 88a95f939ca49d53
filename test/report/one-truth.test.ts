import { expect, test } from 'vitest';
import type { IndicatorRow } from '../../src/model/measured.js';
import { indicatorName } from '../../src/report/labels.js';
import { marksOf } from '../../src/report/marks.js';
import { renderRates } from '../../src/report/rates.js';
import { renderScreen } from '../../src/report/screen.js';
import { renderTable } from '../../src/report/table.js';
import { exampleResult, finding } from './fixture.js';

const WIDE = { width: 140, color: false, exitCode: 0, failOn: 'error' } as const;

test('what makes a verdict say less is said on the first screen and at the head of everything', () => {
  const result = exampleResult('zh');
  for (const code of ['absent-since-last', 'no-period', 'no-events']) {
    const run = { ...result.run, notes: [{ code, count: 2, detail: '台账/死亡登记' }] };
    const [top = ''] = [...renderTable({ ...result, run }, WIDE)].join('').split('读取');
    const screen = renderScreen({ ...result, run }, { ...WIDE, next: [] });
    const said = screen.split('\n')[0]?.split('：')[0] ?? '';
    expect(said.length).toBeGreaterThan(4);
    expect(top).toContain(said.slice(0, 8));
  }
});

const RATE: IndicatorRow = {
  area: '云溪区',
  level: 'district',
  period: '2023',
  grain: 'year',
  code: 'natural_increase_rate',
  name: '自然增长率',
  unit: '‰',
  reported: 14.76,
  printed: '14.76',
  recomputed: 12.35,
  numerator: 17,
  denominator: 1377,
  verdict: 'differs',
};

test('the error of a rate is that of its findings: of the exact fraction, and not of what is printed', () => {
  const result = { ...exampleResult('en'), indicators: [RATE] };
  const text = renderRates(result, { ...WIDE, series: false });
  expect(text).toContain('19.56');
  expect(text).toContain('Natural increase rate');
});

test('columns of rates in which nothing stands are left out, so that the others are whole on a narrow page', () => {
  const {
    reported: _,
    printed: __,
    ...recounted
  } = { ...RATE, grain: 'month', verdict: 'not-reported' } as const;
  const months = ['2023-01', '2023-02'].map((period) => ({ ...recounted, period }));
  const page = { width: 80, color: false, series: true };
  const heads = (indicators: IndicatorRow[]) =>
    renderRates({ ...exampleResult('en'), indicators }, page)
      .split('\n')
      .filter((line) => line.startsWith('Indicator '))
      .map((line) => line.split(/ {2,}/));
  expect(heads(months)).toEqual([['Indicator', 'Period', 'Recomputed', 'Verdict']]);
  expect(heads([RATE, ...months])[0]).toHaveLength(7);
});

test('an indicator of a bureau’s own has its own name in English as well', () => {
  expect(indicatorName({ code: 'own', name: '独生子女领证率' }, 'en')).toBe('独生子女领证率');
  expect(indicatorName({ code: 'births', name: '出生人数' }, 'zh')).toBe('出生人数');
});

test('an annotated copy marks where a missing record goes', () => {
  const lacking = {
    point: 'ledger',
    register: 'births',
    community: '甲',
    path: 'a.xlsx',
    sheet: '出生',
    row: 21,
  };
  const result = {
    ...exampleResult('zh'),
    findings: [finding('0123456789abcdef', 'birth/omitted', { missingFrom: [lacking] })],
  };
  const marks = marksOf(result).get('a.xlsx') ?? [];
  expect(marks.find(({ cell }) => cell === 'A21')).toMatchObject({
    sheet: '出生',
    comment: expect.stringContaining('补登在此行'),
  });
});
