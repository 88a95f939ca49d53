import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { EncryptedFileError } from 'hucre';
import { type CellValue, readXlsx, type Sheet, type Workbook } from 'hucre/xlsx';
import { isEncrypted, signatureOf } from './signature.js';
import { trimmedWorkbook } from './trim.js';
import type { RawCell } from './types.js';
import { Unreadable } from './unreadable.js';
import { checkedEntries } from './zip.js';

/** Cells of one column that are merged over several rows (0-based, inclusive). */
export interface Merge {
  column: number;
  from: number;
  to: number;
}

/** One sheet, its rows from the first on, blank ones included. */
export interface SheetRows {
  name: string;
  hidden: boolean;
  rows: RawCell[][];
  merges: Merge[];
  /** 0-based. */
  hiddenRows: ReadonlySet<number>;
  hiddenColumns: number[];
}

/** The first rows of every sheet of a workbook. */
export interface WorkbookHead {
  sha256: string;
  bytes: number;
  date1904: boolean;
  sheets: SheetRows[];
}

/**
 * Looks into a workbook: the first rows of all its sheets.
 *
 * @throws Unreadable where it is no workbook, damaged, encrypted or beyond the limits
 */
export async function headOfWorkbook(file: string, rows: number): Promise<WorkbookHead> {
  const bytes = bytesOf(file);
  const workbook = await parse(trimmedWorkbook(bytes, checkedEntries(bytes), rows));
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    date1904: workbook.dateSystem === '1904',
    sheets: workbook.sheets.map(sheetOf),
  };
}

/**
 * Reads the sheets at the given positions (0-based) in full.
 *
 * @throws Unreadable as `headOfWorkbook`
 */
export async function readSheets(
  file: string,
  positions: readonly number[],
): Promise<Map<number, SheetRows>> {
  const bytes = bytesOf(file);
  checkedEntries(bytes);
  const workbook = await parse(bytes, [...positions]);
  return new Map(workbook.sheets.map((sheet, order) => [positions[order] ?? order, sheetOf(sheet)]));
}

function bytesOf(file: string): Buffer {
  const signature = signatureOf(file);
  const bytes = readFileSync(file);
  if (signature === 'zip') return bytes;
  if (signature === 'ole') throw new Unreadable(isEncrypted(bytes) ? 'read.encrypted' : 'read.old-format');
  if (signature === 'html') throw new Unreadable('read.html-table');
  throw new Unreadable(bytes.length === 0 ? 'read.empty-file' : 'read.no-workbook');
}

async function parse(bytes: Buffer, sheets?: number[]): Promise<Workbook> {
  try {
    return await readXlsx(bytes, sheets && { sheets });
  } catch (cause) {
    if (cause instanceof EncryptedFileError) throw new Unreadable('read.encrypted', {}, { cause });
    throw new Unreadable('read.damaged-workbook', {}, { cause });
  }
}

function sheetOf(sheet: Sheet): SheetRows {
  return {
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows: rowsOf(sheet),
    merges: mergesOf(sheet),
    hiddenRows: new Set([...(sheet.rowDefs ?? [])].filter(([, def]) => def.hidden).map(([row]) => row)),
    hiddenColumns: (sheet.columns ?? []).flatMap((column, index) => (column.hidden ? [index] : [])),
  };
}

/** The rows that the library gives, their cells replaced in place: copies would double the memory. */
function rowsOf(sheet: Sheet): RawCell[][] {
  const rows = sheet.rows as (RawCell | CellValue)[][];
  for (const row of rows) {
    for (let i = 0; i < row.length; i++) {
      const cell = row[i];
      if (typeof cell !== 'string' && cell !== null) row[i] = cellOf(cell as CellValue);
    }
  }
  for (const [place, cell] of sheet.cells ?? []) {
    if (cell.formula === undefined || (cell.value !== null && cell.value !== undefined)) continue;
    const [row = 0, column = 0] = place.split(',').map(Number);
    const cells = rows[row];
    if (cells) cells[column] = { formula: cell.formula };
  }
  return rows as RawCell[][];
}

function mergesOf(sheet: Sheet): Merge[] {
  const vertical = (sheet.merges ?? []).filter((merge) => merge.endRow > merge.startRow);
  return vertical.map((merge) => ({ column: merge.startCol, from: merge.startRow, to: merge.endRow }));
}

/** A cell as text or number. Dates are those that the sheet shows, without a time zone. */
function cellOf(value: CellValue | undefined): RawCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return value ? 'TRUE' : 'FALSE';
}
