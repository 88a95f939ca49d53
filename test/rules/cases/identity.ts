import { add, change, type Registers, type Row, type RuleCases, repeat, set } from './case.js';
import { type District, member, NAME_ALONE, type Person } from './district.js';

/** The ID with another check digit. */
function miscounted(id: string): string {
  return id.slice(0, 17) + (id.endsWith('1') ? '2' : '1');
}

/** A woman of He Jing's name and birth date, whose number of the order is the next one. */
function namesake({ away, id, people: { he } }: District): Row {
  return {
    ...NAME_ALONE,
    community: away,
    name: he.name,
    id: id(he.birth_date, '026'),
    marital_status: '初婚',
  };
}

/** The ID with the two digits of the day of birth changed places: invalid. */
function swapped(id: string): string {
  return id.slice(0, 12) + id.charAt(13) + id.charAt(12) + id.slice(14);
}

/** Two men who live alone, next to each other; the second perhaps under ID and birth date of the first. */
function neighbours({ registers, home, called, id }: District, confused: boolean): Registers {
  const man = (name: string, birth_date: string): Person => ({
    name: called(name),
    sex: '男',
    birth_date,
    id: id(birth_date, '051'),
  });
  const [gao, lin] = [man('高山', '1951-04-05'), man('林海', '1953-06-07')];
  const second = confused ? { ...gao, name: lin.name } : lin;
  return change(registers, {
    'card/households': (rows) => [...rows, member(home, '008', gao), member(home, '009', second)],
  });
}

/** Another ID of Zhao Min, in every record of hers. */
function everywhere({ registers }: District, id: string): Registers {
  return change(registers, {
    'card/households': set(5, { id }),
    'card/women': set(2, { id }),
    'ledger/women': set(2, { id }),
    'system/women': set(2, { id }),
    'ledger/contraception': set(1, { woman_id: id }),
    'system/contraception': set(1, { woman_id: id }),
  });
}

/** Zhao Min's operation becomes her husband's, recorded under him. */
function underTheMan({ registers, people: { chen, zhao } }: District): Registers {
  const couple = { woman_name: chen.name, woman_id: chen.id, spouse_name: zhao.name, spouse_id: zhao.id };
  return change(registers, {
    'ledger/contraception': set(1, { method: '男扎', ...couple }),
    'system/contraception': set(1, { method: '男扎', ...couple }),
    'card/women': set(2, { method: '男扎' }),
    'ledger/women': set(2, { method: '男扎' }),
    'system/women': set(2, { method: '男扎' }),
  });
}

