import { add, change, drop, type Expected, type Registers, type Row, type RuleCases, set } from './case.js';
import { type District, member, type Person } from './district.js';

/** The registers of women at all points. */
const WOMEN = ['card/women', 'ledger/women', 'system/women'] as const;

/** The same edit in the women registers of all points. */
function everywhere(edit: (rows: readonly Row[]) => readonly Row[]) {
  return Object.fromEntries(WOMEN.map((claimant) => [claimant, edit]));
}

/** A new face: somebody whom the clean district does not know. */
function stranger({ called, id }: District, birth_date: string, sex: '男' | '女' = '女'): Person {
  return { name: called('冯娟'), sex, birth_date, id: id(birth_date, sex === '女' ? '042' : '041') };
}

/** A woman's line in the women registers. */
function woman({ home }: District, { name, id, birth_date }: Person, more: Row = {}): Row {
  return { community: home, household_no: '009', name, id, birth_date, marital_status: '未婚', ...more };
}

const asItWas = ({ registers }: District): Registers => registers;

/** A district that stands now as it is, and last month held one more person on a card of the first community. */
function oneMore(birth: string, more: Row = {}) {
  return (at: District): Registers =>
    change(at.registers, {
      'card/households': add(member(at.home, '009', stranger(at, birth), more)),
    });
}

/** Rows of an event register at ledger and system. */
function recorded(register: string, row: (at: District) => Row) {
  return (at: District): Registers =>
    change(at.registers, {
      [`ledger/${register}`]: add(row(at)),
      [`system/${register}`]: add(row(at)),
    });
}

