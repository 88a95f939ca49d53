import exceljs from 'exceljs';
import { expect, it } from 'vitest';
import { annotateWorkbook, type CellMark, workbookBytes } from '../../src/workbook/annotate.js';

/** A register whose community cell is merged over its rows 2 to 4, and whose title takes row 1 from side to side. */
async function register(): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('出生登记');
  sheet.addRows([
    ['登记册'],
    ['朝阳社区', '王一', '2023-01-01'],
    [null, '王二', '2023-02-02'],
    [null, '王三', '2023-03-03'],
  ]);
  sheet.mergeCells('A1:C1');
  sheet.mergeCells('A2:A4');
  return workbookBytes(book);
}

const mark = (cell: string, severity: CellMark['severity'] = 'error'): CellMark => ({
  sheet: '出生登记',
  cell,
  severity,
  comment: `第 ${cell} 格`,
});

async function marked(...marks: CellMark[]): Promise<Record<string, [string, string | undefined]>> {
  const book = new exceljs.Workbook();
  const bytes = await annotateWorkbook(await register(), marks, (text) => text);
  await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0]);
  const found: Record<string, [string, string | undefined]> = {};
  book.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (!cell.note || cell.master !== cell) return;
        const fill = cell.fill?.type === 'pattern' ? cell.fill.fgColor?.argb : undefined;
        found[cell.address] = [JSON.stringify(cell.note), fill];
      }),
    ),
  );
  return found;
}

it('marks the name in its own row, never a cell that is merged over several', async () => {
  expect(Object.keys(await marked(mark('A3'), mark('A4'), mark('A2')))).toEqual(['B2', 'B3', 'B4']);
});

it('marks a cell that is merged within its own row', async () => {
  expect(Object.keys(await marked(mark('B1')))).toEqual(['A1']);
});

it('colours what is wrong apart from what only proves it', async () => {
  const { C2, C3 } = await marked(mark('C2'), mark('C3', 'evidence'));
  expect(C2?.[1]).not.toBe(C3?.[1]);
});
