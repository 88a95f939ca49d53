import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SqlValue } from '../../src/store/store.js';
import { emptyPlan, type Tables } from './made.js';

/** Days, ages and numbers that decide a step of matching: the last value on the one side, and the first on the other. */
let plan: Awaited<ReturnType<typeof emptyPlan>>;

beforeAll(async () => {
  plan = await emptyPlan();
});

afterAll(() => plan.close());

type Row = Record<string, SqlValue>;

/** A day so many days after another, or before it. */
function day(from: string, days: number): string {
  return new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
}

const AS_OF = '2023-12-31';

describe('the mother of a child on a card', () => {
  const BORN = '2023-06-01';

  /** Women of one card with their birth dates (the first is person 1), and what else is known. */
  async function motherOf(born: string, women: readonly Row[], more: Tables = {}): Promise<SqlValue> {
    const card = (record: number) => ({ record, household: 1, point: 'card', card: true });
    const [found] = await plan.made('household_mothers', {
      households: [
        { record: 100, birth_date: born },
        ...women.map(({ relation = null }, n) => ({ record: n + 1, relation })),
      ],
      household_of: [card(100), ...women.map((_, n) => card(n + 1))],
      named: [
        ...women.map(({ birth_date = null, sex = '女' }, n) => {
          return { record: n + 1, role: 'self', register: 'households', person: n + 1, sex, birth_date };
        }),
        ...(more.named ?? []),
      ],
      births: more.births ?? [],
      women: more.women ?? [],
    });
    return found?.person ?? null;
  }

  it.each([
    ['13 at the birth', '2009-06-02', null],
    ['14 at the birth', '2009-06-01', 1],
    ['55 at the birth', '1967-06-02', 1],
    ['56 at the birth', '1967-06-01', null],
  ])('is a woman of %s or none', async (_, birth_date, mother) => {
    expect(await motherOf(BORN, [{ birth_date }])).toBe(mother);
  });

  it.each([
    [-400, 1],
    [-401, null],
  ])(
    'is looked for where the child was born %i days from the beginning of the period',
    async (days, mother) => {
      expect(await motherOf(day('2023-01-01', days), [{ birth_date: '1995-01-01' }])).toBe(mother);
    },
  );

  it.each([
    ['29 and 26', ['1994-01-01', '1997-01-01'], 2],
    ['25 and 28', ['1998-01-01', '1995-01-01'], 2],
    ['26 and 28: the first', ['1997-01-01', '1995-01-01'], 1],
  ])('is the one whose age is nearest to 27: of %s', async (_, ages, mother) => {
    expect(
      await motherOf(
        BORN,
        ages.map((birth_date) => ({ birth_date })),
      ),
    ).toBe(mother);
  });

  const OLD = { birth_date: '1970-01-01' };
  const YOUNG = { birth_date: '1996-01-01' };
  const as = (person: number, register: string, role: string) => ({ record: 9, register, role, person });

  it.each<[string, readonly Row[], Tables, number]>([
    ['the wife before another woman', [YOUNG, { ...OLD, relation: '配偶' }], {}, 2],
    ['no man', [{ ...YOUNG, sex: '男' }, OLD], {}, 2],
    [
      'whose register of women shows a birth that day before the wife',
      [{ ...YOUNG, relation: '配偶' }, OLD],
      { women: [{ record: 9, last_birth_date: BORN }], named: [as(2, 'women', 'self')] },
      2,
    ],
    [
      'whose register of women shows a birth another day after the wife',
      [OLD, { ...YOUNG, relation: '配偶' }],
      { women: [{ record: 9, last_birth_date: day(BORN, 1) }], named: [as(1, 'women', 'self')] },
      2,
    ],
    [
      'whom a register of births names before whom that of women shows',
      [YOUNG, OLD],
      {
        births: [{ record: 9, birth_date: BORN }],
        women: [{ record: 8, last_birth_date: BORN }],
        named: [as(2, 'births', 'mother'), { ...as(1, 'women', 'self'), record: 8 }],
      },
      2,
    ],
    [
      'whom a register of births names on another day, as another bore that day, after the wife',
      [YOUNG, { ...OLD, relation: '配偶' }],
      {
        births: [
          { record: 9, birth_date: day(BORN, 1) },
          { record: 8, birth_date: BORN },
        ],
        named: [as(1, 'births', 'mother'), { ...as(7, 'births', 'mother'), record: 8 }],
      },
      2,
    ],
  ])('is %s', async (_, women, more, mother) => {
    expect(await motherOf(BORN, women, more)).toBe(mother);
  });
});

