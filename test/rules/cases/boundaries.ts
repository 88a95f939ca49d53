import {
  add,
  type Case,
  change,
  drop,
  type Expected,
  type Registers,
  type Row,
  repeat,
  set,
} from './case.js';
import { type District, member } from './district.js';
import { births, death, marriages, operations, stranger } from './strangers.js';

/** A day so many days after another, or before it. */
function day(from: string, days: number): string {
  return new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
}

const AS_OF = '2023-12-31';
const BORN = '2023-06-01';

/** The last value on the one side of a threshold and the first on the other: each is a case of its own. */
function sides<Value extends string>(
  name: string,
  plant: (at: District, value: Value) => Registers,
  ...values: readonly [value: Value, finds: readonly Expected[]][]
): Case[] {
  return values.map(([value, finds]) => ({
    name: `${name}: ${value}`,
    plant: (at) => plant(at, value),
    finds,
  }));
}

const mother = (at: District) => stranger(at, '冯春', '1991-02-03', '042');
const father = (at: District) => stranger(at, '严冬', '1989-03-04', '041');

const found = (rule: string, severity?: Expected['severity']): Expected[] => [
  severity ? { rule, severity } : { rule },
];

/** A birth in June of a woman who was born on that day. */
function motherBorn(at: District, birth: string): Registers {
  return births(at.registers, { woman: stranger(at, '冯春', birth, '042'), row: { birth_date: BORN } });
}

function husbandBorn(at: District, birth: string): Registers {
  const man = stranger(at, '严冬', birth, '041');
  return marriages(at.registers, { woman: mother(at), man, row: { marriage_date: '2023-08-07' } });
}

/** A son in February, and a daughter on that day. */
function thenBorn(at: District, birth_date: string): Registers {
  const woman = mother(at);
  const first = { woman, row: { birth_date: '2023-02-01', parity: '1', child_sex: '男' } };
  return births(at.registers, first, { woman, row: { birth_date, parity: '2', child_sex: '女' } });
}

/** Operations of the mother, and her child of June. */
function operated(at: District, ...list: [method: string, service_date: string][]): Registers {
  const woman = mother(at);
  const born = births(at.registers, { woman, row: { birth_date: BORN } });
  return operations(
    born,
    ...list.map(([method, service_date]) => ({ woman, row: { method, service_date } })),
  );
}

/** A child of December whose father died on that day. */
function fatherDied(at: District, death_date: string): Registers {
  const row = { birth_date: '2023-12-20' };
  const born = births(at.registers, { woman: mother(at), man: father(at), row });
  return death(born, father(at), { sex: '男', death_date });
}

/** The row of He Jing, or of Zhao Min, at all points. */
function womanRow({ registers }: District, n: number, values: Row): Registers {
  const edit = set(n, values);
  return change(registers, { 'card/women': edit, 'ledger/women': edit, 'system/women': edit });
}

const HE = 4;
const ZHAO = 2;
const employed = { management_class: '协管', employer: '市纺织厂' };

/** Somebody born on that day who came from afar, without a certificate. */
function arrived(at: District, birth_date: string, sex: '男' | '女' = '女'): Registers {
  const person = {
    name: at.called('冯娟'),
    sex,
    birth_date,
    id: at.id(birth_date, sex === '女' ? '042' : '041'),
  };
  const stay = repeat(1, { ...person, certificate_no: '', home_place: '外省' });
  const card = member(at.home, '009', person, { relation: '户主', residence: '流入' });
  return change(at.registers, {
    'ledger/migrants': stay,
    'system/migrants': stay,
    'card/households': add(card),
  });
}

/** Somebody of that birthday on a card, with these cells. */
function onCard(at: District, birth_date: string, more: Row): Registers {
  const person = { name: at.called('冯娟'), sex: '女' as const, birth_date, id: at.id(birth_date, '042') };
  return change(at.registers, { 'card/households': add(member(at.home, '009', person, more)) });
}

/** Hao Jian left in April, and arrived on that day. */
function movedOn({ registers, called, id, home, away }: District, start_date: string): Registers {
  const hao = {
    name: called('郝建'),
    sex: '男',
    birth_date: '1987-11-16',
    id: id('1987-11-16', '071'),
  } as const;
  const out = { community: home, direction: '流出', ...hao, current_place: away, start_date: LEFT };
  const into = { community: away, direction: '流入', ...hao, home_place: home, start_date };
  return change(registers, {
    'ledger/migrants': add(out, into),
    'system/migrants': add(out, into),
    'card/households': add(
      member(home, '007', hao, { residence: '流出' }),
      member(away, '107', hao, { residence: '流入' }),
    ),
  });
}

const LEFT = '2023-04-10';
const CHILD = '2023-05-13';
const FITTED = '2023-03-14';
const STAY = '2023-02-15';

