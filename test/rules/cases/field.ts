import type { Registers, Row, RuleCases } from './case.js';
import type { District } from './district.js';

/** The household card of the clean district, row by row, as the sheet brings it back from the door. */
function found({ registers, home }: District, n: number, values: Row = {}): Registers {
  const {
    household_no = '',
    name = '',
    sex = '',
    id = '',
    birth_date = '',
    marital_status = '',
  } = registers['card/households']?.[n - 1] ?? {};
  const row = { community: home, household_no, name, sex, id, birth_date, marital_status, ...values };
  return { ...registers, 'field/households': [row] };
}

const FOUND = ['field/households:1'];

export const field: readonly RuleCases[] = [
  {
    rule: 'field/not-found',
    cases: [
      {
        name: 'on a card, and nobody at the door knows of them',
        plant: ({ registers }) => registers,
        door: [{ listed: ['card/households:4'], outcome: 'not-found' }],
        finds: [{ rule: 'field/not-found', severity: 'error', cites: ['card/households:4'] }],
      },
      {
        name: 'not met is not “not found”',
        plant: ({ registers }) => registers,
        door: [{ listed: ['card/households:4'], outcome: 'not-met' }],
        finds: [],
      },
      {
        name: 'a refusal says nothing',
        plant: ({ registers }) => registers,
        door: [{ listed: ['card/households:4'], outcome: 'refused' }],
        finds: [],
      },
    ],
  },
  {
    rule: 'field/omitted',
    cases: [
      {
        name: 'lives there, and is on no card',
        plant: (at) => {
          const { called, home, id } = at;
          const birth_date = '1991-03-04';
          const stranger = { name: called('冯娟'), sex: '女', birth_date, id: id(birth_date, '042') };
          return {
            ...at.registers,
            'field/households': [{ community: home, household_no: '003', ...stranger }],
          };
        },
        door: [{ found: FOUND }],
        finds: [{ rule: 'field/omitted', severity: 'error', cites: FOUND, lacks: ['card'] }],
      },
      {
        name: 'written down as new, and on a card all the same',
        plant: (at) => found(at, 4),
        door: [{ found: FOUND }],
        finds: [],
      },
    ],
  },
  {
    rule: 'field/differs',
    cases: [
      {
        name: 'the door says another marital status than the card',
        plant: (at) => found(at, 9, { marital_status: '离婚' }),
        door: [{ listed: ['card/households:9'], outcome: 'differs', found: FOUND }],
        finds: [{ rule: 'field/differs', severity: 'error', cites: [...FOUND, 'card/households:9'] }],
      },
      {
        name: 'everything is as on the card',
        plant: (at) => found(at, 9),
        door: [{ listed: ['card/households:9'], outcome: 'match', found: FOUND }],
        finds: [],
      },
      {
        name: 'a birth on which the door disagrees belongs to the rule of births',
        plant: (at) => {
          const { home, people } = at;
          const { name, sex, id } = people.liMing;
          const child = { community: home, child_name: name, child_sex: sex, child_id: id, parity: '1' };
          const mother = { mother_name: people.wang.name, mother_id: people.wang.id };
          const seen = { ...child, ...mother, birth_date: '2023-05-18' };
          return { ...at.registers, 'field/births': [seen] };
        },
        door: [{ listed: ['ledger/births:1'], outcome: 'differs', found: ['field/births:1'] }],
        finds: [{ rule: 'birth/mismatched', over: ['field/differs'] }],
      },
      {
        name: 'a blank says nothing',
        plant: (at) => found(at, 9, { marital_status: '' }),
        door: [{ listed: ['card/households:9'], outcome: 'match', found: FOUND }],
        finds: [],
      },
    ],
  },
];
