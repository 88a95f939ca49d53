import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SqlValue } from '../../src/store/store.js';
import { recordOf } from '../../src/store/tables.js';
import { emptyPlan, type Tables } from './made.js';

/** Where a claim is due, and where it is missing: what each condition of these steps lets through, and what it does not. */
let plan: Awaited<ReturnType<typeof emptyPlan>>;

beforeAll(async () => {
  plan = await emptyPlan();
});

afterAll(() => plan.close());

type Row = Record<string, SqlValue>;

/** The tables with some rows instead of their own. */
const having = (base: Tables, more: Tables): Tables => ({ ...base, ...more });

/** The tables with other values in the first row of each that is named. */
function but(base: Tables, values: Readonly<Record<string, Row>>): Tables {
  const changed = Object.entries(values).map(([table, row]) => {
    const [first, ...rest] = base[table] ?? [];
    return [table, [{ ...first, ...row }, ...rest]];
  });
  return { ...base, ...Object.fromEntries(changed) };
}

const BORN = '2023-06-01';

describe('which communities a register speaks for', () => {
  const FILE = { source: 1, register: 'births', point: 'ledger', witness: false };
  const ROWS: Tables = { records: [{ ...FILE, record: recordOf(1, 2), community: '甲' }] };
  const NAMED: Tables = { sources: [{ ...FILE, set_aside: false, community: '甲' }] };

  it.each<[string, Tables, SqlValue[]]>([
    ['those of its rows', ROWS, ['甲']],
    ['none that its rows leave blank', but(ROWS, { records: { community: null } }), []],
    ['none of what a witness says', but(ROWS, { records: { witness: true } }), []],
    ['none of what inspectors found', but(ROWS, { records: { point: 'field' } }), []],
    ['the one that its file is named after', NAMED, ['甲']],
    ['none, where its file is named after none', but(NAMED, { sources: { community: null } }), []],
    ['none that a witness’s file is named after', but(NAMED, { sources: { witness: true } }), []],
    ['none that a copy is named after', but(NAMED, { sources: { set_aside: true } }), []],
    ['none that an inspector’s file is named after', but(NAMED, { sources: { point: 'field' } }), []],
    ['one of both once', having(ROWS, NAMED), ['甲']],
  ])('%s', async (_, tables, communities) => {
    const found = await plan.made('holdings', tables);
    expect(found.map(({ community = null }) => community)).toEqual(communities);
  });
});

describe('the other end of a stay', () => {
  const LEFT: Tables = {
    events: [{ event: 1, kind: 'migration', subject: 1, date: BORN, in_period: true, community: '朝阳社区' }],
    event_claims: [{ event: 1, kind: 'migration', is_primary: true, place: '本市红旗社区' }],
    event_codes: [{ event: 1, code: '流出' }],
    coverage: [{ register: 'migrants', point: 'ledger', community: '红旗社区' }],
  };
  /** Another event, of the same person there, and its code. */
  const with2 = (more: Row = {}, code = '流入') =>
    having(LEFT, {
      events: [
        ...(LEFT.events ?? []),
        { event: 2, kind: 'migration', subject: 1, date: BORN, community: '红旗社区', ...more },
      ],
      event_codes: [...(LEFT.event_codes ?? []), { event: 2, code }],
    });

  it.each<[string, Tables, string[]]>([
    ['is not there', LEFT, ['红旗社区']],
    ['is there', with2(), []],
    ['is there, 30 days later', with2({ date: '2023-07-01' }), []],
    ['is there, 30 days before', with2({ date: '2023-05-02' }), []],
    ['is 31 days later', with2({ date: '2023-07-02' }), ['红旗社区']],
    ['is there, undated', with2({ date: null }), []],
    ['has the same direction', with2({}, '流出'), ['红旗社区']],
    ['is of somebody else', with2({ subject: 2 }), ['红旗社区']],
    ['is in a third community', with2({ community: '东风社区' }), ['红旗社区']],
    ['is an operation', with2({ kind: 'contraception' }, 'iud'), ['红旗社区']],
    ['is in no community that keeps stays', but(LEFT, { coverage: { register: 'births' } }), []],
    ['is nowhere that is audited', but(LEFT, { event_claims: { place: '外省' } }), []],
    ['is where the stay itself is', but(LEFT, { events: { community: '红旗社区' } }), []],
    ['is named by no register of stays', but(LEFT, { event_claims: { is_primary: false } }), []],
    ['is of a stay before the period', but(LEFT, { events: { in_period: false } }), []],
    ['is of a stay without a date', but(LEFT, { events: { date: null } }), []],
    [
      'is in the community with the longest name',
      having(but(LEFT, { event_claims: { place: '新红旗社区' } }), {
        coverage: ['红旗社区', '新红旗社区'].map((community) => ({ register: 'migrants', community })),
      }),
      ['新红旗社区'],
    ],
  ])('%s', async (_, tables, communities) => {
    const found = await plan.made('missing_ends', tables);
    expect(found.map(({ community = null }) => community)).toEqual(communities);
  });
});

