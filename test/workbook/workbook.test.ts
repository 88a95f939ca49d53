import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Sheet } from '../../src/workbook/sheet.js';
import { writeWorkbook } from '../../src/workbook/workbook.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-write-'));
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(folder, { recursive: true });
});

const BIRTHS: Sheet = {
  name: '出生登记',
  columns: [
    { width: 12, format: 'text' },
    { format: 'date' },
    { choices: { words: ['男', '女'], message: '请选择' } },
  ],
  head: [
    { cells: ['2023 年出生登记'], look: 'title', merge: [{ column: 0, right: 2 }] },
    { cells: ['身份证号', '出生日期', '性别'], look: 'heading' },
  ],
  rows: [
    ['23019019900101123X', new Date('2023-05-03'), '男'],
    { cells: ['=1+1', null, '女'], hidden: true },
    { cells: ['和平', 7, ''], merge: [{ column: 0, down: 1 }] },
    [null, 8],
  ],
};
const NOTES: Sheet = { name: '说明', hidden: true, rows: asynchronously('注 & <记>') };

async function* asynchronously(...cells: string[]) {
  for (const cell of cells) yield [cell];
}

async function write(name: string, sheets: Iterable<Sheet>): Promise<string> {
  await writeWorkbook(join(folder, name), sheets);
  return join(folder, name);
}

it('writes what another library reads', async () => {
  const path = await write('a.xlsx', [BIRTHS, NOTES]);
  const { sheets } = await readXlsx(await readFile(path));
  expect(sheets.map((sheet) => sheet.name)).toEqual(['出生登记', '说明']);
  expect(sheets[0]?.rows.slice(2, 4)).toEqual([
    ['23019019900101123X', new Date('2023-05-03'), '男'],
    ['=1+1', null, '女'],
  ]);
  expect(sheets[1]?.rows).toEqual([['注 & <记>']]);
});

it('keeps formats, drop-downs, merges and what is hidden', async () => {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(await write('a.xlsx', [BIRTHS, { ...NOTES, rows: [] }]));
  const [births, notes] = workbook.worksheets;
  expect(notes?.state).toBe('hidden');
  expect(births?.getColumn(1).numFmt).toBe('@');
  expect(births?.getCell('B3').numFmt).toBe('yyyy-mm-dd');
  expect(births?.getCell('C3').dataValidation).toMatchObject({ type: 'list', formulae: ['"男,女"'] });
  expect(births?.getCell('C2').dataValidation).toBeUndefined();
  expect(births?.getCell('A4').type).toBe(exceljs.ValueType.String);
  expect(births?.getRow(4).hidden).toBe(true);
  expect(births?.model.merges).toEqual(['A1:C1', 'A5:A6']);
});

it('makes the same bytes at any time', async () => {
  const first = await readFile(await write('a.xlsx', [BIRTHS]));
  vi.useFakeTimers({ now: new Date('2031-02-03T04:05:06Z'), toFake: ['Date'] });
  const second = await readFile(await write('b.xlsx', [BIRTHS]));
  expect(second.equals(first)).toBe(true);
});

it('keeps a file that is there, when asked to', async () => {
  const path = join(folder, 'there.xlsx');
  await writeFile(path, 'mine');
  await expect(writeWorkbook(path, [BIRTHS], { overwrite: false })).rejects.toMatchObject({ code: 'EEXIST' });
  expect(await readFile(path, 'utf8')).toBe('mine');
});

it('leaves nothing behind where rows fail', async () => {
  const rows = (function* () {
    yield ['a'];
    throw new Error('no more rows');
  })();
  await expect(write('broken.xlsx', [{ name: 'a', rows }])).rejects.toThrow('no more rows');
  await expect(write('none/broken.xlsx', [BIRTHS])).rejects.toMatchObject({ code: 'ENOENT' });
  expect(await readdir(folder)).toEqual([]);
});

it('writes more rows than one turn holds, in order', async () => {
  const rows = Array.from({ length: 1203 }, (_, at) => [at, `第${at}行`]);
  const path = await write('long.xlsx', [
    { name: 'a', rows },
    { name: 'b', rows },
  ]);
  const { sheets } = await readXlsx(await readFile(path));
  for (const sheet of sheets) expect(sheet.rows).toEqual(rows);
});
