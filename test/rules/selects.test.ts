import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RULES } from '../../src/rules/index.js';
import type { SqlRow, SqlValue, Store } from '../../src/store/store.js';
import { emptyTables, put } from './tables.js';

/** What single SELECTs return where no ledgers of a case could show it. */
let store: Store;

beforeAll(async () => {
  store = await emptyTables();
});

afterAll(() => store.close());

type Row = Record<string, SqlValue>;

/** What a rule finds where nothing is there but the rows given. `named` is a view of the mentions. */
async function found(name: string, tables: Readonly<Record<string, readonly Row[]>>): Promise<SqlRow[]> {
  const rule = RULES.find((one) => one.name === name);
  if (!rule) throw new Error(name);
  for (const [table, rows] of Object.entries(tables)) await put(store, table, rows);
  const rows = await store.all(rule.select({ options: rule.defaults, supplied: new Map() }));
  for (const table of Object.keys(tables)) await store.run(`DELETE FROM ${table}`);
  return rows;
}

const values = (rows: readonly SqlRow[], column: string) => [
  ...new Set(rows.map((row) => row[column] ?? null)),
];

describe('logic/method-sex', () => {
  const ID = '230190198903040110';
  const operation = (claim: Row) => ({
    contraception: [{ record: 1, woman_id: ID, method: 'iud' }],
    mentions: [{ record: 1, role: 'woman', id: ID, id_status: 'valid' }],
    event_claims: [
      { record: 1, event: 5, is_primary: true, ...claim },
      { record: 2, event: 6, is_primary: true },
      { record: 3, event: 7, is_primary: false },
    ],
  });

  it.each([
    ['the event of its row', {}, [5]],
    ['no event that its row only witnesses', { is_primary: false }, [null]],
  ])('is about %s', async (_, claim, events) => {
    expect(values(await found('logic/method-sex', operation(claim)), 'event')).toEqual(events);
  });
});

describe('coverage/household-count', () => {
  const BUILDING = { community: '甲', building: '1号楼' };
  const member = (record: number) => ({ ...BUILDING, record, source: 2, household_no: '001' });
  const person = (record: number, of: number) => ({
    record,
    person: of,
    role: 'self',
    register: 'households',
  });

  it.each([
    ['somebody on two cards', [5, 5, 6], ['person:5@card']],
    ['nobody on one card', [5, 6, 7], []],
  ])('is explained by %s', async (_, persons, causes) => {
    const rows = await found('coverage/household-count', {
      sources: [
        { source: 1, point: 'ledger', register: 'buildings' },
        { source: 2, point: 'card', register: 'households' },
      ],
      buildings: [{ ...BUILDING, record: 10, source: 1, households: 1, persons: 9 }],
      households: [member(1), member(2), member(3)],
      mentions: persons.map((of, n) => person(n + 1, of)),
    });
    expect(rows.length).toBeGreaterThan(0);
    const explained = values(rows, 'cause').map(String);
    expect(explained.filter((cause) => cause.startsWith('person:'))).toEqual(causes);
  });
});

describe('coverage/household-count beside a stay that the card lacks', () => {
  const LACKED = { event: 7, register: 'households', point: 'card', record: null };

  it.each<[string, Row, Row, string[]]>([
    ['is explained by it', {}, {}, ['event:7']],
    ['is not by a birth', { kind: 'birth' }, {}, []],
    ['is not by one elsewhere', { community: '乙' }, {}, []],
    ['is not by one that another point lacks', {}, { point: 'system' }, []],
    ['is not by one that another register lacks', {}, { register: 'women' }, []],
    ['is by a row of the building that does not show it', { kind: 'birth' }, { record: 1 }, ['event:7']],
    ['is not by a row of another building', {}, { record: 9 }, []],
  ])('%s', async (_, event, missing, causes) => {
    const rows = await found('coverage/household-count', {
      sources: [
        { source: 1, point: 'ledger', register: 'buildings' },
        { source: 2, point: 'card', register: 'households' },
      ],
      buildings: [{ community: '甲', building: '1号楼', record: 10, source: 1, households: 1, persons: 9 }],
      households: [{ community: '甲', building: '1号楼', record: 1, source: 2, household_no: '001' }],
      events: [{ event: 7, kind: 'migration', community: '甲', ...event }],
      missing: [{ ...LACKED, ...missing }],
    });
    const explained = values(rows, 'cause').map(String);
    expect(explained.filter((cause) => cause.startsWith('event:'))).toEqual(causes);
  });
});

describe('identity/shared-id', () => {
  const child = (record: number, pinyin: string) => ({
    record,
    role: 'child',
    register: 'births',
    id: 'X',
    id_status: 'valid',
    pinyin,
    name_key: pinyin,
  });
  const births = (first: number, second: number) => ({
    disputed_ids: [{ id: 'X', pinyin: 'a' }],
    mentions: [child(1, 'a'), child(2, 'b')],
    records: [1, 2].map((record) => ({ record, register: 'births' })),
    events: [1, 2, 3].map((event) => ({ event, kind: 'birth' })),
    event_claims: [
      { record: 1, event: first },
      { record: 2, event: second },
    ],
  });

  it.each([
    ['two children of two births', births(1, 2), ['X']],
    ['one child, whose name is told in two ways', births(1, 1), []],
  ])('finds, or not, %s', async (_, tables, ids) => {
    expect(values(await found('identity/shared-id', tables), 'finding')).toEqual(ids);
  });
});
