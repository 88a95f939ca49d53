import { change, drop, type Registers, type RuleCases, repeat, set } from './case.js';
import type { District } from './district.js';

/** The IUD of March comes out in November, everywhere. */
function removed({ registers }: District): Registers {
  const removal = repeat(1, { method: '取环', service_date: '2023-11-05' });
  const without = set(2, { method: '无', method_date: '' });
  return change(registers, {
    'ledger/contraception': removal,
    'system/contraception': removal,
    'card/women': without,
    'ledger/women': without,
    'system/women': without,
  });
}

export const contraception: readonly RuleCases[] = [
  {
    rule: 'contraception/omitted',
    cases: [
      {
        name: 'the primary register lacks what the women register of the same point shows',
        plant: ({ registers }) => change(registers, { 'ledger/contraception': drop(1) }),
        finds: [
          {
            rule: 'contraception/omitted',
            severity: 'error',
            cites: ['system/contraception:1', 'ledger/women:2'],
            lacks: ['ledger'],
          },
        ],
      },
      { name: 'an IUD that was taken out again no longer shows', plant: removed, finds: [] },
    ],
  },
  {
    rule: 'contraception/duplicated',
    cases: [
      {
        name: 'one operation twice, some days apart',
        plant: ({ registers }) =>
          change(registers, { 'system/contraception': repeat(1, { service_date: '2023-03-24' }) }),
        finds: [
          { rule: 'contraception/duplicated', cites: ['system/contraception:1', 'system/contraception:2'] },
        ],
      },
      { name: 'insertion and removal are two operations', plant: removed, finds: [] },
    ],
  },
  {
    rule: 'contraception/mismatched',
    cases: [
      {
        name: 'the date',
        plant: ({ registers }) =>
          change(registers, { 'system/contraception': set(1, { service_date: '2023-03-19' }) }),
        finds: [
          { rule: 'contraception/mismatched', cites: ['system/contraception:1', 'ledger/contraception:1'] },
        ],
      },
      {
        name: 'the method',
        plant: ({ registers }) => change(registers, { 'system/contraception': set(1, { method: '皮埋' }) }),
        finds: [
          {
            rule: 'contraception/mismatched',
            shows: [
              'system/contraception:1 method',
              'ledger/contraception:1 method',
              'card/women:2 method',
              'ledger/women:2 method',
              'system/women:2 method',
            ],
          },
        ],
      },
      {
        name: 'one method in other words',
        plant: ({ registers }) =>
          change(registers, {
            'system/contraception': set(1, { method: '放置宫内节育器' }),
            'card/women': set(2, { method: 'IUD' }),
          }),
        finds: [],
      },
    ],
  },
];
