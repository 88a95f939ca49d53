import { add, change, type Registers, type Row, type RuleCases, set } from './case.js';
import { type District, member } from './district.js';

/** The ledger's deaths come community by community; the second community hands in these files of its own. */
function deathsApart({ registers, home }: District, ofAway: Registers): Registers {
  const { 'ledger/deaths': deaths = [], ...rest } = registers;
  return { ...rest, [`ledger/deaths#${home}`]: deaths, ...ofAway };
}

/** Deaths of both communities in files of single months; each hands in those that are named. */
function deathsByMonth({ registers, home, away }: District, ofHome: string[], ofAway: string[]): Registers {
  const { 'ledger/deaths': deaths = [], ...rest } = registers;
  const of = (community: string, months: string[]): [string, Row[]][] =>
    months.map((month) => [
      `ledger/deaths#${community}_${month}`,
      deaths.filter((row) => row.community === community && row.death_date?.startsWith(month)),
    ]);
  return { ...rest, ...Object.fromEntries([...of(home, ofHome), ...of(away, ofAway)]) };
}

const YEAR = Array.from({ length: 12 }, (_, n) => `2023-${String(n + 1).padStart(2, '0')}`);

/** Deaths of the autumn that the ledger does not have. */
function autumn({ registers, home, called, id }: District, names: readonly string[]): Registers {
  const rows = names.map((name, n) => {
    const birth_date = `194${n}-03-1${n}`;
    const death_date = `2023-1${n % 2}-2${n}`;
    return {
      community: home,
      name: called(name),
      sex: '男',
      birth_date,
      id: id(birth_date, `1${n}1`),
      death_date,
    };
  });
  return change(registers, { 'system/deaths': add(...rows) });
}

/** Cards of the first community with their buildings: households 001 and 002 in one, 003 and 004 in the other. */
function housed({ registers, home }: District, ...list: Row[]): Registers {
  const building = (row: Row) => (/00[12]/.test(row.household_no ?? '') ? '1号楼' : '2号楼');
  return {
    ...registers,
    'card/households': (registers['card/households'] ?? []).map((row) =>
      row.community === home ? { ...row, building: building(row) } : row,
    ),
    'ledger/buildings': list.map((row) => ({ community: home, ...row })),
  };
}

const FIRST = { building: '1号楼', households: '2', persons: '6' };
const SECOND = { building: '2号楼', households: '2', persons: '3' };

/** Visits of the clean district, with their signatures. */
function signed({ registers, home, people: { wang, zhao } }: District, signatures: string): Registers {
  const visit = { community: home, signatures: '5' };
  return {
    ...registers,
    'ledger/visits': [
      {
        ...visit,
        woman_name: wang.name,
        woman_id: wang.id,
        service: '产后访视',
        visit_date: '2023-06-20',
        signatures,
      },
      { ...visit, woman_name: zhao.name, woman_id: zhao.id, service: '术后随访', visit_date: '2023-04-10' },
    ],
  };
}

/** Many visits of one woman, so many of them with three signatures and the others with five. */
function oftenSigned(at: District, few: number, all: number): Registers {
  const { home, people } = at;
  const visits = Array.from({ length: all }, (_, n) => ({
    community: home,
    woman_name: people.wang.name,
    woman_id: people.wang.id,
    service: '查环',
    visit_date: `2023-0${1 + (n % 9)}-1${n % 10}`,
    signatures: n < few ? '3' : '5',
  }));
  const followed = signed(at, '')['ledger/visits'] ?? [];
  return {
    ...at.registers,
    'ledger/visits': [...followed.map((row) => ({ ...row, signatures: '' })), ...visits],
  };
}

