import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueOf } from '../../src/measure/catalogue.js';
import type { CountedBy } from '../../src/measure/recount/placed.js';
import { recount } from '../../src/measure/recount/recount.js';
import { REGISTER_NAMES } from '../../src/registers/types.js';
import type { SqlValue, Store } from '../../src/store/store.js';
import { emptyTables, type Tables, withRows } from '../rules/tables.js';

let store: Store;

beforeAll(async () => {
  store = await emptyTables();
});

afterAll(() => store.close());

type Row = Record<string, SqlValue>;

const COUNTED: CountedBy = {
  population: 'registered',
  marriageAt: 'wife',
  recountBy: 'event_date',
  monthEnd: 31,
};
const CATALOGUE = catalogueOf([]);
const only = (code: string) => ({ ...CATALOGUE, all: CATALOGUE.all.filter((one) => one.code === code) });
const COVERED = new Map([['甲', new Set(REGISTER_NAMES)]]);

/** What the registers of 2023 show in community 甲, seen from the year's last day, where nothing but these rows is there: month → number. */
async function counted(
  code: string,
  tables: Tables,
  how: Partial<CountedBy> = {},
): Promise<Record<string, number>> {
  const found = await withRows(store, tables, () =>
    recount(store, { ...COUNTED, ...how }, only(code), COVERED),
  );
  return Object.fromEntries(found.of('甲', code) ?? []);
}

const total = async (code: string, tables: Tables, how?: Partial<CountedBy>) =>
  Object.values(await counted(code, tables, how)).reduce((sum, n) => sum + n, 0);

const mention = (register: string, more: Row = {}): Row => ({
  record: 1,
  role: 'self',
  register,
  person: 1,
  ...more,
});

/** A woman on a card. */
function onCard(row: Row): Tables {
  const card: Row = { record: 1, source: 1, community: '甲', sex: '女', marital_status: '初婚', ...row };
  return { households: [card], mentions: [mention('households', { birth_date: card.birth_date ?? null })] };
}

/** Ages at the end of 2023: the last birthday on the one side, and the first on the other. */
const FIFTEEN = ['2008-12-31', '2009-01-01'] as const;
const FIFTY = ['1973-12-31', '1974-01-01'] as const;

describe('residents', () => {
  it.each([
    ['women_15_49', { birth_date: FIFTEEN[0] }, 1],
    ['women_15_49', { birth_date: FIFTEEN[1] }, 0],
    ['women_15_49', { birth_date: FIFTY[0] }, 0],
    ['women_15_49', { birth_date: FIFTY[1] }, 1],
    ['women_15_49', { birth_date: FIFTY[1], sex: '男' }, 0],
    ['women_15_49', { birth_date: FIFTY[1], residence: '流入' }, 0],
    ['women_15_49', { birth_date: FIFTY[1], residence: '流出' }, 1],
    ['married_women_15_49', { birth_date: FIFTY[1] }, 1],
    ['married_women_15_49', { birth_date: FIFTY[1], marital_status: '事实婚姻' }, 1],
    ['married_women_15_49', { birth_date: FIFTY[1], marital_status: '离婚' }, 0],
  ])('%s: %o', async (code, row, n) => {
    expect(await total(code, onCard(row))).toBe(n);
  });

  it.each([
    [{ residence: '流入' }, 1],
    [{ residence: '流出' }, 0],
  ])('present ones: %o', async (row, n) => {
    expect(
      await total('women_15_49', onCard({ birth_date: FIFTY[1], ...row }), { population: 'present' }),
    ).toBe(n);
  });

  it.each([
    ['died on the last day', 'events', { event: 1, kind: 'death', subject: 1, date: '2023-12-31' }, 0],
    ['died after it', 'events', { event: 1, kind: 'death', subject: 1, date: '2024-01-01' }, 1],
    ['died, nobody says when', 'events', { event: 1, kind: 'death', subject: 1 }, 0],
    [
      'is another’s mother who died',
      'events',
      { event: 1, kind: 'death', subject: 2, date: '2023-12-31' },
      1,
    ],
  ])('who %s', async (_, table, row, n) => {
    expect(await total('women_15_49', { ...onCard({ birth_date: FIFTY[1] }), [table]: [row] })).toBe(n);
  });

  it.each([
    ['moved out', [['迁出', '2023-05-01']], 0],
    ['moved out after the last day', [['迁出', '2024-01-01']], 1],
    [
      'moved out, and in that day',
      [
        ['迁出', '2023-05-01'],
        ['迁入', '2023-05-01'],
      ],
      0,
    ],
    [
      'moved out, in again, and out once more',
      [
        ['迁出', '2021-05-01'],
        ['迁入', '2022-05-01'],
        ['迁出', '2023-05-01'],
      ],
      0,
    ],
    [
      'moved out, and in a day later',
      [
        ['迁出', '2023-05-01'],
        ['迁入', '2023-05-02'],
      ],
      1,
    ],
  ])('who %s', async (_, moves, n) => {
    const card = onCard({ birth_date: FIFTY[1] });
    const rows = moves.map(([direction = '', move_date = ''], at) => ({
      record: at + 2,
      source: 2,
      community: '甲',
      direction,
      move_date,
    }));
    const named = rows.map(({ record }) => mention('moves', { record }));
    expect(
      await total('women_15_49', { ...card, moves: rows, mentions: [...(card.mentions ?? []), ...named] }),
    ).toBe(n);
  });
});

