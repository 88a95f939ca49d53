import { change, type RuleCases, set } from './case.js';
import { DISTRICT, id, PEOPLE } from './district.js';

const { WANG, LI, ZHAO } = PEOPLE;
const wang = WANG.id ?? '';

/** The ID with its last two digits before the check digit changed places with each other's neighbours: invalid. */
const SWAPPED = wang.slice(0, 12) + wang.charAt(13) + wang.charAt(12) + wang.slice(14);
const OTHER_CHECK = wang.slice(0, 17) + (wang.endsWith('1') ? '2' : '1');

/** The ID of a woman in every record of hers. */
function everywhere(number: string, name = '赵敏') {
  return change(DISTRICT, {
    'card/households': set(5, { id: number, name }),
    'card/women': set(2, { id: number, name }),
    'ledger/women': set(2, { id: number, name }),
    'system/women': set(2, { id: number, name }),
    'ledger/contraception': set(1, { woman_id: number, woman_name: name }),
    'system/contraception': set(1, { woman_id: number, woman_name: name }),
  });
}

export const identity: readonly RuleCases[] = [
  {
    rule: 'identity/invalid-id',
    cases: [
      {
        name: 'one wrong ID in all records of a woman is one fault',
        registers: everywhere(`${ZHAO.id?.slice(0, 17)}${ZHAO.id?.endsWith('3') ? '4' : '3'}`),
        finds: [
          {
            rule: 'identity/invalid-id',
            cites: ['card/women:2', 'ledger/contraception:1', 'system/women:2'],
          },
        ],
      },
      {
        name: 'old IDs of 15 digits, lower-case letters and passports are no faults',
        registers: change(DISTRICT, {
          'ledger/births': set(1, { mother_id: wang.slice(0, 6) + wang.slice(8, 17), father_id: '' }),
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
        registers: everywhere(id('990190', ZHAO.birth_date ?? '', '004')),
        finds: [],
      },
      {
        name: 'a county of no register',
        registers: everywhere(id('230198', ZHAO.birth_date ?? '', '004')),
        finds: [],
      },
    ],
  },
  {
    rule: 'identity/birth-date-differs',
    cases: [
      {
        name: 'the column contradicts the ID beside it',
        registers: change(DISTRICT, { 'card/households': set(4, { birth_date: '1984-08-04' }) }),
        finds: [{ rule: 'identity/birth-date-differs', cites: ['card/households:4'] }],
      },
      {
        name: 'a blank or partial birth date contradicts nothing',
        registers: change(DISTRICT, {
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
        registers: change(DISTRICT, { 'card/households': set(4, { sex: '女' }) }),
        finds: [{ rule: 'identity/sex-differs', cites: ['card/households:4'] }],
      },
      {
        name: 'a male sterilisation may be recorded under the man',
        registers: change(DISTRICT, {
          'ledger/contraception': set(1, {
            method: '男扎',
            woman_name: '陈刚',
            woman_id: PEOPLE.CHEN.id ?? '',
            spouse_name: '赵敏',
            spouse_id: ZHAO.id ?? '',
          }),
          'system/contraception': set(1, {
            method: '男扎',
            woman_name: '陈刚',
            woman_id: PEOPLE.CHEN.id ?? '',
            spouse_name: '赵敏',
            spouse_id: ZHAO.id ?? '',
          }),
          'card/women': set(2, { method: '男扎' }),
          'ledger/women': set(2, { method: '男扎' }),
          'system/women': set(2, { method: '男扎' }),
        }),
        finds: [],
      },
    ],
  },
  {
    rule: 'identity/shared-id',
    cases: [
      {
        name: 'another woman under the ID of the first',
        registers: change(DISTRICT, {
          'ledger/visits': () => [
            {
              community: '朝阳社区',
              woman_name: '郑红',
              woman_id: ZHAO.id ?? '',
              service: '查环',
              due_date: '2023-06-01',
              visit_date: '2023-06-01',
            },
          ],
        }),
        finds: [
          {
            rule: 'identity/shared-id',
            cites: ['ledger/visits:1', 'card/women:2', 'system/contraception:1'],
          },
        ],
      },
      {
        name: 'variants of one name, however written',
        registers: change(DISTRICT, { 'ledger/births': set(1, { mother_name: '王 方' }) }),
        finds: [],
      },
    ],
  },
  {
    rule: 'identity/split-id',
    cases: [
      {
        name: 'an ID mistyped at one point is neither a mismatch nor an omission nor a stranger',
        registers: change(DISTRICT, { 'system/births': set(1, { mother_id: SWAPPED }) }),
        finds: [
          {
            rule: 'identity/split-id',
            cites: ['system/births:1'],
            severity: 'error',
            over: ['identity/invalid-id'],
          },
        ],
      },
      {
        name: 'a wrong check digit on the women register',
        registers: change(DISTRICT, { 'ledger/women': set(1, { id: OTHER_CHECK }) }),
        finds: [{ rule: 'identity/split-id', cites: ['ledger/women:1'], over: ['identity/invalid-id'] }],
      },
      {
        name: 'two valid IDs of one person are a warning',
        registers: change(DISTRICT, {
          'system/births': set(1, { mother_id: id('230190', WANG.birth_date ?? '', '028') }),
        }),
        finds: [{ rule: 'identity/split-id', cites: ['system/births:1'], severity: 'warning' }],
      },
      {
        name: 'namesakes born on one day with distant IDs are two people',
        registers: change(DISTRICT, {
          'card/households': (rows) => [
            ...rows,
            {
              community: '红旗社区',
              household_no: '102',
              name: '李强',
              sex: '男',
              id: id('230192', LI.birth_date ?? '', '313'),
              birth_date: LI.birth_date ?? '',
              relation: '户主',
              residence: '常住',
            },
          ],
        }),
        finds: [],
      },
    ],
  },
];
