import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { EncryptedFileError } from 'hucre';
import { type ReadOptions, readXlsx, type Sheet, streamXlsxRows, type Workbook } from 'hucre/xlsx';
import { columnLetters } from '../../keys/column-letters.js';
import type { RawCell } from '../../model/source.js';
import { inflateBlocks, inflateWhole, rewritten } from './inflate.js';
import { type Marks, sheetMarks } from './marks.js';
import { type Package, type PackedSheet, packageOf, partText, repacked, stylesOf } from './package.js';
import { cutPlainCells } from './plain-cells.js';
import { restOf } from './rest-of-workbook.js';
import { plainStrings, withoutEmptyStrings } from './shared-strings.js';
import { headsOfSheets } from './sheet-heads.js';
import { isEncrypted, signatureOf } from './signature.js';
import { Unreadable } from './unreadable.js';
import { cellOf, parsedMarks, sheetRows, showsPercent, together } from './xlsx-cells.js';
import { checkedParts, storedPart, type ZipPart } from './zip.js';

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
export interface SheetText extends Marks {
  rows: Iterable<RawCell[]> | AsyncIterable<RawCell[]>;
}

/** Sheets of a workbook that inflate to more than this are streamed: slower by row, but never held as a whole. */
const HELD_BYTES = 150 * 1024 ** 2;

/** No header reaches further; formats do. */
const LAST_COLUMN = 1000;

/**
 * Looks into a workbook: the first rows of all its sheets. What it holds below is inflated and checked, not parsed.
 *
 * @throws Unreadable where it is no workbook, damaged, encrypted or beyond the limits
 */
export async function headOfWorkbook(file: string, rows: number): Promise<WorkbookHead> {
  const bytes = bytesOf(file);
  const book = packageOf(await checkedParts(bytes));
  const positions = book.sheets.flatMap(({ part }, position) => (part ? [position] : []));
  const { cuts, rest } = headsOfSheets(book, { row: rows, column: LAST_COLUMN });
  const workbook = await parse(rest, { range: `A1:${columnLetters(LAST_COLUMN - 1)}${rows}` });
  for (const { part } of book.sheets) if (part) await inflateBlocks(part);
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    date1904: workbook.dateSystem === '1904',
    sheets: workbook.sheets.map((sheet, order) => {
      return headOf(sheet, cuts[order]?.rows ?? [], positions[order] ?? order);
    }),
  };
}

function headOf(sheet: Sheet, rows: RawCell[][], position: number): SheetHead {
  return {
    position,
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows: together(rows, sheetRows(sheet)),
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
): Promise<Map<number, SheetText>> {
  const book = packageOf(await checkedParts(bytesOf(file)));
  const shown = printed.length > 0 && showsPercent(stylesOf(book)) ? printed : [];
  const others = positions.filter((position) => !shown.includes(position));
  const sheets = others.length > 0 ? await readPlain(book, others, held) : [];
  if (shown.length === 0) return new Map(sheets);
  const styled = await parse(inflated(book, shown), { readStyles: true });
  return new Map([...sheets, ...inOrder(styled, shown)]);
}

/** Formats take time and memory: without them. Plain cells are cut out, and the parser reads what is left. */
async function readPlain(
  book: Package,
  positions: readonly number[],
  held: number,
): Promise<Iterable<[number, SheetText]>> {
  const size = book.sheets.reduce((sum, { part }) => sum + (part?.size ?? 0), 0);
  if (size > held) return streamSheets(book, positions);
  const strings = book.strings ? plainStrings(partText(book.strings)) : [];
  const sheets = positions.map((position) => sheetAt(book, position));
  const cuts = sheets.map(({ part }) => cutPlainCells(partText(part), strings));
  const isAll = cuts.every(({ rest }) => rest === '');
  const workbook = isAll ? { sheets: [] } : await parseOrNothing(restOf(book, sheets, cuts));
  if (!workbook) return streamSheets(book, positions);
  return cuts.map(({ rows }, order) => [positions[order] ?? order, withRest(rows, workbook.sheets[order])]);
}

function withRest(rows: RawCell[][], rest: Sheet | undefined): SheetText {
  if (!rest) return { rows, merges: [], hiddenRows: new Set() };
  return { rows: together(rows, sheetRows(rest)), ...parsedMarks(rest) };
}

function inOrder({ sheets }: Workbook, positions: readonly number[]): [number, SheetText][] {
  return sheets.map((sheet, order) => [positions[order] ?? order, withRest([], sheet)]);
}

/** A workbook of these sheets alone, inflated: the reader would take longer for it. */
function inflated(book: Package, positions: readonly number[]): Buffer {
  const sheets = positions.map((position) => {
    const { attributes, part } = sheetAt(book, position);
    return { attributes, part: storedPart('', withoutEmptyStrings(Buffer.from(inflateWhole(part)))) };
  });
  return repacked(book, sheets);
}

function sheetAt({ sheets }: Package, position: number): PackedSheet & { part: ZipPart } {
  const { attributes = '', part } = sheets[position] ?? {};
  if (!part) throw new Unreadable('read.damaged-workbook');
  return { attributes, part };
}

async function streamSheets(book: Package, positions: readonly number[]): Promise<Map<number, SheetText>> {
  const sheets = new Map<number, SheetText>();
  for (const position of positions) {
    const sheet = sheetAt(book, position);
    const { merges, hiddenRows, emptyStrings } = await sheetMarks(sheet.part);
    const part = emptyStrings ? await rewritten(sheet.part, withoutEmptyStrings) : sheet.part;
    sheets.set(position, { rows: streamRows(repacked(book, [{ ...sheet, part }])), merges, hiddenRows });
  }
  return sheets;
}

/** The stream leaves blank rows out: they are put back, so that row numbers are right. */
async function* streamRows(bytes: Buffer): AsyncGenerator<RawCell[]> {
  let next = 0;
  try {
    for await (const row of streamXlsxRows(bytes)) {
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
async function parseOrNothing(bytes: Buffer): Promise<Workbook | undefined> {
  try {
    return await parse(bytes);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

async function parse(bytes: Buffer, options: ReadOptions = {}): Promise<Workbook> {
  try {
    return await readXlsx(bytes, options);
  } catch (cause) {
    if (cause instanceof EncryptedFileError) throw new Unreadable('read.encrypted', {}, { cause });
    throw new Unreadable('read.damaged-workbook', {}, { cause });
  }
}