describe('a woman whose birth date is written in two ways', () => {
  it.each([
    [[FIFTY[1], FIFTY[1]], 1],
    [[FIFTY[1], FIFTY[0]], 0],
    [[], 0],
  ])('on her card %s, elsewhere as %j: what is written most often counts', async (elsewhere, n) => {
    const card = onCard({ birth_date: FIFTY[0] });
    const others = elsewhere.map((birth_date, at) => mention('women', { record: at + 2, birth_date }));
    const mentions = [...(card.mentions ?? []), ...others];
    expect(await total('women_15_49', { ...card, mentions })).toBe(n);
  });
});

describe('moves of registration', () => {
  /** Moves of one person, each `point date`, into the community. */
  async function moved(code: string, ...moves: readonly string[]): Promise<Record<string, number>> {
    const points = [...new Set(moves.map((move) => move.split(' ')[0] ?? ''))];
    const rows = moves.map((move, at) => {
      const [point = '', move_date = ''] = move.split(' ');
      const source = points.indexOf(point) + 1;
      return { record: at + 1, source, community: '甲', direction: '迁入', move_date: move_date || null };
    });
    return counted(code, {
      sources: points.map((point, at) => ({ source: at + 1, path: point, register: 'moves', point })),
      moves: rows,
      mentions: rows.map(({ record }) => mention('moves', { record })),
    });
  }

  it.each<[string, readonly string[], Record<string, number>]>([
    ['of one point', ['ledger 2023-05-03'], { '2023-05': 1 }],
    ['that two points have is one', ['ledger 2023-05-03', 'system 2023-05-03'], { '2023-05': 1 }],
    [
      'of which one point is late is where it was first',
      ['ledger 2023-05-03', 'system 2023-06-01'],
      { '2023-05': 1 },
    ],
    [
      'that one point has twice on one day is one',
      ['ledger 2023-05-03', 'ledger 2023-05-03'],
      { '2023-05': 1 },
    ],
    [
      'and another of the same person are two',
      ['ledger 2023-05-03', 'ledger 2023-07-03'],
      { '2023-05': 1, '2023-07': 1 },
    ],
    ['without a date is none', ['ledger'], {}],
  ])('one %s', async (_, moves, months) => {
    expect(await moved('moved_in', ...moves)).toEqual(months);
    expect(Object.values(await moved('moved_out', ...moves)).filter(Boolean)).toEqual([]);
  });
});

