import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../../../src/config/defaults.js';
import { headingKeys } from '../../../src/ingest/read/known-headings.js';
import { readSources } from '../../../src/ingest/read/read.js';
import { survey } from '../../../src/ingest/read/survey.js';
import { readSheets } from '../../../src/ingest/read/xlsx.js';
import { LIMITS, zipOf } from '../../../src/ingest/read/zip.js';
import type { RawCell } from '../../../src/model/source.js';
import { columnOf, folderOf, readingOf, surveyOf } from './folder.js';

const HEADER = ['社区', '姓名', '性别', '身份证号', '死亡日期'];
const ROW = ['朝阳社区', '王芳', '女', '230192195207120951', '2023-03-22'];

type Fill = (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void;

/** A workbook with one sheet a name, filled by the caller. */
async function workbookOf(sheets: Record<string, Fill>): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, fill] of Object.entries(sheets)) fill(workbook.addWorksheet(name), workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const readSheet = async (fill: Fill, sheet = '死亡登记') =>
  readingOf('台账.xlsx', await workbookOf({ [sheet]: fill }));

/** All rows of the first sheet, held in memory or (with 0) streamed. */
async function rowsIn(file: string, held?: number): Promise<RawCell[][]> {
  const rows: RawCell[][] = [];
  for await (const row of (await readSheets(file, [0], held)).get(0)?.rows ?? []) rows.push(row);
  return rows;
}

describe('numbers that a sheet of figures shows per cent', () => {
  const figuresOf = (rows: (string | number)[][], formats: Record<string, string>) =>
    readSheet((sheet) => {
      for (const row of rows) sheet.addRow(row);
      for (const [cell, format] of Object.entries(formats)) sheet.getCell(cell).numFmt = format;
    }, '统计报表');
  const LONG = ['地区', '期间', '指标', '数值'];
  const rate = (value: number) => ['朝阳区', '2023年', '出生率', value];

  test('are read as shown, with the decimals shown', async () => {
    const rows = [
      LONG,
      rate(0.057),
      rate(0.057),
      rate(0.98765),
      rate(-0.0123),
      rate(1.00005),
      rate(5.7),
      rate(0.5),
    ];
    const formats = {
      D2: '0.00%',
      D3: '0%',
      D4: '0.0%;[Red]-0.0%',
      D5: '0.00%',
      D6: '#,##0.00%',
      D7: '0.00"%"',
      D8: '0.00',
    };
    expect(columnOf(await figuresOf(rows, formats), 'value')).toEqual([
      '5.70%',
      '6%',
      '98.8%',
      '-1.23%',
      '100.01%',
      5.7,
      0.5,
    ]);
  });

  test('in the wide form as well, formulas among them', async () => {
    const reading = await readSheet((sheet) => {
      sheet.addRow(['地区', '期间', '出生率', '出生人数']);
      sheet.addRow(['朝阳区', '2023年', { formula: 'D2/1000', result: 0.0125 }, 12]);
      sheet.getCell('C2').numFmt = '0.00%';
    }, '统计报表');
    expect(columnOf(reading, 'value')).toEqual(['1.25%', 12]);
  });

  test('and only there: elsewhere a number is what it is', async () => {
    const reading = await readSheet((sheet) => {
      sheet.addRow(HEADER);
      sheet.addRow([...ROW.slice(0, 4), 45007]);
      sheet.getCell('E2').numFmt = '0.00%';
    });
    expect(columnOf(reading, 'death_date')).toEqual([45007]);
  });

  test('beside a register in one workbook, which keeps its rows', async () => {
    const book = await workbookOf({
      死亡登记: (sheet) => {
        sheet.addRow(HEADER);
        sheet.addRow(ROW);
      },
      统计报表: (sheet) => {
        sheet.addRow(LONG);
        sheet.addRow(rate(0.25));
        sheet.getCell('D2').numFmt = '0.0%';
      },
    });
    const { sources } = await surveyOf({ '台账.xlsx': book });
    const cells: unknown[] = [];
    await readSources(
      sources,
      (source, row) => cells.push([source.register, row.cells.at(-1)]),
      headingKeys({}),
    );
    expect(cells).toEqual([
      ['deaths', '2023-03-22'],
      ['figures', '25.0%'],
    ]);
  });
});

describe('cells', () => {
  test('text, numbers, dates, booleans, errors and formulas', async () => {
    const reading = await readSheet((sheet) => {
      sheet.addRow(HEADER);
      sheet.addRow([...ROW.slice(0, 4), new Date(Date.UTC(2023, 2, 22))]);
      sheet.addRow([...ROW.slice(0, 4), new Date(Date.UTC(2023, 2, 22, 23, 59))]);
      sheet.addRow([...ROW.slice(0, 3), 230192195207120951, 45007]);
      sheet.addRow([...ROW.slice(0, 2), true, { error: '#N/A' }, { formula: 'TODAY()' }]);
      sheet.addRow([...ROW.slice(0, 2), { formula: 'A1', result: '女' }, 'x', { formula: 'B1', result: 5 }]);
      sheet.addRow([...ROW.slice(0, 2), { richText: [{ text: '男' }, { text: '' }] }, 'x', 'y']);
    });
    expect(columnOf(reading, 'death_date')).toEqual([
      '2023-03-22',
      '2023-03-22',
      45007,
      { formula: 'TODAY()' },
      5,
      'y',
    ]);
    expect(columnOf(reading, 'id')).toEqual([ROW[3], ROW[3], 230192195207120960, '#N/A', 'x', 'x']);
    expect(columnOf(reading, 'sex')).toEqual(['女', '女', '女', 'TRUE', '女', '男']);
  });

  test('the 1904 date system', async () => {
    const reading = await readSheet((sheet, workbook) => {
      workbook.properties.date1904 = true;
      sheet.addRow(HEADER);
      sheet.addRow([...ROW.slice(0, 4), new Date(Date.UTC(2023, 2, 22))]);
    });
    expect(reading.source.date1904).toBe(true);
    expect(columnOf(reading, 'death_date')).toEqual(['2023-03-22']);
  });

  test('agrees with the whole-workbook reader of exceljs', async () => {
    const cell = fc.oneof(
      fc.stringMatching(/^[王芳a 〇𠮷<&"]{0,6}$/u),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-3, max: 1e9 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
        async (rows) => {
          const bytes = await workbookOf({ 甲: (sheet) => sheet.addRows(rows) });
          const file = path.join(folderOf({ 'a.xlsx': bytes }), 'a.xlsx');
          const ours = await rowsIn(file);
          const workbook = new ExcelJS.Workbook();
          await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
          rows.forEach((row, r) => {
            row.forEach((_, c) => {
              const theirs = workbook.worksheets[0]?.getCell(r + 1, c + 1).value;
              expect(ours[r]?.[c] ?? '').toEqual(theirs ?? '');
            });
          });
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('sheets', () => {
  test('a two-line header with merged cells under titles, totals and signatures below', async () => {
    const reading = await readSheet((sheet) => {
      sheet.addRow(['出生登记']);
      sheet.mergeCells('A1:H1');
      sheet.addRow(['社区', '婴儿', '', '出生\n日期', '*孩次', '母亲', '', '备注']);
      sheet.addRow(['', '姓名', '性别', '', '', '姓名', '身份证号', '']);
      for (const range of ['B2:C2', 'F2:G2', 'A2:A3', 'D2:D3', 'E2:E3', 'H2:H3']) sheet.mergeCells(range);
      sheet.addRow(['朝阳社区', '甲', '男', '2023-01-01', 1, '王芳', '230192198207120951', '']);
      sheet.addRow(['合计', '', 1]);
      sheet.addRow(['负责人：', '', '填表人：']);
    }, '出生登记');
    expect(reading.source.header).toEqual({ from: 2, to: 3 });
    expect(reading.source.columns.map((column) => column.name)).toEqual([
      ...['community', 'child_name', 'child_sex', 'birth_date', 'parity', 'mother_name', 'mother_id', 'note'],
    ]);
    expect(reading.source.columns.map(({ heading }) => heading)).toContain('出生日期');
    expect(reading.source.columns[6]?.heading).toBe('母亲身份证号');
    expect(reading.account).toMatchObject({ total: 6, read: 1, skipped: 5, refused: 0 });
    expect(reading.account.skippedRows.map((one) => one.reason)).toEqual([
      'title',
      'header',
      'header',
      'total',
      'note',
    ]);
  });

  test('merged cells count for the rows below, hidden rows and columns are read and noted', async () => {
    const reading = await readSheet((sheet) => {
      sheet.addRow(HEADER);
      for (let i = 0; i < 3; i++)
        sheet.addRow(i === 0 ? ROW : ['', `李${i}`, '', '230192195207120951', '2023-03-22']);
      sheet.mergeCells('A2:A4');
      sheet.mergeCells('C2:C4');
      sheet.getRow(3).hidden = true;
      sheet.getColumn(2).hidden = true;
    });
    expect(columnOf(reading, 'community')).toEqual(['朝阳社区', '朝阳社区', '朝阳社区']);
    expect(columnOf(reading, 'sex')).toEqual(['女', '女', '女']);
    expect(reading.account.notes).toContainEqual({ code: 'hidden-rows', count: 1 });
    expect(reading.account.notes).toContainEqual({ code: 'filled-community', count: 2 });
    expect(reading.source.notes).toContainEqual({ code: 'hidden-columns', count: 1, detail: '姓名' });
  });

  test('row numbers are those of the spreadsheet', async () => {
    const reading = await readSheet((sheet) => {
      sheet.getRow(4).values = HEADER;
      sheet.getRow(9).values = ROW;
    });
    expect(reading.rows.map((row) => row.row)).toEqual([9]);
    expect(reading.account).toMatchObject({ total: 9, read: 1, skipped: 8 });
  });

  test('every sheet by itself: hidden ones too, others listed as not read', async () => {
    const bytes = await workbookOf({
      说明: (sheet) => sheet.addRow(['请按时填报']),
      死亡登记: (sheet) => sheet.addRows([HEADER, ROW]),
      迁入登记: (sheet) => {
        sheet.addRows([
          ['社区', '姓名', '身份证号', '迁入日期'],
          ['朝阳社区', '王芳', 'x', '2023-01-01'],
        ]);
        sheet.state = 'hidden';
      },
    });
    const { sources } = await survey([folderOf({ '朝阳社区.xlsx': bytes })], DEFAULT_CONFIG);
    expect(sources).toMatchObject([
      { sheet: '死亡登记', sheetIndex: 1, register: 'deaths', community: '朝阳社区' },
      { sheet: '迁入登记', sheetIndex: 2, register: 'moves', named: '迁入', problems: [] },
    ]);
    expect(sources[0]?.notes).toContainEqual({ code: 'sheet-not-read', count: 1, detail: '说明' });
    expect(sources[1]?.notes).toContainEqual({ code: 'hidden-sheet', count: 1, detail: '迁入登记' });
    const rows: string[] = [];
    await readSources(sources, (source, row) => rows.push(`${source.sheet} ${row.row}`), headingKeys({}));
    expect(rows).toEqual(['死亡登记 2', '迁入登记 2']);
  });

  test('a workbook without a known sheet is refused', async () => {
    const { refused } = await surveyOf({
      'a.xlsx': await workbookOf({ 甲: (sheet) => sheet.addRow(['说明']) }),
    });
    expect(refused).toMatchObject([{ path: 'a.xlsx' }]);
  });
});

describe('sheets too large to be held', () => {
  test('give the same rows, merges and hidden rows', async () => {
    const bytes = await workbookOf({
      说明: (sheet) => sheet.addRow(['x']),
      死亡登记: (sheet) => {
        sheet.addRow(HEADER);
        sheet.getRow(4).values = [...ROW.slice(0, 4), new Date(Date.UTC(2023, 2, 22))];
        for (let i = 0; i < 40; i++) sheet.addRow([...ROW.slice(0, 3), i]);
        sheet.mergeCells('A5:A9');
        sheet.getRow(7).hidden = true;
        sheet.getRow(44).hidden = true;
      },
    });
    const file = path.join(folderOf({ 'a.xlsx': bytes }), 'a.xlsx');
    const sheetOf = async (held: number) => {
      const sheet = (await readSheets(file, [1], held)).get(1);
      const rows: RawCell[][] = [];
      for await (const row of sheet?.rows ?? []) rows.push(HEADER.map((_, i) => row[i] ?? null));
      return { rows, merges: sheet?.merges, hidden: [...(sheet?.hiddenRows ?? [])] };
    };
    const held = await sheetOf(1e9);
    expect(held).toMatchObject({ merges: [{ column: 0, from: 4, to: 8 }], hidden: [6, 43] });
    expect(await sheetOf(0)).toEqual(held);
  });
});

const part = (name: string, text: string, size = Buffer.byteLength(text)) => {
  return { name, method: 0, size, checksum: 0, data: Buffer.from(text) };
};

/** A workbook written by hand: the XML of its worksheets by name; what has none is a chart. */
function packed(sheets: Record<string, string>): Buffer {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const all = Object.entries(sheets).map(([name, xml], i) => {
    const kind = xml === '' ? 'chartsheet' : 'worksheet';
    return { name, xml, id: `rId${i + 1}`, kind, target: `${kind}s/sheet${i + 1}.xml` };
  });
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
  const tags = all.map(({ name, id }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="${id}"/>`);
  const relations = all.map(({ id, kind, target }) => relation(id, kind, target));
  return zipOf([
    part('[Content_Types].xml', '<Types/>'),
    part(
      '_rels/.rels',
      `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    part('xl/workbook.xml', `<workbook><sheets>${tags.join('')}</sheets></workbook>`),
    part('xl/_rels/workbook.xml.rels', `<Relationships>${relations.join('')}</Relationships>`),
    ...all.map(({ xml, target }) => part(`xl/${target}`, xml || '<chartsheet/>')),
  ]);
}

function sheetXml(rows: readonly (readonly string[])[], more = ''): string {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const lines = rows.map((row, i) => `<row r="${i + 1}">${row.map(cell).join('')}</row>`);
  return `<worksheet><sheetData>${lines.join('')}${more}</sheetData></worksheet>`;
}

describe('workbooks of other programs', () => {
  test('charts between the sheets are no sheets', async () => {
    const { sources } = await surveyOf({ 'a.xlsx': packed({ 图: '', 死亡登记: sheetXml([HEADER, ROW]) }) });
    expect(sources).toMatchObject([{ sheet: '死亡登记', sheetIndex: 1 }]);
    const rows: number[] = [];
    await readSources(sources, (_, row) => rows.push(row.row), headingKeys({}));
    expect(rows).toEqual([2]);
  });

  test('a sheet that is formatted down to the last corner', async () => {
    const corner = '<row r="1048576"><c r="XFD1048576" s="1"/></row>';
    const { account } = await readingOf('a.xlsx', packed({ 死亡登记: sheetXml([HEADER, ROW], corner) }));
    expect(account).toMatchObject({ total: 2, read: 1, skipped: 1 });
  });
});

describe('limits', () => {
  const refusalOf = async (bytes: Uint8Array) =>
    (await surveyOf({ 'a.xlsx': bytes })).refused[0]?.reason ?? '';

  test('a part that holds more than it says', async () => {
    const data = deflateRawSync(Buffer.alloc(50_000_000));
    const lie = { name: 'xl/worksheets/sheet1.xml', method: 8, size: 1000, checksum: 0, data };
    expect(await refusalOf(zipOf([lie]))).toContain('损坏');
  });

  test('a part that claims to inflate too far is refused before it is', async () => {
    expect(await refusalOf(zipOf([part('xl/workbook.xml', 'x', 3 * 1024 ** 3)]))).toContain('3072 MiB');
    expect(await refusalOf(zipOf([part('xl/workbook.xml', 'x', 101 * 1024 ** 2)]))).toContain('101 MiB');
  });

  test('too many parts', async () => {
    const parts = Array.from({ length: LIMITS.entries + 1 }, (_, i) => part(`${i}`, ''));
    expect(await refusalOf(zipOf(parts))).toContain('10001');
  });

  test('document types and entities', async () => {
    const text = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><workbook/>';
    expect(await refusalOf(zipOf([part('xl/workbook.xml', text)]))).toContain('xl/workbook.xml');
  });

  test('passwords', async () => {
    const sheets = [{ name: '死亡登记', rows: [HEADER, ROW] }];
    const bytes = await writeXlsx({ sheets, encryption: { password: '1', spinCount: 1 } });
    expect(await refusalOf(bytes)).toContain('密码');
  });

  test('a workbook cut short', async () => {
    const bytes = await workbookOf({ 死亡登记: (sheet) => sheet.addRows([HEADER, ROW]) });
    expect(await refusalOf(bytes.subarray(0, bytes.length >> 1))).toContain('损坏');
  });

  test('a bit that flipped', async () => {
    const bytes = await workbookOf({ 死亡登记: (sheet) => sheet.addRows([HEADER, ...Array(500).fill(ROW)]) });
    for (let at = 200; at < bytes.length; at += 97) bytes[at] = (bytes[at] ?? 0) ^ 0x55;
    expect(await refusalOf(bytes)).not.toBe('');
  });
});
