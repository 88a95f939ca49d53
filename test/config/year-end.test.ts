import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/config/defaults.js';
import { parseConfig } from '../../src/config/parse.js';

const parse = (text: string) => parseConfig(`yearend:\n  ${text}\n`, 'p.yaml').yearEnd;

describe('the year-end run', () => {
  it('needs nothing said', () => {
    expect(DEFAULT_CONFIG.yearEnd).toEqual({ paths: [], reports: ['xlsx', 'html'], thresholds: [] });
    expect(parseConfig('yearend:\n', 'p.yaml').yearEnd).toEqual(DEFAULT_CONFIG.yearEnd);
  });

  it('is read, a year and a date as they are written', () => {
    expect(
      parse('{ paths: data, period: 2023, as_of: 2023-12-31, fail_on: none, keep_going: true }'),
    ).toEqual({
      paths: ['data'],
      period: '2023',
      asOf: '2023-12-31',
      reports: ['xlsx', 'html'],
      thresholds: [],
      failOn: 'none',
      keepGoing: true,
    });
  });

  it('has thresholds of error percentages, zero among them', () => {
    const text =
      'thresholds: [{ rate: omission_rate, event: birth, point: ledger, at_most: 0 }, { rate: verification_factor, point: figures, at_least: 0.9, at_most: 1.1 }]';
    expect(parse(text).thresholds).toEqual([
      { rate: 'omission_rate', event: 'birth', point: 'ledger', atMost: 0 },
      { rate: 'verification_factor', point: 'figures', atLeast: 0.9, atMost: 1.1 },
    ]);
  });

  it.each([
    ['thresholds: [{ rate: omision_rate, at_most: 2 }]', 'omission_rate'],
    ['thresholds: [{ rate: omission_rate }]', 'at_most'],
    ['thresholds: [{ rate: omission_rate, point: leger, at_most: 2 }]', 'ledger'],
    ['thresholds: [{ rate: omission_rate, event: divorce, at_most: 2 }]', 'divorce'],
    ['reports: [pdf]', 'pdf'],
    ['fail_on: errors', 'error'],
    ['out: results', 'out'],
  ])('refuses %s, naming the line and what is nearest', (text, named) => {
    expect(() => parse(text)).toThrow(new RegExp(`p\\.yaml.*2.*${named}`, 's'));
  });
});
