import { describe, expect, it } from 'vitest';
import { type Row, selects } from './found.js';

const found = selects();

describe('pattern/copied-rows', () => {
  /** Deaths of a community, one under the other; 100 and on, 200 and on are their records. */
  const deaths = (source: number, community: string, names: string): Row[] =>
    [...names].map((name, row) => {
      return { record: 100 * source + row, source, row, community, name, death_date: '2023-05-03' };
    });
  const FILES = [1, 2].map((source) => ({ source, point: 'ledger', register: 'deaths', set_aside: false }));

  it.each<[string, string, string, number[]]>([
    [
      'five rows, each beside its copy',
      '甲乙丙丁戊',
      '甲乙丙丁戊',
      [100, 200, 101, 201, 102, 202, 103, 203, 104, 204],
    ],
    ['no four rows', '甲乙丙丁', '甲乙丙丁', []],
    ['no five with another between', '甲乙丙丁戊', '甲乙丙己丁戊', []],
    ['five of six', '甲乙丙丁戊己', '庚甲乙丙丁戊', [100, 201, 101, 202, 102, 203, 103, 204, 104, 205]],
  ])('cites %s', async (_, one, other, records) => {
    const rows = await found('pattern/copied-rows', {
      sources: FILES,
      deaths: [...deaths(1, '乙', one), ...deaths(2, '甲', other)],
    });
    const ordered = [...rows].sort((a, b) => Number(a.ordinal) - Number(b.ordinal));
    expect(ordered.map(({ record }) => Number(record))).toEqual(records);
  });
});

describe('pattern/outlier', () => {
  const YEAR = { detail: 'outlier-year', statistic: -50.5, record: 5 };
  const MONTH = { detail: 'outlier-month', statistic: 3.6, month: '2023-05', record: null };
  const birth = (event: number, date: string, more: Row = {}) => ({
    event,
    kind: 'birth',
    community: '甲',
    date,
    ...more,
  });

  it.each<[string, Row, unknown[]]>([
    ['the figure of a year', YEAR, [5]],
    ['no year that is up by half', { ...YEAR, statistic: 50 }, []],
    ['the claims of a month', MONTH, [30, 31, 32]],
    ['no month that is less far', { ...MONTH, statistic: 3.5 }, []],
    ['nothing that chance explains', { ...MONTH, p: 0.01 }, []],
    ['nothing of few events', { ...MONTH, n: 2 }, []],
  ])('cites %s', async (_, pattern, records) => {
    const rows = await found('pattern/outlier', {
      patterns: [
        {
          rule: 'pattern/outlier',
          subject: 'x',
          community: '甲',
          event_kind: 'birth',
          n: 500,
          p: 0,
          ...pattern,
        },
      ],
      events: [
        ...[birth(1, '2023-05-01'), birth(2, '2023-05-31'), birth(3, '2023-06-01')],
        ...[birth(4, '2023-05-01', { community: '乙' }), birth(5, '2023-05-01', { kind: 'death' })],
      ],
      event_claims: [
        ...[1, 2, 3, 4, 5].map((event) => ({
          event,
          record: [30, 32, 33, 34, 35][event - 1] ?? 0,
          fp: event,
          is_primary: true,
        })),
        { event: 1, record: 31, fp: 1, is_primary: true },
        { event: 1, record: 36, fp: 1, is_primary: false },
      ],
    });
    const ordered = [...rows].sort((a, b) => Number(a.ordinal) - Number(b.ordinal));
    expect(ordered.map(({ record }) => record)).toEqual(records);
  });
});
