/**
 * Claims are made for all dates, those of registers of people too (section 2): what every rule makes of an event of the
 * period and of one before it, by the register that says so.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { add, change, drop, type Registers, type Row, set } from './cases/case.js';
import { type District, district, member, type Person } from './cases/district.js';
import { auditTogether, type Placed } from './cases/run.js';
import { births, death, marriages, operations } from './cases/strangers.js';

/** A rule, who says what it is about, and when that was. */
interface Dated {
  rule: string;
  says: string;
  when: 'in the period' | 'before it';
  plant(at: District): Registers;
  before?(at: District): Registers;
  told: boolean;
  /** Audited with others that have the same registers. */
  among?: 'visits' | 'no births' | 'cards without residence';
}

const POINTS = ['card', 'ledger', 'system'] as const;

/** The nth row of the women registers of some points. */
const women = (registers: Registers, n: number, values: Row, points: readonly string[] = POINTS): Registers =>
  change(registers, Object.fromEntries(points.map((point) => [`${point}/women`, set(n, values)])));

const both = (registers: Registers, register: string, edit: (rows: readonly Row[]) => readonly Row[]) =>
  change(registers, { [`ledger/${register}`]: edit, [`system/${register}`]: edit });

/** The years in which events are planted: of the period, and before. */
const YEARS = [
  ['in the period', '2023'],
  ['before it', '2016'],
] as const;

/** One line of the table for each year. */
const inYears = (
  rule: string,
  says: string,
  plant: (year: string) => (at: District) => Registers,
  told: readonly [boolean, boolean],
  rest: Pick<Dated, 'among'> & { before?: (year: string) => (at: District) => Registers } = {},
): Dated[] =>
  YEARS.map(([when, year], n) => {
    const { before, ...more } = rest;
    const earlier = before ? { before: before(year) } : {};
    return { rule, says, when, plant: plant(year), told: told[n] ?? false, ...more, ...earlier };
  });

const grown = ({ called, id }: District, sex: '男' | '女' = '女', birth_date = '1972-03-04'): Person => ({
  name: called('冯娟'),
  sex,
  birth_date,
  id: id(birth_date, sex === '女' ? '042' : '041'),
});

/** Somebody on a card, shown as dead there or in the registers of deaths, and somebody's row of a women register. */
const listed = (at: District, person: Person, more: Row = {}): Row => ({
  community: at.home,
  household_no: '009',
  name: person.name,
  id: person.id,
  birth_date: person.birth_date,
  marital_status: '丧偶',
  ...more,
});

const onCard = (at: District, more: Row = {}): Registers =>
  change(at.registers, { 'card/households': add(member(at.home, '009', grown(at), more)) });

const ROSTERS: Dated[] = [
  ...inYears(
    'roster/vanished',
    'register of deaths',
    (year) => (at) => death(at.registers, grown(at), { sex: '女', death_date: `${year}-12-05` }),
    [false, false],
    { before: () => onCard },
  ),
  ...inYears(
    'roster/vanished',
    'card that shows the dead',
    (year) => (at) =>
      death(onCard(at, { death_date: `${year}-12-05` }), grown(at), {
        sex: '女',
        death_date: `${year}-12-05`,
      }),
    [false, false],
    { before: () => onCard },
  ),
  ...inYears(
    'roster/vanished',
    'register of stays',
    (year) => (at) => {
      const ended = set(1, { end_date: `${year}-12-20`, start_date: '2015-02-03' });
      return change(both(at.registers, 'migrants', ended), { 'card/households': drop(9) });
    },
    [false, false],
    { before: () => (at) => at.registers },
  ),
  ...inYears(
    'roster/vanished',
    'register of moves',
    (year) => (at) => {
      const { name, id } = grown(at);
      const row = { community: at.home, direction: '迁出', name, id, move_date: `${year}-12-05` };
      return both(at.registers, 'moves', add(row));
    },
    [false, false],
    { before: () => onCard },
  ),
  ...inYears(
    'roster/unexplained',
    'register of marriages and registers of women',
    (year) => (at) => {
      const married = set(1, { marriage_date: `${year}-12-16` });
      return women(both(at.registers, 'marriages', married), 3, { marriage_date: `${year}-12-16` });
    },
    [false, true],
    { before: () => (at) => change(at.registers, { 'card/households': drop(8) }) },
  ),
  ...inYears(
    'roster/unexplained',
    'card that shows the birth',
    (year) => (at) =>
      change(at.registers, {
        'card/households': add(
          member(at.home, '009', grown(at, '男', `${year}-12-03`), { residence: '常住', relation: '孙子' }),
        ),
      }),
    [false, true],
    { before: () => (at) => at.registers },
  ),
];