describe.each(['households', 'women'])(
  'how somebody lives whom %s without a column for it list',
  (register) => {
    const STAY: Tables = {
      [register]: [{ record: 1, source: 1, community: '甲' }],
      sources: [{ source: 1, register, columns: ' name ' }],
      named: [
        { record: 1, person: 1, role: 'self', register },
        { record: 2, person: 1, role: 'self', register: 'migrants' },
      ],
      migrants: [{ record: 2, community: '甲', direction: '流入' }],
    };

    it.each<[string, Tables, string[]]>([
      ['by a stay that goes on', STAY, ['流入']],
      ['by one that ends tomorrow', but(STAY, { migrants: { end_date: '2024-01-01' } }), ['流入']],
      ['not by one that ended today', but(STAY, { migrants: { end_date: '2023-12-31' } }), []],
      ['not by one elsewhere', but(STAY, { migrants: { community: '乙' } }), []],
      ['not by that of somebody else', but(STAY, { named: { person: 2 } }), []],
      ['not by one that names him as a spouse', but(STAY, { named: { role: 'husband' } }), []],
      ['as the column says', but(STAY, { sources: { columns: ' name residence ' } }), []],
      [
        'as one of two stays says, always the same',
        having(STAY, {
          migrants: [...(STAY.migrants ?? []), { record: 2, community: '甲', direction: '流出' }],
        }),
        ['流入'],
      ],
    ])('%s', async (_, tables, residences) => {
      const found = await plan.made('residences', tables);
      expect(found.map(({ residence = null }) => residence)).toEqual(residences);
    });
  },
);

