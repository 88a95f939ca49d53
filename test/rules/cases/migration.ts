import { add, change, drop, type Registers, type Row, type RuleCases, repeat, set } from './case.js';
import { type District, member } from './district.js';

/** Wu Mei left in August, and everybody knows. */
function gone({ registers }: District): Registers {
  const left = set(1, { end_date: '2023-08-01' });
  return change(registers, { 'ledger/migrants': left, 'system/migrants': left, 'card/households': drop(9) });
}

/** Both registers of stays, with a value more. */
function staying(registers: Registers, values: Row): Registers {
  return change(registers, { 'ledger/migrants': set(1, values), 'system/migrants': set(1, values) });
}

/** Wu Mei left in April and came back in September, everywhere. */
export function cameBack({ registers, people }: District): Registers {
  const first: Row = { end_date: '2023-04-20' };
  const both = (rows: readonly Row[]) =>
    repeat(1, { start_date: '2023-09-22', end_date: '', certificate_no: `S${people.wu.id.slice(6)}` })(
      set(1, first)(rows),
    );
  return change(registers, { 'ledger/migrants': both, 'system/migrants': both });
}

/** Hao Jian left one community for the other: both of the first know, and the second where it says so. */
function movedOn({ registers, called, id, home, away }: District, arrived: boolean): Registers {
  const hao = { name: called('郝建'), sex: '男', birth_date: '1987-11-16', id: id('1987-11-16', '071') };
  const out = { community: home, direction: '流出', ...hao, current_place: away, start_date: '2023-04-10' };
  const into = { community: away, direction: '流入', ...hao, home_place: home, start_date: '2023-04-25' };
  const rows = arrived ? add(out, into) : add(out);
  const card = member(home, '007', hao, { residence: '流出' });
  const there = member(away, '107', hao, { residence: '流入' });
  return change(registers, {
    'ledger/migrants': rows,
    'system/migrants': rows,
    'card/households': arrived ? add(card, there) : add(card),
  });
}

const CITES = { cites: ['system/migrants:1', 'ledger/migrants:1'] };

export const migration: readonly RuleCases[] = [
  {
    rule: 'migration/omitted',
    cases: [
      {
        name: 'a point’s primary register lacks it',
        plant: ({ registers }) => change(registers, { 'system/migrants': drop(1) }),
        finds: [
          { rule: 'migration/omitted', severity: 'error', cites: ['ledger/migrants:1'], lacks: ['system'] },
        ],
      },
      {
        name: 'the community that somebody left for does not know of it',
        plant: (d) => movedOn(d, false),
        finds: [{ rule: 'migration/omitted', cites: ['ledger/migrants:2', 'system/migrants:2'] }],
      },
      { name: 'both ends may be some days apart', plant: (d) => movedOn(d, true), finds: [] },
      { name: 'who left is on no card any more', plant: gone, finds: [] },
      {
        name: 'who stays is not on the card',
        alone: true,
        plant: ({ registers }) =>
          change(staying(registers, { end_date: '' }), { 'card/households': drop(9) }),
        finds: [{ rule: 'migration/omitted', lacks: ['card'] }],
      },
      {
        name: 'a register that does not say when stays end does not say that they go on',
        alone: true,
        plant: ({ registers }) =>
          change(staying(registers, { '-end_date': '' }), { 'card/households': drop(9) }),
        finds: [],
      },
      {
        name: 'a row without ID is of the stay of that name that began on that day',
        plant: ({ registers }) =>
          change(registers, { 'ledger/migrants': set(1, { id: '', birth_date: '', certificate_no: '' }) }),
        finds: [{ rule: 'format/missing-value', cites: ['ledger/migrants:1'] }],
      },
    ],
  },
  {
    rule: 'migration/duplicated',
    cases: [
      {
        name: 'one stay twice, begun some days apart',
        plant: ({ registers }) =>
          change(registers, {
            'ledger/migrants': repeat(1, { start_date: '2023-02-20' }),
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
        name: 'the direction',
        plant: ({ registers }) => change(registers, { 'system/migrants': set(1, { direction: '流出' }) }),
        finds: [
          {
            rule: 'migration/mismatched',
            shows: ['ledger/migrants:1 direction', 'system/migrants:1 direction'],
          },
        ],
      },
      {
        name: 'what is not compared may differ',
        plant: ({ registers }) => change(registers, { 'system/migrants': set(1, { home_place: '外地' }) }),
        finds: [],
      },
    ],
  },
];
