import { expect, test } from 'vitest';
import { arrange, OF_COLUMNS, OF_GAPS, OF_POINTS } from './constellations.js';
import { expectedOf, type Traced } from './expect.js';
import { Table } from './world.js';

const table = (point: string, register: string, columns: string): Table =>
  new Table(
    `${point}/朝阳社区_${register}.csv`,
    undefined,
    register,
    point,
    [columns.split(' ')],
    new Map(columns.split(' ').map((c, n) => [c, n])),
  );

const BIRTH = 'community child_sex birth_date mother_id child_name';
const MOTHER = '230191199001010023';
const day = {
  community: '朝阳社区',
  child_sex: '男',
  birth_date: '2023-05-13',
  mother_id: MOTHER,
  child_name: '李明',
};

/** A birth at ledger and system; what is done to the ledger's row, and which rules may tell it. */
function born(rules: string[], edit: (row: ReturnType<Table['add']>) => void, cite: 'it' | 'others') {
  const [ledger, system] = ['ledger', 'system'].map((point) => table(point, 'births', BIRTH));
  const [row, other] = [ledger?.add(day), system?.add(day)];
  if (!ledger || !row || !other) throw new Error('two tables');
  ledger.edits.splice(0);
  edit(row);
  const fault: Traced = {
    rules,
    rows: cite === 'it' ? [row] : [other],
    edits: ledger.edits,
    around: new Set([row, other]),
  };
  return { fault, tables: [ledger] };
}

const omitted = () => born(['birth/omitted'], (row) => row.drop(), 'others').fault;
const differs = (column: string, value: string) =>
  born(['birth/mismatched'], (row) => row.set(column, value), 'it').fault;

test.each([
  ['a row that is missing, and another point has it', omitted(), 'all points', 'told'],
  ['a row that is missing where nothing is handed in', omitted(), 'system alone', 'nothing'],
  ['a value that another point gives', differs('child_sex', '女'), 'ledger and system', 'told'],
  ['a value that nobody else gives', differs('child_sex', '女'), 'ledger alone', 'open'],
  [
    'a cell of a column that is not there',
    differs('child_name', '李鸣'),
    'births without child_name',
    'nothing',
  ],
  [
    'a date so far off that it is another event',
    differs('birth_date', '2022-05-13'),
    'births without child_id',
    'open',
  ],
  [
    'an event of months that were not handed in',
    omitted(),
    'births of April to August absent at ledger',
    'nothing',
  ],
])('%s', (_, fault, name, expected) => {
  const constellation = { ...OF_POINTS, ...OF_COLUMNS, ...OF_GAPS }[name];
  expect(constellation && expectedOf(fault, constellation)).toBe(expected);
});

test('a constellation leaves out tables, columns and rows', () => {
  const { tables } = born([], () => {}, 'it');
  expect(arrange(tables, OF_POINTS['system alone'] ?? {})).toEqual([]);
  expect(arrange(tables, OF_COLUMNS['births without child_name'] ?? {})[0]?.head).toEqual([
    ['社区', '婴儿性别', '出生日期', '母亲身份证号'],
  ]);
  expect(arrange(tables, OF_GAPS['births of April to August absent at ledger'] ?? {})[0]?.data).toEqual([]);
});
