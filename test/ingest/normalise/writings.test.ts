import { expect, test } from 'vitest';
import { makeNormaliser } from '../../../src/ingest/normalise/row.js';
import { Writings } from '../../../src/ingest/normalise/writings.js';
import type { RawCell } from '../../../src/model/source.js';
import { REGISTERS } from '../../../src/registers/index.js';
import type { RegisterName } from '../../../src/registers/types.js';

/** Reads one column, and says how the table is written and which rows (from 0) are not. */
function writingsOf(register: RegisterName, column: string, cells: readonly RawCell[]) {
  const writings = new Writings();
  const options = { codes: {}, communities: [], witness: false, writings };
  const normalise = makeNormaliser(REGISTERS[register], [column], options);
  const unusual = cells.flatMap((cell, row) =>
    (normalise([cell]).unusual ?? []).map(({ raw }) => [row, raw] as const),
  );
  return { usual: writings.usual(), unusual };
}

test.each<[string, RegisterName, string, RawCell[], unknown, [number, string][]]>([
  ['codes as people read them', 'women', 'method', ['上环', '避孕套', '', '无'], undefined, []],
  [
    'codes in other words',
    'women',
    'method',
    ['放环', '安全套', '放环'],
    { iud: '放环', condom: '安全套' },
    [],
  ],
  [
    'two words for one code',
    'women',
    'method',
    ['放环', '上环', '放环', 'iud'],
    { iud: '放环' },
    [
      [1, '上环'],
      [3, 'iud'],
    ],
  ],
  ['the usual word last', 'women', 'method', ['上环', '放环'], undefined, [[1, '放环']]],
  ['结扎, which its row decides', 'women', 'method', ['结扎', '女扎'], undefined, [[0, '结扎']]],
  ['numbers for codes', 'births', 'child_sex', [1, 2, 1], { 男: '1', 女: '2' }, []],
  ['blanks around a word', 'births', 'child_sex', ['男', ' 男', '男　'], undefined, []],
  ['an unknown word', 'women', 'method', ['魔法'], undefined, [[0, '魔法']]],
  ['a word for nothing', 'women', 'marriage_date', ['不详', '/', '—', ''], undefined, [[0, '不详']]],
  ['no end', 'migrants', 'certificate_expires', ['长期', '2024-05-03'], undefined, [[0, '长期']]],
  ['dates as they are stored', 'women', 'birth_date', ['1990-01-02', '1990-11-12'], undefined, []],
  ['dates of one form', 'women', 'birth_date', ['1990/11/12', '1990/1/2', '1990/1/2 0:00'], '2023/5/3', []],
  ['dates of one form, zeros before', 'women', 'birth_date', ['1990/11/12', '1990/01/02'], '2023/05/03', []],
  [
    'dates of one form after one that two forms share',
    'women',
    'birth_date',
    ['1990-11-12', '1990-01-02', '1990-1-2'],
    undefined,
    [[2, '1990-1-2']],
  ],
  [
    'a serial number among dates',
    'women',
    'birth_date',
    ['1990-01-02', '33404', '1991-06-15'],
    undefined,
    [[1, '33404']],
  ],
  [
    'a date among serial numbers',
    'women',
    'birth_date',
    ['33404', '1991-06-15', '33405'],
    '45049',
    [[1, '1991-06-15']],
  ],
  ['number cells', 'women', 'birth_date', [33404, 33405.5], '45049', []],
  [
    'dates in a form that none knows',
    'women',
    'birth_date',
    ['1990年01月2日', '1990-01-02'],
    undefined,
    [[0, '1990年01月2日']],
  ],
  ['a month alone', 'women', 'birth_date', ['1990年1月'], undefined, []],
  ['a date that is none', 'women', 'birth_date', ['1990-02-30'], undefined, [[0, '1990-02-30']]],
  [
    'counts',
    'births',
    'parity',
    ['1', 2, '2.0', '一孩', '3人'],
    undefined,
    [
      [3, '一孩'],
      [4, '3人'],
    ],
  ],
  [
    'names and IDs, which are never quoted',
    'women',
    'husband_name',
    ['未取名', '不详', '王 芳'],
    undefined,
    [],
  ],
])('%s', (_, register, column, cells, usual, unusual) => {
  const usually = usual === undefined ? undefined : { [column]: usual };
  expect(writingsOf(register, column, cells)).toEqual({ usual: usually, unusual });
});

test('names and IDs are never kept', () => {
  expect(writingsOf('women', 'husband_id', ['23019019900101002x', '无', '230190900101002'])).toEqual({
    usual: undefined,
    unusual: [],
  });
});