export const roster: readonly RuleCases[] = [
  {
    rule: 'roster/vanished',
    cases: [
      {
        name: 'gone from card and women registers, and nothing says why',
        plant: asItWas,
        before: (at) => {
          const gone = stranger(at, '1990-03-04');
          return change(at.registers, {
            'card/households': add(member(at.home, '009', gone)),
            ...everywhere(add(woman(at, gone))),
          });
        },
        finds: [
          {
            rule: 'roster/vanished',
            cites: [
              'last month: card/households:12',
              'last month: card/women:5',
              'last month: ledger/women:5',
            ],
            lacks: ['card', 'ledger', 'system'],
            severity: 'warning',
          },
        ],
      },
      {
        name: 'gone from the card, dead',
        plant: recorded('deaths', (at) => ({
          community: at.home,
          ...stranger(at, '1950-03-04'),
          death_date: '2023-12-05',
        })),
        before: oneMore('1950-03-04'),
        finds: [],
      },
      {
        name: 'gone from the card, moved away; the ID on the move is mistyped',
        plant: recorded('moves', (at) => {
          const { name, id } = stranger(at, '1990-03-04');
          const mistyped = `${id.slice(0, 12)}${(Number(id[12]) + 1) % 10}${id.slice(13)}`;
          return { community: at.home, direction: '迁出', name, id: mistyped, move_date: '2023-12-05' };
        }),
        before: oneMore('1990-03-04'),
        finds: [{ rule: 'identity/invalid-id' }],
      },
      {
        name: 'gone from the card, moved in long ago and away from elsewhere',
        plant: recorded('moves', (at) => {
          const { name, id } = stranger(at, '1990-03-04');
          return { community: at.away, direction: '迁出', name, id, move_date: '2021-12-05' };
        }),
        before: oneMore('1990-03-04'),
        finds: [{ rule: 'roster/vanished' }],
      },
      {
        name: 'gone from the women registers, now 50',
        plant: asItWas,
        before: (at) => change(at.registers, everywhere(add(woman(at, stranger(at, '1973-12-15'))))),
        finds: [],
      },
      {
        name: 'gone from the women registers, handed over',
        plant: asItWas,
        before: (at) => {
          const handed = woman(at, stranger(at, '1983-12-15'), { handover_date: '2023-11-28' });
          return change(at.registers, everywhere(add(handed)));
        },
        finds: [],
      },
      {
        name: 'gone from one community, now on the register of the other',
        plant: (at) =>
          change(at.registers, {
            'card/households': add(member(at.away, '109', stranger(at, '1990-03-04'))),
          }),
        before: oneMore('1990-03-04'),
        finds: [],
      },
      {
        name: 'the same household, divided in two',
        plant: ({ registers }) => change(registers, { 'card/households': set(8, { household_no: '013' }) }),
        before: asItWas,
        finds: [],
      },
      {
        name: 'last month the name was misspelt, and another ID was wrong',
        plant: asItWas,
        before: ({ registers, called, id }) =>
          change(registers, {
            'card/households': (rows) =>
              set(8, { name: called('孙莉莉') })(set(5, { id: id('1985-03-17', '004') })(rows)),
            'card/women': set(2, { id: id('1985-03-17', '004'), birth_date: '1985-03-17' }),
          }),
        finds: [],
      },
      {
        name: 'one of two namesakes born on one day is gone',
        plant: (at) =>
          change(at.registers, {
            'card/households': add(member(at.home, '009', stranger(at, '1990-03-04'))),
          }),
        before: (at) => {
          const { name, birth_date, sex } = stranger(at, '1990-03-04');
          const other = { name, birth_date, sex, id: at.id(birth_date, '884', at.elsewhere) };
          return change(at.registers, {
            'card/households': add(
              member(at.home, '009', stranger(at, '1990-03-04')),
              member(at.home, '010', other),
            ),
          });
        },
        finds: [{ rule: 'roster/vanished', cites: ['last month: card/households:13'] }],
      },
      {
        name: 'last month one row bore the ID of another person, and two were damaged',
        plant: asItWas,
        before: ({ registers, people: { zhou } }) =>
          change(registers, {
            'card/households': (rows) =>
              set(8, { id: zhou.id })(set(5, { id: '2.30190E+17' })(set(4, { id: '2.30190E+17' })(rows))),
          }),
        finds: [],
      },
      {
        name: 'gone from the card, the stay has ended',
        plant: ({ registers }) => {
          const ended = set(1, { end_date: '2023-12-02' });
          return change(registers, {
            'card/households': drop(9),
            'ledger/migrants': ended,
            'system/migrants': ended,
          });
        },
        before: asItWas,
        finds: [],
      },
      {
        name: 'gone from the card, the stay goes on',
        plant: ({ registers }) => change(registers, { 'card/households': drop(9) }),
        before: asItWas,
        finds: [{ rule: 'migration/omitted', lacks: ['card'], over: ['roster/vanished'] }],
      },
      {
        name: 'a register that was not handed in this month',
        alone: true,
        plant: ({ registers }) => change(registers, { 'ledger/women': () => [] }),
        before: asItWas,
        finds: [
          { rule: 'coverage/register-absent' },
          ...new Array<Expected>(3).fill({ rule: 'enrolment/omitted' }),
        ],
      },
      {
        name: 'gone from one point, which the enrolment says already',
        plant: ({ registers }) => change(registers, { 'ledger/women': drop(2) }),
        before: asItWas,
        finds: [{ rule: 'enrolment/omitted', lacks: ['ledger'], over: ['roster/vanished'] }],
      },
    ],
  },
  {
    rule: 'roster/unexplained',
    cases: [
      {
        name: 'new on the card, and nothing says why',
        plant: oneMore('1990-03-04'),
        before: asItWas,
        finds: [{ rule: 'roster/unexplained', cites: ['card/households:12'], severity: 'warning' }],
      },
      {
        name: 'new on the card, moved in',
        plant: (at) => {
          const { name, id } = stranger(at, '1990-03-04');
          const moved = { community: at.home, direction: '迁入', name, id, move_date: '2023-11-20' };
          return change(oneMore('1990-03-04')(at), {
            'ledger/moves': () => [moved],
            'system/moves': () => [moved],
          });
        },
        before: asItWas,
        finds: [],
      },
      {
        name: 'a child born in spring, as no card of last month had it',
        plant: ({ registers }) => registers,
        before: ({ registers }) =>
          change(registers, {
            'card/households': drop(3),
            ...everywhere(set(1, { children_count: '0', last_birth_date: '' })),
          }),
        finds: [{ rule: 'roster/unexplained' }],
      },
      {
        name: 'new on a second card, which is another fault',
        plant: ({ registers, away, people: { li } }) =>
          change(registers, { 'card/households': add(member(away, '102', li)) }),
        before: asItWas,
        finds: [{ rule: 'person/duplicated', over: ['roster/unexplained'] }],
      },
      {
        name: 'an ID that is mistyped this month',
        plant: ({ registers, people: { zhao } }) => {
          const wrong = `${zhao.id.slice(0, 14)}${(Number(zhao.id[14]) + 1) % 10}${zhao.id.slice(15)}`;
          return change(registers, { 'card/women': set(2, { id: wrong }) });
        },
        before: asItWas,
        finds: [{ rule: 'identity/split-id' }],
      },
      {
        name: 'an in-migrant of spring, whom no card of last month had',
        plant: asItWas,
        before: ({ registers }) => change(registers, { 'card/households': drop(9) }),
        finds: [{ rule: 'roster/unexplained', cites: ['card/households:9'] }],
      },
      {
        name: 'a child born this month',
        plant: (at) => {
          const {
            home,
            people: { sun, zhou },
          } = at;
          const child = { ...stranger(at, '2023-12-03'), sex: '女' };
          const birth = {
            community: home,
            child_name: child.name,
            child_sex: '女',
            child_id: child.id,
            birth_date: '2023-12-03',
            parity: '1',
            mother_name: sun.name,
            mother_id: sun.id,
            father_name: zhou.name,
            father_id: zhou.id,
          };
          const mother = set(3, { children_count: '1', last_birth_date: '2023-12-03' });
          return change(at.registers, {
            'card/households': add(member(home, '003', child)),
            ...everywhere(mother),
            'ledger/births': add(birth),
            'system/births': add(birth),
          });
        },
        before: asItWas,
        finds: [],
      },
      {
        name: 'a bride on the women registers',
        plant: asItWas,
        before: ({ registers }) => change(registers, everywhere(drop(3))),
        finds: [],
      },
      {
        name: 'a woman who has turned 15',
        plant: (at) =>
          change(
            at.registers,
            everywhere(add(woman(at, stranger(at, '2008-12-15'), { household_no: '003' }))),
          ),
        before: asItWas,
        finds: [],
      },
    ],
  },
];
