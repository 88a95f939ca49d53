import { add, type Case, change, drop, type Row, type RuleCases, set } from './case.js';
import { type District, member } from './district.js';
import { addBoth, births, death, marriages, operations, stranger } from './strangers.js';

/** Born in the year, a mother of 32; her husband, two years older. */
const mother = (d: District) => stranger(d, '冯春', '1991-02-03', '042');
const father = (d: District) => stranger(d, '严冬', '1989-03-04', '041');

const BOTH_BIRTHS = ['ledger/births:2', 'system/births:2'];

/** A birth of a woman born on that day. */
function motherBorn(name: string, birth: string, finds: Case['finds']): Case {
  return {
    name,
    plant: (d) => {
      const woman = stranger(d, '冯春', birth, '042');
      return births(d.registers, { woman, row: { birth_date: '2023-06-01' } });
    },
    finds,
  };
}

/** Births of one woman on these days, with these parities. */
const birthsOn =
  (...list: [date: string, parity: string, sex?: string][]) =>
  (d: District) =>
    births(
      d.registers,
      ...list.map(([birth_date, parity, child_sex = '男']) => ({
        woman: mother(d),
        row: { birth_date, parity, child_sex },
      })),
    );

/** Rows as a hospital has them: it names no community, which would go down into blank cells of other cases below. */
const atHospital = (rows: readonly Row[]): Row[] => rows.map(({ community: _, ...row }) => row);

/** An operation of a stranger, later methods, and a birth in June 2023. */
function operated(
  method: string,
  rest: { later?: string; man?: boolean; child?: 'hers' | 'another man’s' } = {},
) {
  return (d: District) => {
    const woman = mother(d);
    const husband = rest.man ? { man: father(d) } : {};
    const row = { method, service_date: '2021-03-01' };
    const list = [{ woman, ...husband, row }];
    if (rest.later) list.push({ woman, ...husband, row: { method: rest.later, service_date: '2022-01-10' } });
    const other = stranger(d, '金秋', '1988-04-05', '043');
    const man = rest.child === 'another man’s' ? other : father(d);
    const born = births(d.registers, { woman, man, row: { birth_date: '2023-06-01' } });
    return operations(born, ...list);
  };
}

/** An elder child whom no register of births names, and a death in its community of a child of that date of birth. */
const namelessElder = (birth_date: string) => (d: District) => {
  const { wang, li } = d.people;
  const elder = { woman: wang, man: li, row: { birth_date: '2022-02-01', parity: '1', child_sex: '男' } };
  const second = set(1, { parity: '2' });
  return death(
    change(births(d.registers, elder), { 'ledger/births': second, 'system/births': second }),
    { name: d.called('李早'), id: d.id(birth_date, '021'), birth_date },
    { sex: '男', death_date: '2022-03-01' },
  );
};

/** A child of 2015 beside Wang Fang's newborn on the card, and so many children in her register. */
const elderOnCard =
  (children_count: string) =>
  ({ registers, home, called, id }: District) => {
    const elder = { name: called('李兰'), sex: '女', birth_date: '2015-02-02', id: id('2015-02-02', '044') };
    const counted = set(1, { children_count });
    return change(registers, {
      'card/households': add(member(home, '001', elder, { relation: '女' })),
      'card/women': counted,
      'ledger/women': counted,
      'system/women': counted,
    });
  };

