import type { Registers, Row, RuleCases } from './case.js';
import { type District, member } from './district.js';

/** Characters of different sound: two of them are a given name that no other pair sounds like. */
const GIVEN = '安波昌东恩芳刚海佳凯磊梅宁鹏强瑞松涛伟祥雅泽珠楠琴蓉帅婷雯旭';

/** Somebody whom nobody else resembles, born on a day of the year given. */
function someone({ called, id }: District, n: number, year: number, sex: '男' | '女') {
  const given = `${GIVEN[Math.floor(n / GIVEN.length)]}${GIVEN[n % GIVEN.length]}`;
  const birth_date = `${year}-0${1 + (n % 9)}-${10 + (n % 17)}`;
  const sequence = String(100 + 2 * (n % 400) + (sex === '男' ? 1 : 0));
  return { name: called(`孟${given}`), sex, birth_date, id: id(birth_date, sequence) };
}

/** Births of one register: birth n is a boy where `boy(n)`, on the date that `date(n)` gives. */
function births(d: District, n: number, boy: (n: number) => boolean, date: (n: number) => string): Row[] {
  return Array.from({ length: n }, (_, i) => {
    const mother = someone(d, i, 1990 + (i % 7), '女');
    return {
      community: d.home,
      child_sex: boy(i) ? '男' : '女',
      birth_date: date(i),
      parity: '1',
      mother_name: mother.name,
      mother_id: mother.id,
    };
  });
}

const everyMonth = (n: number) => `2023-${String(1 + (n % 12)).padStart(2, '0')}-1${n % 10}`;
/** Every month of the year but one. */
const exceptJune = (n: number) => {
  const month = 1 + (n % 11);
  return `2023-${String(month < 6 ? month : month + 1).padStart(2, '0')}-1${n % 10}`;
};
const everyOther = (n: number) => n % 2 === 0;

/** Reported numbers that no identity ties together. */
function figures({ home }: District, values: readonly number[]): Registers {
  const rows = values.map((value, n) => ({
    area: home,
    period: '2023',
    indicator: `自定项目${GIVEN[n % GIVEN.length]}${GIVEN[Math.floor(n / GIVEN.length)]}`,
    value: String(value),
  }));
  return { 'ledger/figures': rows };
}

/** Counts of three to seven digits of which every last digit is as frequent. */
function beginningWith99(n: number): number[] {
  return Array.from({ length: n }, (_, i) => 99 * 10 ** (1 + (Math.floor(i / 10) % 5)) + (i % 10));
}

/** Counts that grow in proportion, from a hundred to a million: their first digits follow Benford's law. */
function asBenford(n: number): number[] {
  return Array.from({ length: n }, (_, i) => {
    const value = Math.floor(100 * 10 ** ((4 * (i + 0.5)) / n));
    return value - (value % 10) + (i % 10);
  });
}

/** Cards of ten men of every five years up to 74, and so many women. */
function bySex(d: District, women: (five: number) => number): Registers {
  const people = Array.from({ length: 15 }, (_, five) => [
    ...Array.from({ length: 10 }, () => ({ five, sex: '男' as const })),
    ...Array.from({ length: women(five) }, () => ({ five, sex: '女' as const })),
  ]).flat();
  const rows = people.map(({ five, sex }, i) =>
    member(d.home, String(1000 + i), someone(d, i, 2022 - 5 * five - (i % 4), sex), { relation: '户主' }),
  );
  return { 'card/households': rows };
}

/** Births as reported for two years. */
function reportedBirths({ home }: District, before: number, now: number): Registers {
  const row = (period: string, value: number) => ({
    area: home,
    period,
    indicator: '出生人数',
    value: String(value),
  });
  return { 'ledger/figures': [row('2022', before), row('2023', now)] };
}

/** Households of one man each; `age(n)` at the end of 2023. */
function cards(d: District, n: number, age: (n: number) => number): Registers {
  const rows = Array.from({ length: n }, (_, i) =>
    member(d.home, String(1000 + i), someone(d, i, 2023 - age(i), '男'), { relation: '户主' }),
  );
  return { 'card/households': rows };
}

/** What a ledger entered in 2023: `late` of 30 births in December. */
function registered(d: District, late: number): Registers {
  const date = (n: number) => (n < late ? `2023-12-0${1 + (n % 8)}` : everyMonth(n - late));
  const rows = births(d, 30, everyOther, date).map((row, n) => ({
    ...row,
    registration_date: n < late ? '2023-12-15' : (row.birth_date ?? '').replace(/\d$/, '9'),
  }));
  return { 'ledger/births': rows };
}