describe('a card that was not brought up to date', () => {
  const CARD = { source: 1, point: 'card', register: 'households', columns: ' birth_date household_no ' };
  const BIRTH: Tables = {
    events: [{ event: 1, kind: 'birth', subject: 1, child: 2, date: BORN, in_period: true, community: '甲' }],
    households: [
      { record: 1, source: 1, community: '甲', residence: '常住' },
      { record: 3, source: 1, community: '甲', residence: '常住' },
    ],
    named: [
      { record: 1, person: 1, role: 'self', register: 'households' },
      { record: 3, person: 3, role: 'self', register: 'households' },
    ],
    sources: [CARD],
  };
  const nameless = (more: Tables, columns = CARD.columns, child: number | null = null) =>
    having(but(BIRTH, { events: { child }, sources: { columns } }), more);
  const stay = (direction: string): Tables => ({
    migrants: [{ record: 9, direction }],
    named: [...(BIRTH.named ?? []), { record: 9, person: 2, role: 'self', register: 'migrants' }],
  });
  const childless = (children_count: number | null, sources: Tables['sources'] = []): Tables => ({
    women: [{ record: 9, children_count }],
    named: [...(BIRTH.named ?? []), { record: 9, person: 1, role: 'self', register: 'women' }],
    sources: [CARD, ...(sources ?? [])],
  });

  it.each<[string, Tables, number]>([
    ['lacks the child', BIRTH, 1],
    [
      'lacks the child of somebody whose residence is blank',
      but(BIRTH, { households: { residence: null } }),
      1,
    ],
    ['lacks the child of somebody who stays', but(BIRTH, { households: { residence: '流入' } }), 1],
    ['of somebody who is away', but(BIRTH, { households: { residence: '流出' } }), 0],
    ['names the mother as a spouse', but(BIRTH, { named: { role: 'husband' } }), 0],
    ['holds somebody else', but(BIRTH, { named: { person: 4 } }), 0],
    ['shows no births', but(BIRTH, { sources: { columns: ' name household_no ' } }), 0],
    ['of a birth before the period', but(BIRTH, { events: { in_period: false } }), 0],
    ['of a death', but(BIRTH, { events: { kind: 'death' } }), 0],
    ['of a child who is away', having(BIRTH, stay('流出')), 0],
    ['of a child who stays somewhere', having(BIRTH, stay('流入')), 1],
    ['of a child who died', having(BIRTH, { departed: [{ person: 2 }] }), 0],
    ['of a child who left', having(BIRTH, { departed: [{ person: 2, community: '甲' }] }), 0],
    [
      'of a child who left another community',
      having(BIRTH, { departed: [{ person: 2, community: '乙' }] }),
      1,
    ],
    ['of another child who died', having(BIRTH, { departed: [{ person: 3 }] }), 1],
    ['of a mother who counts one child less, where nobody keeps deaths', having(BIRTH, childless(0)), 0],
    ['of a mother who counts as many', having(BIRTH, childless(1)), 1],
    ['of a mother who counts none', having(BIRTH, childless(null)), 1],
    [
      'of a mother who counts one child less, where somebody keeps deaths',
      having(BIRTH, childless(0, [{ source: 2, register: 'deaths' }])),
      1,
    ],
    ['of a child without ID', nameless({}), 1],
    ['of a child that is no person known', nameless({}, CARD.columns, -2), 1],
    [
      'of a child without ID, and a death of one born that day',
      nameless({ deaths: [{ birth_date: BORN, community: '甲' }] }),
      0,
    ],
    [
      'of a child with ID, and a death of one born that day',
      having(BIRTH, { deaths: [{ birth_date: BORN, community: '甲' }] }),
      1,
    ],
    [
      'of a child without ID, and a death of one born on another day',
      nameless({ deaths: [{ birth_date: '2023-06-02', community: '甲' }] }),
      1,
    ],
    [
      'of a child without ID, and a death elsewhere of one born that day',
      nameless({ deaths: [{ birth_date: BORN, community: '乙' }] }),
      1,
    ],
    ['of a child without ID, where cards have no numbers', nameless({}, ' birth_date '), 0],
    ['of a child with ID, where cards have no numbers', nameless({}, ' birth_date ', 2), 1],
  ])('%s', async (_, tables, n) => {
    const found = await plan.made('outdated', tables);
    expect(found).toEqual(n === 0 ? [] : [{ event: 1, point: 'card', register: 'households', record: 1 }]);
  });

  const STAY: Tables = {
    events: [
      { event: 1, kind: 'migration', subject: 1, in_period: true, open: true, primary_n: 1, community: '甲' },
    ],
    event_codes: [{ event: 1, code: '流入' }],
    coverage: [{ register: 'households', point: 'card', community: '甲' }],
  };
  const onCard = (row: Row = {}, mention: Row = {}) =>
    having(STAY, {
      households: [
        { record: 1, source: 1, community: '甲', ...row },
        { record: 3, source: 1, community: '甲', residence: '常住' },
      ],
      named: [{ record: 1, person: 1, role: 'self', register: 'households', ...mention }],
      sources: [CARD],
    });

  it.each<[string, Tables, SqlValue[]]>([
    ['lacks who stays', STAY, [null]],
    ['lacks who is away', but(STAY, { event_codes: { code: '流出' } }), []],
    ['lacks who stayed', but(STAY, { events: { open: false } }), []],
    ['lacks who came before the period', but(STAY, { events: { in_period: false } }), []],
    ['lacks who stays by no register of stays', but(STAY, { events: { primary_n: 0 } }), []],
    ['lacks who was born', but(STAY, { events: { kind: 'birth' } }), []],
    ['is not kept there', but(STAY, { coverage: { community: '乙' } }), []],
    ['is a register of women', but(STAY, { coverage: { register: 'women' } }), []],
    ['does not show that somebody stays', onCard(), [1]],
    [
      'shows that of nobody',
      having(onCard(), { households: [{ record: 1, source: 1, community: '甲' }] }),
      [],
    ],
    ['does not show that somebody is away', but(onCard(), { event_codes: { code: '流出' } }), [1]],
    ['of another community has who stays', onCard({ community: '乙' }), [null]],
    ['has somebody else', onCard({}, { person: 2 }), [null]],
    ['names who stays as a spouse', onCard({}, { role: 'husband' }), [null]],
    ['of another point has who stays', but(onCard(), { sources: { point: 'ledger' } }), [null]],
  ])('%s (stay)', async (_, tables, records) => {
    const found = await plan.made('outdated', tables);
    expect(found.map(({ record = null }) => record)).toEqual(records);
  });
});