const byDate: RuleCases[] = [
  {
    rule: 'logic/mother-age',
    cases: [
      motherBorn('a mother of 53', '1970-01-01', [
        { rule: 'logic/mother-age', severity: 'warning', cites: BOTH_BIRTHS },
      ]),
      motherBorn('a mother of eight', '2014-07-01', [{ rule: 'logic/mother-age', severity: 'error' }]),
      motherBorn('a mother of 49, the day before her birthday', '1973-06-02', []),
      {
        name: 'a mother’s ID that one point has wrong is a mismatch, and nothing else',
        plant: (d) =>
          change(d.registers, { 'system/births': set(1, { mother_id: d.id('2010-01-05', '002') }) }),
        finds: [{ rule: 'birth/mismatched' }],
      },
    ],
  },
  {
    rule: 'logic/marriage-age',
    cases: [
      {
        name: 'a wife of 19',
        plant: (d) =>
          marriages(d.registers, {
            woman: stranger(d, '冯春', '2003-08-08', '042'),
            man: father(d),
            row: { marriage_date: '2023-08-07' },
          }),
        finds: [
          {
            rule: 'logic/marriage-age',
            severity: 'warning',
            cites: ['ledger/marriages:2', 'system/marriages:2'],
          },
        ],
      },
      {
        name: 'both of age on the very day',
        plant: (d) =>
          marriages(d.registers, {
            woman: stranger(d, '冯春', '2003-08-07', '042'),
            man: stranger(d, '严冬', '2001-08-07', '041'),
            row: { marriage_date: '2023-08-07' },
          }),
        finds: [],
      },
    ],
  },
  {
    rule: 'logic/birth-spacing',
    cases: [
      {
        name: 'a son and a daughter a hundred days apart',
        plant: birthsOn(['2023-02-01', '1'], ['2023-05-12', '2', '女']),
        finds: [
          { rule: 'logic/birth-spacing', severity: 'error', cites: [...BOTH_BIRTHS, 'ledger/births:3'] },
        ],
      },
      { name: 'twins', plant: birthsOn(['2023-02-01', '1'], ['2023-02-01', '2', '女']), finds: [] },
      {
        name: 'twins around midnight',
        plant: birthsOn(['2023-02-01', '1'], ['2023-02-02', '2', '女']),
        finds: [],
      },
      {
        name: 'eleven months apart',
        plant: birthsOn(['2022-12-31', '1'], ['2023-11-30', '2', '女']),
        finds: [],
      },
      {
        name: 'a twin whose date one point has wrong is a mismatch',
        plant: (d) =>
          change(birthsOn(['2023-02-21', '1'], ['2023-02-21', '2', '女'])(d), {
            'system/births': set(3, { birth_date: '2023-02-12' }),
          }),
        finds: [{ rule: 'birth/mismatched' }],
      },
    ],
  },
  {
    rule: 'logic/parity-order',
    cases: [
      {
        name: 'the second birth again a first one',
        plant: birthsOn(['2022-02-01', '1'], ['2023-05-12', '1', '女']),
        finds: [
          { rule: 'logic/parity-order', severity: 'warning', cites: ['ledger/births:3', 'system/births:3'] },
        ],
      },
      {
        name: 'a parity shared with an earlier birth',
        plant: birthsOn(['2022-02-01', '3'], ['2023-05-12', '3', '女']),
        finds: [{ rule: 'logic/parity-order', cites: ['ledger/births:2', 'ledger/births:3'] }],
      },
      {
        name: 'a parity shared with an earlier birth that a hospital says too: it is not to be corrected there',
        plant: (d) => {
          const registers = birthsOn(['2022-02-01', '3'], ['2023-05-12', '3', '女'])(d);
          return {
            ...registers,
            'hospital/births': atHospital((registers['ledger/births'] ?? []).slice(1, 2)),
          };
        },
        finds: [
          {
            rule: 'logic/parity-order',
            rows: ['ledger/births:3', 'system/births:3', 'ledger/births:2', 'system/births:2'],
          },
        ],
      },
      {
        name: 'a parity above the children of her register',
        plant: ({ registers }) => {
          const third = set(1, { parity: '3' });
          return change(registers, { 'ledger/births': third, 'system/births': third });
        },
        finds: [{ rule: 'logic/parity-order', cites: ['ledger/births:1', 'ledger/women:1'] }],
      },
      {
        name: 'a parity above the children of her register, as a hospital says too: it is not to be corrected there',
        plant: ({ registers }) => {
          const third = set(1, { parity: '3' });
          const births = atHospital(third(registers['ledger/births'] ?? []));
          return {
            ...change(registers, { 'ledger/births': third, 'system/births': third }),
            'hospital/births': births,
          };
        },
        finds: [
          {
            rule: 'logic/parity-order',
            shows: [
              ...['ledger/births:1 parity', 'system/births:1 parity', 'card/women:1 children_count'],
              ...['ledger/women:1 children_count', 'system/women:1 children_count'],
            ],
          },
        ],
      },
      {
        name: 'a parity above the children of her register, beside an elder birth that says nothing of it',
        plant: (d) => {
          const { wang, li } = d.people;
          const elder = {
            woman: wang,
            man: li,
            row: { birth_date: '2021-12-12', parity: '1', child_sex: '女' },
          };
          const [third, two] = [set(1, { parity: '4' }), set(1, { children_count: '2' })];
          return change(births(d.registers, elder), {
            'ledger/births': third,
            'system/births': third,
            'card/women': two,
            'ledger/women': two,
            'system/women': two,
          });
        },
        finds: [
          {
            rule: 'logic/parity-order',
            rows: [
              ...['ledger/births:1', 'system/births:1'],
              ...['card/women:1', 'ledger/women:1', 'system/women:1'],
            ],
            shows: [
              ...['ledger/births:1 parity', 'system/births:1 parity', 'card/women:1 children_count'],
              ...['ledger/women:1 children_count', 'system/women:1 children_count'],
            ],
          },
        ],
      },
      {
        name: 'a first birth beside an elder child on the card, both counted in her register',
        plant: elderOnCard('2'),
        finds: [{ rule: 'logic/parity-order', cites: ['ledger/births:1', 'card/households:12'] }],
      },
      { name: 'an elder child on the card that is not hers', plant: elderOnCard('1'), finds: [] },
      {
        name: 'a parity above the children of her register, of a birth before the year',
        plant: (d) => {
          const { wang, li } = d.people;
          const row = { birth_date: '2021-12-12', parity: '4', child_sex: '女' };
          const both = { 'ledger/births': set(1, { parity: '2' }), 'system/births': set(1, { parity: '2' }) };
          const counted = set(1, { children_count: '2' });
          return change(births(d.registers, { woman: wang, man: li, row }), {
            ...both,
            'card/women': counted,
            'ledger/women': counted,
            'system/women': counted,
          });
        },
        finds: [],
      },
      { name: 'a parity above the births known', plant: birthsOn(['2023-05-12', '4']), finds: [] },
      {
        name: 'twins that share a parity',
        plant: birthsOn(['2023-05-12', '2'], ['2023-05-12', '2', '女']),
        finds: [],
      },
      {
        name: 'a child that is known to have died',
        plant: (d) => {
          const child = {
            child_name: d.called('李早'),
            child_id: d.id('2022-02-01', '021'),
            child_sex: '男',
          };
          const { wang, li } = d.people;
          const dead = { name: child.child_name, id: child.child_id, birth_date: '2022-02-01' };
          const elder = { woman: wang, man: li, row: { birth_date: '2022-02-01', parity: '1', ...child } };
          const second = set(1, { parity: '2' });
          return death(
            change(births(d.registers, elder), { 'ledger/births': second, 'system/births': second }),
            dead,
            { sex: '男', death_date: '2022-03-01' },
          );
        },
        finds: [],
      },
      {
        name: 'a child whom no register of births tells, who died',
        plant: namelessElder('2022-02-01'),
        finds: [],
      },
      {
        name: 'a child whom no register of births tells, and a death of one born the day after',
        plant: namelessElder('2022-02-02'),
        finds: [{ rule: 'logic/children-count', over: ['logic/parity-order'] }],
      },
    ],
  },
  {
    rule: 'logic/birth-after-sterilisation',
    cases: [
      {
        name: 'two years after hers',
        plant: operated('女扎'),
        finds: [
          {
            rule: 'logic/birth-after-sterilisation',
            severity: 'error',
            cites: [...BOTH_BIRTHS, 'ledger/contraception:2', 'system/contraception:2'],
          },
        ],
      },
      {
        name: 'two years after that of the child’s father',
        plant: operated('男扎', { man: true }),
        finds: [{ rule: 'logic/birth-after-sterilisation' }],
      },
      { name: 'a reversal between', plant: operated('女扎', { later: '复通' }), finds: [] },
      {
        name: 'a child of another man',
        plant: operated('男扎', { man: true, child: 'another man’s' }),
        finds: [],
      },
    ],
  },
  {
    rule: 'logic/birth-with-iud',
    cases: [
      {
        name: 'no removal on record',
        plant: operated('上环'),
        finds: [{ rule: 'logic/birth-with-iud', severity: 'warning', cites: BOTH_BIRTHS }],
      },
      {
        name: 'no removal on record, of a birth that a hospital says too: it is not to be corrected there',
        plant: (d) => {
          const registers = operated('上环')(d);
          return {
            ...registers,
            'hospital/births': atHospital((registers['ledger/births'] ?? []).slice(1, 2)),
          };
        },
        finds: [
          {
            rule: 'logic/birth-with-iud',
            rows: [...BOTH_BIRTHS, 'ledger/contraception:2', 'system/contraception:2'],
          },
        ],
      },
      { name: 'removed before', plant: operated('上环', { later: '取环' }), finds: [] },
      { name: 'another method since', plant: operated('上环', { later: '皮埋' }), finds: [] },
    ],
  },
  {
    rule: 'logic/removal-without-insertion',
    cases: [
      {
        name: 'nothing on record that was put in',
        plant: (d) =>
          operations(d.registers, { woman: mother(d), row: { method: '取环', service_date: '2023-04-01' } }),
        finds: [
          { rule: 'logic/removal-without-insertion', severity: 'notice', cites: ['ledger/contraception:2'] },
        ],
      },
      {
        name: 'put in years before',
        plant: (d) =>
          operations(
            d.registers,
            { woman: mother(d), row: { method: '上环', service_date: '2015-04-01' } },
            { woman: mother(d), row: { method: '取环', service_date: '2023-04-01' } },
          ),
        finds: [],
      },
    ],
  },
  {
    rule: 'logic/event-after-death',
    cases: [
      {
        name: 'a birth after the mother’s death',
        plant: (d) =>
          death(births(d.registers, { woman: mother(d), row: { birth_date: '2023-06-01' } }), mother(d), {
            sex: '女',
            death_date: '2023-03-01',
          }),
        finds: [
          {
            rule: 'logic/event-after-death',
            severity: 'error',
            cites: ['ledger/deaths:2', 'system/deaths:2', ...BOTH_BIRTHS],
          },
        ],
      },
      {
        name: 'a child born after its father’s death',
        plant: (d) =>
          death(
            births(d.registers, { woman: mother(d), man: father(d), row: { birth_date: '2023-06-01' } }),
            father(d),
            { sex: '男', death_date: '2023-01-05' },
          ),
        finds: [],
      },
      {
        name: 'an operation of a widow',
        plant: (d) =>
          death(
            operations(d.registers, {
              woman: mother(d),
              man: father(d),
              row: { method: '上环', service_date: '2023-06-01' },
            }),
            father(d),
            { sex: '男', death_date: '2021-01-05' },
          ),
        finds: [],
      },
      {
        name: 'a death of the same day',
        plant: (d) =>
          death(births(d.registers, { woman: mother(d), row: { birth_date: '2023-06-01' } }), mother(d), {
            sex: '女',
            death_date: '2023-06-01',
          }),
        finds: [],
      },
    ],
  },
];

