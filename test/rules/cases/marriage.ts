import { change, drop, type Registers, type Row, type RuleCases, repeat, set } from './case.js';
import type { District } from './district.js';

/** Sun Li's marriage of September is her second one this year, everywhere. */
function remarried({ registers, called, id, elsewhere }: District): Registers {
  const first: Row = {
    husband_name: called('胡军'),
    husband_id: id('1990-03-19', '351', elsewhere),
    wife_order: '初婚',
    marriage_date: '2023-01-10',
  };
  const second = set(1, { wife_order: '再婚' });
  const both = (rows: readonly Row[]) => repeat(1, first)(second(rows));
  const wife = set(3, { marital_status: '再婚' });
  return change(registers, {
    'ledger/marriages': both,
    'system/marriages': both,
    'card/women': wife,
    'ledger/women': wife,
    'system/women': wife,
  });
}

const CITES = { cites: ['system/marriages:1', 'ledger/marriages:1'] };

export const marriage: readonly RuleCases[] = [
  {
    rule: 'marriage/omitted',
    cases: [
      {
        name: 'a point’s primary register lacks it',
        plant: ({ registers }) => change(registers, { 'system/marriages': drop(1) }),
        finds: [
          { rule: 'marriage/omitted', severity: 'error', cites: ['ledger/marriages:1'], lacks: ['system'] },
        ],
      },
      {
        name: 'a point that lists migrants and no residents is expected to have everybody’s',
        alone: true,
        plant: ({ registers: { 'system/women': _, ...registers } }) =>
          change(registers, { 'system/marriages': drop(1) }),
        finds: [
          { rule: 'coverage/register-absent' },
          { rule: 'marriage/omitted', severity: 'error', lacks: ['system'] },
        ],
      },
      {
        name: 'a women register without marriage dates claims none',
        plant: ({ registers }) =>
          change(registers, { 'system/women': (rows) => rows.map((row) => ({ ...row, marriage_date: '' })) }),
        finds: [],
      },
    ],
  },
  {
    rule: 'marriage/duplicated',
    cases: [
      {
        name: 'one couple twice, on different days',
        plant: ({ registers }) =>
          change(registers, { 'ledger/marriages': repeat(1, { marriage_date: '2023-09-18' }) }),
        finds: [
          {
            rule: 'marriage/duplicated',
            cites: ['ledger/marriages:1', 'ledger/marriages:2'],
            over: ['marriage/mismatched'],
          },
        ],
      },
      { name: 'one woman married twice to different men', plant: remarried, finds: [] },
    ],
  },
  {
    rule: 'marriage/mismatched',
    cases: [
      {
        name: 'the date',
        plant: ({ registers }) =>
          change(registers, { 'system/marriages': set(1, { marriage_date: '2023-09-19' }) }),
        finds: [{ rule: 'marriage/mismatched', ...CITES }],
      },
      {
        name: 'the order',
        plant: ({ registers }) =>
          change(registers, { 'system/marriages': set(1, { husband_order: '再婚' }) }),
        finds: [{ rule: 'marriage/mismatched', ...CITES }],
      },
      {
        name: 'the husband',
        plant: ({ registers, called, id, elsewhere }) =>
          change(registers, {
            'system/marriages': set(1, {
              husband_name: called('胡军'),
              husband_id: id('1990-03-19', '351', elsewhere),
            }),
          }),
        finds: [{ rule: 'marriage/mismatched', ...CITES }],
      },
      {
        name: 'a blank order is no mismatch',
        plant: ({ registers }) => change(registers, { 'system/marriages': set(1, { wife_order: '' }) }),
        finds: [],
      },
      {
        name: 'the month of a first marriage is no mismatch',
        plant: ({ registers }) =>
          change(registers, {
            'ledger/women': set(3, { marriage_date: '', first_marriage_date: '2023-09' }),
          }),
        finds: [{ rule: 'format/partial-date' }],
      },
    ],
  },
];