export const coverage: readonly RuleCases[] = [
  {
    rule: 'coverage/register-absent',
    cases: [
      {
        name: 'one community did not hand in what its peer did',
        alone: true,
        plant: (d) => deathsApart(d, {}),
        finds: [{ rule: 'coverage/register-absent', severity: 'warning', lacks: ['ledger'] }],
      },
      {
        name: 'months of which one point has nothing and another five events or more',
        alone: true,
        plant: (d) => autumn(d, ['邓山', '许海', '傅江', '沈河', '曾湖']),
        finds: [{ rule: 'coverage/register-absent', lacks: ['ledger'] }],
      },
      {
        name: 'months that the files of one community leave out: one finding a run',
        alone: true,
        plant: (d) =>
          deathsByMonth(
            d,
            YEAR,
            YEAR.filter((month) => !['2023-07', '2023-08', '2023-12'].includes(month)),
          ),
        finds: [
          { rule: 'coverage/register-absent', severity: 'warning', lacks: ['ledger'] },
          { rule: 'coverage/register-absent', severity: 'warning', lacks: ['ledger'] },
        ],
      },
      {
        name: 'months that no community has yet, and a year in two halves beside single months',
        alone: true,
        plant: (d) => deathsByMonth(d, YEAR.slice(0, 9), ['2023年1-6月', ...YEAR.slice(6, 9)]),
        finds: [],
      },
      {
        name: 'fewer events than that were omitted',
        alone: true,
        plant: (d) => autumn(d, ['邓山', '许海', '傅江', '沈河']),
        finds: Array.from({ length: 4 }, () => ({ rule: 'death/omitted', lacks: ['ledger'] })),
      },
      {
        name: 'an inspector wrote down some births of one community',
        alone: true,
        plant: ({ registers }) => ({
          ...registers,
          'field/births': (registers['ledger/births'] ?? []).slice(0, 1),
        }),
        finds: [],
      },
      {
        name: 'an empty register is handed in',
        alone: true,
        plant: (d) => deathsApart(d, { [`ledger/deaths#${d.away}`]: [] }),
        finds: [],
      },
    ],
  },
  {
    rule: 'coverage/register-twice',
    cases: [
      {
        name: 'a copy beside the original is set aside: no duplicates',
        alone: true,
        plant: ({ registers }) => ({ ...registers, 'ledger/women#备份': registers['ledger/women'] ?? [] }),
        finds: [{ rule: 'coverage/register-twice', severity: 'error', cites: ['ledger/women:1'] }],
      },
      {
        name: 'one register in two files is no copy',
        alone: true,
        plant: ({ registers }) => {
          const women = registers['ledger/women'] ?? [];
          return { ...registers, 'ledger/women': women.slice(0, 2), 'ledger/women#2': women.slice(2) };
        },
        finds: [],
      },
    ],
  },
  {
    rule: 'coverage/building-absent',
    cases: [
      {
        name: 'a building that no card names',
        plant: (d) => housed(d, FIRST, SECOND, { building: '3号楼', households: '12', persons: '30' }),
        finds: [
          {
            rule: 'coverage/building-absent',
            severity: 'error',
            cites: ['ledger/buildings:3'],
            lacks: ['card'],
          },
        ],
      },
      {
        name: 'a building that the list leaves out',
        plant: (d) => housed(d, FIRST),
        finds: [
          {
            rule: 'coverage/building-absent',
            cites: ['card/households:7', 'card/households:8', 'card/households:9'],
            lacks: ['ledger'],
          },
        ],
      },
      {
        name: 'an empty building',
        plant: (d) => housed(d, FIRST, SECOND, { building: '3号楼', households: '0', persons: '0' }),
        finds: [],
      },
    ],
  },
  {
    rule: 'coverage/household-count',
    cases: [
      {
        name: 'a household and a person too few on the cards',
        plant: (d) => housed(d, { ...FIRST, households: '3', persons: '7' }, SECOND),
        finds: [{ rule: 'coverage/household-count', severity: 'error', cites: ['ledger/buildings:1'] }],
      },
      {
        name: 'somebody who stands on two cards explains it',
        plant: (d) =>
          change(housed(d, FIRST, SECOND), {
            'card/households': add(
              member(d.home, '003', d.people.li, { building: '2号楼', relation: '亲属' }),
            ),
          }),
        finds: [{ rule: 'person/duplicated', over: ['coverage/household-count'] }],
      },
      { name: 'persons not counted', plant: (d) => housed(d, FIRST, { ...SECOND, persons: '' }), finds: [] },
    ],
  },
  {
    rule: 'coverage/card-absent',
    cases: [
      {
        name: 'a household number without a card: one finding for three points',
        plant: ({ registers }) => {
          const other = set(2, { household_no: '077' });
          return change(registers, { 'card/women': other, 'ledger/women': other, 'system/women': other });
        },
        finds: [
          {
            rule: 'coverage/card-absent',
            severity: 'error',
            cites: ['card/women:2', 'ledger/women:2', 'system/women:2'],
            lacks: ['card'],
          },
        ],
      },
      {
        name: 'a number that lost its zeros, and none at all',
        plant: ({ registers }) =>
          change(registers, {
            'ledger/women': set(2, { household_no: '2' }),
            'system/women': set(2, { household_no: '' }),
          }),
        finds: [],
      },
      {
        name: 'a list of residents without household numbers keeps no cards',
        alone: true,
        plant: ({ registers }) => change(registers, { 'card/households': set(1, { '-household_no': '' }) }),
        finds: [{ rule: 'format/missing-column' }],
      },
    ],
  },
  {
    rule: 'coverage/incomplete-card',
    cases: [
      {
        name: 'a blank relation and a blank residence',
        plant: ({ registers }) =>
          change(registers, {
            'card/households': (rows) => set(5, { residence: '' })(set(3, { relation: '' })(rows)),
          }),
        finds: [
          {
            rule: 'coverage/incomplete-card',
            severity: 'notice',
            cites: ['card/households:3', 'card/households:5'],
          },
        ],
      },
      {
        name: 'an item that every row must fill has its own finding',
        plant: ({ registers }) => change(registers, { 'card/households': set(3, { sex: '' }) }),
        finds: [{ rule: 'format/missing-value', over: ['coverage/incomplete-card'] }],
      },
      ...[
        { percent: 95.65, finds: [] },
        { percent: 95.66, finds: [{ rule: 'coverage/incomplete-card', cites: ['card/households:10'] }] },
      ].map(({ percent, finds }) => ({
        name: `one of 23 items is blank, where ${percent} % are to be filled in: a child has no marital status`,
        alone: true as const,
        config: `rules: { coverage/incomplete-card: { percent: ${percent} } }`,
        plant: ({ registers, away, called, id }: District) => {
          const child = {
            name: called('马冬'),
            sex: '男',
            birth_date: '2013-03-04',
            id: id('2013-03-04', '041'),
          };
          return change(registers, {
            'card/households': (rows) => [
              ...set(10, { relation: '' })(rows),
              member(away, '101', child, { relation: '子', marital_status: '' }),
            ],
          });
        },
        finds,
      })),
    ],
  },
  {
    rule: 'coverage/signatures-missing',
    cases: [
      {
        name: 'three signatures',
        among: 'visits',
        plant: (d) => signed(d, '3'),
        finds: [{ rule: 'coverage/signatures-missing', severity: 'notice', cites: ['ledger/visits:1'] }],
      },
      {
        name: 'signatures that nobody counted',
        among: 'visits',
        plant: (d) => signed(d, ''),
        finds: [],
      },
      {
        name: 'exceptions where five are customary, up to half of many visits',
        among: 'visits',
        plant: (d) => oftenSigned(d, 12, 24),
        finds: [{ rule: 'coverage/signatures-missing', severity: 'notice' }],
      },
      {
        name: 'three signatures where most of many visits have no more',
        among: 'visits',
        plant: (d) => oftenSigned(d, 13, 24),
        finds: [],
      },
      {
        name: 'three signatures in most of many visits, where the number is a rule all the same',
        alone: true,
        config: 'rules: { coverage/signatures-missing: { where_customary: false } }',
        plant: (d) => oftenSigned(d, 13, 24),
        finds: [{ rule: 'coverage/signatures-missing', severity: 'notice' }],
      },
      {
        name: 'three signatures in most of a few visits, which show no custom',
        among: 'visits',
        plant: (d) => oftenSigned(d, 13, 19),
        finds: [{ rule: 'coverage/signatures-missing', severity: 'notice' }],
      },
    ],
  },
];
