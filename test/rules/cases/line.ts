import { change, drop, type RuleCases, set } from './case.js';

/** Where two points count differently. */
export const line: readonly RuleCases[] = [
  {
    rule: 'line/counts-differ',
    cases: [
      {
        name: 'a birth that two points enter in different communities stands alone, once',
        plant: ({ registers, away }) => change(registers, { 'system/births': set(1, { community: away }) }),
        finds: [
          {
            rule: 'line/counts-differ',
            severity: 'error',
            cites: ['ledger/births:1', 'system/births:1'],
            over: ['line/counts-differ'],
          },
        ],
      },
      {
        name: 'an omission explains it',
        plant: ({ registers }) => change(registers, { 'system/deaths': drop(1) }),
        finds: [{ rule: 'death/omitted', over: ['line/counts-differ'] }],
      },
      {
        name: 'dates in two months explain it',
        plant: ({ registers }) =>
          change(registers, { 'system/marriages': set(1, { marriage_date: '2023-10-16' }) }),
        finds: [{ rule: 'marriage/mismatched', over: ['line/counts-differ'] }],
      },
    ],
  },
];
