import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { EncryptedFileError } from 'hucre';
import { readXlsx, type Sheet, streamXlsxRows, type Workbook } from 'hucre/xlsx';
import type { RawCell } from '../../model/source.js';
import { inflateBlocks } from './inflate.js';
import { type Marks, type Merge, marksOf } from './marks.js';
import { isSheet, partsOfSheets, stylesOf, trimmedWorkbook } from './package-parts.js';
import { isEncrypted, signatureOf } from './signature.js';
import { Unreadable } from './unreadable.js';
import { cellOf, rowsOf, showsPercent } from './xlsx-cells.js';
import { checkedEntries, type ZipEntry } from './zip.js';

/** A sheet as the survey sees it. */
export interface SheetHead {
  /** 0-based, among all sheets of the workbook. */
  position: number;
  name: string;
  hidden: boolean;
  rows: RawCell[][];
  /** 0-based. */
  hiddenColumns: number[];
}

export interface WorkbookHead {
  sha256: string;
  bytes: number;
  date1904: boolean;
  sheets: SheetHead[];
}

/** All rows of a sheet, blank ones included, from the first on. */
export interface SheetRows extends Marks {
  rows: Iterable<RawCell[]> | AsyncIterable<RawCell[]>;
}

/** Sheets of a workbook that inflate to more than this are streamed: slower by row, but never held as a whole. */
const HELD_BYTES = 150 * 1024 ** 2;

/** No header reaches further; formats do. */
const LAST_COLUMN = 'ALL';

/**
 * Looks into a workbook: the first rows of all its sheets. What it holds below is inflated and checked, not parsed.
 *
 * @throws Unreadable where it is no workbook, damaged, encrypted or beyond the limits
 */
export async function headOfWorkbook(file: string, rows: number): Promise<WorkbookHead> {
  const bytes = bytesOf(file);
  const entries = checkedEntries(bytes);
  const positions = partsOfSheets(bytes, entries).flatMap((part, position) => (part ? [position] : []));
  const workbook = await parse(trimmedWorkbook(bytes, entries, rows), positions, `A1:${LAST_COLUMN}${rows}`);
  for (const entry of entries) if (isSheet(entry.name)) await inflateBlocks(bytes, entry);
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    date1904: workbook.dateSystem === '1904',
    sheets: workbook.sheets.map((sheet, order) => headOf(sheet, positions[order] ?? order)),
  };
}

function headOf(sheet: Sheet, position: number): SheetHead {
  return {
    position,
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows: rowsOf(sheet),
    hiddenColumns: (sheet.columns ?? []).flatMap((column, index) => (column.hidden ? [index] : [])),
  };
}

/**
 * Reads the sheets at the given positions (0-based, going up) in full.
 *
 * @param held bytes of sheets up to which they are held in memory
 * @param printed positions of the sheets whose numbers are read as they are shown per cent
 * @throws Unreadable as `headOfWorkbook`
 */
export async function readSheets(
  file: string,
  positions: readonly number[],
  held = HELD_BYTES,
  printed: readonly number[] = [],
): Promise<Map<number, SheetRows>> {
  const bytes = bytesOf(file);
  const entries = checkedEntries(bytes);
  const shown = printed.length > 0 && showsPercent(stylesOf(bytes, entries)) ? printed : [];
  const others = positions.filter((position) => !shown.includes(position));
  const sheets = others.length > 0 ? await readPlain(bytes, entries, others, held) : [];
  if (shown.length === 0) return new Map(sheets);
  const styled = await parse(bytes, shown, undefined, true);
  return new Map([...sheets, ...inOrder(styled, shown)]);
}

/** Formats take time and memory: without them. */
async function readPlain(
  bytes: Buffer,
  entries: readonly ZipEntry[],
  positions: readonly number[],
  held: number,
): Promise<Iterable<[number, SheetRows]>> {
  const size = entries.reduce((sum, entry) => sum + (isSheet(entry.name) ? entry.size : 0), 0);
  const workbook = size > held ? undefined : await parseOrNothing(bytes, positions);
  if (!workbook) return streamSheets(bytes, entries, positions);
  return inOrder(workbook, positions);
}

function inOrder(workbook: Workbook, positions: readonly number[]): [number, SheetRows][] {
  const sheets = workbook.sheets.map((sheet): SheetRows => ({ rows: rowsOf(sheet), ...marksOfSheet(sheet) }));
  return sheets.map((sheet, order) => [positions[order] ?? order, sheet]);
}

async function streamSheets(
  bytes: Buffer,
  entries: readonly ZipEntry[],
  positions: readonly number[],
): Promise<Map<number, SheetRows>> {
  const parts = partsOfSheets(bytes, entries);
  const sheets = new Map<number, SheetRows>();
  for (const position of positions) {
    const part = parts[position];
    if (!part) throw new Unreadable('read.damaged-workbook');
    sheets.set(position, { rows: streamRows(bytes, position), ...(await marksOf(bytes, part)) });
  }
  return sheets;
}

/** The stream leaves blank rows out: they are put back, so that row numbers are right. */
async function* streamRows(bytes: Buffer, sheet: number): AsyncGenerator<RawCell[]> {
  let next = 0;
  try {
    for await (const row of streamXlsxRows(bytes, { sheet })) {
      for (; next < row.index; next++) yield [];
      next = row.index + 1;
      yield row.values.map(cellOf);
    }
  } catch (cause) {
    throw new Unreadable('read.damaged-workbook', {}, { cause });
  }
}

function bytesOf(file: string): Buffer {
  const signature = signatureOf(file);
  const bytes = readFileSync(file);
  if (signature === 'zip') return bytes;
  if (signature === 'ole') throw new Unreadable(isEncrypted(bytes) ? 'read.encrypted' : 'read.old-format');
  if (signature === 'html') throw new Unreadable('read.html-table');
  throw new Unreadable(bytes.length === 0 ? 'read.empty-file' : 'read.no-workbook');
}

/** A few sheets are small and yet too large to be held: formatted down to the last row and column. */
async function parseOrNothing(bytes: Buffer, sheets: readonly number[]): Promise<Workbook | undefined> {
  try {
    return await parse(bytes, sheets);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

async function parse(
  bytes: Buffer,
  sheets: readonly number[],
  range?: string,
  readStyles = false,
): Promise<Workbook> {
  try {
    return await readXlsx(bytes, { sheets: [...sheets], ...(range && { range }), readStyles });
  } catch (cause) {
    if (cause instanceof EncryptedFileError) throw new Unreadable('read.encrypted', {}, { cause });
    throw new Unreadable('read.damaged-workbook', {}, { cause });
  }
}

function marksOfSheet(sheet: Sheet): Marks {
  const merges = (sheet.merges ?? []).flatMap((merge): Merge[] => {
    if (merge.endRow === merge.startRow) return [];
    return [{ column: merge.startCol, from: merge.startRow, to: merge.endRow }];
  });
  const hiddenRows = new Set([...(sheet.rowDefs ?? [])].filter(([, def]) => def.hidden).map(([row]) => row));
  return { merges, hiddenRows };
}
