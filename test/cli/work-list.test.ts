import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/model/result.js';
import { exampleResult } from '../report/fixture.js';
import { run } from './fake.js';

/** The list that a clerk works down: ticked, handed back, audited again, and handed out in parts. */
let folder = '';
const at = (name: string) => join(folder, name);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-test-list-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** The example with ids as audits make them. */
function result(): AuditResult {
  const text = JSON.stringify(exampleResult('zh'));
  return JSON.parse(text.replace(/"(id|causedBy)":"(\d\d)"/g, '"$1":"00000000000000$2"'));
}

const audit = async () => result();
const check = (...options: string[]) =>
  run(['check', 'x', '--quiet', '--out', at('o.txt'), ...options], audit);

async function open(name: string): Promise<exceljs.Workbook> {
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(at(name));
  return book;
}

/** Writes into the row of a finding as a clerk does. */
async function tick(name: string, id: string, words: Record<string, string | Date>): Promise<void> {
  const book = await open(name);
  for (const [heading, word] of Object.entries(words)) cellOf(book, id, heading).value = word;
  await book.xlsx.writeFile(at(name));
}

function cellOf(book: exceljs.Workbook, id: string, heading: string): exceljs.Cell {
  for (const sheet of book.worksheets) {
    const head = (sheet.getRow(2).values as unknown[]).map(String);
    if (!head.includes('已改正')) continue;
    for (let row = 3; row <= sheet.rowCount; row++) {
      if (sheet.getRow(row).getCell(head.indexOf('编号')).text === id)
        return sheet.getRow(row).getCell(head.indexOf(heading));
    }
  }
  throw new Error(`${id} is on no sheet`);
}

const ID = '0000000000000002';

describe('what was ticked in a workbook', () => {
  it('is taken over when the workbook is written again', async () => {
    await check('--report', `xlsx=${at('w.xlsx')}`);
    await tick('w.xlsx', ID, {
      已改正: '已改',
      改正人: '王',
      日期: new Date(Date.UTC(2024, 0, 20)),
      备注: '补报',
    });
    const again = await run(['check', 'x', '--out', at('w.xlsx')], audit);
    expect(again.err).toContain('沿用原表中填写的 1 项');
    const book = await open('w.xlsx');
    expect(cellOf(book, ID, '已改正').value).toBe('已改');
    expect(cellOf(book, ID, '改正人').value).toBe('王');
    expect(cellOf(book, ID, '日期').value).toEqual(new Date(Date.UTC(2024, 0, 20)));
    expect(cellOf(book, ID, '备注').value).toBe('补报');
    expect(cellOf(book, '0000000000000004', '已改正').value).toBeNull();
  });

  it('is none where something else stood in its place', async () => {
    await writeFile(at('w.xlsx'), 'no workbook');
    expect((await check('--report', `xlsx=${at('w.xlsx')}`)).code).toBe(1);
    expect(cellOf(await open('w.xlsx'), ID, '已改正').value).toBeNull();
  });

  it('as needing no correction is accepted with its remark', async () => {
    await check('--report', `xlsx=${at('w.xlsx')}`);
    await tick('w.xlsx', ID, { 已改正: '不需改', 备注: '双胞胎，已核实', 改正人: '王' });
    await tick('w.xlsx', '0000000000000004', { 已改正: '已改' });
    await writeFile(at('plumbline.yaml'), 'population: registered\n');
    const done = await run(['accept', '--from', at('w.xlsx'), '--config', at('plumbline.yaml')]);
    expect(done).toMatchObject({ code: 0, err: '' });
    const { accepted } = JSON.parse(await readFile(at('plumbline-accepted.json'), 'utf8'));
    expect(accepted).toMatchObject([{ id: ID, reason: '双胞胎，已核实', by: '王' }]);
    expect(accepted.length).toBe(1);
  });

  it('is said where nothing is marked so, and a reason is asked for elsewhere', async () => {
    await check('--report', `xlsx=${at('w.xlsx')}`);
    expect(await run(['accept', '--from', at('w.xlsx')])).toMatchObject({
      code: 2,
      err: expect.stringContaining('不需改'),
    });
    expect(await run(['accept', ID])).toMatchObject({ code: 2, err: expect.stringContaining('--reason') });
  });
});

describe('--split', () => {
  it('writes a workbook and a notice to each community, the circular and a brief', async () => {
    expect((await check('--split', at('out'))).code).toBe(1);
    expect((await readdir(at('out'))).sort()).toEqual([
      '朝阳社区-整改通知.docx',
      '朝阳社区.xlsx',
      '简报.docx',
      '红旗社区-整改通知.docx',
      '红旗社区.xlsx',
      '通报.docx',
    ]);
    const book = await open('out/朝阳社区.xlsx');
    expect(book.worksheets.map(({ name }) => name)).not.toContain('红旗社区');
    const rows: unknown[][] = [];
    book.worksheets[0]?.eachRow(({ values }) => rows.push(values as unknown[]));
    expect(rows.find(([, name]) => name === '合计')?.slice(2, 7)).toEqual([3, 1, 0, 4, 2]);
  });

  it('keeps what was ticked in them', async () => {
    await check('--split', at('out'));
    await tick('out/朝阳社区.xlsx', ID, { 已改正: '已改' });
    await check('--split', at('out'));
    expect(cellOf(await open('out/朝阳社区.xlsx'), ID, '已改正').value).toBe('已改');
  });

  it('goes into no folder that is audited', async () => {
    const done = await run(['check', folder, '--split', at('out')], audit);
    expect(done).toMatchObject({ code: 2, err: expect.stringContaining('分送') });
  });
});