export const identity: readonly RuleCases[] = [
  {
    rule: 'identity/invalid-id',
    cases: [
      {
        name: 'one wrong ID in all records of a woman is one fault',
        plant: (d) => everywhere(d, miscounted(d.people.zhao.id)),
        finds: [
          {
            rule: 'identity/invalid-id',
            cites: ['card/women:2', 'ledger/contraception:1', 'system/women:2', 'card/households:5'],
          },
        ],
      },
      {
        name: 'IDs of 15 digits and other documents are no faults',
        plant: ({ registers, people: { wang } }) =>
          change(registers, {
            'ledger/births': set(1, { mother_id: wang.id.slice(0, 6) + wang.id.slice(8, 17) }),
            'ledger/migrants': set(1, { id: 'G12345678' }),
            'system/migrants': set(1, { id: 'G12345678' }),
            'card/households': set(9, { id: 'G12345678' }),
          }),
        finds: [],
      },
    ],
  },
  {
    rule: 'identity/unknown-region',
    cases: [
      {
        name: 'a province that does not exist, in all records of a woman',
        plant: (d) => everywhere(d, d.id(d.people.zhao.birth_date, '004', '780190')),
        finds: [
          { rule: 'identity/unknown-region', severity: 'warning', cites: ['card/women:2', 'system/women:2'] },
        ],
      },
      {
        name: 'residence permits of Hong Kong, Macau and Taiwan residents',
        plant: (d) => everywhere(d, d.id(d.people.zhao.birth_date, '004', '830000')),
        finds: [],
      },
    ],
  },
  {
    rule: 'identity/birth-date-differs',
    cases: [
      {
        name: 'the column contradicts the ID beside it',
        plant: ({ registers }) =>
          change(registers, { 'card/households': set(4, { birth_date: '1984-08-04' }) }),
        finds: [{ rule: 'identity/birth-date-differs', cites: ['card/households:4'] }],
      },
      {
        name: 'a card says of a child that it was born ten years before: it shows that birth all the same',
        plant: ({ registers }) =>
          change(registers, { 'card/households': set(3, { birth_date: '2013-05-13' }) }),
        finds: [{ rule: 'identity/birth-date-differs', cites: ['card/households:3'] }],
      },
      {
        name: 'a blank birth date contradicts nothing',
        plant: ({ registers }) =>
          change(registers, {
            'ledger/women': set(1, { birth_date: '' }),
            'ledger/deaths': set(1, { birth_date: '' }),
          }),
        finds: [],
      },
    ],
  },
  {
    rule: 'identity/sex-differs',
    cases: [
      {
        name: 'the column contradicts the ID beside it',
        plant: ({ registers }) => change(registers, { 'card/households': set(4, { sex: '女' }) }),
        finds: [{ rule: 'identity/sex-differs', cites: ['card/households:4'] }],
      },
      {
        name: 'a husband who became a woman on the card is not expected on the women register',
        plant: ({ registers }) =>
          change(registers, { 'card/households': set(4, { sex: '女', marital_status: '初婚' }) }),
        finds: [{ rule: 'identity/sex-differs', cites: ['card/households:4'] }],
      },
      {
        name: 'the IDs of a couple of long ago in each other’s column: one finding',
        plant: ({ registers, called, id, elsewhere }) =>
          change(registers, {
            'ledger/marriages': repeat(1, {
              husband_name: called('胡军'),
              husband_id: id('1981-05-12', '068', elsewhere),
              husband_order: '',
              wife_name: called('郑红'),
              wife_id: id('1980-03-19', '351', elsewhere),
              wife_order: '',
              marriage_date: '2005-10-02',
            }),
          }),
        finds: [{ rule: 'identity/sex-differs', cites: ['ledger/marriages:2'] }],
      },
      { name: 'a male sterilisation may be recorded under the man', plant: underTheMan, finds: [] },
    ],
  },
  {
    rule: 'identity/shared-id',
    cases: [
      {
        name: 'another woman under the ID of the first, in a marriage of long ago',
        plant: ({ registers, called, id, elsewhere, people: { zhao } }) =>
          change(registers, {
            'ledger/marriages': repeat(1, {
              wife_name: called('郑红'),
              wife_id: zhao.id,
              wife_order: '',
              husband_name: called('胡军'),
              husband_id: id('1980-03-19', '351', elsewhere),
              husband_order: '',
              marriage_date: '2005-10-02',
            }),
          }),
        finds: [
          {
            rule: 'identity/shared-id',
            cites: ['ledger/marriages:2', 'card/women:2', 'system/contraception:1'],
          },
        ],
      },
      {
        name: 'a man under the ID of his neighbour since last month: his card has not lost him',
        plant: (at) => neighbours(at, true),
        before: (at) => neighbours(at, false),
        finds: [{ rule: 'identity/shared-id', cites: ['card/households:12'], over: ['roster/vanished'] }],
      },
      {
        name: 'the ID of another woman on the row of one of whom no more than the name is said',
        plant: ({ registers, people: { sun } }) =>
          change(registers, { 'system/women': set(4, { ...NAME_ALONE, id: sun.id }) }),
        finds: [{ rule: 'identity/shared-id', cites: ['system/women:4'] }],
      },
      {
        name: 'the IDs of two women exchanged, of whom no more than the names are said',
        plant: (at) => {
          const woman = (name: string, born: string): Row => ({
            ...namesake(at),
            name: at.called(name),
            id: at.id(born, '068'),
          });
          const [one, other] = [woman('于兰', '1981-03-12'), woman('何燕', '1980-02-11')];
          return change(at.registers, {
            'card/women': add(one, other),
            'ledger/women': add({ ...one, id: other.id ?? '' }, { ...other, id: one.id ?? '' }),
            'system/women': add(one, other),
          });
        },
        finds: [{ rule: 'identity/shared-id', cites: ['ledger/women:5', 'ledger/women:6'] }],
      },
      {
        name: 'variants of one name: blanks, homophones',
        plant: ({ registers, called }) =>
          change(registers, {
            'ledger/births': set(1, { mother_name: called('王 方') }),
            'card/women': set(1, { name: called('汪芳') }),
          }),
        finds: [],
      },
    ],
  },
  {
    rule: 'identity/split-id',
    cases: [
      {
        name: 'an ID mistyped at one point is neither a mismatch nor an omission nor a stranger',
        plant: ({ registers, people: { wang } }) =>
          change(registers, { 'system/births': set(1, { mother_id: swapped(wang.id) }) }),
        finds: [
          {
            rule: 'identity/split-id',
            cites: ['system/births:1'],
            shows: ['system/births:1 mother_id'],
            severity: 'error',
            over: ['identity/invalid-id'],
          },
        ],
      },
      {
        name: 'a wrong check digit on the women register',
        plant: ({ registers, people: { wang } }) =>
          change(registers, { 'ledger/women': set(1, { id: miscounted(wang.id) }) }),
        finds: [{ rule: 'identity/split-id', cites: ['ledger/women:1'], over: ['identity/invalid-id'] }],
      },
      {
        name: 'two valid IDs of one person are a warning',
        plant: ({ registers, id, people: { wang } }) =>
          change(registers, { 'system/births': set(1, { mother_id: id(wang.birth_date, '082') }) }),
        finds: [{ rule: 'identity/split-id', cites: ['system/births:1'], severity: 'warning' }],
      },
      {
        name: 'a woman of whom the ledger says no more than her name, under another valid ID',
        plant: ({ registers, id, people: { he } }) =>
          change(registers, {
            'ledger/women': set(4, { ...NAME_ALONE, id: id(he.birth_date, '044') }),
          }),
        finds: [{ rule: 'identity/split-id', cites: ['ledger/women:4'], severity: 'warning' }],
      },
      {
        name: 'a dead man under another valid ID at the system, where nothing else says who he is',
        plant: ({ registers, id, people: { qian } }) =>
          change(registers, { 'system/deaths': set(1, { id: id(qian.birth_date, '017') }) }),
        finds: [{ rule: 'identity/split-id', cites: ['system/deaths:1'], severity: 'warning' }],
      },
      {
        name: 'namesakes born on one day with near IDs, of whom a point has both, are two women',
        plant: (at) =>
          change(at.registers, {
            'card/women': add(namesake(at)),
            'ledger/women': add(namesake(at)),
            'system/women': add(namesake(at)),
          }),
        finds: [],
      },
      {
        name: 'one of two such namesakes missing at the ledger',
        plant: (at) =>
          change(at.registers, {
            'card/women': add(namesake(at)),
            'ledger/women': set(4, namesake(at)),
            'system/women': add(namesake(at)),
          }),
        finds: [{ rule: 'enrolment/omitted', lacks: ['ledger'] }],
      },
      {
        name: 'namesakes born on one day with distant IDs are two people',
        plant: ({ registers, away, id, elsewhere, people: { li } }) =>
          change(registers, {
            'card/households': add(member(away, '102', { ...li, id: id(li.birth_date, '359', elsewhere) })),
          }),
        finds: [],
      },
    ],
  },
];
