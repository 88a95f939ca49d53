import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RULES } from '../../src/rules/index.js';
import type { SqlRow, SqlValue, Store } from '../../src/store/store.js';
import { emptyTables, type Tables, withRows } from './tables.js';

/** What single SELECTs return where no ledgers of a case could show it. */
let store: Store;

beforeAll(async () => {
  store = await emptyTables();
});

afterAll(() => store.close());

type Row = Record<string, SqlValue>;

/** What a rule finds where nothing is there but the rows given. `named` is a view of the mentions. */
async function found(name: string, tables: Tables): Promise<SqlRow[]> {
  const rule = RULES.find((one) => one.name === name);
  if (!rule) throw new Error(name);
  const select = rule.select({ options: rule.defaults, supplied: new Map() });
  return withRows(store, tables, () => store.all(select));
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

  it.each<[string, number[], string[], Row?]>([
    ['somebody on two cards', [5, 5, 6], ['person:5@card']],
    ['nobody on one card', [5, 6, 7], []],
    ['nobody on two cards of another building', [6, 5, 5], [], { building: '2号楼' }],
  ])('is explained by %s', async (_, persons, causes, elsewhere = {}) => {
    const rows = await found('coverage/household-count', {
      sources: [
        { source: 1, point: 'ledger', register: 'buildings' },
        { source: 2, point: 'card', register: 'households' },
      ],
      buildings: [{ ...BUILDING, record: 10, source: 1, households: 1, persons: 9 }],
      households: [member(1), { ...member(2), ...elsewhere }, { ...member(3), ...elsewhere }],
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

describe('coverage/card-absent', () => {
  const ID = '230190199001010021';
  const CARDS = { source: 2, point: 'card', register: 'households', columns: ' household_no ' };
  const absent = (
    households: readonly Row[],
    sources: readonly Row[] = [CARDS],
    more: Readonly<Record<string, readonly Row[]>> = {},
  ) => ({
    women: [{ record: 1, community: '甲', household_no: '7' }],
    mentions: [{ record: 1, role: 'self', register: 'women', person: 1, id: ID }],
    coverage: [{ register: 'households', point: 'card', community: '甲' }],
    households,
    sources,
    ...more,
  });
  const card = (household_no: string | null, more: Row = {}) => ({
    record: 20,
    source: 2,
    community: '甲',
    household_no,
    ...more,
  });

  it.each<[string, Readonly<Record<string, readonly Row[]>>, number]>([
    ['without a card', absent([card('8')]), 1],
    ['with a card', absent([card('7')]), 0],
    ['with a card whose number lost its zeros', absent([card('007')]), 0],
    ['with a card in another community', absent([card('7', { community: '乙' })]), 1],
    [
      'with a card at another point',
      absent([card('7', { source: 3 })], [CARDS, { ...CARDS, source: 3, point: 'ledger' }]),
      1,
    ],
    ['where cards have no numbers', absent([card(null)], [{ ...CARDS, columns: ' name ' }]), 0],
    [
      'where those of another community have no numbers',
      absent([card(null, { community: '乙' })], [{ ...CARDS, columns: ' name ' }]),
      1,
    ],
    [
      'where no cards are kept',
      absent([card('8')], [CARDS], { coverage: [{ register: 'women', point: 'card', community: '甲' }] }),
      0,
    ],
    [
      'where cards of another community are kept',
      absent([card('8')], [CARDS], {
        coverage: [{ register: 'households', point: 'card', community: '乙' }],
      }),
      0,
    ],
  ])('is about a household %s', async (_, tables, n) => {
    expect(values(await found('coverage/card-absent', tables), 'finding')).toHaveLength(n);
  });

  const unreadable = (source: Row, raw = `甲|7|${ID}`) =>
    absent([card('8')], [CARDS, { source: 5, ...source }], {
      problems: [{ record: 50, source: 5, rule: 'format/unreadable-row', raw }],
    });

  it.each<[string, Readonly<Record<string, readonly Row[]>>, unknown[]]>([
    ['a card that cannot be read', unreadable({ point: 'card', register: 'households' }), ['row:50']],
    ['no card of somebody else', unreadable({ point: 'card', register: 'households' }, '甲|7'), [null]],
    ['no row of another register', unreadable({ point: 'card', register: 'women' }), [null]],
    ['no card of another point', unreadable({ point: 'ledger', register: 'households' }), [null]],
  ])('follows from %s', async (_, tables, causes) => {
    expect(values(await found('coverage/card-absent', tables), 'cause')).toEqual(causes);
  });

  it.each<[string, Row, Row, unknown[]]>([
    ['a number that is missing on her card', {}, {}, ['cell:20:household_no']],
    ['no number that is there', {}, { household_no: '8' }, [null]],
    ['no number missing on the card of somebody else', { person: 2 }, {}, [null]],
    ['no number missing where she is named as a spouse', { role: 'wife' }, {}, [null]],
  ])('follows from %s (own card)', async (_, mention, row, causes) => {
    const tables = absent([card(null, row)]);
    const hers = { record: 20, role: 'self', register: 'households', person: 1, ...mention };
    const rows = await found('coverage/card-absent', { ...tables, mentions: [...tables.mentions, hers] });
    expect(values(rows, 'cause')).toEqual(causes);
  });
});

describe('coverage/building-absent', () => {
  const SOURCES = [
    { source: 1, point: 'ledger', register: 'buildings' },
    { source: 2, point: 'card', register: 'households' },
  ];
  const listed = (more: Row = {}) => ({
    record: 10,
    source: 1,
    community: '甲',
    building: '1号楼',
    households: 2,
    ...more,
  });
  const carded = (more: Row = {}) => ({
    record: 20,
    source: 2,
    community: '甲',
    building: '1号楼',
    household_no: '1',
    ...more,
  });

  it.each<[string, Row[], Row[], string[]]>([
    ['nothing where both have it', [listed()], [carded()], []],
    [
      'one that no card names',
      [listed(), listed({ building: '2号楼' })],
      [carded()],
      ['甲|2号楼|ledger|card'],
    ],
    ['one that the list lacks', [listed()], [carded(), carded({ building: '2号楼' })], ['甲|2号楼|ledger']],
    ['nothing where no card names any', [listed()], [carded({ community: '乙' })], []],
    ['nothing where no list names any', [listed({ community: '乙' })], [carded()], []],
    ['none that is empty', [listed(), listed({ building: '2号楼', households: 0 })], [carded()], []],
    [
      'one that cards of another community name',
      [listed(), listed({ building: '2号楼' })],
      [carded(), carded({ community: '乙', building: '2号楼' })],
      ['甲|2号楼|ledger|card'],
    ],
  ])('finds %s', async (_, buildings, households, findings) => {
    const rows = await found('coverage/building-absent', { sources: SOURCES, buildings, households });
    expect(values(rows, 'finding')).toEqual(findings);
  });
});

describe('identity/split-id', () => {
  /** Two people, each with an ID on two rows and another on one. */
  const rows = [1, 2].flatMap((person) =>
    ['A', 'A', 'B'].map((letter, n) => ({
      record: 10 * person + n,
      id: `${letter}${person}`.padEnd(18, '0'),
      person,
    })),
  );

  it('compares each wrong ID with the right one of the same person', async () => {
    const tables = {
      mentions: rows.map((row) => ({
        ...row,
        role: 'self',
        register: 'women',
        id_status: 'valid',
        key: 'near',
      })),
      renumbered: rows.map(({ record, person }) => ({ record, role: 'self', key: 'near', person })),
      records: rows.map(({ record }) => ({ record, register: 'women', point: 'card', fp: record })),
    };
    const found_ = await found('identity/split-id', tables);
    const pairs = new Set(
      found_.map(
        ({ wrong_id, right_id }) => `${String(wrong_id).slice(0, 2)} ${String(right_id).slice(0, 2)}`,
      ),
    );
    expect([...pairs].sort()).toEqual(['B1 A1', 'B2 A2']);
  });
});

describe('birth/mismatched', () => {
  const claim = (record: number, date: string, more: Row = {}) => ({
    event: 1,
    kind: 'birth',
    register: 'births',
    record,
    date,
    point: record === 1 ? 'ledger' : 'system',
    is_primary: true,
    key: 'first',
    ...more,
  });

  it.each<[string, string, string | null, Row?]>([
    ['2023-03-05', '2023-05-03', 'month-day-swapped'],
    ['2023-05-12', '2023-05-21', 'digits-swapped'],
    ['2023-01-05', '2023-10-05', 'digits-swapped'],
    ['1998-05-05', '1989-05-05', 'digits-swapped'],
    ['2020-11-05', '2021-01-05', 'digits-swapped'],
    ['2023-01-21', '2023-02-11', 'digits-swapped'],
    ['2023-05-12', '2023-05-13', null],
    ['2023-05-12', '2023-06-21', null],
    ['2022-03-05', '2023-05-03', null],
    ['2023-05-12', '2023-05-20', 'registration-date', { registered: '2023-05-20' }],
    ['2023-05-12', '2023-05-19', null, { registered: '2023-05-20' }],
    ['2023-05-03', '2023-06-20', 'lunar-date'],
    ['2023-01-02', '2023-12-11', 'lunar-date'],
    ['2023-05-04', '2023-06-20', null],
  ])('says why %s and %s may differ: %s', async (one, other, detail, more = {}) => {
    const rows = await found('birth/mismatched', {
      events: [{ event: 1, kind: 'birth', in_period: true }],
      conflicting_claims: [claim(1, one, more), claim(2, other)],
      // One is the day of the Chinese calendar on which the other fell.
      lunar: [
        { day: '2023-06-20', lunar_day: '05-03' },
        { day: '2023-01-02', lunar_day: '12-11' },
      ],
    });
    expect(values(rows, 'detail')).toEqual([detail]);
  });
});

describe('logic/event-after-death', () => {
  const DIED = { event: 1, kind: 'death', subject: 7, date: '2023-07-17', in_period: true };
  const named = (register: string, role: string, person = 7): Row => ({ record: 20, role, register, person });

  it.each<[string, Tables, string[]]>([
    [
      'a visit',
      { visits: [{ record: 20, visit_date: '2023-07-18' }], mentions: [named('visits', 'woman')] },
      ['visit_date'],
    ],
    [
      'no visit on that day',
      { visits: [{ record: 20, visit_date: '2023-07-17' }], mentions: [named('visits', 'woman')] },
      [],
    ],
    [
      'a move of registration',
      { moves: [{ record: 20, move_date: '2023-07-18' }], mentions: [named('moves', 'self')] },
      ['move_date'],
    ],
    [
      'no move on that day',
      { moves: [{ record: 20, move_date: '2023-07-17' }], mentions: [named('moves', 'self')] },
      [],
    ],
    [
      'no move of somebody else',
      { moves: [{ record: 20, move_date: '2023-07-18' }], mentions: [named('moves', 'self', 8)] },
      [],
    ],
  ])('finds %s', async (_, tables, columns) => {
    const rows = await found('logic/event-after-death', { events: [DIED], ...tables });
    expect(values(rows, 'columns')).toEqual(columns);
  });
});

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

describe('coverage/incomplete-card', () => {
  const items = ['relation', 'birth_date', 'marital_status'];

  it.each<[string, Row, unknown[]]>([
    ['every blank of somebody of 15', { birth_date: '2008-12-31' }, ['relation marital_status']],
    ['no marital status of somebody of 14', { birth_date: '2009-01-01' }, ['relation']],
    ['what is not required alone, of somebody without a birth date', {}, ['relation']],
    [
      'nothing where nothing is blank',
      { birth_date: '1980-01-01', relation: '户主', marital_status: '初婚' },
      [],
    ],
  ])('cites %s', async (_, row, columns) => {
    const rows = await found('coverage/incomplete-card', {
      sources: [{ source: 1, point: 'card', register: 'households', columns: ` ${items.join(' ')} ` }],
      households: [{ record: 1, source: 1, fp: 1, community: '甲', ...row }],
    });
    const known = (found: unknown) =>
      items.filter((item) => String(found).split(' ').includes(item)).join(' ');
    expect(values(rows, 'columns').map(known)).toEqual(columns);
  });
});

describe('timing/follow-up-overdue', () => {
  const [MOTHER, FATHER, OTHER] = [1, 2, 3];

  it.each<[string, number, Row, number]>([
    ['the mother was visited', MOTHER, {}, 0],
    ['the father was visited', FATHER, {}, 0],
    ['somebody else was visited', OTHER, {}, 1],
    ['she was visited on the 42nd day', MOTHER, { visit_date: '2023-06-12' }, 0],
    ['she was visited on the 43rd day', MOTHER, { visit_date: '2023-06-13' }, 1],
    ['she was visited before', MOTHER, { visit_date: '2023-04-30' }, 1],
    ['she was visited for another reason', MOTHER, { service: '术后随访' }, 1],
    ['she was not there', MOTHER, { visit_date: null }, 1],
  ])('after a birth of 1 May: %s', async (_, person, visit, findings) => {
    const rows = await found('timing/follow-up-overdue', {
      sources: [
        { source: 9, register: 'visits', point: 'ledger', set_aside: false, columns: ' visit_date service ' },
      ],
      coverage: [{ register: 'visits', point: 'ledger', community: '甲' }],
      events: [
        {
          ...{ event: 1, kind: 'birth', community: '甲', date: '2023-05-01', in_period: true, primary_n: 1 },
          ...{ subject: MOTHER, partner: FATHER },
        },
      ],
      event_claims: [{ event: 1, kind: 'birth', register: 'births', record: 5, witness: false }],
      visits: [
        { record: 20, source: 9, community: '甲', service: '产后访视', visit_date: '2023-05-10', ...visit },
      ],
      mentions: [{ record: 20, role: 'woman', register: 'visits', person }],
    });
    expect(values(rows, 'finding')).toHaveLength(findings);
  });
});

describe('coverage/register-absent, of months', () => {
  const FILE = { register: 'births', point: 'ledger', set_aside: false, witness: false };
  const from = (
    community: string | null,
    month_from: string | null,
    month_to = month_from,
    more: Row = {},
  ) => ({
    ...FILE,
    community,
    month_from,
    month_to,
    ...more,
  });
  const SHORT = from('乙', '2023-01');

  it.each<[string, Row[], string[]]>([
    ['that another community declares', [from('甲', '2023-01', '2023-03')], ['乙|ledger|2023-03|2023-03']],
    [
      'what is left where it declares the month between',
      [from('甲', '2022-12', '2023-04'), from('乙', '2023-03')],
      ['乙|ledger|2023-04|2023-04'],
    ],
    ['none that it declares itself', [from('甲', '2023-01', '2023-03'), from('乙', '2023-03')], []],
    ['none where a file of it declares no months', [from('甲', '2023-01', '2023-03'), from('乙', null)], []],
    ['none that a file of all communities declares', [from(null, '2023-01', '2023-03')], []],
    ['none that a copy declares', [from('甲', '2023-01', '2023-03', { set_aside: true })], []],
    ['none that a witness declares', [from('甲', '2023-01', '2023-03', { witness: true })], []],
    ['none of another register', [from('甲', '2023-01', '2023-03', { register: 'deaths' })], []],
    ['none of another point', [from('甲', '2023-01', '2023-03', { point: 'system' })], []],
    ['none outside the period', [from('甲', '2023-01', '2024-01')], []],
  ])('finds %s', async (_, files, findings) => {
    const sources = [SHORT, ...files].map((file, source) => ({ source, ...file }));
    const rows = await found('coverage/register-absent', { sources });
    expect(values(rows, 'finding').map(String).sort()).toEqual(findings);
  });
});

describe('coverage/register-absent', () => {
  const at = (community: string, ...claimants: readonly string[]) =>
    claimants.map((claimant) => {
      const [point = '', register = ''] = claimant.split('/');
      return { community, point, register };
    });
  const BOTH = ['甲', '乙'].flatMap((community) => at(community, 'card/women', 'ledger/births'));
  const formerly = (...claimants: readonly string[]) => at('丁', ...claimants);
  const BIRTHS = { source: 1, register: 'births', point: 'ledger', set_aside: false, witness: false };

  it.each<[string, Readonly<Record<string, readonly Row[]>>, string[]]>([
    ['nothing where all hand in the same', { holdings: BOTH, coverage: BOTH }, []],
    [
      'one register',
      {
        holdings: BOTH,
        coverage: [
          ...at('甲', 'card/women', 'ledger/births', 'ledger/deaths'),
          ...at('乙', 'card/women', 'ledger/births'),
        ],
      },
      ['乙|ledger|deaths'],
    ],
    [
      'all of a point',
      {
        holdings: BOTH,
        coverage: [...at('甲', 'card/women', 'ledger/births', 'ledger/deaths'), ...at('乙', 'card/women')],
      },
      ['乙|ledger|'],
    ],
    [
      'all of one point and one register of another',
      {
        holdings: BOTH,
        coverage: [...at('甲', 'card/women', 'card/households', 'ledger/births'), ...at('乙', 'card/women')],
      },
      ['乙|card|households', '乙|ledger|'],
    ],
    [
      'nothing of a community that one register names',
      {
        holdings: [...at('甲', 'card/women', 'ledger/births'), ...at('乙', 'card/women')],
        coverage: [...at('甲', 'card/women', 'ledger/births'), ...at('乙', 'card/women')],
      },
      [],
    ],
    [
      'what a community handed in before',
      { handed_before: formerly('ledger/births'), sources: [BIRTHS] },
      ['丁|ledger|before'],
    ],
    [
      'that beside another register of today',
      { handed_before: formerly('ledger/births'), sources: [BIRTHS], coverage: at('丁', 'ledger/deaths') },
      ['丁|ledger|before'],
    ],
    [
      'that beside the same of another point',
      { handed_before: formerly('ledger/births'), sources: [BIRTHS], coverage: at('丁', 'system/births') },
      ['丁|ledger|before'],
    ],
    [
      'nothing that it hands in today',
      { handed_before: formerly('ledger/births'), sources: [BIRTHS], coverage: at('丁', 'ledger/births') },
      [],
    ],
    [
      'once what its peers show as well',
      {
        handed_before: formerly('ledger/births'),
        sources: [BIRTHS],
        holdings: [...at('甲', 'card/women', 'ledger/births'), ...at('丁', 'card/women', 'card/households')],
        coverage: [
          ...at('甲', 'card/women', 'card/households', 'ledger/births'),
          ...at('丁', 'card/women', 'card/households'),
        ],
      },
      ['丁|ledger|'],
    ],
    [
      'what nobody hands in any more',
      { handed_before: formerly('ledger/births') },
      ['|ledger|births|before'],
    ],
    [
      'what but a copy hands in',
      { handed_before: formerly('ledger/births'), sources: [{ ...BIRTHS, set_aside: true }] },
      ['|ledger|births|before'],
    ],
  ])('finds %s', async (_, tables, findings) => {
    const rows = await found('coverage/register-absent', tables);
    expect(values(rows, 'finding').map(String).sort()).toEqual(findings);
  });
});