const PERSONS: Dated[] = [
  ...inYears(
    'person/not-removed',
    'registers of deaths',
    (year) => (at) => death(onCard(at), grown(at), { sex: '女', death_date: `${year}-06-05` }),
    [true, true],
  ),
  ...inYears(
    'person/not-removed',
    'card that shows the dead, registers of deaths blank of her before it',
    (year) => (at) => {
      const shown = onCard(at, { death_date: `${year}-06-05` });
      const known =
        year === '2023' ? death(shown, grown(at), { sex: '女', death_date: `${year}-06-05` }) : shown;
      return change(known, { 'card/women': add(listed(at, grown(at))) });
    },
    [true, true],
  ),
  ...inYears(
    'person/not-removed',
    'register of stays, the card says 流入',
    (year) => (at) =>
      both(at.registers, 'migrants', set(1, { start_date: '2015-02-03', end_date: `${year}-08-01` })),
    [true, true],
  ),
  ...inYears(
    'person/not-removed',
    'register of stays, the card has no column for residence',
    (year) => (at) =>
      change(
        both(at.registers, 'migrants', set(1, { start_date: '2015-02-03', end_date: `${year}-08-01` })),
        {
          'card/households': set(1, { '-residence': '' }),
        },
      ),
    [true, true],
    { among: 'cards without residence' },
  ),
  ...inYears(
    'person/duplicated',
    'register of stays, the card has no column for residence',
    (year) => (at) => {
      const { wu } = at.people;
      const left = {
        community: at.away,
        direction: '流出',
        ...wu,
        start_date: `${year}-02-15`,
        current_place: '外省',
      };
      const began = both(
        both(at.registers, 'migrants', set(1, { start_date: `${year}-02-15` })),
        'migrants',
        add(left),
      );
      return change(began, {
        'card/households': (rows) => set(1, { '-residence': '' })(add(member(at.away, '102', wu))(rows)),
      });
    },
    [false, false],
    { among: 'cards without residence' },
  ),
];

/** He Jing is due in July, and somebody says something later. */
const due = (at: District, year = '2023'): Registers => women(at.registers, 4, { due_date: `${year}-07-01` });

/** The visits that a clean district has made. */
const visited = ({ home, people: { wang, zhao } }: District, registers: Registers): Registers => {
  const row = (woman: Person, service: string, day: string): Row => ({
    community: home,
    woman_name: woman.name,
    woman_id: woman.id,
    service,
    due_date: day,
    visit_date: day,
  });
  return {
    ...registers,
    'ledger/visits': [row(wang, '产后访视', '2023-06-24'), row(zhao, '术后随访', '2023-04-13')],
  };
};

const later = (says: string, plant: (at: District) => Registers): Dated => ({
  rule: 'timing/outcome-unrecorded',
  says,
  when: 'in the period',
  plant,
  told: false,
});