/** A second row of Li Ming's birth in the ledger, nameless and on that day. */
function bornTwice({ registers }: District, birth_date: string): Registers {
  const nameless = { child_name: '', child_id: '', certificate_no: '', registration_date: '' };
  return change(registers, { 'ledger/births': repeat(1, { ...nameless, birth_date }) });
}

/** The system has Li Ming's birth without name and number, on that day. */
function bornElsewhen({ registers }: District, birth_date: string): Registers {
  const nameless = { child_name: '', child_id: '', certificate_no: '', registration_date: '' };
  return change(registers, { 'system/births': set(1, { ...nameless, birth_date }) });
}

/** The stay of Wu Mei ended after 20 days; the system has it from that day on, as long. */
function stayedElsewhen({ registers }: District, start_date: string): Registers {
  return change(registers, {
    'ledger/migrants': set(1, { end_date: day(STAY, 20) }),
    'system/migrants': set(1, { start_date, end_date: day(start_date, 20) }),
    'card/households': drop(9),
  });
}

/** A second row of the stay in the ledger, which ended after 20 days, from that day on. */
function stayedTwice({ registers }: District, start_date: string): Registers {
  const short = set(1, { end_date: day(STAY, 20) });
  return change(registers, {
    'ledger/migrants': (rows) => repeat(1, { start_date, end_date: day(start_date, 20) })(short(rows)),
    'system/migrants': short,
    'card/households': drop(9),
  });
}

/** A child of that day beside Wang Fang's newborn on the card; her register counts two. */
function elderBorn({ registers, home, called, id }: District, birth_date: string): Registers {
  const elder = { name: called('李兰'), sex: '女', birth_date, id: id(birth_date, '044') } as const;
  const counted = set(1, { children_count: '2' });
  return change(registers, {
    'card/households': add(member(home, '001', elder, { relation: '女' })),
    'card/women': counted,
    'ledger/women': counted,
    'system/women': counted,
  });
}

/** A woman of that birthday whom the women registers held last month, and hold no more. */
function womanLeft(birth_date: string, finds: readonly Expected[]): Case {
  const line = ({ home, called, id }: District): Row => ({
    community: home,
    household_no: '009',
    name: called('冯娟'),
    id: id(birth_date, '042'),
    birth_date,
    marital_status: '未婚',
  });
  return {
    name: `gone from the women registers, born on: ${birth_date}`,
    plant: ({ registers }) => registers,
    before: (at) => {
      const one = add(line(at));
      return change(at.registers, { 'card/women': one, 'ledger/women': one, 'system/women': one });
    },
    finds,
  };
}

