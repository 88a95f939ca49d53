import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { BIN, DIFFERENT_DATE, started, testFolder, writeDistrict } from '../cli/built.js';
import { run } from '../cli/fake.js';

const PERIOD = ['--period', '2023', '--as-of', '2023-12-31'];

const { folder, temporary } = testFolder();

it('the first screen names commands that work when they are pasted into a shell', async () => {
  const starter = join(folder, '核对 程序');
  await writeFile(starter, `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`, { mode: 0o755 });
  const data = await writeDistrict(join(folder, 'pasted'), DIFFERENT_DATE);
  const surroundings = { cwd: folder, temporary, env: { PLUMBLINE_COMMAND: starter } };
  const screen = await started(starter, ['check', data, '--brief'], surroundings);
  const lines = screen.out.trimEnd().split('\n');
  const commands = lines.flatMap((line) => line.split(`："${starter}" `)[1] ?? []);
  expect(commands.length).toBe(3);
  for (const command of commands) {
    const done = await started('sh', ['-c', `"${starter}" ${command}`], { cwd: folder, temporary });
    expect([command, done.code, done.err.replace(/^报告已写入 .*\n/, '')]).toEqual([command, 1, '']);
  }
  expect(await readdir(folder)).toEqual(expect.arrayContaining(['问题.xlsx', '问题.html']));
});

describe("the workbook of a year's end", () => {
  /** The first row of the sheet of all findings, as the columns are called. */
  const firstOf = async (file: string) => {
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(file);
    for (const sheet of book.worksheets) {
      for (const head of [1, 2, 3]) {
        const words = (sheet.getRow(head).values as unknown[]).map(String);
        const cell = (word: string) => sheet.getRow(head + 1).getCell(words.indexOf(word));
        if (words.includes('已改正')) return { book, cell };
      }
    }
    throw new Error('no sheet to tick');
  };

  it('keeps what was filled in when the run is done again', async () => {
    const out = join(folder, 'yearend');
    const data = await writeDistrict(join(folder, 'ticked'), DIFFERENT_DATE);
    const argv = ['yearend', data, ...PERIOD, '--out', out, '--quiet'];
    expect((await started(process.execPath, [BIN, ...argv], { cwd: folder, temporary })).code).toBe(1);
    const file = join(out, 'report.xlsx');
    const { book, cell } = await firstOf(file);
    const number = cell('编号').text;
    expect(number).toMatch(/^[0-9a-f]{16}$/);
    cell('已改正').value = '不需改';
    cell('备注').value = '已核对出生医学证明';
    await book.xlsx.writeFile(file);
    expect((await run(argv)).code).toBe(1);
    const kept = await firstOf(file);
    expect(['编号', '已改正', '备注'].map((word) => kept.cell(word).text)).toEqual([
      number,
      '不需改',
      '已核对出生医学证明',
    ]);
  });
});