describe('whether a point is expected to claim a birth', () => {
  /** A record of the first file, of residents, and of the second, of stays and moves. */
  const [CARD, STAYS] = [recordOf(1, 2), recordOf(2, 2)];
  const BIRTH: Tables = {
    events: [
      {
        event: 1,
        kind: 'birth',
        subject: 1,
        partner: 5,
        child: 2,
        date: BORN,
        in_period: true,
        community: '甲',
      },
    ],
    coverage: [{ register: 'births', point: 'ledger', community: '甲' }],
    sources: [
      { source: 1, point: 'ledger', register: 'households' },
      { source: 2, point: 'system', register: 'migrants' },
    ],
    households: [{ record: CARD, source: 1 }],
    named: [{ record: CARD, person: 1, role: 'self', register: 'households' }],
  };
  const among = (register: string, person: number, row: Row) =>
    having(BIRTH, {
      [register]: [{ record: STAYS, source: 2, community: '甲', ...row }],
      named: [...(BIRTH.named ?? []), { record: STAYS, person, role: 'self', register }],
    });
  const stays = (start_date: string, more: Row = {}) =>
    among('migrants', 1, { direction: '流入', start_date, ...more });
  const moves = (move_date: string, person = 1, direction = '迁入', community = '甲') =>
    among('moves', person, { direction, move_date, community });
  const uncovered = (row: Row) =>
    having(BIRTH, {
      uncovered_months: [{ kind: 'birth', point: 'ledger', month: '2023-06', community: '甲', ...row }],
    });
  const migration = (code: string | null, point = 'ledger') =>
    having(but(BIRTH, { events: { kind: 'migration' }, coverage: { register: 'migrants' } }), {
      event_claims: [{ kind: 'migration', point, is_primary: true, code }],
    });

  it.each<[string, Tables, number]>([
    ['whose residents know the mother', BIRTH, 1],
    ['whose residents know the father', but(BIRTH, { named: { person: 5 } }), 1],
    ['whose residents know the child', but(BIRTH, { named: { person: 2 } }), 1],
    ['whose residents know nobody of them', but(BIRTH, { named: { person: 3 } }), 0],
    ['whose births alone know them', but(BIRTH, { named: { register: 'births' } }), 0],
    ['that keeps no residents', but(BIRTH, { named: { person: 3 }, sources: { point: 'card' } }), 1],
    [
      'of a death, though its residents know nobody',
      but(BIRTH, { named: { person: 3 }, events: { kind: 'death' }, coverage: { register: 'deaths' } }),
      1,
    ],
    ['without such a register', but(BIRTH, { coverage: { register: 'women' } }), 0],
    ['of another community', but(BIRTH, { coverage: { community: '乙' } }), 0],
    ['before the period', but(BIRTH, { events: { in_period: false } }), 0],
    ['in a month that was not handed in', uncovered({}), 0],
    ['in a month that no community handed in', uncovered({ community: null }), 0],
    ['in another month', uncovered({ month: '2023-05' }), 1],
    ['in a month that another point did not hand in', uncovered({ point: 'system' }), 1],
    ['in a month that another community did not hand in', uncovered({ community: '乙' }), 1],
    ['in a month without deaths', uncovered({ kind: 'death' }), 1],
    ['in a month without deaths anywhere', uncovered({ kind: 'death', community: null }), 1],
    ['before the mother came to stay', stays('2023-06-02'), 0],
    ['on the day she came to stay', stays(BORN), 1],
    ['before she left for a stay', stays('2023-06-02', { direction: '流出' }), 1],
    ['before she came to stay elsewhere', stays('2023-06-02', { community: '乙' }), 1],
    ['before she moved in', moves('2023-06-02'), 0],
    ['on the day she moved in', moves(BORN), 1],
    ['before she moved out', moves('2023-06-02', 1, '迁出'), 1],
    ['before she moved in elsewhere', moves('2023-06-02', 1, '迁入', '乙'), 1],
    ['before the child moved in', moves('2023-06-02', 2), 0],
    ['before the father moved in', moves('2023-06-02', 5), 1],
    ['of stays that have a direction', migration('流入'), 1],
    ['of stays, none of which has a direction', migration(null), 0],
    ['of stays, where those of another point have no direction', migration(null, 'system'), 1],
  ])('%s', async (_, tables, n) => {
    const found = await plan.made('expected', tables);
    expect(found.filter(({ event }) => event === 1)).toHaveLength(n);
  });

  const kind = (name: string, register: string, tables: Tables) =>
    but(tables, { events: { kind: name }, coverage: { register } });

  it.each<[string, Tables, number]>([
    ['a wedding before she moved in', kind('marriage', 'marriages', moves('2023-06-02')), 0],
    ['an operation before she moved in', kind('contraception', 'contraception', moves('2023-06-02')), 0],
    ['a death before a move', kind('death', 'deaths', moves('2023-06-02')), 1],
    ['a wedding before she came to stay', kind('marriage', 'marriages', stays('2023-06-02')), 1],
    ['an operation before she came to stay', kind('contraception', 'contraception', stays('2023-06-02')), 1],
  ])('or %s', async (_, tables, n) => {
    expect(await plan.made('expected', tables)).toHaveLength(n);
  });
});