describe('the days from which events may explain what changed since last month', () => {
  it.each<[string, Tables, string]>([
    ['a month before the as-of date where nothing is dated', {}, day(AS_OF, -31)],
    ['the as-of date itself', { previous_women: [{ method_date: AS_OF }] }, AS_OF],
    [
      'never after it',
      { previous_women: [{ method_date: '2024-01-01' }, { method_date: '2023-11-05' }] },
      '2023-11-05',
    ],
    [
      'the latest of all dates',
      { previous_women: [{ method_date: '2023-10-05' }], previous_households: [{ card_date: '2023-11-05' }] },
      '2023-11-05',
    ],
    ...['card_date', 'birth_date'].map((column): [string, Tables, string] => [
      `of a card: ${column}`,
      { previous_households: [{ [column]: '2023-11-05' }] },
      '2023-11-05',
    ]),
    ...['marriage_date', 'last_birth_date', 'method_date', 'employer_notice_date', 'handover_date'].map(
      (column): [string, Tables, string] => [
        `of a woman: ${column}`,
        { previous_women: [{ [column]: '2023-11-05' }] },
        '2023-11-05',
      ],
    ),
  ])('begin 92 days before %s', async (_, tables, latest) => {
    const [found] = await plan.made('roster_since', tables);
    expect(found).toEqual({ previous_as_of: latest, since: day(latest, -92) });
  });
});

describe('what explains that somebody left or joined a register', () => {
  const SINCE = '2023-09-01';

  async function reasons(moved: Row, events: readonly Row[] = []): Promise<SqlValue[]> {
    const found = await plan.made('roster_reasons', {
      roster_since: [{ since: SINCE }],
      roster_moved: [
        { side: 'joined', point: 'card', register: 'women', community: '甲', who: '1', ...moved },
      ],
      roster_events: events,
    });
    return found.map(({ reason = null }) => reason);
  }

  it.each([
    ['left at 49', { side: 'left', birth_date: '1974-01-01' }, []],
    ['left at 50', { side: 'left', birth_date: '1973-12-31' }, ['age']],
    ['left a card at 50', { side: 'left', register: 'households', birth_date: '1973-12-31' }, []],
    ['joined at 14', { birth_date: '2009-01-01' }, []],
    ['joined at 15', { birth_date: '2008-12-31' }, ['age']],
    ['turned 15 on the day after the first', { birth_date: '2008-09-02' }, ['age']],
    ['turned 15 on the first day', { birth_date: '2008-09-01' }, []],
    ['born on the first day', { register: 'households', birth_date: SINCE }, ['birth']],
    ['born the day before', { register: 'households', birth_date: day(SINCE, -1) }, []],
    ['born on the last day', { register: 'households', birth_date: AS_OF }, ['birth']],
    ['born after it', { register: 'households', birth_date: day(AS_OF, 1) }, []],
    ['left, though born since', { side: 'left', register: 'households', birth_date: SINCE }, []],
    ['handed over on the first day', { handover_date: SINCE }, ['handover']],
    ['handed over the day before', { handover_date: day(SINCE, -1) }, []],
  ])('%s', async (_, moved, expected) => {
    expect(await reasons(moved)).toEqual(expected);
  });

  const MOVED = { side: 'joined', reason: 'move' };
  const NAME = { pinyin: 'a', birth_date: '1990-01-01' };

  it.each<[string, Row, Row, string[]]>([
    ['one person', {}, { ...MOVED, person: '1' }, ['move']],
    ['one person, in that community', {}, { ...MOVED, person: '1', community: '甲' }, ['move']],
    ['one person, in another community', {}, { ...MOVED, person: '1', community: '乙' }, []],
    ['one person, who left', {}, { ...MOVED, side: 'left', person: '1' }, []],
    ['one ID', { id: 'X' }, { ...MOVED, id: 'X' }, ['move']],
    ['one name and birth date', NAME, { ...MOVED, ...NAME }, ['move']],
    ['one name', NAME, { ...MOVED, pinyin: 'a', birth_date: '1990-01-02' }, []],
    [
      'one name and birth date, valid IDs two places apart',
      { ...NAME, id: '230190199001010021', id_status: 'valid' },
      { ...MOVED, ...NAME, id: '230190199001010135', id_status: 'valid' },
      [],
    ],
    [
      'one name and birth date, a slip in an ID',
      { ...NAME, id: '230190199001010021', id_status: 'valid' },
      { ...MOVED, ...NAME, id: '230190199001010033', id_status: 'valid' },
      ['move'],
    ],
  ])('an event of %s', async (_, moved, event, expected) => {
    expect(await reasons(moved, [event])).toEqual(expected);
  });
});

