import { add, change, drop, type RuleCases, repeat, set } from './case.js';
import { member } from './district.js';

export const enrolment: readonly RuleCases[] = [
  {
    rule: 'enrolment/omitted',
    cases: [
      {
        name: 'a married woman whom one point’s women register lacks',
        plant: ({ registers }) => change(registers, { 'system/women': drop(2) }),
        finds: [
          { rule: 'enrolment/omitted', severity: 'error', cites: ['ledger/women:2'], lacks: ['system'] },
        ],
      },
      {
        name: 'a woman on no women register of the ledger: what she does not claim there hangs under it',
        plant: ({ registers }) => change(registers, { 'ledger/women': drop(1) }),
        finds: [{ rule: 'enrolment/omitted', lacks: ['ledger'] }],
      },
      {
        name: 'women above 49 and unmarried ones are not expected',
        plant: ({ registers, home, called, id }) => {
          const old = {
            name: called('韩桂英'),
            sex: '女',
            birth_date: '1968-01-22',
            id: id('1968-01-22', '042'),
          };
          const single = {
            name: called('韩雪'),
            sex: '女',
            birth_date: '1999-01-23',
            id: id('1999-01-23', '044'),
          };
          return change(registers, {
            'card/households': add(
              member(home, '006', old, { marital_status: '初婚' }),
              member(home, '006', single, { marital_status: '未婚' }),
            ),
          });
        },
        finds: [],
      },
    ],
  },
  {
    rule: 'enrolment/duplicated',
    cases: [
      {
        name: 'resident on two communities’ registers of one point',
        plant: ({ registers, home }) =>
          change(registers, { 'ledger/women': repeat(4, { community: home, household_no: '' }) }),
        finds: [{ rule: 'enrolment/duplicated', cites: ['ledger/women:4', 'ledger/women:5'] }],
      },
      {
        name: 'registered in one community and living in another',
        plant: ({ registers, home }) => {
          const there = repeat(4, { community: home, residence: '人户分离', household_no: '' });
          return change(registers, { 'card/women': there, 'ledger/women': there, 'system/women': there });
        },
        finds: [],
      },
    ],
  },
  {
    rule: 'enrolment/mismatched',
    cases: [
      {
        name: 'the children count',
        plant: ({ registers }) => change(registers, { 'ledger/women': set(2, { children_count: '3' }) }),
        finds: [
          { rule: 'enrolment/mismatched', cites: ['ledger/women:2', 'card/women:2', 'system/women:2'] },
        ],
      },
      {
        name: 'the marital status',
        plant: ({ registers }) => change(registers, { 'system/women': set(4, { marital_status: '再婚' }) }),
        finds: [{ rule: 'enrolment/mismatched', cites: ['system/women:4', 'card/women:4'] }],
      },
      {
        name: 'a method without a date',
        plant: ({ registers }) => change(registers, { 'card/women': set(4, { method: '避孕套' }) }),
        finds: [{ rule: 'enrolment/mismatched', cites: ['card/women:4', 'ledger/women:4'] }],
      },
      {
        name: 'married, order unknown, contradicts no order; a blank contradicts nothing',
        plant: ({ registers }) =>
          change(registers, {
            'system/women': set(4, { marital_status: '已婚', children_count: '', method: '' }),
          }),
        finds: [],
      },
      {
        name: 'married, order unknown, agrees with a marriage without certificate too',
        plant: ({ registers }) =>
          change(registers, {
            'system/women': set(4, { marital_status: '已婚' }),
            'ledger/women': set(4, { marital_status: '事实婚姻' }),
            'card/women': set(4, { marital_status: '事实婚姻' }),
          }),
        finds: [],
      },
      {
        name: 'a marriage without certificate is no first one',
        plant: ({ registers }) =>
          change(registers, { 'system/women': set(4, { marital_status: '事实婚姻' }) }),
        finds: [{ rule: 'enrolment/mismatched', cites: ['system/women:4', 'card/women:4'] }],
      },
    ],
  },
];