describe('whether a register of women is expected to have a woman', () => {
  const RECORD = recordOf(1, 2);
  const WIFE: Tables = {
    events: [{ event: 1, kind: 'enrolment', subject: 1, community: '甲', in_period: true }],
    coverage: [{ register: 'women', point: 'ledger', community: '甲' }],
    event_claims: [{ event: 1, kind: 'enrolment', code: '初婚' }],
    named: [{ record: RECORD, person: 1, role: 'self', register: 'households', birth_date: '1990-01-01' }],
  };

  it.each<[string, Tables, number]>([
    ['married', WIFE, 1],
    ['in a marriage without certificate', but(WIFE, { event_claims: { code: '事实婚姻' } }), 1],
    ['unmarried', but(WIFE, { event_claims: { code: '未婚' } }), 0],
    ['a widow', but(WIFE, { event_claims: { code: '丧偶' } }), 0],
    ['who stays', but(WIFE, { event_claims: { residence: '流入' } }), 1],
    ['who is away', but(WIFE, { event_claims: { residence: '流出' } }), 0],
    ['of 15', but(WIFE, { named: { birth_date: '2008-12-31' } }), 1],
    ['of 14', but(WIFE, { named: { birth_date: '2009-01-01' } }), 0],
    ['of 49', but(WIFE, { named: { birth_date: '1974-01-01' } }), 1],
    ['of 50', but(WIFE, { named: { birth_date: '1973-12-31' } }), 0],
    ['of unknown age', but(WIFE, { named: { birth_date: null } }), 0],
    ['who died', having(WIFE, { departed: [{ person: 1 }] }), 0],
    ['who left', having(WIFE, { departed: [{ person: 1, community: '甲' }] }), 0],
    ['who left another community', having(WIFE, { departed: [{ person: 1, community: '乙' }] }), 1],
    ['whose husband died', having(WIFE, { departed: [{ person: 2 }] }), 1],
    ['whose husband left', having(WIFE, { departed: [{ person: 2, community: '甲' }] }), 1],
    ['of another community', but(WIFE, { coverage: { community: '乙' } }), 0],
    ['where cards alone are kept', but(WIFE, { coverage: { register: 'households' } }), 0],
  ])('%s', async (_, tables, n) => {
    expect(await plan.made('expected', tables)).toHaveLength(n);
  });
});

