import { remember } from '../../keys/remember.js';
import type { RawCell } from '../../model/source.js';
import { type CellForm, formOfCell } from './cell-forms.js';

/** What of a sheet needs no parser, and the rest of it. */
export interface CutSheet {
  /** From the first row on, blank ones included; a cell that is left to the parser is null. */
  rows: RawCell[][];
  /** XML of a sheet without the cells that were taken; empty where it says nothing more that is read. */
  rest: string;
}

const DATA = '<sheetData>';
const DATA_END = '</sheetData>';
const ROW = '<row r="';
const ROW_END = '</row>';
const CELL = '<c r="';
const CELL_END = '</c>';

/** A cell by the numbers of its row and its column, which begin with 1. */
export interface Corner {
  row: number;
  column: number;
}

/** A sheet reaches no further, and the parser holds no more; what is larger it refuses. */
const LAST: Corner = { row: 2 ** 20, column: 2 ** 14 };
const MOST_CELLS = 2e7;

/**
 * Takes the cells out of a sheet that are plain text, as nearly all of a ledger are: for them a parser takes several times
 * as long. Formulas, dates, entities and whatever else is not plain stay where they are, and where rows do not follow each
 * other as programs write them, the whole sheet does.
 *
 * @param xml of the sheet
 * @param strings as `plainStrings` gives them
 * @param last beyond it a sheet is left to the parser as it is
 */
export function cutPlainCells(
  xml: string,
  strings: readonly (string | undefined)[],
  last: Corner = LAST,
): CutSheet {
  const from = xml.indexOf(DATA) + DATA.length;
  const end = xml.indexOf(DATA_END, from);
  const to = end < 0 ? xml.length : end;
  const cutter = new Cutter(xml, strings, last, from);
  if (from < DATA.length || xml.includes('<!') || !cutter.take(to)) return { rows: [], rest: xml };
  const isAll = cutter.rest === '' && !saysMore(xml, from, to);
  return { rows: cutter.rows, rest: isAll ? '' : xml.slice(0, from) + cutter.rest + xml.slice(to) };
}

/** Whether columns before the rows are hidden, or cells are said to be merged after them. */
function saysMore(xml: string, from: number, to: number): boolean {
  return xml.lastIndexOf(' hidden=', from) >= 0 || xml.includes('<mergeCell ', to);
}

/** Takes rows one after the other, cell after cell. */
class Cutter {
  readonly rows: RawCell[][] = [];
  /** Rows with the cells that are left to the parser, and hidden ones. */
  rest = '';
  private width = 0;
  private readonly formOf: (attributes: string) => CellForm | undefined;

  constructor(
    private readonly xml: string,
    strings: readonly (string | undefined)[],
    private readonly last: Corner,
    private at: number,
  ) {
    this.formOf = remember((attributes) => formOfCell(attributes, strings));
  }

  /** Takes the rows up to a place. @returns false where they are not as expected, and none may be used */
  take(to: number): boolean {
    while (this.at < to) if (!this.takeRow()) return false;
    for (const row of this.rows) while (row.length < this.width) row.push(null);
    return true;
  }

  private takeRow(): boolean {
    const { xml, at } = this;
    const open = xml.indexOf('>', at) + 1;
    const tag = xml.slice(at, open);
    const number = tag.slice(ROW.length, tag.indexOf('"', ROW.length) + 1);
    const row = Number.parseInt(number, 10);
    if (!tag.startsWith(ROW) || !(row > this.rows.length && row <= this.last.row)) return false;
    this.at = open;
    const isEmpty = tag.endsWith('/>');
    const rest = isEmpty ? '' : this.takeCells(row, number);
    if (rest === undefined || this.rows.length * this.width > MOST_CELLS) return false;
    if (rest !== '' || tag.includes(' hidden=')) this.rest += isEmpty ? tag : `${tag}${rest}${ROW_END}`;
    return true;
  }

  /**
   * @param number of the row, with the quote after it
   * @returns the cells that are left to the parser; undefined where they do not follow each other
   */
  private takeCells(row: number, number: string): string | undefined {
    const { xml } = this;
    let rest = '';
    const cells: RawCell[] = [];
    for (let from = this.at; xml.startsWith(CELL, from); from = this.at) {
      const column = this.takeColumn(from + CELL.length);
      if (column < cells.length || column >= this.last.column || !xml.startsWith(number, this.at))
        return undefined;
      const value = this.takeValue(this.at + number.length);
      if (this.at < from) return undefined;
      if (value === undefined) rest += xml.slice(from, this.at);
      while (cells.length < column) cells.push(null);
      cells.push(value ?? null);
    }
    if (!xml.startsWith(ROW_END, this.at)) return undefined;
    this.at += ROW_END.length;
    if (cells.length > 0) this.keep(row, cells);
    return rest;
  }

  /** The 0-based column that the letters at a place name. */
  private takeColumn(from: number): number {
    let column = 0;
    for (this.at = from; ; this.at++) {
      const letter = this.xml.charCodeAt(this.at) - 64;
      if (!(letter >= 1 && letter <= 26)) return column - 1;
      column = column * 26 + letter;
    }
  }

  /** The value of a cell whose attributes follow at a place; undefined where it is left to the parser. */
  private takeValue(from: number): RawCell | undefined {
    const { xml } = this;
    const close = xml.indexOf('>', from);
    const isEmpty = xml[close - 1] === '/';
    const form = this.formOf(xml.slice(from, isEmpty ? close - 1 : close));
    this.at = close + 1;
    if (isEmpty) return form?.read('');
    const start = close + 1 + (form?.open.length ?? 0);
    const end = endOfText(xml, start);
    if (form && xml.startsWith(form.open, close + 1) && xml.startsWith(form.close, end)) {
      this.at = end + form.close.length;
      const value = form.read(xml.slice(start, end));
      if (value !== undefined) return value;
    }
    this.at = xml.indexOf(CELL_END, close) + CELL_END.length;
    return undefined;
  }

  private keep(row: number, cells: RawCell[]): void {
    while (this.rows.length < row - 1) this.rows.push([]);
    this.rows.push(cells);
    this.width = Math.max(this.width, cells.length);
  }
}

const TAG = 60;
const ENTITY = 38;
/** Of `_x000D_`, a character that is written in digits. */
const ESCAPE = 95;

/** Where the text at a place ends, at the next tag; -1 where something in it stands for something else. */
function endOfText(xml: string, from: number): number {
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (code === TAG) return at;
    if (code === ENTITY || code === ESCAPE) return -1;
  }
  return -1;
}