describe('women who use something', () => {
  const using = (methods: readonly (string | null)[], more: Row = {}): Tables => ({
    women: methods.map((method, at) => ({
      record: at + 1,
      source: at + 1,
      community: '甲',
      method,
      ...more,
    })),
    mentions: methods.map((_, at) => mention('women', { record: at + 1 })),
  });

  it.each([
    [['iud'], 1, 1],
    [['pill'], 1, 0],
    [['none'], 0, 0],
    [['none_pregnant'], 0, 0],
    [['iud_removal'], 0, 0],
    [['reversal'], 0, 0],
    [[null], 0, 0],
    [['iud', 'none', 'iud'], 1, 1],
    [['iud', 'none', 'none'], 0, 0],
  ])('by %j: %i, with an IUD %i', async (methods, users, iud) => {
    expect(await total('contraceptive_users', using(methods))).toBe(users);
    expect(await total('users_iud', using(methods))).toBe(iud);
  });

  it.each([
    ['流入', 0, 1],
    ['流出', 1, 0],
    ['常住', 1, 1],
  ])('who are there as %s: registered %i, present %i', async (residence, registered, present) => {
    expect(await total('contraceptive_users', using(['iud'], { residence }))).toBe(registered);
    expect(await total('contraceptive_users', using(['iud'], { residence }), { population: 'present' })).toBe(
      present,
    );
  });
});

/** Which of some indicators count what these rows show. */
async function countedBy(codes: RegExp, tables: Tables): Promise<string[]> {
  const counts = CATALOGUE.all.filter((one) => one.kind === 'count' && one.recount && codes.test(one.code));
  const found: string[] = [];
  for (const { code } of counts) if ((await total(code, tables)) > 0) found.push(code);
  return found.sort();
}

describe('which indicators count', () => {
  it.each([
    ['iud', ['users_iud']],
    ['female_sterilisation', ['users_female_sterilisation']],
    ['male_sterilisation', ['users_male_sterilisation']],
    ['implant', ['users_implant']],
    ...['pill', 'injection', 'condom', 'spermicide', 'supplies'].map(
      (method) => [method, ['users_supplies']] as const,
    ),
    ['none', []],
  ] as const)('a woman who uses %s', async (method, codes) => {
    const woman = {
      women: [{ record: 1, source: 1, community: '甲', method }],
      mentions: [mention('women', {})],
    };
    expect(await countedBy(/^users_/, woman)).toEqual(codes);
  });

  const happened = (kind: string, claim: Row, more: Tables = {}): Tables => ({
    events: [{ event: 1, kind, subject: 1, community: '甲', date: '2023-06-01', in_period: true }],
    event_claims: [
      { claim: 1, event: 1, record: 1, kind, is_primary: true, witness: false, community: '甲', ...claim },
    ],
    ...more,
  });

  it.each([
    ['iud', ['iud_insertions']],
    ['female_sterilisation', ['female_sterilisations']],
    ['implant', []],
  ])('an operation: %s', async (code, codes) => {
    const operation = happened('contraception', { code }, { event_codes: [{ event: 1, code }] });
    expect(await countedBy(/insertions|sterilisations$/, operation)).toEqual(codes);
  });

  it.each<[Row, Row, string[]]>([
    [{}, {}, ['births']],
    [{ sex: '男' }, {}, ['births', 'births_male']],
    [{ sex: '女' }, {}, ['births', 'births_female']],
    [{ number: 1 }, {}, ['births', 'births_1']],
    [{ number: 2 }, {}, ['births', 'births_2']],
    [{ number: 3 }, {}, ['births', 'births_3plus']],
    [{ number: 4 }, {}, ['births', 'births_3plus']],
    [{}, { policy: '政策内' }, ['births', 'births_in_policy']],
    [{}, { policy: '政策外' }, ['births', 'births_out_of_policy']],
  ])('a birth: %o %o', async (claim, row, codes) => {
    const birth = happened('birth', claim, { births: [{ record: 1, source: 1, community: '甲', ...row }] });
    expect(await countedBy(/^births/, birth)).toEqual(codes);
  });
});

describe('open stays', () => {
  it.each([
    ['流入', true, 1, 0],
    ['流出', true, 0, 1],
    ['流入', false, 0, 0],
  ])('%s, open %s: in %i, out %i', async (code, open, inward, outward) => {
    const stay = {
      events: [{ event: 1, kind: 'migration', subject: 1, community: '甲', open }],
      event_codes: [{ event: 1, code }],
    };
    expect(await total('migrants_in', stay)).toBe(inward);
    expect(await total('migrants_out', stay)).toBe(outward);
    expect(await total('migrants_in', { ...stay, lone_events: [{ event: 1 }] })).toBe(0);
  });
});

