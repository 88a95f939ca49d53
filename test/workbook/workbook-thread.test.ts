import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sheet } from '../../src/workbook/sheet.js';
import { writeWorkbook } from '../../src/workbook/workbook.js';
import { openWorkbookThread, type WorkbookWriter } from '../../src/workbook/workbook-thread.js';

/** Threads run what is built. */
const WORKER = new URL('../../dist/workbook-worker.js', import.meta.url);

let folder: string;
let thread: WorkbookWriter;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-thread-'));
  thread = openWorkbookThread(WORKER);
});
afterAll(async () => {
  await thread.close();
  await rm(folder, { recursive: true });
});

async function* asynchronously(...cells: string[]) {
  for (const cell of cells) yield [cell, new Date('2023-05-03')];
}

const long = (rows: number): Sheet => ({
  name: `${rows} 行`,
  columns: [{ width: 12, format: 'text' }],
  head: [{ cells: ['编号', '数'], look: 'heading' }],
  filter: true,
  rows: Array.from({ length: rows }, (_, n) => ({ cells: [`${n}`, n], looks: ['text', 'number'] as const })),
});
const sheets = (rows: number) => [
  long(rows),
  { name: '空', rows: [] },
  { name: '说明', rows: asynchronously('甲') },
];

describe('a writing thread', () => {
  it.each([1, 999, 1000, 2001])('writes the same bytes as this one: %i rows', async (rows) => {
    const [here, there] = ['here', 'there'].map((name) => join(folder, `${name}-${rows}.xlsx`)) as [
      string,
      string,
    ];
    await writeWorkbook(here, sheets(rows));
    await thread.write(there, sheets(rows));
    expect((await readFile(there)).equals(await readFile(here))).toBe(true);
  });

  it('passes on why it could not write, with the code of the system', async () => {
    await expect(thread.write(join(folder, 'none', 'a.xlsx'), sheets(1))).rejects.toMatchObject({
      code: 'ENOENT',
    });
    await thread.write(join(folder, 'once.xlsx'), sheets(1), { overwrite: false });
    await expect(
      thread.write(join(folder, 'once.xlsx'), sheets(1), { overwrite: false }),
    ).rejects.toMatchObject({ code: 'EEXIST' });
  });
});

it('what fails while rows are made ends the writing', async () => {
  const other = openWorkbookThread(WORKER);
  const path = join(folder, 'broken.xlsx');
  function* rows() {
    yield ['甲'];
    throw new RangeError('no more');
  }
  await expect(other.write(path, [{ name: '甲', rows: rows() }])).rejects.toThrow('no more');
  await other.close();
});
