import { add, change, drop, type RuleCases, repeat, set } from './case.js';
import { member } from './district.js';

const CITES = { cites: ['system/deaths:1', 'ledger/deaths:1'] };

export const death: readonly RuleCases[] = [
  {
    rule: 'death/omitted',
    cases: [
      {
        name: 'a point’s primary register lacks it',
        plant: ({ registers }) => change(registers, { 'ledger/deaths': drop(1) }),
        finds: [{ rule: 'death/omitted', severity: 'error', cites: ['system/deaths:1'], lacks: ['ledger'] }],
      },
      {
        name: 'a death of an earlier year is not reported',
        plant: ({ registers, called, id }) =>
          change(registers, {
            'ledger/deaths': repeat(1, {
              name: called('冯老太'),
              sex: '女',
              id: id('1935-04-20', '022'),
              birth_date: '1935-04-20',
              death_date: '2022-03-03',
            }),
          }),
        finds: [],
      },
    ],
  },
  {
    rule: 'death/duplicated',
    cases: [
      {
        name: 'one death twice',
        plant: ({ registers }) => change(registers, { 'ledger/deaths': repeat(1) }),
        finds: [{ rule: 'death/duplicated', cites: ['ledger/deaths:1', 'ledger/deaths:2'] }],
      },
      {
        name: 'a namesake who died on the same day is another',
        plant: ({ registers, id, elsewhere, people: { qian } }) => {
          const namesake = repeat(1, {
            id: id('1943-02-21', '359', elsewhere),
            birth_date: '1943-02-21',
            name: qian.name,
          });
          return change(registers, { 'ledger/deaths': namesake, 'system/deaths': namesake });
        },
        finds: [],
      },
    ],
  },
  {
    rule: 'death/mismatched',
    cases: [
      {
        name: 'the date',
        plant: ({ registers }) =>
          change(registers, { 'system/deaths': set(1, { death_date: '2023-07-19' }) }),
        finds: [{ rule: 'death/mismatched', ...CITES }],
      },
      {
        name: 'the date that a card shows',
        plant: ({ registers, home, people: { qian } }) =>
          change(registers, {
            'card/households': add(member(home, '005', qian, { death_date: '2023-07-19' })),
          }),
        finds: [{ rule: 'death/mismatched', cites: ['card/households:12', 'ledger/deaths:1'] }],
      },
      {
        name: 'a month agrees with every day of it',
        plant: ({ registers }) => change(registers, { 'system/deaths': set(1, { death_date: '2023-07' }) }),
        finds: [{ rule: 'format/partial-date', cites: ['system/deaths:1'] }],
      },
    ],
  },
];
