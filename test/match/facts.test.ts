import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SqlValue } from '../../src/store/store.js';
import { emptyPlan, type Tables } from './made.js';

/** What the claims of an event say together: both sides of every condition and tie. */
let plan: Awaited<ReturnType<typeof emptyPlan>>;

beforeAll(async () => {
  plan = await emptyPlan();
});

afterAll(() => plan.close());

type Row = Record<string, SqlValue>;

/** The only row that a step makes, as far as it is asked for. */
async function only(makes: string, tables: Tables, columns: readonly string[]): Promise<Row> {
  const rows = await plan.made(makes, tables);
  expect(rows).toHaveLength(1);
  return Object.fromEntries(columns.map((column) => [column, rows[0]?.[column] ?? null]));
}

describe('the claims of an event', () => {
  const CLAIM = { event: 1, kind: 'migration', is_primary: true, witness: false };
  const claims = (...rows: readonly Row[]): Tables => ({
    event_claims: rows.map((row) => ({ ...CLAIM, ...row })),
  });

  it.each<[string, Tables, Row]>([
    [
      'agree',
      claims({ date: '2023-02-01' }, { date: '2023-02-01' }),
      { conflicting: false, date_differs: false },
    ],
    [
      'agree where one is blank',
      claims({ date: '2023-02-01' }, {}),
      { conflicting: false, date_differs: false },
    ],
    [
      'differ in a date',
      claims({ date: '2023-02-01' }, { date: '2023-02-02' }),
      { conflicting: true, date_differs: true },
    ],
    [
      'differ in a code',
      claims({ code: '流入' }, { code: '流出' }),
      { conflicting: true, date_differs: false },
    ],
    [
      'differ in the community alone',
      claims({ community: '甲' }, { community: '乙' }),
      { conflicting: false, community_differs: true },
    ],
  ])('%s', async (_, tables, said) => {
    expect(await only('sides', tables, Object.keys(said))).toEqual(said);
  });

  it.each<[string, Row, Row]>([
    ['of a primary register', {}, { primary_n: 1, open_n: 0, closed_n: 0 }],
    ['of a witness', { witness: true }, { primary_n: 0, open_n: 0, closed_n: 0 }],
    ['of a register of people', { is_primary: false }, { primary_n: 0, open_n: 1, closed_n: 0 }],
    [
      'that says when stays end, and not of this one',
      { ends: true },
      { primary_n: 1, open_n: 1, closed_n: 0 },
    ],
    ['that ends tomorrow', { ends: true, until: '2024-01-01' }, { primary_n: 1, open_n: 1, closed_n: 0 }],
    ['that ended today', { ends: true, until: '2023-12-31' }, { primary_n: 1, open_n: 0, closed_n: 1 }],
    [
      'that ended, by a register of people',
      { is_primary: false, until: '2023-12-31' },
      { primary_n: 0, open_n: 1, closed_n: 0 },
    ],
  ])('are counted: one %s', async (_, row, counts) => {
    expect(await only('sides', claims(row), Object.keys(counts))).toEqual(counts);
  });

  const WEIGHED = {
    date_differs: true,
    community_differs: true,
    subject_differs: true,
    partner_differs: true,
  };
  const of = (point: string, values: Row) => ({ point, register: 'births', ...values });

  it.each<[string, readonly Row[], Row]>([
    [
      'the date of most',
      [
        of('card', { date: '2023-05-02' }),
        of('ledger', { date: '2023-05-02' }),
        of('system', { date: '2023-05-01' }),
      ],
      { date: '2023-05-02' },
    ],
    [
      'the date of most claimants, not of most claims',
      [
        of('card', { date: '2023-05-02' }),
        of('card', { date: '2023-05-02' }),
        of('card', { date: '2023-05-02' }),
        of('ledger', { date: '2023-05-01' }),
        of('system', { date: '2023-05-01' }),
      ],
      { date: '2023-05-01' },
    ],
    [
      'of two dates that of a primary register',
      [of('card', { date: '2023-05-02' }), of('ledger', { date: '2023-05-01', is_primary: false })],
      { date: '2023-05-02' },
    ],
    [
      'of two dates as good the earlier',
      [of('card', { date: '2023-05-02' }), of('ledger', { date: '2023-05-01' })],
      { date: '2023-05-01' },
    ],
    [
      'of two mothers the one with an ID',
      [
        of('card', { subject: 9, subject_valid_id: true }),
        of('ledger', { subject: 3, subject_valid_id: false }),
      ],
      { subject: 9 },
    ],
    [
      'of two fathers the one with an ID',
      [
        of('card', { partner: 9, partner_valid_id: true }),
        of('ledger', { partner: 3, partner_valid_id: false }),
      ],
      { partner: 9 },
    ],
    [
      'the community of most claims of primary registers',
      [
        of('card', { community: '丙' }),
        of('card', { community: '丙' }),
        ...['ledger', 'system', 'civil'].map((point) => of(point, { community: '乙', is_primary: false })),
      ],
      { community: '丙' },
    ],
  ])('come to %s', async (_, rows, settled) => {
    const event_claims = rows.map((row) => ({ ...CLAIM, kind: 'birth', ...row }));
    const tables = { event_claims, sides: [{ event: 1, ...WEIGHED }] };
    expect(await only('majorities', tables, Object.keys(settled))).toEqual(settled);
  });

  it.each<[string, readonly Row[], unknown[]]>([
    ['the code of most', [{ code: '流出' }, { code: '流出' }, { code: '流入' }], ['流出']],
    ['of two codes the first', [{ code: '流出' }, { code: '流入' }], ['流入']],
    ['the method of an operation', [{ kind: 'contraception', code: 'iud' }], ['iud']],
    ['no code where none is given', [{}], []],
    ['no code of an enrolment', [{ kind: 'enrolment', code: '初婚' }], []],
  ])('come to %s (code)', async (_, rows, codes) => {
    const found = await plan.made('event_codes', claims(...rows));
    expect(found.map(({ code }) => code)).toEqual(codes);
  });
});