describe('registers of people that were not brought up to date', () => {
  /** A woman's row, an event of hers in June, and another row of the file that shows what the file shows. */
  async function outdated(kind: string, row: Row, shown: Row, more: Tables = {}): Promise<number> {
    const event = {
      event: 1,
      kind,
      subject: 1,
      date: '2023-06-01',
      in_period: true,
      community: '甲',
      primary_n: 1,
    };
    const rows = await plan.made('outdated', {
      events: [{ ...event, ...more.event?.[0] }, ...(more.events ?? [])],
      named: [{ record: 1, person: 1, role: 'self', register: 'women' }],
      women: [
        { record: 1, source: 1, community: '甲', ...row },
        { record: 2, source: 1, community: '甲', ...shown },
      ],
      sources: [{ source: 1, point: 'card', register: 'women' }],
      event_codes: more.event_codes ?? [],
      departed: more.departed ?? [],
    });
    return rows.length;
  }

  const SHOWS_BIRTHS = { last_birth_date: '2000-01-01' };
  const SHOWS_WEDDINGS = { marriage_date: '2000-01-01' };
  const SHOWS_METHODS = { method: 'iud', method_date: '2000-01-01' };
  const IUD = [{ event: 1, code: 'iud' }];
  const later = (kind: string, days: number) => ({
    events: [{ event: 2, kind, subject: 1, date: day('2023-06-01', days), in_period: false }],
  });

  it.each<[string, string, Row, Row, Tables, number]>([
    ['a last birth 270 days before', 'birth', { last_birth_date: day('2023-06-01', -270) }, {}, {}, 0],
    ['a last birth 271 days before', 'birth', { last_birth_date: day('2023-06-01', -271) }, {}, {}, 1],
    ['no last birth', 'birth', {}, SHOWS_BIRTHS, {}, 1],
    ['no last birth in a file that shows none', 'birth', {}, {}, {}, 0],
    [
      'no last birth, of a child who died',
      'birth',
      {},
      SHOWS_BIRTHS,
      { event: [{ child: 5 }], departed: [{ person: 5 }] },
      0,
    ],
    [
      'no last birth, of a child who left a community',
      'birth',
      {},
      SHOWS_BIRTHS,
      { event: [{ child: 5 }], departed: [{ person: 5, community: '甲' }] },
      1,
    ],
    ['another birth 270 days later', 'birth', {}, SHOWS_BIRTHS, later('birth', 270), 1],
    ['another birth 271 days later', 'birth', {}, SHOWS_BIRTHS, later('birth', 271), 0],
    ['an event of a year before', 'birth', {}, SHOWS_BIRTHS, { event: [{ in_period: false }] }, 0],
    ['a wedding 400 days before', 'marriage', { marriage_date: day('2023-06-01', -400) }, {}, {}, 0],
    ['a wedding 401 days before', 'marriage', { marriage_date: day('2023-06-01', -401) }, {}, {}, 1],
    [
      'a first wedding 401 days before',
      'marriage',
      { first_marriage_date: day('2023-06-01', -401) },
      SHOWS_WEDDINGS,
      {},
      1,
    ],
    [
      'a divorce, and a wedding 401 days before',
      'marriage',
      { marriage_date: day('2023-06-01', -401), marital_status: '离婚' },
      {},
      {},
      0,
    ],
    [
      'a widow, and a wedding 401 days before',
      'marriage',
      { marriage_date: day('2023-06-01', -401), marital_status: '丧偶' },
      {},
      {},
      0,
    ],
    ['no wedding where others are dated', 'marriage', { marital_status: '初婚' }, SHOWS_WEDDINGS, {}, 1],
    [
      'no wedding, only the first of which is known',
      'marriage',
      { first_marriage_date: '2023-06-01' },
      SHOWS_WEDDINGS,
      {},
      0,
    ],
    [
      'unmarried, in a file that dates weddings elsewhere',
      'marriage',
      { marital_status: '未婚' },
      { ...SHOWS_WEDDINGS, community: '乙' },
      {},
      1,
    ],
    [
      'no wedding, in a file that dates weddings elsewhere',
      'marriage',
      { marital_status: '初婚' },
      { ...SHOWS_WEDDINGS, community: '乙' },
      {},
      0,
    ],
    ['another wedding a day later', 'marriage', {}, SHOWS_WEDDINGS, later('marriage', 1), 0],
    ['another wedding that day', 'marriage', {}, SHOWS_WEDDINGS, later('marriage', 0), 1],
    ['no method', 'contraception', {}, SHOWS_METHODS, { event_codes: IUD }, 1],
    [
      'no method of those that are shown',
      'contraception',
      {},
      SHOWS_METHODS,
      { event_codes: [{ event: 1, code: 'pill' }] },
      0,
    ],
    [
      'another method of that day',
      'contraception',
      { method: 'pill', method_date: '2023-06-01' },
      {},
      { event_codes: IUD },
      1,
    ],
    [
      'another method a day later',
      'contraception',
      { method: 'pill', method_date: '2023-06-02' },
      {},
      { event_codes: IUD },
      0,
    ],
    [
      'the method, undated where others are dated',
      'contraception',
      { method: 'iud' },
      SHOWS_METHODS,
      { event_codes: IUD },
      1,
    ],
    [
      'the method, undated as all are',
      'contraception',
      { method: 'iud' },
      { method: 'iud' },
      { event_codes: IUD },
      0,
    ],
    [
      'another operation that day',
      'contraception',
      {},
      SHOWS_METHODS,
      { event_codes: IUD, ...later('contraception', 0) },
      0,
    ],
    [
      'another operation the day before',
      'contraception',
      {},
      SHOWS_METHODS,
      { event_codes: IUD, ...later('contraception', -1) },
      1,
    ],
    ['a birth since', 'contraception', {}, SHOWS_METHODS, { event_codes: IUD, ...later('birth', 0) }, 0],
    ['a wedding since', 'contraception', {}, SHOWS_METHODS, { event_codes: IUD, ...later('marriage', 1) }, 1],
    [
      'undated, as is the operation',
      'contraception',
      {},
      SHOWS_METHODS,
      { event_codes: IUD, event: [{ date: null }] },
      0,
    ],
    [
      'present, with an open stay',
      'migration',
      { residence: '常住' },
      {},
      { event: [{ open: true }], event_codes: [{ event: 1, code: '流入' }] },
      1,
    ],
    [
      'present, with an open stay of no direction',
      'migration',
      { residence: '常住' },
      {},
      { event: [{ open: true }] },
      0,
    ],
    [
      'present, with a stay that ended',
      'migration',
      { residence: '常住' },
      {},
      { event: [{ open: false }], event_codes: [{ event: 1, code: '流入' }] },
      0,
    ],
    [
      'a blank residence',
      'migration',
      {},
      {},
      { event: [{ open: true }], event_codes: [{ event: 1, code: '流入' }] },
      0,
    ],
    [
      'present, with an open stay elsewhere',
      'migration',
      { residence: '常住' },
      {},
      { event: [{ open: true, community: '乙' }], event_codes: [{ event: 1, code: '流入' }] },
      0,
    ],
    [
      'present, with a stay that no register of stays has',
      'migration',
      { residence: '常住' },
      {},
      { event: [{ open: true, primary_n: 0 }], event_codes: [{ event: 1, code: '流入' }] },
      0,
    ],
  ])('%s (%s)', async (_, kind, row, shown, more, n) => {
    expect(await outdated(kind, row, shown, more)).toBe(n);
  });
});

