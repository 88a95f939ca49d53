import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import exceljs from 'exceljs';
import jszip from 'jszip';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headOfWorkbook } from '../../../src/ingest/read/xlsx.js';
import { readFilled } from '../../../src/spot/score/answers.js';
import { type CheckList, checkSheets } from '../../../src/spot/sheet/check-workbook.js';
import {
  ADDED_ROWS,
  ANSWERS,
  HEADING_ROW,
  SHEET_COLUMNS,
  SHEETS,
  SIGNATURES,
} from '../../../src/spot/sheet/layout.js';
import { fillWorkbook } from '../../../src/workbook/fill.js';
import { writeWorkbook } from '../../../src/workbook/workbook.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plumbline-test-door-'));
});
afterAll(() => rm(folder, { recursive: true }));

const BLOCK = {
  code: '0a1b2c3d',
  area: '朝阳社区 & 东里',
  part: '抽中户',
  round: '2023年末',
  list: '12345678',
  period: '2023',
  seed: '3 1 4 1 5',
  order: '1',
};

function list(part: CheckList['part'], from: number, count: number, whole = true): CheckList {
  const people = Array.from({ length: count }, (_, at) => ({
    no: from + at,
    order: `${1 + Math.floor(at / 2)}`,
    household_no: `001-000${1 + Math.floor(at / 2)}`,
    door: '1号楼 1-0101',
    name: at === 0 ? "'=1+1" : '王*',
  }));
  return { part, title: '入户核查表', block: BLOCK, people, whole };
}

async function written(name: string, lists: readonly CheckList[], lang: 'zh' | 'en' = 'zh'): Promise<string> {
  const file = path.join(folder, `${name}.xlsx`);
  await writeWorkbook(file, checkSheets(lists, lang));
  return file;
}

async function sheetXml(file: string, at = 1): Promise<string> {
  const zip = await jszip.loadAsync(await readFile(file));
  return (await zip.file(`xl/worksheets/sheet${at}.xml`)?.async('string')) ?? '';
}

describe('a sheet to carry', () => {
  test.each(['zh', 'en'] as const)('reads back as it was written (%s)', async (lang) => {
    const file = await written(`read-${lang}`, [list('drawn', 1, 5), list('reserve', 6, 2)], lang);
    const { sheets } = await headOfWorkbook(file, 200);
    expect(sheets.map(({ name }) => name)).toEqual(
      ['answers', 'reserve', 'notes'].map((one) => SHEETS[one as 'notes'][lang]),
    );
    const filled = sheets.map(({ name, rows }) => readFilled({ path: file, sheet: name, rows }));
    expect(filled[0]?.block).toEqual(BLOCK);
    expect(filled[0]?.headings.size).toBe(SHEET_COLUMNS.length);
    expect(filled.map((sheet) => sheet?.answers.map(({ no }) => no))).toEqual([
      [1, 2, 3, 4, 5],
      [6, 7],
      undefined,
    ]);
    expect(filled[0]?.answers[0]?.row).toBe(HEADING_ROW + 1);
    expect(filled.flatMap((sheet) => sheet?.answers ?? []).every(({ outcome }) => outcome === null)).toBe(
      true,
    );
  });

  test('is locked but for its answers, without a password', async () => {
    const xml = await sheetXml(await written('locked', [list('drawn', 1, 3)]));
    expect(xml).toMatch(/<sheetProtection sheet="1"[^>]*\/>/);
    expect(xml).not.toMatch(/password|hashValue/);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(path.join(folder, 'locked.xlsx'));
    const open = (cell: string) => workbook.worksheets[0]?.getCell(cell).protection?.locked === false;
    const row = HEADING_ROW + 1;
    expect(['A', 'B', 'C', 'D', 'E'].map((column) => open(`${column}${row}`))).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(ANSWERS.every((_, at) => open(`${String.fromCharCode(70 + at)}${row}`))).toBe(true);
    expect(open(`C${HEADING_ROW + 3 + 2}`)).toBe(true);
  });

  test('keeps the order of parts that spreadsheet programs insist on', async () => {
    const xml = await sheetXml(await written('order', [list('drawn', 1, 3)]));
    const parts = [
      '</sheetData>',
      '<sheetProtection',
      '<mergeCells',
      '<dataValidations',
      '<pageMargins',
      '<pageSetup',
      '<headerFooter',
    ];
    const places = parts.map((part) => xml.indexOf(part));
    expect(places).not.toContain(-1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  test('offers its words down to the last row that is filled in, and not where people sign', async () => {
    const xml = await sheetXml(await written('words', [list('drawn', 1, 3)]));
    const last = HEADING_ROW + 3 + 1 + ADDED_ROWS;
    expect(xml).toContain(`sqref="F${HEADING_ROW + 1}:F${last}"`);
    expect(xml).toContain('符合,不符,查无此人,未见面,拒访');
    expect(xml).toContain('&amp;&amp; 东里');
  });

  test('has lines for five to sign, and of a draw of records no rows for others', async () => {
    const whole = await headOfWorkbook(await written('whole', [list('drawn', 1, 3)]), 100);
    const single = await headOfWorkbook(await written('records', [list('drawn', 1, 3, false)]), 100);
    const text = whole.sheets[0]?.rows.flat().join(' ') ?? '';
    for (const { zh } of SIGNATURES) expect(text).toContain(`${zh}（签字）`);
    expect(text).toContain('名单上没有');
    expect(single.sheets[0]?.rows.flat().join(' ')).not.toContain('名单上没有');
  });

  test('makes the same bytes twice', async () => {
    const [one, two] = [
      await written('one', [list('drawn', 1, 3)]),
      await written('two', [list('drawn', 1, 3)]),
    ];
    expect(await readFile(one)).toEqual(await readFile(two));
  });

  test('holds no formula', async () => {
    const xml = await sheetXml(await written('formula', [list('drawn', 1, 3)]));
    expect(xml.replace(/<dataValidations[\s\S]*<\/dataValidations>/, '')).not.toMatch(/<f[ >]/);
  });
});

describe('a sheet filled in', () => {
  test('has its answers, and everything else as it was', async () => {
    const file = await written('fill', [list('drawn', 1, 3)]);
    const rows = new Map([
      [
        HEADING_ROW + 2,
        new Map<number, string | number | Date>([
          [6, '符合'],
          [9, new Date('1990-05-03T00:00:00Z')],
          [11, 2],
        ]),
      ],
    ]);
    const bytes = await fillWorkbook(file, [{ sheet: SHEETS.answers.zh, rows }]);
    const target = path.join(folder, 'filled.xlsx');
    await writeFile(target, bytes);
    const { sheets } = await headOfWorkbook(target, 100);
    const filled = readFilled({ path: target, sheet: sheets[0]?.name ?? '', rows: sheets[0]?.rows ?? [] });
    expect(filled?.block).toEqual(BLOCK);
    expect(filled?.answers[1]).toMatchObject({
      no: 2,
      outcome: 'match',
      found: { found_birth_date: '1990-05-03', found_parity: 2 },
    });
    const xml = await sheetXml(target);
    expect(xml).toContain('<sheetProtection');
    expect(xml).toContain('<dataValidations');
  });
});
