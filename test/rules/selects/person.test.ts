import { describe, expect, it } from 'vitest';
import type { Tables } from '../tables.js';
import { type Row, selects, values } from './found.js';

const found = selects();

describe('person/not-removed', () => {
  const FILES = [
    { source: 1, point: 'card', register: 'households', columns: ' residence ' },
    { source: 2, point: 'ledger', register: 'migrants', columns: ' end_date ' },
  ];
  const row = (record: number, source: number, register: string, point: string) => ({
    record,
    source,
    register,
    point,
    community: '甲',
  });
  const self = (record: number, register: string, more: Row = {}) => ({
    record,
    role: 'self',
    register,
    person: 7,
    ...more,
  });

  /** Somebody on a card of 甲 whose stay there ended in August. */
  const left = (card: Row = {}, stay: Row = {}, more: Tables = {}): Tables => ({
    sources: FILES,
    records: [row(10, 1, 'households', 'card'), row(20, 2, 'migrants', 'ledger')],
    mentions: [self(10, 'households', { name_key: '乙' }), self(20, 'migrants', { name_key: '甲' })],
    households: [{ record: 10, source: 1, community: '甲', residence: '流入', ...card }],
    migrants: [
      { record: 20, source: 2, community: '甲', direction: '流入', end_date: '2023-08-01', ...stay },
    ],
    ...more,
  });

  it.each<[string, Tables, string[]]>([
    ['somebody whose stay ended', left(), ['7@card']],
    ['somebody whose stay ended on the last day', left({}, { end_date: '2023-12-31' }), ['7@card']],
    ['nobody whose stay ends after it', left({}, { end_date: '2024-01-01' }), []],
    ['nobody whose stay has no end', left({}, { end_date: null }), []],
    ['nobody who came back from elsewhere', left({}, { direction: '流出' }), []],
    ['nobody who lives there otherwise', left({ residence: '常住' }), []],
    ['nobody whose stay was in another community', left({}, { community: '乙' }), []],
    ['nobody who is known to be dead', left({ death_date: '2023-09-01' }), []],
  ])('finds %s', async (_, tables, findings) => {
    expect(values(await found('person/not-removed', tables), 'finding')).toEqual(findings);
  });

  it.each<[string, Row, string[]]>([
    ['no other stay', { community: '乙' }, ['7@card']],
    ['another stay that goes on', {}, []],
    ['another stay that ends after the as-of date', { end_date: '2024-01-01' }, []],
    ['another stay that ended', { end_date: '2023-12-31' }, ['7@card']],
    ['a stay elsewhere', { direction: '流出' }, ['7@card']],
  ])('beside %s', async (_, more, findings) => {
    const tables = left();
    const stay = { ...row(21, 2, 'migrants', 'ledger'), direction: '流入', ...more };
    const rows = await found('person/not-removed', {
      ...tables,
      migrants: [
        ...(tables.migrants ?? []),
        {
          record: 21,
          source: 2,
          community: stay.community,
          direction: stay.direction,
          end_date: more.end_date ?? null,
        },
      ],
      mentions: [...(tables.mentions ?? []), self(21, 'migrants')],
    });
    expect(values(rows, 'finding')).toEqual(findings);
  });

  it.each<[string, Tables, string[]]>([
    ['moved in to stay', { moves: [{ record: 30, community: '甲', direction: '迁入' }] }, []],
    ['moved in elsewhere', { moves: [{ record: 30, community: '乙', direction: '迁入' }] }, ['7@card']],
    ['moved away', { moves: [{ record: 30, community: '甲', direction: '迁出' }] }, ['7@card']],
  ])('where cards do not say how people live, of somebody who %s', async (_, more, findings) => {
    const tables = left({ residence: null }, {}, more);
    const rows = await found('person/not-removed', {
      ...tables,
      sources: FILES.map((file) => ({ ...file, columns: ' end_date ' })),
      mentions: [...(tables.mentions ?? []), self(30, 'moves')],
    });
    expect(values(rows, 'finding')).toEqual(findings);
  });

  const died = (date: string, missing: readonly Row[] = []): Tables =>
    left(
      {},
      { end_date: null },
      {
        events: [
          { event: 5, kind: 'death', subject: 7, date },
          { event: 6, kind: 'birth', subject: 7, date },
        ],
        event_claims: [
          { event: 5, record: 40 },
          { event: 6, record: 41 },
        ],
        missing,
      },
    );

  it.each<[string, Tables, unknown[]]>([
    ['of a death', died('2023-12-31'), [null]],
    ['of a death that somebody lacks, which is the cause', died('2023-07-01', [{ event: 5 }]), ['event:5']],
    ['of no death after the as-of date', died('2024-01-01'), []],
  ])('%s', async (_, tables, causes) => {
    const rows = await found('person/not-removed', {
      ...tables,
      records: [...(tables.records ?? []), row(40, 3, 'deaths', 'ledger')],
    });
    expect(values(rows, 'cause')).toEqual(causes);
    expect(values(rows, 'person_name')).toEqual(causes.map(() => '乙'));
  });

  it('says one name and the first day of somebody whom two rows call otherwise and two others date otherwise', async () => {
    const tables = died('2023-07-01');
    const rows = await found('person/not-removed', {
      ...tables,
      migrants: left().migrants ?? [],
      women: [{ record: 11, source: 3, community: '甲', residence: '流入' }],
      sources: [...FILES, { source: 3, point: 'card', register: 'women', columns: ' residence ' }],
      records: [...(tables.records ?? []), row(11, 3, 'women', 'card'), row(40, 4, 'deaths', 'ledger')],
      mentions: [...(tables.mentions ?? []), self(11, 'women', { name_key: '丁' })],
    });
    expect(rows.map(({ record }) => record).sort()).toEqual([10, 11, 20, 40]);
    expect([values(rows, 'person_name'), values(rows, 'left_date')]).toEqual([['丁'], ['2023-07-01']]);
  });
});