describe('events that one point stands alone with', () => {
  const point = (name: string, more: Row = {}) => ({
    event: 1,
    point: name,
    claims: 0,
    covered: 1,
    witness: 0,
    ...more,
  });
  const CARD = point('card', { claims: 2 });

  it.each<[string, readonly Row[], number]>([
    ['one of three', [CARD, point('ledger'), point('system')], 1],
    ['one of two', [CARD, point('ledger')], 0],
    ['one of three, of which one covers it not', [CARD, point('ledger'), point('system', { covered: 0 })], 0],
    ['two of three', [CARD, point('ledger', { claims: 1 }), point('system')], 0],
    [
      'one of three, and a witness',
      [CARD, point('ledger'), point('system'), point('hospital', { witness: 1, covered: 0 })],
      0,
    ],
  ])('%s', async (_, points_of, n) => {
    expect(await plan.made('lone_events', { points_of })).toHaveLength(n);
  });
});

describe('valid IDs under one name, birth date and sex', () => {
  const BEARER = {
    role: 'self',
    register: 'women',
    id_status: 'valid',
    pinyin: 'a',
    birth_date: '1990-01-01',
    sex: '女',
  };
  const ID = '230190199001010021';

  it.each([
    ['one place apart', '230190199001010022', {}, 1],
    ['two places apart', '230190199001010033', {}, 1],
    ['three places apart', '230190199001010133', {}, 0],
    ['of another name', '230190199001010033', { pinyin: 'b' }, 0],
    ['of another birth date', '230190199001010033', { birth_date: '1990-01-02' }, 0],
    ['of another sex', '230190199001010033', { sex: '男' }, 0],
    ['of which one is not valid', '230190199001010033', { id_status: 'invalid' }, 0],
  ])('%s', async (_, id, more, n) => {
    const named = [
      { ...BEARER, record: 1, person: 1, id: ID },
      { ...BEARER, record: 2, person: 2, id, ...more },
    ];
    expect(await plan.made('near_ids', { named })).toHaveLength(n);
  });
});
