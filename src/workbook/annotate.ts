import type { Cell, CellValue, Workbook, Worksheet } from 'exceljs';
import { LOOKS } from './looks.js';
import { timeless } from './timeless.js';

/** A cell to be marked, with what its comment says. */
export interface CellMark {
  /** The sheet's name; absent where there is only one. */
  sheet?: string;
  /** In A1 notation; the cell that names the record where the whole row is meant. */
  cell: string;
  /** How grave it is; `evidence` where the cell is right and only shows that another one is wrong. */
  severity: 'error' | 'warning' | 'notice' | 'evidence';
  comment: string;
}

/** Characters of a comment that spreadsheet programs show. */
const LONGEST = 4000;

/**
 * A copy of a workbook with cells coloured and commented; its formatting is kept. Formulas and links become the values
 * that they show, so that the copy does nothing but show.
 * @param safe makes a text harmless in a cell
 */
export async function annotateWorkbook(
  bytes: Uint8Array,
  marks: readonly CellMark[],
  safe: (text: string) => string,
): Promise<Uint8Array> {
  const workbook = await openWorkbook(bytes);
  workbook.definedNames.model = [];
  workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => disarm(cell, safe))));
  mark(workbook, marks);
  return workbookBytes(workbook);
}

/** A text table as a workbook with cells coloured and commented: every cell is text. */
export async function annotateTable(
  name: string,
  rows: readonly (readonly string[])[],
  marks: readonly CellMark[],
  safe: (text: string) => string,
): Promise<Uint8Array> {
  const workbook = await openWorkbook();
  const sheet = workbook.addWorksheet(name);
  for (const cells of rows) sheet.addRow(cells.map(safe));
  const widest = rows.reduce((most, cells) => Math.max(most, cells.length), 1);
  for (let column = 1; column <= widest; column++) {
    Object.assign(sheet.getColumn(column), { width: 16, numFmt: '@' });
  }
  mark(workbook, marks);
  return workbookBytes(workbook);
}

/** A workbook held in memory: what the bytes hold, or an empty one. */
export async function openWorkbook(bytes?: Uint8Array): Promise<Workbook> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  // The library's own type of a buffer is older than that of Node.
  return bytes ? workbook.xlsx.load(bytes as unknown as ArrayBuffer) : workbook;
}

/** The bytes of a workbook; the same workbook, the same bytes. */
export async function workbookBytes(workbook: Workbook): Promise<Uint8Array> {
  return timeless(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

function mark(workbook: Workbook, marks: readonly CellMark[]): void {
  for (const { sheet, cell: address, severity, comment } of marks) {
    const worksheet = sheet === undefined ? workbook.worksheets[0] : workbook.getWorksheet(sheet);
    if (!worksheet) continue;
    const cell = ownCell(worksheet, address);
    cell.style = { ...cell.style, fill: LOOKS[severity].fill };
    const before = noteOf(cell);
    cell.note = { texts: [{ text: (before ? `${before}\n\n${comment}` : comment).slice(0, LONGEST) }] };
  }
}

/**
 * The cell itself where it belongs to its row alone. One that is merged with cells of other rows stands for those as
 * well: then the first filled cell beside it that does not.
 */
function ownCell(worksheet: Worksheet, address: string): Cell {
  const cell = worksheet.getCell(address);
  if (!isShared(cell)) return cell.master;
  const row = worksheet.getRow(Number(cell.row));
  for (let column = 1; column <= row.cellCount; column++) {
    const beside = row.getCell(column);
    if (!isShared(beside) && beside.value !== null) return beside.master;
  }
  return cell.master;
}

/** Whether a cell is merged with one of another row. */
function isShared(cell: Cell): boolean {
  if (!cell.isMerged) return false;
  if (cell.master.row !== cell.row) return true;
  return cell.worksheet.getCell(Number(cell.row) + 1, Number(cell.col)).master === cell.master;
}

function noteOf({ note }: Cell): string {
  if (typeof note === 'string') return note;
  return note?.texts?.map(({ text }) => text).join('') ?? '';
}

function disarm(cell: Cell, safe: (text: string) => string): void {
  if (cell.master !== cell) return;
  const value = shown(cell.value);
  const harmless = typeof value === 'string' ? safe(value) : value;
  if (harmless !== cell.value) cell.value = harmless;
}

/** What a cell shows, in place of how it comes by it. */
function shown(value: CellValue): CellValue {
  if (value === null || typeof value !== 'object' || value instanceof Date || 'error' in value) return value;
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) return shown(value.text as CellValue);
  if ('result' in value) return value.result ?? null;
  return null;
}
