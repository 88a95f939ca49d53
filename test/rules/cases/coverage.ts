import { add, change, type Registers, type RuleCases } from './case.js';
import type { District } from './district.js';

/** The ledger's deaths come community by community; the second community hands in these files of its own. */
function deathsApart({ registers, home }: District, ofAway: Registers): Registers {
  const { 'ledger/deaths': deaths = [], ...rest } = registers;
  return { ...rest, [`ledger/deaths#${home}`]: deaths, ...ofAway };
}

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
        plant: (d) => autumn(d, ['邓山', '许海', '傅江', '沈河', '曾湖', '彭泉']),
        finds: [{ rule: 'coverage/register-absent', lacks: ['ledger'] }],
      },
      {
        name: 'fewer events than that were omitted',
        alone: true,
        plant: (d) => autumn(d, ['邓山', '许海']),
        finds: [
          { rule: 'death/omitted', lacks: ['ledger'] },
          { rule: 'death/omitted', lacks: ['ledger'] },
        ],
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
];
