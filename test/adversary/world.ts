/** A folder of ledgers as editable tables, and back again. Rows keep their look; only what is edited changes. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { REGISTERS } from '../../src/registers/index.js';
import type { RegisterName } from '../../src/registers/types.js';
import { HEADINGS, REGISTER_WORDS } from './headings.js';
import { type Cell, dateOf, idOf, tidy } from './values.js';

/** A cell that was changed, with what stood in it; without a column, a row that came or went. */
export interface Edit {
  row: Row;
  column?: string;
  was: Cell;
}

/** One line of a table. `data` is false for blank, total and signature lines. */
export class Row {
  constructor(
    readonly table: Table,
    readonly cells: Cell[],
    readonly data: boolean,
    readonly hidden = false,
    /** Column → name of the merged range the cell was in. */
    readonly merged = new Map<number, string>(),
  ) {}

  /** The value of a canonical column, tidied by its kind; '' where blank or absent. */
  get(column: string): string {
    const index = this.table.columns.get(column);
    const cell = index === undefined ? null : (this.cells[index] ?? null);
    if (column === 'community' && tidy(cell) === '') return this.table.communityOf(this);
    if (column === 'id' || column.endsWith('_id')) return idOf(cell);
    return column.endsWith('_date') ? dateOf(cell) : tidy(cell);
  }

  set(column: string, value: Cell): this {
    const index = this.table.columns.get(column);
    if (index === undefined) return this;
    this.table.edits.push({ row: this, column, was: this.cells[index] ?? null });
    this.cells[index] = value;
    this.merged.delete(index);
    return this;
  }

  /** One place to the right from a column on; the last cell goes. */
  move(column: string): this {
    const index = this.table.columns.get(column);
    if (index === undefined) return this;
    this.table.edits.push({ row: this, was: null });
    this.cells.splice(index, 0, this.cells[index] ?? null);
    this.cells.pop();
    return this;
  }

  drop(): void {
    this.table.edits.push({ row: this, was: null });
    this.table.rows = this.table.rows.filter((row) => row !== this);
  }

  /** A copy of this row at the end of `table` (its own by default), with some values changed. */
  copy(changes: Record<string, Cell> = {}, table: Table = this.table): Row {
    const row = table.add({});
    for (const column of table.columns.keys()) {
      const index = this.table.columns.get(column);
      row.set(
        column,
        table === this.table && index !== undefined ? (this.cells[index] ?? null) : this.get(column) || null,
      );
    }
    for (const [column, value] of Object.entries(changes)) row.set(column, value);
    return row;
  }

  /** The row number that a spreadsheet program shows, as the table stands now. */
  get number(): number {
    return this.table.head.length + this.table.rows.indexOf(this) + 1;
  }
}

export class Table {
  rows: Row[] = [];
  /** What was changed since somebody took them. */
  edits: Edit[] = [];
  /** Column names of `columns` are canonical. */
  constructor(
    public path: string,
    public sheet: string | undefined,
    readonly register: string,
    readonly point: string,
    readonly head: Cell[][],
    readonly columns: Map<string, number>,
    readonly headMerges: string[] = [],
  ) {}

  get data(): Row[] {
    return this.rows.filter((row) => row.data);
  }

  /** The community that the file is named after, or undefined for a register of the whole district. */
  get community(): string | undefined {
    return /[\u4e00-\u9fff]{2}社区/.exec(this.path)?.[0];
  }

  /** The community of a row that leaves it blank: that of the file, else of the row above. */
  communityOf(row: Row): string {
    if (this.community !== undefined) return this.community;
    const above = this.data[this.data.indexOf(row) - 1];
    return above?.get('community') ?? '';
  }

  /** A new data row after the last one. */
  add(values: Record<string, Cell>): Row {
    const row = new Row(this, new Array<Cell>(this.head.at(-1)?.length ?? 0).fill(null), true);
    for (const [column, value] of Object.entries(values)) row.set(column, value);
    this.edits.push({ row, was: null });
    const last = this.rows.findLastIndex((other) => other.data);
    this.rows.splice(last + 1, 0, row);
    return row;
  }
}

