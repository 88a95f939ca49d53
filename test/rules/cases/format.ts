import { add, type Case, change, type Expected, type Row, type RuleCases, set } from './case.js';
import { type District, NAME_ALONE } from './district.js';

/** A wrong cell in the ledger's birth, and what it gives. */
function birthCell(name: string, values: Row | ((district: District) => Row), ...finds: Expected[]): Case {
  const valuesIn = typeof values === 'function' ? values : () => values;
  return { name, plant: (d) => change(d.registers, { 'ledger/births': set(1, valuesIn(d)) }), finds };
}

/** The ID as a spreadsheet shows large numbers, of which so many digits are left. */
function inScience(id: string, digits: number): string {
  return `${id.charAt(0)}.${id.slice(1, digits)}E+17`;
}

const CITES = { cites: ['ledger/births:1'] };

export const format: readonly RuleCases[] = [
  {
    rule: 'format/missing-value',
    cases: [
      birthCell('a blank required cell', { parity: '' }, { rule: 'format/missing-value', ...CITES }),
      birthCell('a word that means blank', { parity: '不详' }, { rule: 'format/missing-value', ...CITES }),
      birthCell('a blank optional cell is nothing', { father_name: '', father_id: '', certificate_no: '—' }),
    ],
  },
  {
    rule: 'format/invalid-date',
    cases: [
      birthCell(
        'a day that no month has',
        { birth_date: '2023-02-30' },
        { rule: 'format/invalid-date', ...CITES },
      ),
      birthCell(
        'a year of two digits',
        { registration_date: '23.5.20' },
        { rule: 'format/invalid-date', ...CITES },
      ),
      birthCell('every style with the year first is a date', {
        birth_date: '2023年5月13日',
        registration_date: '20230520',
      }),
    ],
  },
  {
    rule: 'format/partial-date',
    cases: [
      birthCell(
        'a month without its day',
        { birth_date: '2023-05' },
        { rule: 'format/partial-date', severity: 'notice', ...CITES },
      ),
      birthCell('a time of day is dropped', { birth_date: '2023-05-13 08:30' }),
    ],
  },
  {
    rule: 'format/future-date',
    cases: [
      birthCell(
        'a registration after the as-of date',
        { registration_date: '2032-05-20' },
        { rule: 'format/future-date', ...CITES },
      ),
      {
        name: 'a due date lies in the future',
        plant: ({ registers }) => change(registers, { 'ledger/women': set(3, { due_date: '2024-04-01' }) }),
        finds: [],
      },
    ],
  },
  {
    rule: 'format/unknown-code',
    cases: [
      birthCell('a word outside the list', { child_sex: '未定' }, { rule: 'format/unknown-code', ...CITES }),
      birthCell('codes in other words and letters', { child_sex: 'm' }),
    ],
  },
  {
    rule: 'format/invalid-number',
    cases: [
      birthCell('a negative parity', { parity: '-1' }, { rule: 'format/invalid-number', ...CITES }),
      birthCell('a fraction', { parity: '1.5' }, { rule: 'format/invalid-number', ...CITES }),
      birthCell('a number with its unit', { parity: '一孩' }),
    ],
  },
  {
    rule: 'format/damaged-id',
    cases: [
      birthCell(
        'scientific notation, though the row still finds its event',
        { mother_id: '2.30190E+17' },
        { rule: 'format/damaged-id', ...CITES },
      ),
      birthCell(
        'the last three digits became zeros',
        ({ people }) => ({ mother_id: `${people.wang.id.slice(0, 15)}000` }),
        { rule: 'format/damaged-id', ...CITES },
      ),
      {
        name: 'the ID of a woman of whom the ledger says no more than her name, cut to the region',
        plant: ({ registers, people: { he } }) =>
          change(registers, { 'ledger/women': set(4, { ...NAME_ALONE, id: inScience(he.id, 6) }) }),
        finds: [{ rule: 'format/damaged-id', cites: ['ledger/women:4'] }],
      },
      {
        name: 'the birth date that a damaged ID still shows keeps namesakes apart',
        plant: ({ registers, away, id, people: { he } }) => {
          const born = id('1982-04-05', '068');
          const other = { ...NAME_ALONE, community: away, name: he.name, id: born, marital_status: '初婚' };
          const damaged = { ...other, id: inScience(born, 15) };
          return change(registers, {
            'card/women': add(other),
            'ledger/women': (rows) => [...set(4, { ...NAME_ALONE, id: inScience(he.id, 15) })(rows), damaged],
            'system/women': add(other),
          });
        },
        finds: [
          { rule: 'format/damaged-id', cites: ['ledger/women:4'] },
          { rule: 'format/damaged-id', cites: ['ledger/women:5'] },
        ],
      },
      {
        name: 'a second row of her name, with a damaged ID, is one fault',
        plant: ({ registers, away, people: { he } }) =>
          change(registers, {
            'ledger/women': add({
              ...{ ...NAME_ALONE, community: away, name: he.name, marital_status: '初婚' },
              id: inScience(he.id, 6),
            }),
          }),
        finds: [{ rule: 'format/damaged-id', cites: ['ledger/women:5'] }],
      },
      birthCell('blanks and an apostrophe around an ID', ({ people }) => ({
        mother_id: `' ${people.wang.id} `,
      })),
    ],
  },
  {
    rule: 'format/unreadable-row',
    cases: [
      {
        name: 'a row with a cell too many, and what is therefore missing under it',
        plant: ({ registers }) =>
          change(registers, { 'system/births': set(1, { registration_date: '2023-05-20,surplus' }) }),
        finds: [{ rule: 'format/unreadable-row', cites: ['system/births:1'], over: ['birth/omitted'] }],
      },
      {
        name: 'the IDs of such a row are found in it as they were typed',
        plant: ({ registers, people: { wang } }) =>
          change(registers, {
            'system/births': set(1, {
              mother_id: `${wang.id.slice(0, 6)} ${wang.id.slice(6)}`.toLowerCase(),
              child_id: '',
              registration_date: '2023-05-20,surplus',
            }),
          }),
        finds: [{ rule: 'format/unreadable-row', cites: ['system/births:1'], over: ['birth/omitted'] }],
      },
      {
        name: 'a row in which no ID is left is known by the name',
        plant: ({ registers }) =>
          change(registers, {
            'system/births': set(1, {
              ...{ mother_id: '', child_id: '', father_id: '' },
              registration_date: '2023-05-20,surplus',
            }),
          }),
        finds: [{ rule: 'format/unreadable-row', cites: ['system/births:1'], over: ['birth/omitted'] }],
      },
      {
        name: 'empty cells too many are nothing',
        plant: ({ registers }) =>
          change(registers, { 'system/births': set(1, { registration_date: '2023-05-20,,' }) }),
        finds: [],
      },
    ],
  },
  {
    rule: 'format/undecodable-text',
    cases: [
      {
        name: 'a replacement character',
        plant: ({ registers }) =>
          change(registers, { 'ledger/migrants': set(1, { home_place: '外\ufffd' }) }),
        finds: [{ rule: 'format/undecodable-text', cites: ['ledger/migrants:1'] }],
      },
      {
        name: 'rare characters are text',
        plant: ({ registers }) => change(registers, { 'ledger/migrants': set(1, { home_place: '㛃村𠮷' }) }),
        finds: [],
      },
    ],
  },
  {
    rule: 'format/missing-column',
    cases: [
      {
        alone: true,
        name: 'a required column that the sheet lacks, once',
        plant: ({ registers }) =>
          change(registers, {
            'system/births': (rows) => rows.map((row) => ({ ...row, '-parity': '' })),
          }),
        finds: [{ rule: 'format/missing-column' }],
      },
      {
        alone: true,
        name: 'an optional column may be absent',
        plant: ({ registers }) =>
          change(registers, {
            'system/births': (rows) => rows.map((row) => ({ ...row, '-father_name': '' })),
          }),
        finds: [],
      },
    ],
  },
  {
    rule: 'format/conflicting-columns',
    cases: [
      {
        alone: true,
        name: 'two columns for one item that differ',
        plant: ({ registers }) => change(registers, { 'system/births': set(1, { '+孩次': '3' }) }),
        finds: [{ rule: 'format/conflicting-columns', cites: ['system/births:1'] }],
      },
      {
        alone: true,
        name: 'two columns that agree, or of which one is blank',
        plant: ({ registers }) =>
          change(registers, { 'system/births': set(1, { '+孩次': '1', '+婴儿性别': '' }) }),
        finds: [],
      },
    ],
  },
  {
    rule: 'format/oversized-cell',
    cases: [
      birthCell(
        'more than a spreadsheet can hold',
        { note: '长'.repeat(32_768) },
        { rule: 'format/oversized-cell', severity: 'warning', ...CITES },
      ),
      birthCell('as much as it can hold', { note: '长'.repeat(32_767) }),
    ],
  },
];