describe('who departed', () => {
  const moved = (...list: readonly [direction: string, move_date: string | null, more?: Row][]): Tables => ({
    moves: list.map(([direction, move_date, more], n) => ({
      record: n + 1,
      community: '甲',
      direction,
      move_date,
      ...more,
    })),
    named: list.map((_, n) => ({ record: n + 1, person: 1, role: 'self', register: 'moves' })),
  });
  const stayed = (...list: readonly Row[]): Tables => ({
    migrants: list.map((row, n) => ({ record: n + 1, community: '甲', direction: '流入', ...row })),
    named: list.map((_, n) => ({ record: n + 1, person: 1, role: 'self', register: 'migrants' })),
  });
  const died = (more: Row = {}): Tables => ({ events: [{ event: 1, kind: 'death', subject: 1, ...more }] });
  const FROM = { person: 1, community: '甲' };

  it.each<[string, Tables, Row[]]>([
    ['died today', died({ date: '2023-12-31' }), [{ person: 1, community: null }]],
    ['died on an unknown day', died(), [{ person: 1, community: null }]],
    ['dies tomorrow', died({ date: '2024-01-01' }), []],
    ['was born', died({ kind: 'birth' }), []],
    ['moved out', moved(['迁出', BORN]), [FROM]],
    ['moved in', moved(['迁入', BORN]), []],
    ['moved out, and in again that day', moved(['迁出', BORN], ['迁入', BORN]), []],
    ['moved in, and out a day later', moved(['迁出', BORN], ['迁入', '2023-05-31']), [FROM]],
    [
      'moved out, and in elsewhere',
      moved(['迁出', BORN], ['迁入', '2023-07-01', { community: '乙' }]),
      [FROM],
    ],
    [
      'moved out of an unknown community, and into one',
      moved(['迁出', BORN, { community: null }], ['迁入', '2023-07-01', { community: null }]),
      [{ person: 1, community: null }],
    ],
    ['whose stay ended today', stayed({ end_date: '2023-12-31' }), [FROM]],
    ['whose stay ends tomorrow', stayed({ end_date: '2024-01-01' }), []],
    ['whose stay goes on', stayed({}), []],
    ['whose stay elsewhere ended', stayed({ end_date: BORN, direction: '流出' }), []],
    ['whose stay ended, and another goes on', stayed({ end_date: BORN }, {}), []],
    [
      'whose stay ended, and another ends tomorrow',
      stayed({ end_date: BORN }, { end_date: '2024-01-01' }),
      [],
    ],
    ['whose two stays ended', stayed({ end_date: BORN }, { end_date: '2023-12-31' }), [FROM, FROM]],
    [
      'whose stay ended, and another goes on elsewhere',
      stayed({ end_date: BORN }, { community: '乙' }),
      [FROM],
    ],
  ])('%s', async (_, tables, departed) => {
    expect(await plan.made('departed', tables)).toEqual(departed);
  });
});

describe('a claim that is missing', () => {
  const DUE: Tables = { expected: [{ event: 1, point: 'ledger', register: 'births' }] };
  const SHOWN: Tables = {
    outdated: [
      { event: 1, point: 'card', register: 'women', record: 8 },
      { event: 1, point: 'card', register: 'women', record: 7 },
    ],
  };
  const claim = (more: Row) => ({ claim: 1, event: 1, ...more });
  const of = (point: string, register: string, record: number | null) => ({
    point,
    register,
    is_primary: record === null,
    record,
  });
  const [ROW, CARD] = [of('ledger', 'births', null), of('card', 'women', 7)];

  it.each<[string, Tables, unknown[]]>([
    ['where it is due', DUE, [ROW]],
    [
      'nowhere: it is there',
      having(DUE, { event_claims: [claim({ point: 'ledger', register: 'births' })] }),
      [],
    ],
    [
      'where another point has it',
      having(DUE, { event_claims: [claim({ point: 'system', register: 'births' })] }),
      [ROW],
    ],
    [
      'where another register has it',
      having(DUE, { event_claims: [claim({ point: 'ledger', register: 'women' })] }),
      [ROW],
    ],
    [
      'where another event is',
      having(DUE, { event_claims: [claim({ event: 2, point: 'ledger', register: 'births' })] }),
      [ROW],
    ],
    ['in the first of two rows that do not show it', SHOWN, [CARD]],
    [
      'in no row: another of the register has it',
      having(SHOWN, { event_claims: [claim({ point: 'card', register: 'women' })] }),
      [],
    ],
    [
      'in a row, though another register has it',
      having(SHOWN, { event_claims: [claim({ point: 'card', register: 'births' })] }),
      [CARD],
    ],
    [
      'in a row, though another point has it',
      having(SHOWN, { event_claims: [claim({ point: 'ledger', register: 'women' })] }),
      [CARD],
    ],
    [
      'in a row, though another event is there',
      having(SHOWN, { event_claims: [claim({ event: 2, point: 'card', register: 'women' })] }),
      [CARD],
    ],
    ['in no row of a witness', having(SHOWN, { sources: [{ source: 1, point: 'card', witness: true }] }), []],
    [
      'in a row where another point is a witness',
      having(SHOWN, { sources: [{ source: 1, point: 'hospital', witness: true }] }),
      [CARD],
    ],
  ])('%s', async (_, tables, missing) => {
    const found = await plan.made('missing', tables);
    expect(
      found.map(({ point, register, is_primary, record }) => ({ point, register, is_primary, record })),
    ).toEqual(missing);
  });
});