/** The first rows of one community once more in the other. */
function copied(d: District, n: number): Registers {
  const rows = births(d, 8, everyOther, everyMonth);
  return {
    'ledger/births': [...rows, ...rows.slice(1, 1 + n).map((row) => ({ ...row, community: d.away }))],
  };
}

/** Births of which ledger and hospital each have some alone; the mothers live here. */
function overlapping(d: District, [both, ledger, hospital]: readonly [number, number, number]): Registers {
  const rows = births(d, both + ledger + hospital, everyOther, everyMonth);
  const women = rows.map(({ community = '', mother_name = '', mother_id = '' }) => ({
    community,
    name: mother_name,
    id: mother_id,
    marital_status: '初婚',
  }));
  return {
    'ledger/women': women,
    'ledger/births': rows.slice(0, both + ledger),
    'hospital/births': [...rows.slice(0, both), ...rows.slice(both + ledger)].map(
      ({ community, ...row }) => row,
    ),
  };
}

const DUPLICATED = { rule: 'birth/duplicated', cites: [] };

export const pattern: readonly RuleCases[] = [
  {
    rule: 'pattern/sex-ratio',
    cases: [
      {
        name: 'three boys to a girl',
        alone: 'births',
        plant: (d) => ({ 'ledger/births': births(d, 60, (n) => n % 4 !== 0, everyMonth) }),
        finds: [{ rule: 'pattern/sex-ratio', severity: 'notice' }],
      },
      {
        name: 'as many boys as girls',
        alone: 'births',
        plant: (d) => ({ 'ledger/births': births(d, 60, everyOther, everyMonth) }),
        finds: [],
      },
      {
        name: 'too few births to say',
        alone: 'births',
        plant: (d) => ({ 'ledger/births': births(d, 49, () => true, everyMonth) }),
        finds: [],
      },
    ],
  },
  {
    rule: 'pattern/last-digit',
    cases: [
      {
        name: 'numbers that end in 0 and 5',
        alone: 'figures',
        plant: (d) =>
          figures(
            d,
            Array.from({ length: 60 }, (_, n) => 500 + 5 * n),
          ),
        finds: [{ rule: 'pattern/last-digit', severity: 'notice' }],
      },
      {
        name: 'every digit as often',
        alone: 'figures',
        plant: (d) =>
          figures(
            d,
            Array.from({ length: 60 }, (_, n) => 501 + 7 * n),
          ),
        finds: [],
      },
      {
        name: 'the same number many times says nothing more than once',
        alone: 'figures',
        plant: (d) =>
          figures(
            d,
            Array.from({ length: 60 }, (_, n) => 500 + 5 * (n % 40)),
          ),
        finds: [],
      },
    ],
  },
  {
    rule: 'pattern/age-heaping',
    cases: [
      {
        name: 'every third age is a round one',
        alone: 'cards',
        plant: (d) => cards(d, 600, (n) => (n % 6 === 0 ? 25 + 5 * ((n % 35) % 7) : 23 + (n % 40))),
        finds: [{ rule: 'pattern/age-heaping', severity: 'notice' }],
      },
      {
        name: 'every age as often',
        alone: 'cards',
        plant: (d) => cards(d, 600, (n) => 23 + (n % 40)),
        finds: [],
      },
    ],
  },
  {
    rule: 'pattern/registration-bulge',
    cases: [
      {
        name: 'two thirds of a year entered in December',
        alone: 'births',
        plant: (d) => registered(d, 20),
        finds: [{ rule: 'pattern/registration-bulge', severity: 'notice', cites: ['ledger/births:1'] }],
      },
      { name: 'entered as they happened', alone: 'births', plant: (d) => registered(d, 3), finds: [] },
    ],
  },
  {
    rule: 'pattern/first-two-digits',
    cases: [
      {
        name: 'fifty counts that begin with 99',
        alone: 'first digits',
        config: 'rules: { pattern/first-two-digits: { min_n: 50 } }',
        plant: (d) => figures(d, beginningWith99(50)),
        finds: [{ rule: 'pattern/first-two-digits', severity: 'notice' }],
      },
      {
        name: 'the same below the least number',
        alone: 'figures',
        plant: (d) => figures(d, beginningWith99(50)),
        finds: [],
      },
      {
        name: 'counts that fall off as the law says',
        alone: 'first digits',
        config: 'rules: { pattern/first-two-digits: { min_n: 50 } }',
        plant: (d) => figures(d, asBenford(300)),
        finds: [],
      },
    ],
  },
  {
    rule: 'pattern/age-sex-accuracy',
    cases: [
      {
        name: 'women of every other five years',
        alone: true,
        config: 'rules: { pattern/age-sex-accuracy: { min_n: 200 } }',
        plant: (d) => bySex(d, (five) => (five % 2 === 0 ? 19 : 1)),
        finds: [{ rule: 'pattern/age-sex-accuracy', severity: 'notice' }],
      },
      {
        name: 'the same below the least number',
        alone: 'cards',
        plant: (d) => bySex(d, (five) => (five % 2 === 0 ? 19 : 1)),
        finds: [],
      },
      {
        name: 'as many women as men at all ages',
        alone: true,
        config: 'rules: { pattern/age-sex-accuracy: { min_n: 200 } }',
        plant: (d) => bySex(d, () => 10),
        finds: [],
      },
    ],
  },
  {
    rule: 'pattern/outlier',
    cases: [
      {
        name: 'a month with half of the year’s births',
        alone: 'births',
        plant: (d) => ({
          'ledger/births': births(d, 72, everyOther, (n) =>
            n % 2 ? everyMonth(n >> 1) : `2023-06-1${n % 10}`,
          ),
        }),
        finds: [{ rule: 'pattern/outlier', severity: 'notice' }],
      },
      {
        name: 'a reported year twice the one before',
        alone: 'figures',
        plant: (d) => reportedBirths(d, 40, 90),
        finds: [{ rule: 'pattern/outlier', severity: 'notice', cites: ['ledger/figures:2'] }],
      },
      {
        name: 'two years like each other',
        alone: 'figures',
        plant: (d) => reportedBirths(d, 70, 85),
        finds: [],
      },
      {
        name: 'every month alike',
        alone: 'births',
        plant: (d) => ({ 'ledger/births': births(d, 72, everyOther, everyMonth) }),
        finds: [],
      },
      {
        name: 'a month without any of the year’s 331 births',
        alone: 'births',
        plant: (d) => ({ 'ledger/births': births(d, 331, everyOther, exceptJune) }),
        finds: [{ rule: 'pattern/outlier', severity: 'notice', cites: [] }],
      },
      {
        name: 'a month with one of the year’s 332',
        alone: 'births',
        plant: (d) => ({
          'ledger/births': births(d, 332, everyOther, (n) => (n === 331 ? '2023-06-15' : exceptJune(n))),
        }),
        finds: [{ rule: 'pattern/outlier', severity: 'notice', cites: ['ledger/births:332'] }],
      },
      {
        name: 'an empty month among few births',
        alone: 'births',
        plant: (d) => ({ 'ledger/births': births(d, 66, everyOther, exceptJune) }),
        finds: [],
      },
    ],
  },
  {
    rule: 'pattern/copied-rows',
    cases: [
      {
        name: 'five rows in two communities: the births counted twice hang under it',
        alone: 'births',
        plant: (d) => copied(d, 5),
        finds: [
          {
            rule: 'pattern/copied-rows',
            severity: 'warning',
            over: ['birth/duplicated'],
            rows: [2, 3, 4, 5, 6].flatMap((row) => [`ledger/births:${row}`, `ledger/births:${row + 7}`]),
          },
        ],
      },
      {
        name: 'a shorter run is so many duplicates',
        alone: 'births',
        plant: (d) => copied(d, 3),
        finds: [DUPLICATED, DUPLICATED, DUPLICATED],
      },
    ],
  },
];

const OMITTED = { rule: 'birth/omitted', lacks: ['ledger'] };

export const estimated: readonly RuleCases[] = [
  {
    rule: 'coverage/estimated-omission',
    cases: [
      {
        name: 'ledger and hospital each have births that the other lacks',
        alone: true,
        plant: (d) => overlapping(d, [12, 10, 6]),
        finds: [
          { rule: 'coverage/estimated-omission', severity: 'notice' },
          ...Array.from({ length: 6 }, () => OMITTED),
        ],
      },
      {
        name: 'the ledger has every birth of the hospital',
        alone: true,
        plant: (d) => overlapping(d, [12, 10, 0]),
        finds: [],
      },
      {
        name: 'too few in both lists',
        alone: true,
        plant: (d) => overlapping(d, [6, 10, 2]),
        finds: [OMITTED, OMITTED],
      },
    ],
  },
];