const plainHeading = (cell: Cell): string =>
  tidy(cell)
    .replace(/[*＊]/g, '')
    .replace(/\(.*?\)/g, '');

/** The words of the specification first; invented ledgers use what else bureaus write, which is known to the registers. */
function wordsOf(register: string, column: string): readonly string[] {
  const { columns } = REGISTERS[register as RegisterName];
  const known = columns.find(({ name }) => name === column);
  return [...(HEADINGS[register]?.[column]?.split(' ') ?? []), ...(known?.synonyms ?? [])];
}

function bind(register: string, headings: string[]): Map<string, number> {
  const bound = new Map<string, number>();
  for (const column of Object.keys(HEADINGS[register] ?? {})) {
    const index = wordsOf(register, column)
      .map((word) => headings.indexOf(word))
      .find((i) => i >= 0);
    if (index !== undefined) bound.set(column, index);
  }
  return bound;
}

/** Finds the header line, or two header lines read as one, by the number of headings that they explain. */
function findHeader(register: string, grid: Cell[][]): { lines: number; columns: Map<string, number> } {
  let best = { lines: 0, columns: new Map<string, number>() };
  for (let i = 0; i < Math.min(8, grid.length); i++) {
    const upper = (grid[i] ?? []).map(plainHeading);
    const lower = (grid[i + 1] ?? []).map(plainHeading);
    const joined = upper.map((text, c) => (text === lower[c] ? text : text + (lower[c] ?? '')));
    const one = { lines: i + 1, columns: bind(register, upper) };
    const two = { lines: i + 2, columns: bind(register, joined) };
    for (const found of [one, two]) if (found.columns.size > best.columns.size) best = found;
  }
  return best;
}

const isData = (cells: Cell[], columns: Map<string, number>, head: Cell[]): boolean =>
  cells.filter((cell) => cell !== null && cell !== '').length > 2 &&
  !/^(合计|小计|总计|负责人)/.test(tidy(cells.find((cell) => cell !== null) ?? null)) &&
  plainHeading(cells[columns.get('community') ?? 0] ?? null) !==
    plainHeading(head[columns.get('community') ?? 0] ?? null);

const POINTS: [RegExp, string][] = [
  [/医院/, 'hospital'],
  [/民政/, 'civil'],
  [/信息系统/, 'system'],
  [/户卡/, 'card'],
];

const registerOf = (name: string): string | undefined =>
  REGISTER_WORDS.find(([word]) => name.includes(word))?.[1];

function tableOf(path: string, sheet: string | undefined, grid: Cell[][]): Table | undefined {
  const register = registerOf(sheet ?? path.split('/').at(-1) ?? '');
  if (register === undefined) return undefined;
  const { lines, columns } = findHeader(register, grid);
  const point = POINTS.find(([word]) => word.test(path))?.[1] ?? 'ledger';
  const table = new Table(path, sheet, register, point, grid.slice(0, lines), columns);
  const heading = grid[lines - 1] ?? [];
  table.rows = grid.slice(lines).map((cells) => new Row(table, cells, isData(cells, columns, heading)));
  return table;
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  return utf8.includes('\ufffd') ? new TextDecoder('gb18030').decode(bytes) : utf8;
}

function readCsv(root: string, path: string): Table[] {
  const text = decode(readFileSync(join(root, path)));
  const delimiter = [',', '\t', ';'].sort((a, b) => text.split(b).length - text.split(a).length)[0] ?? ',';
  const options = { relax_column_count: true, skip_empty_lines: false, bom: true, delimiter };
  const grid: string[][] = parse(text, options);
  const table = tableOf(path, undefined, grid);
  return table === undefined ? [] : [table];
}

function cellOf(value: ExcelJS.CellValue): Cell {
  return typeof value === 'string' || typeof value === 'number' || value instanceof Date ? value : null;
}

function gridOf(sheet: ExcelJS.Worksheet): Cell[][] {
  const width = sheet.columnCount;
  return Array.from({ length: sheet.rowCount }, (_, r) =>
    Array.from({ length: width }, (_, c) => cellOf(sheet.getCell(r + 1, c + 1).value)),
  );
}