describe('checks', () => {
  const VISIT = { service: '查孕', visit_date: '2023-12-01' };

  /** A woman on the register of women, and a visit. */
  function visited(row: Row, visit: Row): Tables {
    const { birth_date = '1990-01-01', ...rest } = row;
    return {
      women: [{ record: 1, source: 1, community: '甲', marital_status: '初婚', ...rest }],
      visits: [{ record: 2, source: 2, community: '甲', ...VISIT, ...visit }],
      mentions: [mention('women', { birth_date }), mention('visits', { record: 2, role: 'woman' })],
    };
  }

  it.each([
    [{}, 1],
    [{ birth_date: FIFTEEN[0] }, 1],
    [{ birth_date: FIFTEEN[1] }, 0],
    [{ birth_date: FIFTY[0] }, 0],
    [{ birth_date: FIFTY[1] }, 1],
    [{ marital_status: '未婚' }, 0],
    [{ residence: '流入' }, 1],
    [{ residence: '人户分离' }, 0],
    [{ due_date: '2023-12-30' }, 1],
    [{ due_date: '2023-12-31' }, 0],
  ])('are due of a woman: %o', async (row, n) => {
    expect(await total('checks_due', visited(row, {}))).toBe(n);
  });

  it.each([
    [{}, 1],
    [{ visit_date: '2023-12-31' }, 1],
    [{ visit_date: '2024-01-01' }, 0],
    [{ visit_date: '2023-09-03' }, 1],
    [{ visit_date: '2023-09-02' }, 0],
    [{ service: '查环' }, 1],
    [{ service: '查病' }, 1],
    [{ service: '术后随访' }, 0],
  ])('are done by a visit: %o', async (visit, n) => {
    expect(await total('checks_done', visited({}, visit))).toBe(n);
  });
});

describe('certificates of migrants', () => {
  /** A woman’s open stay that came from another province. */
  function stayed(row: Row, more: Tables = {}): Tables {
    const { open = true, ...rest } = row;
    const stay = {
      record: 1,
      source: 1,
      community: '甲',
      direction: '流入',
      sex: '女',
      birth_date: '1990-01-01',
      certificate_no: 'L1',
    };
    return {
      migrants: [{ ...stay, ...rest }],
      events: [{ event: 1, kind: 'migration', subject: 1, community: '甲', open }],
      event_codes: [{ event: 1, code: '流入' }],
      event_claims: [{ claim: 1, event: 1, kind: 'migration', is_primary: true, record: 1 }],
      ...more,
    };
  }

  it.each([
    [{}, 1],
    [{ birth_date: '2005-12-31' }, 1],
    [{ birth_date: '2006-01-01' }, 0],
    [{ birth_date: FIFTY[0] }, 0],
    [{ birth_date: FIFTY[1] }, 1],
    [{ sex: '男' }, 0],
    [{ open: false }, 0],
    [{ home_place: '乙' }, 0],
    [{ home_place: '外省' }, 1],
    [{ direction: '流出', current_place: '乙' }, 0],
    [{ direction: '流出', home_place: '乙' }, 1],
  ])('are due of a stay: %o', async (row, n) => {
    const holdings = [{ register: 'migrants', point: 'ledger', community: '乙' }];
    expect(await total('certificates_due', stayed(row, { holdings }))).toBe(n);
  });

  it.each([
    [{}, 1],
    [{ certificate_no: null }, 0],
    [{ certificate_expires: '2023-12-31' }, 1],
    [{ certificate_expires: '2023-12-30' }, 0],
  ])('are held: %o', async (row, n) => {
    expect(await total('certificates_held', stayed(row))).toBe(n);
  });

  it.each([
    [{ verified_date: '2023-03-01' }, 1],
    [{}, 0],
    [{ verified_date: '2023-03-01', certificate_no: null }, 0],
  ])('are verified: %o', async (row, n) => {
    expect(await total('certificates_verified', stayed(row))).toBe(n);
  });

  it('are not due of a stay that one point alone has', async () => {
    expect(await total('certificates_due', stayed({}, { lone_events: [{ event: 1 }] }))).toBe(0);
  });
});

