import type { Registers, RuleCases } from './case.js';
import type { District } from './district.js';

/** The ledger's deaths come community by community; the second community hands in these files of its own. */
function deathsApart({ registers, home }: District, ofAway: Registers): Registers {
  const { 'ledger/deaths': deaths = [], ...rest } = registers;
  return { ...rest, [`ledger/deaths#${home}`]: deaths, ...ofAway };
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