/** Two marriages of one woman; the orders are those of the wife. */
const married =
  (first: string, second: string, more: { widowed?: true } = {}) =>
  (d: District) => {
    const other = stranger(d, '金秋', '1988-04-05', '043');
    const both = marriages(
      d.registers,
      { woman: mother(d), man: father(d), row: { marriage_date: '2015-05-05', wife_order: first } },
      { woman: mother(d), man: other, row: { marriage_date: '2023-05-05', wife_order: second } },
    );
    return more.widowed ? death(both, father(d), { sex: '男', death_date: '2020-02-02' }) : both;
  };

const stay = { residence: '流入', relation: '户主' };

const ofPeople: RuleCases[] = [
  {
    rule: 'logic/overlapping-marriage',
    cases: [
      {
        name: 'twice for the first time',
        plant: married('初婚', '初婚'),
        finds: [
          {
            rule: 'logic/overlapping-marriage',
            severity: 'error',
            cites: ['ledger/marriages:2', 'ledger/marriages:3', 'system/marriages:3'],
          },
        ],
      },
      { name: 'the second time a remarriage', plant: married('初婚', '再婚'), finds: [] },
      { name: 'widowed between', plant: married('初婚', '初婚', { widowed: true }), finds: [] },
    ],
  },
  {
    rule: 'logic/method-sex',
    cases: [
      {
        name: 'an IUD of a man',
        plant: (d) => {
          const person = {
            name: d.called('严冬'),
            sex: '男',
            id: d.id('1989-03-04', '041'),
            birth_date: '1989-03-04',
          };
          const row = { ...person, method: '上环', start_date: '2023-04-04', certificate_no: '' };
          return change(addBoth(d.registers, 'migrants', [row]), {
            'card/households': add(member(d.home, '004', person, stay)),
          });
        },
        finds: [
          {
            rule: 'logic/method-sex',
            severity: 'error',
            cites: ['ledger/migrants:2', 'system/migrants:2'],
            shows: ['ledger', 'system'].flatMap((point) => [
              `${point}/migrants:2 method`,
              `${point}/migrants:2 id`,
            ]),
          },
        ],
      },
      {
        name: 'an operation under the husband, where nothing says whose husband he is but other registers',
        plant: ({ registers, people: { chen } }) => {
          const underHim = { woman_name: chen.name, woman_id: chen.id, spouse_name: '', spouse_id: '' };
          return change(registers, {
            'ledger/contraception': set(1, underHim),
            'system/contraception': set(1, underHim),
          });
        },
        finds: [
          {
            rule: 'identity/sex-differs',
            cites: ['ledger/contraception:1', 'system/contraception:1'],
            over: ['logic/method-sex'],
          },
        ],
      },
      {
        name: 'the same at one point alone',
        plant: ({ registers, people: { chen } }) =>
          change(registers, {
            'system/contraception': set(1, {
              ...{ woman_name: chen.name, woman_id: chen.id, spouse_name: '', spouse_id: '' },
            }),
          }),
        finds: [
          { rule: 'identity/sex-differs', cites: ['system/contraception:1'], over: ['logic/method-sex'] },
        ],
      },
      {
        name: 'a male sterilisation on a woman’s row is the couple’s',
        plant: (d) =>
          operations(d.registers, {
            woman: mother(d),
            man: father(d),
            row: { method: '男扎', service_date: '2023-04-01' },
          }),
        finds: [],
      },
    ],
  },
  {
    rule: 'logic/children-sum',
    cases: [
      {
        name: 'a son and a daughter make one child',
        plant: ({ registers }) =>
          change(registers, { 'ledger/women': set(1, { sons: '1', daughters: '1' }) }),
        finds: [{ rule: 'logic/children-sum', severity: 'error', cites: ['ledger/women:1'] }],
      },
      {
        name: 'daughters left blank',
        plant: ({ registers }) => change(registers, { 'ledger/women': set(2, { sons: '0' }) }),
        finds: [],
      },
    ],
  },
  {
    rule: 'logic/children-count',
    cases: [
      {
        name: 'two births and one child',
        plant: (d) => {
          const { wang, li } = d.people;
          const elder = { birth_date: '2022-01-01', parity: '1', child_sex: '女' };
          const second = set(1, { parity: '2' });
          return change(births(d.registers, { woman: wang, man: li, row: elder }), {
            'ledger/births': second,
            'system/births': second,
          });
        },
        finds: [
          {
            rule: 'logic/children-count',
            severity: 'warning',
            cites: ['card/women:1', 'ledger/women:1', 'system/women:1', 'ledger/births:2'],
            over: ['logic/parity-order'],
          },
        ],
      },
      {
        name: 'a child of whom no register of births says the name, who died',
        alone: true,
        plant: ({
          registers: { 'ledger/births': _, 'system/births': __, ...registers },
          people: { liMing },
          home,
        }) => {
          const death = add({ community: home, ...liMing, death_date: '2023-06-01' });
          const none = set(1, { children_count: '0' });
          return change(registers, {
            'card/households': drop(3),
            'card/women': none,
            'ledger/women': none,
            'system/women': none,
            'ledger/deaths': death,
            'system/deaths': death,
          });
        },
        finds: [],
      },
      {
        name: 'a count that was not brought up to date follows from the birth it lacks',
        plant: ({ registers }) =>
          change(registers, { 'card/women': set(1, { children_count: '0', last_birth_date: '' }) }),
        finds: [{ rule: 'birth/omitted', severity: 'warning', over: ['logic/children-count'] }],
      },
    ],
  },
  {
    rule: 'logic/class-differs',
    cases: [
      {
        name: '协管 without an employer',
        plant: ({ registers }) =>
          change(registers, {
            'ledger/women': (rows) =>
              set(2, { management_class: '协管' })(
                set(1, {
                  management_class: '协管',
                  employer: '市纺织厂',
                  employer_notice_date: '2023-12-01',
                })(rows),
              ),
          }),
        finds: [{ rule: 'logic/class-differs', severity: 'warning', cites: ['ledger/women:2'] }],
      },
      {
        name: '流动 and 常住',
        plant: ({ registers }) => change(registers, { 'system/women': set(2, { management_class: '流动' }) }),
        finds: [{ rule: 'logic/class-differs', cites: ['system/women:2'] }],
      },
      {
        name: '主管, with or without an employer',
        plant: ({ registers }) => change(registers, { 'ledger/women': set(2, { management_class: '主管' }) }),
        finds: [],
      },
    ],
  },
];

/** What cannot be true of one person's records together. */
export const logic: readonly RuleCases[] = [...byDate, ...ofPeople];
