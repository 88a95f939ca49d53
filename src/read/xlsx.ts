import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { EncryptedFileError } from 'hucre';
import { type CellValue, readXlsx, type Sheet } from 'hucre/xlsx';
import { isEncrypted, signatureOf } from './signature.js';
import type { RawCell } from './types.js';
import { Unreadable } from './unreadable.js';
import { checkZip } from './zip.js';

/** Cells of one column that are merged over several rows (0-based, inclusive). */
export interface Merge {
  column: number;
  from: number;
  to: number;
}

/** One sheet, ready to be read row by row. */
export interface SheetRows {
  name: string;
  hidden: boolean;
  /** Rows from the first on, blank ones included. */
  rows: RawCell[][];
  merges: Merge[];
  /** 0-based. */
  hiddenRows: ReadonlySet<number>;
  hiddenColumns: number[];
}

export interface OpenWorkbook {
  sha256: string;
  bytes: number;
  date1904: boolean;
  sheets: SheetRows[];
}

/** Opened workbooks that wait for their rows to be read, so that none is parsed twice: up to this many bytes of sheets. */
const KEEP_BYTES = 96 * 1024 ** 2;
const kept = new Map<string, { workbook: OpenWorkbook; bytes: number }>();
let keptBytes = 0;

/**
 * Opens a workbook, all sheets at once.
 *
 * @throws Unreadable where it is no workbook, damaged, encrypted or beyond the limits
 */
export async function openWorkbook(file: string): Promise<OpenWorkbook> {
  const known = kept.get(file);
  if (known) return known.workbook;
  const bytes = bytesOf(file);
  const sheetBytes = checkZip(bytes);
  const workbook = await parse(bytes);
  if (keptBytes + sheetBytes <= KEEP_BYTES) {
    kept.set(file, { workbook, bytes: sheetBytes });
    keptBytes += sheetBytes;
  }
  return workbook;
}

/** Lets go of a workbook that has been read. */
export function closeWorkbook(file: string): void {
  keptBytes -= kept.get(file)?.bytes ?? 0;
  kept.delete(file);
}

function bytesOf(file: string): Buffer {
  const signature = signatureOf(file);
  const bytes = readFileSync(file);
  if (signature === 'zip') return bytes;
  if (signature === 'ole') throw new Unreadable(isEncrypted(bytes) ? 'read.encrypted' : 'read.old-format');
  if (signature === 'html') throw new Unreadable('read.html-table');
  throw new Unreadable(bytes.length === 0 ? 'read.empty-file' : 'read.no-workbook');
}

async function parse(bytes: Buffer): Promise<OpenWorkbook> {
  try {
    const workbook = await readXlsx(bytes);
    return {
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      date1904: workbook.dateSystem === '1904',
      sheets: workbook.sheets.map(sheetOf),
    };
  } catch (cause) {
    if (cause instanceof EncryptedFileError) throw new Unreadable('read.encrypted', {}, { cause });
    throw new Unreadable('read.damaged-workbook', {}, { cause });
  }
}

function sheetOf(sheet: Sheet): SheetRows {
  const rows: RawCell[][] = sheet.rows.map((row) => row.map(cellOf));
  for (const [place, cell] of sheet.cells ?? []) {
    if (cell.formula === undefined || (cell.value !== null && cell.value !== undefined)) continue;
    const [row = 0, column = 0] = place.split(',').map(Number);
    const cells = rows[row];
    if (cells) cells[column] = { formula: cell.formula };
  }
  return {
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows,
    merges: mergesOf(sheet),
    hiddenRows: new Set([...(sheet.rowDefs ?? [])].filter(([, def]) => def.hidden).map(([row]) => row)),
    hiddenColumns: (sheet.columns ?? []).flatMap((column, index) => (column.hidden ? [index] : [])),
  };
}

function mergesOf(sheet: Sheet): Merge[] {
  const vertical = (sheet.merges ?? []).filter((merge) => merge.endRow > merge.startRow);
  return vertical.map((merge) => ({ column: merge.startCol, from: merge.startRow, to: merge.endRow }));
}

/** A cell as text or number. Dates are those that the sheet shows, without a time zone. */
function cellOf(value: CellValue): RawCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return value ? 'TRUE' : 'FALSE';
}
