import { readFile } from 'node:fs/promises';
import { emptyWorkbook, workbookBytes } from './annotate.js';

/** What goes into the rows of one sheet: columns by 1-based number. Dates are UTC midnights. */
export interface Filling {
  sheet: string;
  /** By 1-based row. */
  rows: ReadonlyMap<number, ReadonlyMap<number, string | number | Date>>;
}

/** A workbook of ours with its answer cells filled in; everything else stays as it is. */
export async function fillWorkbook(path: string, fillings: readonly Filling[]): Promise<Uint8Array> {
  const workbook = await emptyWorkbook();
  const bytes = await readFile(path);
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  for (const { sheet, rows } of fillings) {
    const worksheet = workbook.getWorksheet(sheet);
    for (const [row, cells] of rows) {
      for (const [column, value] of cells) {
        if (worksheet) worksheet.getCell(row, column).value = value;
      }
    }
  }
  return workbookBytes(workbook);
}