async function readWorkbook(root: string, path: string): Promise<Table[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(root, path));
  return workbook.worksheets.flatMap((sheet) => {
    const table = tableOf(path, sheet.name, gridOf(sheet));
    if (table === undefined) return [];
    keepLook(sheet, table);
    return [table];
  });
}

/** Remembers merged ranges and hidden rows, so that the folder written is as untidy as the one read. */
function keepLook(sheet: ExcelJS.Worksheet, table: Table): void {
  const top = table.head.length;
  table.rows = table.rows.map((row, i) => {
    const merged = new Map<number, string>();
    row.cells.forEach((_, c) => {
      const cell = sheet.getCell(top + i + 1, c + 1);
      if (cell.isMerged) merged.set(c, cell.master.address);
    });
    return new Row(table, row.cells, row.data, sheet.getRow(top + i + 1).hidden, merged);
  });
  for (const range of sheet.model.merges) {
    if (Number(/\d+$/.exec(range)?.[0]) <= top) table.headMerges.push(range);
  }
}

/** All tables of a folder, in path and sheet order. */
export async function readWorld(root: string): Promise<Table[]> {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  const tables: Table[] = [];
  for (const path of paths) {
    if (path.endsWith('.csv')) tables.push(...readCsv(root, path));
    if (path.endsWith('.xlsx')) tables.push(...(await readWorkbook(root, path)));
  }
  return tables;
}

/** The same tables again, to edit without touching these. */
export const copyTables = (tables: Table[]): Table[] =>
  tables.map((t) => {
    const head = t.head.map((cells) => [...cells]);
    const copy = new Table(t.path, t.sheet, t.register, t.point, head, new Map(t.columns), t.headMerges);
    copy.rows = t.rows.map((r) => new Row(copy, [...r.cells], r.data, r.hidden, new Map(r.merged)));
    return copy;
  });

const quote = (cell: Cell): string => {
  const text = cell instanceof Date ? dateOf(cell) : String(cell ?? '');
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

function mergeBody(sheet: ExcelJS.Worksheet, table: Table): void {
  const width = table.head.at(-1)?.length ?? 0;
  for (let c = 0; c < width; c++) {
    let from = 0;
    for (let r = 1; r <= table.rows.length; r++) {
      const name = table.rows[from]?.merged.get(c);
      if (r < table.rows.length && name !== undefined && table.rows[r]?.merged.get(c) === name) continue;
      if (r - from > 1) sheet.mergeCells(table.head.length + from + 1, c + 1, table.head.length + r, c + 1);
      from = r;
    }
  }
}

function fillSheet(sheet: ExcelJS.Worksheet, table: Table): void {
  for (const cells of table.head) sheet.addRow(cells);
  for (const row of table.rows) sheet.addRow(row.cells).hidden = row.hidden;
  for (const range of table.headMerges) sheet.mergeCells(range);
  mergeBody(sheet, table);
}

/** Writes the tables under `root` (CSV as UTF-8); tables of one path are the sheets of one workbook, in order. */
export async function writeWorld(root: string, tables: Table[]): Promise<void> {
  for (const path of new Set(tables.map((table) => table.path))) {
    const sheets = tables.filter((table) => table.path === path);
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (path.endsWith('.csv')) {
      const lines = sheets.flatMap((t) => [...t.head, ...t.rows.map((row) => row.cells)]);
      writeFileSync(join(root, path), `${lines.map((cells) => cells.map(quote).join(',')).join('\r\n')}\r\n`);
      continue;
    }
    const workbook = new ExcelJS.Workbook();
    for (const table of sheets) fillSheet(workbook.addWorksheet(table.sheet ?? '表'), table);
    await workbook.xlsx.writeFile(join(root, path));
  }
}

/** Copies one file of a written world under another name, as a clerk's backup would be. */
export function copyFile(root: string, from: string, to: string): void {
  if (existsSync(join(root, from))) cpSync(join(root, from), join(root, to));
}
