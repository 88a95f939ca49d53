import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BURIED, MAY_BE_BEREAVED } from '../../src/match/bereaved.js';
import type { Store } from '../../src/store/store.js';
import { emptyTables, type Tables, withRows } from '../rules/tables.js';

/** Who may have lost a child, and which births are of a child that died. */
let store: Store;

beforeAll(async () => {
  store = await emptyTables();
});

afterAll(() => store.close());

describe('a child that died', () => {
  const BORN = { event: 1, kind: 'birth', community: '甲', date: '2023-05-01' };
  const DIED = { event: 2, kind: 'death', community: '甲', date: '2023-06-01' };
  const BURIED_ONE = { record: 9, community: '甲', birth_date: '2023-05-01' };

  it.each<[string, Tables, number[]]>([
    [
      'is known by itself',
      {
        events: [
          { ...BORN, child: 7 },
          { ...DIED, subject: 7 },
        ],
      },
      [1],
    ],
    [
      'is not another child',
      {
        events: [
          { ...BORN, child: 7 },
          { ...DIED, subject: 8 },
        ],
      },
      [],
    ],
    [
      'is not one whose mother died',
      {
        events: [
          { ...BORN, subject: 7, child: 8 },
          { ...DIED, subject: 7 },
        ],
      },
      [],
    ],
    [
      'is known by day and community where nobody says who it is',
      { events: [BORN], deaths: [BURIED_ONE] },
      [1],
    ],
    [
      'is known so where only a name says who it is',
      { events: [{ ...BORN, child: -7 }], deaths: [BURIED_ONE] },
      [1],
    ],
    [
      'is not one who is known to be another, of that day and community',
      { events: [{ ...BORN, child: 7 }], deaths: [BURIED_ONE] },
      [],
    ],
    ['is of that day', { events: [BORN], deaths: [{ ...BURIED_ONE, birth_date: '2023-05-02' }] }, []],
    ['is of that community', { events: [BORN], deaths: [{ ...BURIED_ONE, community: '乙' }] }, []],
    ['is of a birth', { events: [{ ...BORN, kind: 'marriage' }], deaths: [BURIED_ONE] }, []],
  ])('%s', async (_, tables, events) => {
    const found = await withRows(store, tables, () => store.all(BURIED));
    expect(found.map(({ event }) => Number(event))).toEqual(events);
  });
});

describe('a mother may have lost a child', () => {
  /** A woman on a register who counts so many living children, of so many births. */
  const mother = (children_count: number | null, births: number, more: Tables = {}): Tables => ({
    women: [{ record: 1, source: 1, children_count }],
    mentions: [{ record: 1, role: 'self', register: 'women', person: 5 }],
    events: Array.from({ length: births }, (_, n) => ({ event: n, kind: 'birth', subject: 5 })),
    ...more,
  });

  it.each<[string, Tables, number[]]>([
    ['who counts fewer than she bore', mother(1, 2), [5]],
    ['not one who counts as many', mother(2, 2), []],
    ['not one who counts none', mother(null, 2), []],
    ['not where somebody keeps deaths', mother(1, 2, { sources: [{ source: 2, register: 'deaths' }] }), []],
  ])('%s', async (_, tables, persons) => {
    const found = await withRows(store, tables, () => store.all(MAY_BE_BEREAVED));
    expect(found.map(({ person }) => Number(person))).toEqual(persons);
  });
});