/** Cases on either side of every threshold that a day or an age decides, by rule. */
export const BOUNDARIES: Readonly<Record<string, readonly Case[]>> = {
  'logic/mother-age': sides(
    'a mother born on',
    motherBorn,
    ['1973-06-02', []],
    ['1973-06-01', found('logic/mother-age', 'warning')],
    ['1963-06-01', found('logic/mother-age', 'warning')],
    ['1962-06-01', found('logic/mother-age', 'error')],
    ['2008-06-01', []],
    ['2008-06-02', found('logic/mother-age', 'warning')],
    ['2011-06-01', found('logic/mother-age', 'warning')],
    ['2011-06-02', found('logic/mother-age', 'error')],
  ),
  'logic/marriage-age': sides('a husband born on', husbandBorn, ['2001-08-08', found('logic/marriage-age')]),
  'logic/birth-spacing': sides(
    'a brother of 1 February, a sister of',
    thenBorn,
    ['2023-02-03', found('logic/birth-spacing')],
    [day('2023-02-01', 210), found('logic/birth-spacing')],
    [day('2023-02-01', 211), []],
  ),
  'logic/birth-after-sterilisation': sides(
    'sterilised before a birth of 1 June on',
    (at, date) => operated(at, ['女扎', date]),
    [day(BORN, -300), []],
    [day(BORN, -301), found('logic/birth-after-sterilisation')],
  ),
  'logic/birth-with-iud': [
    ...sides(
      'fitted before a birth of 1 June on',
      (at, date) => operated(at, ['上环', date]),
      [day(BORN, -189), []],
      [day(BORN, -190), found('logic/birth-with-iud')],
    ),
    ...sides(
      'fitted in 2021, removed before a birth of 1 June on',
      (at, date) => operated(at, ['上环', '2021-03-01'], ['取环', date]),
      [day(BORN, -190), []],
      [day(BORN, -189), found('logic/birth-with-iud')],
    ),
  ],
  'logic/event-after-death': sides(
    'the father of a child of 20 December died on',
    fatherDied,
    [day('2023-12-20', -300), []],
    [day('2023-12-20', -301), found('logic/event-after-death')],
  ),
  'timing/outcome-unrecorded': [
    ...sides(
      'nothing since a due date of',
      (at, due_date) => womanRow(at, HE, { due_date }),
      [day(AS_OF, -60), []],
      [day(AS_OF, -61), found('timing/outcome-unrecorded')],
    ),
    ...sides(
      'a birth of 13 May, due on',
      ({ registers }, due_date) => change(registers, { 'ledger/women': set(1, { due_date }) }),
      [day(CHILD, 150), []],
      [day(CHILD, 151), found('timing/outcome-unrecorded')],
    ),
    ...sides(
      'due on 1 July, a method since',
      (at, method_date) => womanRow(at, HE, { due_date: '2023-07-01', method_date }),
      [day('2023-07-01', -290), []],
      [day('2023-07-01', -291), found('timing/outcome-unrecorded')],
    ),
  ],
  'timing/handover-overdue': sides(
    'left her employer on',
    (at, left_employer_date) => womanRow(at, ZHAO, { left_employer_date, handover_date: '' }),
    [day(AS_OF, -30), []],
    [day(AS_OF, -31), found('timing/handover-overdue')],
  ),
  'timing/notice-overdue': sides(
    'the last notice of',
    (at, employer_notice_date) => womanRow(at, ZHAO, { ...employed, employer_notice_date }),
    [day(AS_OF, -183), []],
    [day(AS_OF, -184), found('timing/notice-overdue')],
  ),
  'timing/certificate-missing': [
    ...sides(
      'a woman without a certificate, born on',
      arrived,
      ['2006-01-01', []],
      ['2005-12-31', found('timing/certificate-missing')],
      ['1974-01-01', found('timing/certificate-missing')],
      ['1973-12-31', []],
    ),
    ...sides('a man without a certificate, born on', (at, birth) => arrived(at, birth, '男'), [
      '1990-01-01',
      [],
    ]),
  ],
  'birth/duplicated': sides(
    'one birth twice, the second time on',
    bornTwice,
    [day(CHILD, -270), found('birth/duplicated')],
    [day(CHILD, -271), [...found('logic/children-count'), ...found('logic/parity-order')]],
  ),
  'birth/mismatched': sides(
    'a birth of 13 May that another point dates',
    bornElsewhen,
    [day(CHILD, -270), found('birth/mismatched')],
    [day(CHILD, -271), found('birth/omitted')],
  ),
  'contraception/duplicated': sides(
    'an operation of 14 March again on',
    ({ registers }, service_date) =>
      change(registers, { 'system/contraception': repeat(1, { service_date }) }),
    [day(FITTED, 180), found('contraception/duplicated')],
    [day(FITTED, 181), found('contraception/omitted')],
  ),
  'contraception/mismatched': sides(
    'an operation of 14 March that another point dates',
    ({ registers }, service_date) => change(registers, { 'system/contraception': set(1, { service_date }) }),
    [day(FITTED, 180), found('contraception/mismatched')],
    [day(FITTED, 181), [...found('contraception/omitted'), ...found('contraception/omitted')]],
  ),
  'migration/duplicated': sides(
    'a stay of 15 February to 7 March again from',
    stayedTwice,
    [day(STAY, 19), found('migration/duplicated')],
    [day(STAY, 21), found('migration/omitted')],
  ),
  'migration/mismatched': sides(
    'a stay of 15 February that another point begins on',
    stayedElsewhen,
    [day(STAY, 180), found('migration/mismatched')],
    [day(STAY, 181), [...found('migration/omitted'), ...found('migration/omitted')]],
  ),
  'migration/omitted': sides(
    'left on 10 April, arrived on',
    movedOn,
    [day(LEFT, 30), []],
    [day(LEFT, -30), []],
    [day(LEFT, 31), [...found('migration/omitted'), ...found('migration/omitted')]],
  ),
  'enrolment/omitted': sides(
    'a married resident on no register of women, born on',
    (at, birth) => onCard(at, birth, { marital_status: '初婚' }),
    ['2008-12-31', found('enrolment/omitted')],
    ['2009-01-01', []],
    ['1974-01-01', found('enrolment/omitted')],
    ['1973-12-31', []],
  ),
  'logic/parity-order': sides(
    'a first birth of 13 May 2023 by a mother of 1990, an elder child on the card born on',
    elderBorn,
    ['2005-01-05', found('logic/parity-order')],
    ['2005-01-04', []],
  ),
  'roster/vanished': [womanLeft('1973-12-31', []), womanLeft('1974-01-01', found('roster/vanished'))],
  'person/not-removed': sides(
    'still on a card, a stay ended on',
    ({ registers }, end_date) => {
      const ended = set(1, { end_date });
      return change(registers, { 'ledger/migrants': ended, 'system/migrants': ended });
    },
    [AS_OF, found('person/not-removed', 'error')],
  ),
  'coverage/incomplete-card': sides(
    'a card without a marital status, of somebody born on',
    (at, birth) => onCard(at, birth, { marital_status: '' }),
    ['2009-01-01', []],
    ['2008-12-31', found('coverage/incomplete-card')],
  ),
};
