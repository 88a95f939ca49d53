import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.js';
import { freshEntries, historyText, parseHistory, record, warningsOf } from '../../src/assess/history.js';
import type { HistoryEntry } from '../../src/model/assessment-history.js';
import { exampleResult, exampleRules, HISTORY, HISTORY_TEXT } from './example.js';

const assessment = assess(exampleResult(), exampleRules());
const fresh = freshEntries(assessment);

describe('the history', () => {
  it('holds what was judged: no value without a target, and none of a small denominator', () => {
    expect(fresh.map(({ area, item, missed }) => `${area} ${item} ${missed}`)).toEqual([
      '甲街道 omission_rate false',
      '甲街道 timely_rate false',
      '丁镇 omission_rate false',
      '丁镇 timely_rate false',
      '丙镇 omission_rate true',
      '丙镇 timely_rate false',
      '乙镇 omission_rate false',
      '乙镇 timely_rate true',
    ]);
  });

  it('is written in one order and read as it was written', () => {
    expect(parseHistory(HISTORY_TEXT)).toEqual({ entries: expect.arrayContaining([...HISTORY]) });
    expect(historyText([...HISTORY].reverse())).toBe(HISTORY_TEXT);
    expect(parseHistory(historyText([]))).toEqual({ entries: [] });
  });

  it.each([
    ['not JSON', 'JSON'],
    ['{}', 'schema'],
    [HISTORY_TEXT.replace('"missed":true', '"missed":"yes"'), 'entries.0.missed'],
    [HISTORY_TEXT.replace('assessment-history/1', 'assessment-history/2'), 'schema'],
  ])('refuses %j', (text, fault) => expect(parseHistory(text)).toEqual({ fault }));

  it('takes a year once, and the same year again where nothing differs', () => {
    const once = record(HISTORY, fresh, false);
    if (once.differs) throw new Error('differs');
    expect(once.entries).toHaveLength(HISTORY.length + fresh.length);
    expect(record(once.entries, fresh, false)).toEqual(once);
  });

  it('refuses other values of a recorded year, names the first, and replaces them when told to', () => {
    const [first, ...others] = fresh;
    const changed = fresh.map((entry) => (entry === first ? { ...entry, value: 2.5 } : entry));
    expect(record(fresh, changed, false).differs).toMatchObject({ area: '甲街道', item: 'omission_rate' });
    expect(record(fresh, others, false).differs).toEqual(first);
    expect(record([...HISTORY, ...fresh], changed, true)).toMatchObject({
      entries: expect.arrayContaining([...HISTORY, ...changed]),
    });
  });

  it('keeps areas that another run recorded for the same year', () => {
    const other: HistoryEntry = { ...fresh[0], area: '庚镇' } as HistoryEntry;
    const both = record([other], fresh, false);
    expect(both.differs ? [] : both.entries).toContainEqual(other);
  });
});

describe('warnings', () => {
  const missed = (year: number): HistoryEntry => ({
    year,
    area: '乙镇',
    item: 'timely_rate',
    value: 80,
    missed: true,
    numerator: 160,
    denominator: 200,
  });
  const of = (...years: number[]) =>
    warningsOf(2023, assessment.areas, years.map(missed)).map(({ stage, years: row }) => [stage, row.length]);

  it.each([
    [[], []],
    [[2022], [['two-years', 2]]],
    [[2021, 2022], [['three-years', 3]]],
    [[2019, 2020, 2021, 2022], [['three-years', 5]]],
    [[2021], []],
    [[2020, 2022], [['two-years', 2]]],
    [[2024], []],
    [[2022, 2023], [['two-years', 2]]],
  ])('after %j', (years, expected) => expect(of(...years)).toEqual(expected));

  it('are only of whole years', () => {
    const result = exampleResult();
    const quarter = assess({ ...result, run: { ...result.run, period: '2023Q1' } }, exampleRules(), [
      missed(2022),
    ]);
    expect(quarter.run.year).toBeUndefined();
    expect(quarter.warnings).toEqual([]);
    expect(freshEntries(quarter)).toEqual([]);
  });
});