const TIMES: Dated[] = [
  // her marriage of 2016 is something later than a due date of that summer
  ...inYears(
    'timing/outcome-unrecorded',
    'nobody',
    (year) => (at) => due(at, year === '2023' ? year : '2018'),
    [true, true],
  ),
  later('register of women of another point: a birth', (at) =>
    women(due(at), 4, { last_birth_date: '2023-06-20' }, ['card']),
  ),
  later('register of women of another point: a marriage', (at) =>
    women(due(at), 4, { marriage_date: '2023-10-01' }, ['card']),
  ),
  later('card that shows her dead', (at) =>
    change(death(due(at), at.people.he, { community: at.away, sex: '女', death_date: '2023-07-20' }), {
      'card/households': set(11, { death_date: '2023-07-20' }),
      ...Object.fromEntries(POINTS.map((point) => [`${point}/women`, set(4, { due_date: '2023-07-01' })])),
    }),
  ),
  later('register of births', (at) =>
    births(due(at), {
      woman: at.people.he,
      man: at.people.ma,
      row: { community: at.away, birth_date: '2023-06-25', child_sex: '女' },
    }),
  ),
  ...inYears(
    'timing/late-registration',
    'own registers',
    (year) => (at) =>
      births(at.registers, {
        woman: grown(at, '女', '1992-02-03'),
        row: { birth_date: `${year}-02-01`, child_sex: '男', registration_date: `${year}-08-01` },
      }),
    [true, false],
  ),
  ...inYears(
    'timing/registered-before-event',
    'own registers',
    (year) => (at) =>
      births(at.registers, {
        woman: grown(at, '女', '1992-02-03'),
        row: { birth_date: `${year}-02-01`, child_sex: '男', registration_date: `${year}-01-01` },
      }),
    [true, false],
  ),
  ...inYears(
    'timing/follow-up-overdue',
    'own registers: a birth',
    (year) => (at) =>
      visited(
        at,
        births(at.registers, {
          woman: grown(at, '女', '1988-02-03'),
          row: { birth_date: `${year}-02-01`, child_sex: '男' },
        }),
      ),
    [true, false],
    { among: 'visits' },
  ),
  ...inYears(
    'timing/follow-up-overdue',
    'registers of women: an operation',
    (year) => (at) => visited(at, women(at.registers, 4, { method: '上环', method_date: `${year}-05-04` })),
    [true, false],
    { among: 'visits' },
  ),
  ...inYears(
    'timing/visit-overdue',
    'register of deaths: nobody visits the dead',
    (year) => (at) => {
      const { name, id } = grown(at);
      const visit = {
        community: at.home,
        woman_name: name,
        woman_id: id,
        service: '查环',
        due_date: '2023-09-30',
        visit_date: '',
      };
      const dead = death(at.registers, grown(at), { sex: '女', death_date: `${year}-06-05` });
      return change(visited(at, dead), { 'ledger/visits': add(visit) });
    },
    [false, false],
    { among: 'visits' },
  ),
  ...inYears(
    'timing/certificate-missing',
    'register of stays',
    (year) => (at) =>
      both(at.registers, 'migrants', set(1, { start_date: `${year}-02-15`, certificate_no: '' })),
    [true, true],
  ),
  ...inYears(
    'timing/certificate-expired',
    'register of stays',
    (year) => (at) =>
      both(
        at.registers,
        'migrants',
        set(1, { start_date: `${year}-02-15`, certificate_expires: `${year}-09-01` }),
      ),
    [true, true],
  ),
  ...inYears(
    'timing/verification-missing',
    'register of stays',
    (year) => (at) =>
      both(at.registers, 'migrants', set(1, { start_date: `${year}-02-15`, verified_date: '' })),
    [true, true],
  ),
  ...inYears(
    'timing/handover-overdue',
    'registers of women',
    (year) => (at) => women(at.registers, 2, { left_employer_date: `${year}-05-01`, handover_date: '' }),
    [true, true],
  ),
  ...inYears(
    'timing/notice-overdue',
    'registers of women',
    (year) => (at) =>
      women(at.registers, 2, {
        management_class: '协管',
        employer: '市纺织厂',
        employer_notice_date: `${year}-04-01`,
      }),
    [true, true],
  ),
];

/** Born in the year, a mother of 32. */
const mother = (at: District) => grown(at, '女', '1991-02-03');
const bornLate = (at: District, registers = at.registers): Registers =>
  births(registers, { woman: mother(at), row: { birth_date: '2023-11-20', child_sex: '男' } });

