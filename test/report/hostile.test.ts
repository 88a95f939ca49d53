import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeRendered } from '../../src/commands/write-out.js';
import { vocabularies } from '../../src/ingest/read/headings.js';
import { inspect } from '../../src/ingest/read/inspect.js';
import { knownHeadings } from '../../src/ingest/read/known-headings.js';
import { walk } from '../../src/ingest/read/walk.js';
import { ENDINGS, FORMATS, type Format, render } from '../../src/report/reporters.js';
import { hostileResult } from './hostile.js';

const OPTIONS = { width: 80, color: false, exitCode: 1, failOn: 'error', office: {} } as const;
/** Control characters, and those that reorder or hide what a reader sees. */
const STEERING =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069]/;
const FORMULA = /^\s*[=+\-@＝＋－＠]/;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-test-hostile-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function written(format: Format): Promise<string> {
  const path = join(folder, `report.${format}`);
  await writeRendered(path, await render(format, hostileResult(), OPTIONS), 'zh');
  return path;
}

const file = async (format: Format): Promise<Buffer> => readFile(await written(format));

const TEXT = FORMATS.filter((format) => format !== 'xlsx' && format !== 'docx');

/** Formats of text that spreadsheets open as cells. */
const CELLS = Object.entries(ENDINGS).flatMap(([ending, format]) =>
  /^[ct]sv$/.test(ending) ? [format] : [],
);

describe('a ledger that means harm', () => {
  it.each(TEXT)('steers nothing in %s', async (format) => {
    const text = (await file(format)).toString('utf8').replace(/^\ufeff/, '');
    expect(text.length).toBeGreaterThan(500);
    expect(STEERING.exec(text)).toBeNull();
  });

  it.each(CELLS)('starts no formula in %s', async (format) => {
    const delimiter = format === 'csv' ? ',' : '\t';
    const rows: string[][] = parse(await file(format), { bom: true, relax_column_count: false, delimiter });
    expect(rows.length).toBe(14);
    expect(rows.flat().filter((cell) => FORMULA.test(cell))).toEqual([]);
  });

  it.each(Object.entries(ENDINGS))(
    'is not read as a ledger where it lies there as report.%s',
    async (ending, format) => {
      const inside = await mkdtemp(join(folder, 'beside-'));
      await copyFile(await written(format), join(inside, `report.${ending}`));
      const ledgers = walk([inside]).files.filter(({ kind }) => kind === 'csv' || kind === 'xlsx');
      const known = knownHeadings(vocabularies({}));
      for (const found of ledgers) expect(await inspect(found, known)).toBeUndefined();
    },
  );

  it('starts no formula in xlsx, and every sheet can be named', async () => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load((await file('xlsx')) as unknown as Parameters<typeof workbook.xlsx.load>[0]);
    const texts: string[] = [];
    workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => void texts.push(cell.text))));
    expect(workbook.worksheets.length).toBeGreaterThan(13);
    expect(texts.filter((text) => FORMULA.test(text) || STEERING.test(text))).toEqual([]);
    workbook.eachSheet((sheet) =>
      sheet.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeFalsy())),
    );
  });

  it('is text and nothing else in docx', async () => {
    const zip = await JSZip.loadAsync(await file('docx'));
    const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
    expect(xml).not.toMatch(/<script|<img/);
    expect(STEERING.exec(xml)).toBeNull();
  });

  it('brings no element, attribute or script into html', async () => {
    const page = (await file('html')).toString('utf8');
    expect(page).not.toMatch(/<script>alert|<img|onerror="|javascript:alert\(3\)"/);
    expect(page.match(/<\/script>/g)?.length).toBe(2);
    expect(page.match(/<script/g)?.length).toBe(2);
    expect(page).not.toMatch(/<[^<>]*\son\w+\s*=/);
  });

  it('is well-formed in junit and sarif', async () => {
    const xml = (await file('junit')).toString('utf8');
    expect(xml).not.toMatch(/<(script|img)/);
    expect(xml).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;)/);
    expect(JSON.parse((await file('sarif')).toString('utf8')).runs[0].results).toHaveLength(13);
  });

  it('makes no markup in markdown', async () => {
    const text = (await file('md')).toString('utf8');
    expect(text).not.toMatch(/<script|<img|(?<!\\)\[x\]/);
  });
});