describe('an event', () => {
  const SIDE = { event: 1, kind: 'birth', open_n: 0, closed_n: 0, date: '2023-06-01' };
  const settled = (row: Row, majority?: Row) => ({
    sides: [{ ...SIDE, ...row }],
    majorities: majority ? [{ event: 1, ...majority }] : [],
  });

  it.each<[string, Row, boolean]>([
    ['on its first day', { date: '2023-01-01' }, true],
    ['the day before', { date: '2022-12-31' }, false],
    ['on its last day', { date: '2023-12-31' }, true],
    ['the day after', { date: '2024-01-01' }, false],
    ['without a date', { date: null }, true],
    ['of a woman’s row, whenever it was', { kind: 'enrolment', date: '2000-01-01' }, true],
    [
      'of a stay since before it that more say goes on',
      { kind: 'migration', date: '2020-01-01', open_n: 2, closed_n: 1 },
      true,
    ],
    [
      'of a stay since before it that as many say has ended',
      { kind: 'migration', date: '2020-01-01', open_n: 1, closed_n: 1 },
      false,
    ],
    ['of a stay after it', { kind: 'migration', date: '2024-01-01', open_n: 1 }, false],
    ['of an operation before it', { kind: 'contraception', date: '2020-01-01', open_n: 1 }, false],
  ])('%s belongs to the period or not', async (_, row, in_period) => {
    expect(await only('settled_events', settled(row), ['in_period'])).toEqual({ in_period });
  });

  it.each<[string, Row, boolean]>([
    ['that somebody says goes on', { open_n: 1 }, true],
    ['that as many say has ended', { open_n: 1, closed_n: 1 }, true],
    ['that more say has ended', { open_n: 1, closed_n: 2 }, false],
    ['of which nobody says so', {}, false],
    ['from today', { open_n: 1, date: '2023-12-31' }, true],
    ['from tomorrow', { open_n: 1, date: '2024-01-01' }, false],
    ['from an unknown day', { open_n: 1, date: null }, true],
  ])('which is a stay %s is open or not', async (_, row, open) => {
    expect(await only('settled_events', settled({ kind: 'migration', ...row }), ['open'])).toEqual({ open });
  });

  it.each<[string, Row, Row | undefined, Row]>([
    ['what all say', { subject: 3, household_mother: 4 }, undefined, { subject: 3 }],
    [
      'what most say',
      { subject: 3, date: '2023-06-01' },
      { subject: 5, date: '2024-06-01' },
      { subject: 5, date: '2024-06-01', in_period: false },
    ],
    ['what all say where most say nothing', { subject: 3 }, { subject: null }, { subject: 3 }],
    ['the mother of the card where no other is known', { household_mother: 4 }, undefined, { subject: 4 }],
  ])('has %s', async (_, row, majority, said) => {
    expect(await only('settled_events', settled(row, majority), Object.keys(said))).toEqual(said);
  });

  const kept = (record: number, community: string | null, more: Row = {}): [Row, Row] => [
    { record, person: 1, role: 'self', register: 'households', ...more },
    { record, community },
  ];
  const homes = (list: readonly [Row, Row][], event: Row = {}): Tables => ({
    settled_events: [{ event: 1, subject: 1, ...event }],
    named: list.map(([mention]) => mention),
    records: list.map(([, record]) => record),
  });

  it.each<[string, Tables, unknown[]]>([
    ['where the mother is kept', homes([kept(1, '甲')]), ['甲']],
    [
      'where most registers keep her',
      homes([kept(1, '甲'), kept(2, '乙'), kept(3, '乙', { register: 'women' })]),
      ['乙'],
    ],
    ['nowhere if it has a community', homes([kept(1, '甲')], { community: '乙' }), []],
    ['nowhere if she stays alone', homes([kept(1, '甲', { register: 'migrants' })]), []],
    ['nowhere if a card names her as a spouse', homes([kept(1, '甲', { role: 'wife' })]), []],
    ['nowhere if it is somebody else', homes([kept(1, '甲', { person: 2 })]), []],
    ['nowhere if her card is nowhere', homes([kept(1, null)]), []],
  ])('that has no community is %s', async (_, tables, communities) => {
    const found = await plan.made('homes', tables);
    expect(found.map(({ community }) => community)).toEqual(communities);
  });
});

