import { expect, it } from 'vitest';
import { monthOfDay } from '../../../src/ingest/normalise/period.js';
import { waysOf } from '../../../src/ingest/normalise/ways.js';
import { REGISTERS } from '../../../src/registers/index.js';

const OPTIONS = { codes: {}, date1904: false, community: (raw: string) => `<${raw}>` };
const COLUMNS = {
  name: 'mother_name',
  text: 'note',
  community: 'community',
  period: 'period',
  figure: 'value',
  count: 'parity',
};

/** The value of a cell of a column, whichever way finds it, and the rules of its problems. */
function read(name: string, raw: string | number): [value: unknown, ...rules: string[]] {
  const columns = [...REGISTERS.births.columns, ...REGISTERS.figures.columns];
  const column = columns.find((one) => one.name === name);
  if (!column) throw new Error(name);
  const { quick, parse } = waysOf(column, 0, OPTIONS);
  const row = { problems: [], partial: [], idStatus: [] as never[] };
  const value = (typeof raw === 'string' ? quick(raw, row) : undefined) ?? parse(raw, row, raw);
  return [value, ...row.problems.map(({ rule }: { rule: string }) => rule)];
}

it.each<[keyof typeof COLUMNS, string | number, unknown[]]>([
  ['name', '王 芳', ['王芳']],
  ['text', '王 芳', ['王 芳']],
  ['text', '上年漏报的一名婴儿，本月补登。', ['上年漏报的一名婴儿，本月补登。']],
  ['text', '无', [null]],
  ['text', '="1 2"', ['1 2']],
  ['community', '朝阳 社区', ['<朝阳 社区>']],
  ['community', '="朝阳"', ['<朝阳>']],
  ['period', '2023-05-01', ['2023-05']],
  ['period', '2023-05-02', ['2023-05-02']],
  ['period', 45_047, ['2023-05']],
  ['period', '2023年', ['2023年']],
  ['period', '/', [null]],
  ['figure', '1,234.50', ['1,234.50']],
  ['figure', '/', [null]],
  ['figure', '="—"', [null]],
  ['figure', '若干', [null, 'format/invalid-number']],
  ['count', '0', [0]],
  ['count', '9', [9]],
  ['count', '12', [12]],
  ['count', '123', [123]],
  ['count', '3人', [3]],
])('a %s %j is %j', (column, raw, expected) => {
  expect(read(COLUMNS[column], raw)).toEqual(expected);
});

it.each([
  ['2023-05-01', '2023-05'],
  ['2023-05-02', null],
  ['2023-05', undefined],
  ['本年', undefined],
])('the month of %s is %s', (cell, month) => {
  expect(monthOfDay(cell)).toBe(month);
});
