import { readFile } from 'node:fs/promises';
import { openWorkbook, workbookBytes } from './annotate.js';

/** What goes into the rows of one sheet: columns by 1-based number. Dates are UTC midnights. */
export interface Filling {
  sheet: string;
  /** By 1-based row. */
  rows: ReadonlyMap<number, ReadonlyMap<number, string | number | Date>>;
}

/** A workbook of ours with its answer cells filled in; everything else stays as it is. */
export async function fillWorkbook(path: string, fillings: readonly Filling[]): Promise<Uint8Array> {
  const workbook = await openWorkbook(await readFile(path));
  for (const { sheet, rows } of fillings) {
    const worksheet = workbook.getWorksheet(sheet);
    if (!worksheet) continue;
    for (const [row, cells] of rows)
      for (const [column, value] of cells) worksheet.getCell(row, column).value = value;
  }
  return workbookBytes(workbook);
}