describe('what a point says of an event', () => {
  const CLAIM = { event: 1, point: 'ledger', is_primary: true, witness: false };
  const BASE: Tables = { events: [{ event: 1, in_period: true }], event_claims: [CLAIM] };
  const LEDGER = { point: 'ledger', primary_claims: 1, claims: 1, covered: 1, witness: 0, claimed: 1 };

  it.each<[string, Tables, Row[]]>([
    ['a claim', BASE, [LEDGER]],
    [
      'two claims',
      having(BASE, { event_claims: [CLAIM, CLAIM] }),
      [{ ...LEDGER, primary_claims: 2, claims: 2 }],
    ],
    [
      'a claim of its register of people',
      but(BASE, { event_claims: { is_primary: false } }),
      [{ ...LEDGER, primary_claims: 0 }],
    ],
    [
      'that alone: its primary register lacks it',
      having(but(BASE, { event_claims: { is_primary: false } }), {
        missing: [{ event: 1, point: 'ledger', is_primary: true }],
      }),
      [{ ...LEDGER, primary_claims: 0, claimed: 0 }],
    ],
    [
      'a claim that its register of people lacks',
      having(BASE, { missing: [{ event: 1, point: 'ledger', is_primary: false }] }),
      [LEDGER],
    ],
    [
      'nothing, where it is due',
      { events: BASE.events ?? [], missing: [{ event: 1, point: 'ledger', is_primary: true }] },
      [{ ...LEDGER, primary_claims: 0, claims: 0, claimed: 0 }],
    ],
    [
      'a claim of a witness',
      but(BASE, { event_claims: { witness: true } }),
      [{ ...LEDGER, covered: 0, witness: 1 }],
    ],
    [
      'a claim of a witness and one of its own',
      having(BASE, { event_claims: [CLAIM, { ...CLAIM, witness: true }] }),
      [{ ...LEDGER, primary_claims: 2, claims: 2 }],
    ],
    ['a claim of before the period', but(BASE, { events: { in_period: false } }), []],
    ['a claim of no event', but(BASE, { event_claims: { event: 2 } }), []],
  ])('%s', async (_, tables, points) => {
    const found = await plan.made('points_of', tables);
    expect(
      found
        .map(({ event: _event, own_claims: _own, ...rest }) => rest)
        .map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([name, value]) => [
              name,
              typeof value === 'bigint' ? Number(value) : value,
            ]),
          ),
        ),
    ).toEqual(points);
  });
});

