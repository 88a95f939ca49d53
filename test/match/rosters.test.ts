import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SqlValue } from '../../src/store/store.js';
import { emptyPlan, type Tables } from './made.js';

/** Who stands on a register of people this month and stood there last month, step by step. */
let plan: Awaited<ReturnType<typeof emptyPlan>>;

beforeAll(async () => {
  plan = await emptyPlan();
});

afterAll(() => plan.close());

type Row = Record<string, SqlValue>;

const SOURCE = { source: 1, point: 'card', register: 'women', witness: false };
const MENTION = {
  record: 7,
  role: 'self',
  id: 'X',
  id_status: 'valid',
  pinyin: 'a',
  birth_date: '1990-01-01',
};

describe('who a row of last month is', () => {
  const last = (mention: Row, known: readonly Row[] = [], more: Tables = {}): Tables => ({
    previous_women: [{ record: 7, source: 1, community: '甲' }],
    previous_sources: [SOURCE],
    previous_mentions: [{ ...MENTION, ...mention }],
    roster_known: known,
    ...more,
  });
  const KNOWN = { id: 'X', pinyin: 'a', person: 5 };

  it.each<[string, Tables, unknown[]]>([
    ['the person with that ID and name', last({}, [KNOWN]), ['5']],
    ['nobody known under another name', last({ pinyin: 'b' }, [KNOWN]), ['id:Xb']],
    ['an ID', last({}), ['id:Xa']],
    ['another document', last({ id_status: 'other' }), ['id:Xa']],
    [
      'a name and birth date where the ID is not valid',
      last({ id_status: 'invalid' }),
      ['name:a1990-01-01甲'],
    ],
    ['a row where the name is not known', last({ id_status: 'invalid', pinyin: null }), ['row:7']],
    ['a row where the birth date is not known', last({ id_status: 'invalid', birth_date: null }), ['row:7']],
    ['nobody of a witness', last({}, [], { previous_sources: [{ ...SOURCE, witness: true }] }), []],
    ['not her husband', last({ role: 'husband' }), []],
  ])('%s', async (_, tables, who) => {
    expect((await plan.made('roster_before', tables)).map((row) => row.who)).toEqual(who);
  });

  it('is nobody whose card says that he died', async () => {
    const card = (record: number, death_date: string | null) => ({
      record,
      source: 1,
      community: '甲',
      death_date,
    });
    const rows = await plan.made('roster_before', {
      previous_households: [card(7, null), card(8, '2023-01-01')],
      previous_sources: [{ ...SOURCE, register: 'households' }],
      previous_mentions: [MENTION, { ...MENTION, record: 8 }],
    });
    expect(rows.map(({ record }) => record)).toEqual([7]);
  });
});

describe('whom this month’s registers know by ID and name', () => {
  const NAMED = { ...MENTION, person: 5, register: 'women', key: 'id' };

  it.each<[string, readonly Row[], unknown[]]>([
    ['one with a valid ID', [NAMED], [5]],
    ['one with another document', [{ ...NAMED, id_status: 'other' }], [5]],
    ['one with an ID that is near', [{ ...NAMED, key: 'near' }], [5]],
    ['the first of two with it', [{ ...NAMED, person: 6 }, NAMED], [5]],
    ['nobody with an invalid ID', [{ ...NAMED, id_status: 'invalid' }], []],
    ['nobody who was joined by name', [{ ...NAMED, key: 'name-spouse' }], []],
  ])('%s', async (_, named, persons) => {
    expect((await plan.made('roster_known', { named })).map(({ person }) => person)).toEqual(persons);
  });
});

describe('registers that both months hold', () => {
  const at = (community: string, more: Row = {}) => ({
    point: 'card',
    register: 'women',
    community,
    ...more,
  });

  it('are compared once, community by community', async () => {
    const found = await plan.made('roster_claimants', {
      roster_then: [
        at('甲'),
        at('甲'),
        at('乙'),
        at('丙', { register: 'households' }),
        at('丁', { point: 'ledger' }),
      ],
      roster_now: [at('甲'), at('甲'), at('丙'), at('丁'), at('戊')],
    });
    expect(found).toEqual([at('甲')]);
  });

  const who = (name: string, more: Row = {}) => at('甲', { who: name, ...more });

  it.each<[string, Tables, unknown[]]>([
    ['somebody left', { roster_then: [who('1')], roster_now: [who('2')] }, ['left 1', 'joined 2']],
    ['nobody left', { roster_then: [who('1')], roster_now: [who('1')] }, []],
    [
      'somebody left for another register',
      { roster_then: [who('1')], roster_now: [who('1', { register: 'households' })] },
      ['left 1'],
    ],
    [
      'somebody left for another point',
      { roster_then: [who('1')], roster_now: [who('1', { point: 'ledger' })] },
      ['left 1'],
    ],
    [
      'somebody left for another community',
      { roster_then: [who('1')], roster_now: [who('1', { community: '乙' })] },
      ['left 1'],
    ],
    [
      'nobody of a community that one month lacks',
      { roster_then: [who('1', { community: '乙' })], roster_now: [] },
      [],
    ],
  ])('show that %s', async (_, tables, moved) => {
    const found = await plan.made('roster_moved', { ...tables, roster_claimants: [at('甲')] });
    expect(found.map((row) => `${row.side} ${row.who}`)).toEqual(moved);
  });
});