describe('marriages', () => {
  /** A wedding of 1 June; the wife is person 1. */
  function wed(birth_date: string, claim: Row = {}, more: Tables = {}): Tables {
    const event = {
      event: 1,
      kind: 'marriage',
      subject: 1,
      community: '甲',
      date: '2023-06-01',
      in_period: true,
    };
    return {
      events: [event],
      event_claims: [
        {
          claim: 1,
          event: 1,
          kind: 'marriage',
          is_primary: true,
          witness: false,
          community: '甲',
          subject: 1,
          subject_order: '初婚',
          ...claim,
        },
      ],
      mentions: [mention('marriages', { role: 'wife', birth_date })],
      ...more,
    };
  }

  it.each([
    ['late_marriages_female', '2000-06-01', 1],
    ['late_marriages_female', '2000-06-02', 0],
    ['early_marriages_female', '2003-06-02', 1],
    ['early_marriages_female', '2003-06-01', 0],
  ])('%s: a wife born on %s', async (code, birth_date, n) => {
    expect(await total(code, wed(birth_date))).toBe(n);
  });

  it.each([
    ['first_marriages_female', {}, 1],
    ['first_marriages_female', { subject_order: '再婚' }, 0],
    ['late_marriages_female', { subject_order: '再婚' }, 0],
    ['early_marriages_female', { subject_order: '再婚' }, 0],
    ['marriages', { subject_order: '再婚' }, 1],
    ['marriages', { witness: true }, 0],
    ['marriages', { community: null }, 0],
  ])('%s: %o', async (code, claim, n) => {
    expect(await total(code, wed('1995-01-01', claim))).toBe(n);
  });

  it.each<[string, Row, Tables, number]>([
    ['the period', {}, {}, 1],
    ['another period', { in_period: false }, {}, 0],
    ['no day', { date: null }, {}, 0],
    ['another kind', { kind: 'death' }, {}, 0],
    ['one point alone', {}, { lone_events: [{ event: 1 }] }, 0],
  ])('where they are registered at both ends, one of %s', async (_, event, more, n) => {
    const { events = [], ...tables } = wed('1995-01-01', { community: '甲' });
    const elsewhere = { ...events[0], community: '乙', ...event };
    const all = { ...tables, events: [elsewhere], ...more };
    expect(await total('marriages', all, { marriageAt: 'both' })).toBe(n);
  });

  it('one that one point alone has is not counted', async () => {
    expect(await total('marriages', wed('1995-01-01', {}, { lone_events: [{ event: 1 }] }))).toBe(0);
  });
});

describe('the month of an event', () => {
  /** A death that was written down some days later. */
  function died(date: string, more: Row = {}): Tables {
    return {
      events: [{ event: 1, kind: 'death', subject: 9, community: '甲', date, in_period: true, ...more }],
      event_claims: [
        {
          claim: 1,
          event: 1,
          kind: 'death',
          is_primary: true,
          witness: false,
          community: '甲',
          subject: 9,
          registered: '2023-04-02',
        },
      ],
    };
  }

  it.each<[string, Partial<CountedBy>, Record<string, number>]>([
    ['2023-03-31', {}, { '2023-03': 1 }],
    ['2023-03-31', { monthEnd: 30 }, { '2023-04': 1 }],
    ['2023-03-30', { monthEnd: 30 }, { '2023-03': 1 }],
    ['2023-03-25', { monthEnd: 25 }, { '2023-03': 1 }],
    ['2023-03-26', { monthEnd: 25 }, { '2023-04': 1 }],
    ['2023-12-26', { monthEnd: 25 }, { '2024-01': 1 }],
    ['2023-03-26', { recountBy: 'registration_date' }, { '2023-04': 1 }],
  ])('a death of %s, counted by %o', async (date, how, months) => {
    expect(await counted('deaths', died(date), how)).toEqual(months);
  });

  it.each([
    ['by its date', {}, 0],
    ['where months end early', { monthEnd: 25 }, 1],
    ['where months end a day early', { monthEnd: 30 }, 1],
    ['by its registration', { recountBy: 'registration_date' as const }, 1],
  ])('one outside the period, counted %s', async (_, how, n) => {
    expect(await total('deaths', died('2023-03-20', { in_period: false }), how)).toBe(n);
  });
});