describe('months that a register does not cover', () => {
  const FILE = {
    register: 'deaths',
    point: 'ledger',
    community: '甲',
    month_from: '2023-01',
    month_to: '2023-06',
    set_aside: false,
    witness: false,
  };
  const covers = (point: string, community: string, register = 'deaths') => ({ register, point, community });
  const DECLARED: Tables = {
    sources: [FILE],
    coverage: [covers('ledger', '甲')],
    events: [{ event: 1, kind: 'death', community: '甲', date: '2023-07-10' }],
  };
  const JULY = 'ledger 甲 2023-07';
  const WIDE = having(but(DECLARED, { sources: { community: null } }), {
    coverage: [covers('ledger', '甲'), covers('ledger', '乙')],
  });

  it.each<[string, Tables, string[]]>([
    ['are those with events that its files do not declare', DECLARED, [JULY]],
    ['are none that they declare', but(DECLARED, { events: { date: '2023-06-30' } }), []],
    ['are none without a date', but(DECLARED, { events: { date: null } }), []],
    ['are none with events of another kind', but(DECLARED, { events: { kind: 'birth' } }), []],
    ['are none with events elsewhere', but(DECLARED, { events: { community: '乙' } }), []],
    [
      'are none where one file declares no months',
      having(DECLARED, { sources: [FILE, { ...FILE, month_from: null, month_to: null }] }),
      [],
    ],
    [
      'are none that a second file declares',
      having(DECLARED, { sources: [FILE, { ...FILE, month_from: '2023-07', month_to: '2023-07' }] }),
      [],
    ],
    [
      'are those that a file of another community declares',
      having(DECLARED, { sources: [FILE, { ...FILE, community: '乙', month_to: '2023-12' }] }),
      [JULY],
    ],
    [
      'are those that a file of another point declares',
      having(DECLARED, { sources: [FILE, { ...FILE, point: 'system', month_to: '2023-12' }] }),
      [JULY],
    ],
    [
      'are those that a file of another register declares',
      having(DECLARED, { sources: [FILE, { ...FILE, register: 'births', month_to: '2023-12' }] }),
      [JULY],
    ],
    [
      'are none that a file of all communities declares',
      having(DECLARED, { sources: [FILE, { ...FILE, community: null, month_to: '2023-12' }] }),
      [],
    ],
    [
      'are those that a file of all communities at another point declares',
      having(DECLARED, {
        sources: [FILE, { ...FILE, community: null, point: 'system', month_to: '2023-12' }],
      }),
      [JULY],
    ],
    [
      'are those that a file of all communities of another register declares',
      having(DECLARED, {
        sources: [FILE, { ...FILE, community: null, register: 'births', month_to: '2023-12' }],
      }),
      [JULY],
    ],
    ['are none of a copy', but(DECLARED, { sources: { set_aside: true } }), []],
    ['are none of a witness', but(DECLARED, { sources: { witness: true } }), []],
    ['are none of another point', having(DECLARED, { coverage: [covers('system', '甲')] }), []],
    ['are none of another register', having(DECLARED, { coverage: [covers('ledger', '甲', 'births')] }), []],
    [
      'are those of every community of a file of all',
      but(WIDE, { events: { community: '乙' } }),
      ['ledger 乙 2023-07'],
    ],
    [
      'are none of other points beside a file of all',
      having(WIDE, { coverage: [covers('system', '甲')] }),
      [],
    ],
    [
      'are none of other registers beside a file of all',
      having(WIDE, { coverage: [covers('ledger', '甲', 'births')] }),
      [],
    ],
  ])('%s', async (_, tables, months) => {
    const found = await plan.made('uncovered_months', tables);
    expect(found.map(({ point, community, month }) => `${point} ${community} ${month}`)).toEqual(months);
  });

  /** Claims of so many deaths by point and month. */
  const claimed = (
    ...list: readonly (readonly [point: string, month: number, n: number, more?: Row])[]
  ): Tables => ({
    coverage: [covers('ledger', '甲'), covers('system', '甲')],
    event_claims: list.flatMap(([point, month, n, more], at) =>
      Array.from({ length: n }, (_, i) => ({
        kind: 'death',
        point,
        is_primary: true,
        witness: false,
        event: 100 * at + i,
        date: `2023-0${month}-10`,
        ...more,
      })),
    ),
  });

  it.each<[string, Tables, string[]]>([
    ['five events of another', claimed(['system', 3, 5]), ['ledger 2023-03 5']],
    ['four', claimed(['system', 3, 4]), []],
    [
      'five in two months',
      claimed(['system', 3, 2], ['system', 5, 3]),
      ['ledger 2023-03 5', 'ledger 2023-05 5'],
    ],
    [
      'five in two months, with one of its own between',
      claimed(['system', 3, 2], ['ledger', 4, 1], ['system', 5, 3]),
      [],
    ],
    ['five after one of its own', claimed(['ledger', 2, 1], ['system', 3, 5]), ['ledger 2023-03 5']],
    ['five, and one of its own', claimed(['system', 3, 5], ['ledger', 3, 1]), []],
    ['three of each of two others', claimed(['system', 3, 3], ['card', 3, 3]), []],
    ['five claims of one event', claimed(['system', 3, 5, { event: 1 }]), []],
    ['five of a witness', claimed(['system', 3, 5, { witness: true }]), []],
    ['five of a register of people', claimed(['system', 3, 5, { is_primary: false }]), []],
    ['five births', claimed(['system', 3, 5, { kind: 'birth' }]), []],
  ])('or that it skips beside %s', async (_, tables, months) => {
    const found = await plan.made('uncovered_months', tables);
    expect(found.map(({ point, month, run_n }) => `${point} ${month} ${run_n}`).sort()).toEqual(months);
  });
});