const LOGIC: Dated[] = [
  ...(['上环', '女扎'] as const).flatMap((method) => {
    const rule = method === '上环' ? 'logic/birth-with-iud' : 'logic/birth-after-sterilisation';
    return [
      ...inYears(
        rule,
        'own registers',
        (year) => (at) =>
          operations(bornLate(at), { woman: mother(at), row: { method, service_date: `${year}-01-03` } }),
        [true, true],
      ),
      ...POINTS.flatMap((point) =>
        inYears(
          rule,
          `register of women of ${point}, before the period alone`,
          (year) => (at) => {
            const { he, ma } = at.people;
            const born = births(at.registers, {
              woman: he,
              man: ma,
              row: { community: at.away, birth_date: '2023-11-20', child_sex: '男' },
            });
            const shown = women(born, 4, { children_count: '1', last_birth_date: '2023-11-20' });
            const own = { community: at.away, method, service_date: '2023-01-03' };
            const operated = year === '2023' ? operations(shown, { woman: he, man: ma, row: own }) : shown;
            const points = year === '2023' ? POINTS : [point];
            return women(operated, 4, { method, method_date: `${year}-01-03` }, points);
          },
          [true, true],
        ),
      ),
    ];
  }),
  ...inYears(
    'logic/removal-without-insertion',
    'register of women that shows the insertion',
    (year) => (at) =>
      both(
        women(at.registers, 2, { method: '上环', method_date: `${year}-03-14` }, ['card']),
        'contraception',
        set(1, { method: '取环', service_date: '2023-12-01' }),
      ),
    [false, false],
  ),
  ...inYears(
    'logic/event-after-death',
    'card that shows the dead',
    (year) => (at) => {
      const dead = onCard(at, { death_date: `${year}-03-05` });
      const known =
        year === '2023' ? death(dead, grown(at), { sex: '女', death_date: `${year}-03-05` }) : dead;
      return births(known, { woman: grown(at), row: { birth_date: '2023-09-01', child_sex: '男' } });
    },
    [true, true],
  ),
  ...inYears(
    'logic/overlapping-marriage',
    'own registers',
    (year) => (at) => {
      const first = { wife_order: '初婚', husband_order: '初婚' };
      const man = { ...grown(at, '男', '1988-04-05'), name: at.called('严冬') };
      const other = { ...grown(at, '男', '1989-04-05'), name: at.called('金秋') };
      return marriages(
        at.registers,
        { woman: mother(at), man, row: { ...first, marriage_date: `${year}-01-05` } },
        { woman: mother(at), man: other, row: { ...first, marriage_date: '2023-10-05' } },
      );
    },
    [true, true],
  ),
  ...inYears(
    'logic/mother-age',
    'own registers',
    (year) => (at) =>
      births(at.registers, {
        woman: grown(at, '女', '2004-02-03'),
        row: { birth_date: `${year}-01-20`, child_sex: '男' },
      }),
    [false, false],
  ),
];

const TABLE = [...ROSTERS, ...PERSONS, ...TIMES, ...LOGIC];
const found = new Map<Dated, Placed[]>();

beforeAll(async () => {
  for (const among of new Set(TABLE.map((line) => line.among))) {
    const lines = TABLE.filter((line) => line.among === among);
    const planted = lines.map((line, n) => {
      const at = district(n);
      return { district: at, registers: line.plant(at), before: line.before?.(at) };
    });
    const findings = await auditTogether(planted);
    lines.forEach((line, n) => {
      found.set(line, findings[n] ?? []);
    });
  }
}, 600_000);

describe.each(TABLE)('$rule, by $says, $when', (line) => {
  it(line.told ? 'is told' : 'is not told', () => {
    const findings = found.get(line) ?? [];
    const text = findings.map(({ rule, message }) => `${rule} ${message}`).join('\n');
    expect(
      findings.some(({ rule }) => rule === line.rule),
      text,
    ).toBe(line.told);
  });
});