describe('the reason that counts', () => {
  const CHANGE = { side: 'left', point: 'card', register: 'women', community: '甲', who: '1' };
  const reason = (name: string, more: Row = {}) => ({ ...CHANGE, reason: name, ...more });

  it.each<[string, readonly Row[], string | null]>([
    ['none', [], null],
    ['a death before a move', [reason('move'), reason('death')], 'death'],
    ['a move before a stay', [reason('stay'), reason('move')], 'move'],
    ['a stay before a wedding', [reason('marriage'), reason('stay')], 'stay'],
    ['a wedding before the age', [reason('age'), reason('marriage')], 'marriage'],
    ['the age before a hand-over', [reason('handover'), reason('age')], 'age'],
    ['a birth before a move', [reason('move'), reason('birth')], 'birth'],
    ['none of the other side', [reason('move', { side: 'joined' })], null],
    ['none at another point', [reason('move', { point: 'ledger' })], null],
    ['none of another register', [reason('move', { register: 'households' })], null],
    ['none in another community', [reason('move', { community: '乙' })], null],
    ['none of somebody else', [reason('move', { who: '2' })], null],
  ])('%s', async (_, roster_reasons, expected) => {
    const found = await plan.made('roster_changes', { roster_moved: [CHANGE], roster_reasons });
    expect(found.map((row) => row.reason)).toEqual([expected]);
  });
});

describe('what is on record of somebody who left or joined', () => {
  const SINCE = { roster_since: [{ since: '2023-09-01' }] };
  const [EVE, FIRST, TODAY, TOMORROW] = ['2023-08-31', '2023-09-01', '2023-12-31', '2024-01-01'];
  const by = (register: string, row: Row, role = 'self'): Tables => ({
    ...SINCE,
    [register]: [{ record: 7, community: '甲', ...row }],
    named: [{ ...MENTION, person: 5, register, role }],
  });
  const wedding = (row: Row): Tables => ({
    ...SINCE,
    events: [{ kind: 'marriage', subject: 5, partner: 6, ...row }],
  });

  it.each<[string, Tables, string[]]>([
    ['a death today', by('deaths', { death_date: TODAY }), ['left death']],
    ['a death tomorrow', by('deaths', { death_date: TOMORROW }), []],
    ['a death on an unknown day', by('deaths', {}), ['left death']],
    ['a death of long ago', by('deaths', { death_date: '2000-01-01' }), ['left death']],
    ['a death that a card shows', by('households', { death_date: TODAY }), ['left death']],
    ['a card that shows none', by('households', {}), []],
    ['a birth on the first day', by('births', { birth_date: FIRST }, 'child'), ['joined birth']],
    ['a birth the day before', by('births', { birth_date: EVE }, 'child'), []],
    ['a birth of another child', by('births', { birth_date: FIRST }, 'mother'), []],
    ['a move away', by('moves', { direction: '迁出', move_date: '2000-01-01' }), ['left move']],
    ['a move away tomorrow', by('moves', { direction: '迁出', move_date: TOMORROW }), []],
    ['a move to here', by('moves', { direction: '迁入', move_date: FIRST }), ['joined move']],
    ['a move to here before', by('moves', { direction: '迁入', move_date: EVE }), []],
    [
      'a stay that ended today',
      by('migrants', { direction: '流入', start_date: EVE, end_date: TODAY }),
      ['left stay'],
    ],
    [
      'a stay that ends tomorrow',
      by('migrants', { direction: '流入', start_date: EVE, end_date: TOMORROW }),
      [],
    ],
    ['a stay that began', by('migrants', { direction: '流入', start_date: FIRST }), ['joined stay']],
    ['a stay elsewhere that began', by('migrants', { direction: '流出', start_date: FIRST }), ['left stay']],
    ['a stay elsewhere that began before', by('migrants', { direction: '流出', start_date: EVE }), []],
    [
      'a stay elsewhere that ended',
      by('migrants', { direction: '流出', start_date: EVE, end_date: FIRST }),
      ['joined stay'],
    ],
    [
      'a wife’s wedding',
      by('marriages', { marriage_date: FIRST }, 'wife'),
      ['joined marriage', 'left marriage'],
    ],
    [
      'a husband’s wedding',
      by('marriages', { marriage_date: FIRST }, 'husband'),
      ['joined marriage', 'left marriage'],
    ],
    ['a wedding before', by('marriages', { marriage_date: EVE }, 'wife'), []],
    [
      'a wedding that only a register of women shows',
      wedding({ date: FIRST }),
      ['joined marriage', 'joined marriage', 'left marriage', 'left marriage'],
    ],
    ['one of her alone', wedding({ date: FIRST, partner: null }), ['joined marriage', 'left marriage']],
    ['one of before', wedding({ date: EVE }), []],
    ['a birth that is an event', wedding({ date: FIRST, kind: 'birth' }), []],
  ])('%s', async (_, tables, reasons) => {
    const found = await plan.made('roster_events', tables);
    expect(found.map(({ side, reason }) => `${side} ${reason}`).sort()).toEqual(reasons);
  });

  it.each<[string, Row, Row]>([
    ['by the ID', {}, { person: '5', id: 'X', community: '甲' }],
    ['without a damaged ID', { id_status: 'damaged' }, { person: '5', id: null, community: '甲' }],
  ])('names the person %s', async (_, mention, said) => {
    const tables = by('moves', { direction: '迁入', move_date: FIRST });
    const named = (tables.named ?? []).map((row) => ({ ...row, ...mention }));
    const [found] = await plan.made('roster_events', { ...tables, named });
    expect(found).toMatchObject(said);
  });
});