describe('claims too many of an event at a point', () => {
  const POINT = { event: 1, point: 'ledger', primary_claims: 2, witness: 0 };
  const CLAIM = { event: 1, point: 'ledger', is_primary: true };
  const twice = (more: Tables = {}, event: Row = {}): Tables => ({
    points_of: [POINT],
    events: [{ event: 1, kind: 'birth', subject: 1, ...event }],
    event_claims: [
      { ...CLAIM, record: 11, community: '甲' },
      { ...CLAIM, record: 12, community: '乙' },
    ],
    ...more,
  });
  const mention = (register: string, more: Row = {}) => ({
    named: [{ record: 1, person: 1, role: 'self', register, ...more }],
  });
  const [PLAIN, ENDS] = [
    ['', ''],
    ['甲', '乙'],
  ];

  it.each<[string, Tables, string[]]>([
    ['all of one end', twice(), PLAIN],
    ['of two ends of a migrant', twice({ ...mention('migrants'), migrants: [{ record: 1 }] }), ENDS],
    [
      'of a woman who is away',
      twice({ ...mention('women'), women: [{ record: 1, residence: '流出' }] }),
      ENDS,
    ],
    [
      'of a woman who lives here',
      twice({ ...mention('women'), women: [{ record: 1, residence: '常住' }] }),
      PLAIN,
    ],
    [
      'of somebody whose card says so',
      twice({ ...mention('households'), households: [{ record: 1, residence: '空挂户' }] }),
      ENDS,
    ],
    [
      'of somebody who lives where the card is',
      twice({ ...mention('households'), households: [{ record: 1, residence: '常住' }] }),
      PLAIN,
    ],
    [
      'of somebody with a migrant husband',
      twice({ ...mention('migrants', { role: 'husband' }), migrants: [{ record: 1 }] }),
      PLAIN,
    ],
    [
      'beside another migrant',
      twice({ ...mention('migrants', { person: 2 }), migrants: [{ record: 1 }] }),
      PLAIN,
    ],
    [
      'of a wedding',
      twice({ ...mention('migrants'), migrants: [{ record: 1 }] }, { kind: 'marriage' }),
      ENDS,
    ],
    [
      'of an operation',
      twice({ ...mention('migrants'), migrants: [{ record: 1 }] }, { kind: 'contraception' }),
      PLAIN,
    ],
    ['of which one is claimed once', twice({ points_of: [{ ...POINT, primary_claims: 1 }] }), []],
    ['of a witness', twice({ points_of: [{ ...POINT, witness: 1 }] }), []],
    ['of another point', twice({ points_of: [{ ...POINT, point: 'card' }] }), []],
    [
      'of its registers of people',
      twice({ event_claims: [{ ...CLAIM, is_primary: false, record: 11 }] }),
      [],
    ],
  ])('%s', async (_, tables, ends) => {
    const found = await plan.made('repeated_claims', tables);
    expect(found.map(({ community_end }) => community_end).sort()).toEqual([...ends].sort());
  });

  it('are those above one at each end', async () => {
    const claim = (community_end: string) => ({ event: 1, point: 'ledger', community_end });
    const found = await plan.made('surplus', {
      repeated_claims: [claim('甲'), claim('乙'), claim('乙'), claim('乙')],
    });
    expect(found.map(({ community_end, n }) => [community_end, Number(n)])).toEqual([['乙', 2]]);
  });
});
