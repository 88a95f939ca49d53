import { change, drop, type Registers, type Row, type RuleCases, repeat, set } from './case.js';
import type { District } from './district.js';

/** Wu Mei left in August, and everybody knows. */
function gone({ registers }: District): Registers {
  const left = set(1, { end_date: '2023-08-01' });
  return change(registers, { 'ledger/migrants': left, 'system/migrants': left, 'card/households': drop(9) });
}

/** Wu Mei left in April and came back in September, everywhere. */
export function cameBack({ registers }: District): Registers {
  const first: Row = { end_date: '2023-04-20' };
  const both = (rows: readonly Row[]) =>
    repeat(1, { start_date: '2023-09-22', end_date: '', certificate_no: '' })(set(1, first)(rows));
  return change(registers, { 'ledger/migrants': both, 'system/migrants': both });
}

const CITES = { cites: ['system/migrants:1', 'ledger/migrants:1'] };

export const migration: readonly RuleCases[] = [
  {
    rule: 'migration/omitted',
    cases: [
      {
        name: 'a point’s own register lacks it',
        plant: ({ registers }) => change(registers, { 'system/migrants': drop(1) }),
        finds: [
          { rule: 'migration/omitted', severity: 'error', cites: ['ledger/migrants:1'], lacks: ['system'] },
        ],
      },
      { name: 'who left is on no card any more', plant: gone, finds: [] },
    ],
  },
  {
    rule: 'migration/duplicated',
    cases: [
      {
        name: 'one stay twice, begun some days apart',
        plant: ({ registers }) =>
          change(registers, {
            'ledger/migrants': repeat(1, { start_date: '2023-02-20', certificate_no: '' }),
          }),
        finds: [{ rule: 'migration/duplicated', cites: ['ledger/migrants:1', 'ledger/migrants:2'] }],
      },
      { name: 'who came back has two stays', plant: cameBack, finds: [] },
    ],
  },
  {
    rule: 'migration/mismatched',
    cases: [
      {
        name: 'the start',
        plant: ({ registers }) =>
          change(registers, { 'system/migrants': set(1, { start_date: '2023-02-25' }) }),
        finds: [{ rule: 'migration/mismatched', ...CITES }],
      },
      {
        name: 'the certificate',
        plant: ({ registers }) =>
          change(registers, { 'system/migrants': set(1, { certificate_no: 'L999' }) }),
        finds: [{ rule: 'migration/mismatched', ...CITES }],
      },
      {
        name: 'a blank certificate is no mismatch',
        plant: ({ registers }) => change(registers, { 'system/migrants': set(1, { certificate_no: '' }) }),
        finds: [],
      },
    ],
  },
];
