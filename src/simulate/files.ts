import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { RegisterName } from '../registers/types.js';
import type { Cell, Sheet, SheetRow } from '../write/workbook.js';
import { type Drawn, type DrawnRow, definitionOf, type Layout } from './layout.js';
import type { Row, Table } from './tables.js';
import type { TruthPlace } from './truth.js';

const BUFFER = 1 << 20;

/** The folder of each point. */
const FOLDERS: Readonly<Record<string, string>> = {
  card: '户卡',
  ledger: '台账',
  system: '信息系统',
  hospital: '医院',
  civil: '民政',
};

/** Where the rows of a world go. Once a table is written, each of its rows has the number that a spreadsheet shows. */
export class Files {
  private readonly open = new Map<string, RowFile>();
  private workbooks = new Map<string, { register: RegisterName; drawn: Drawn }[]>();

  /** @param folder the data folder; `workbooks` makes one of each community's cards, and one of its ledgers */
  constructor(
    private readonly folder: string,
    private readonly layout: Layout,
    private readonly format: 'csv' | 'xlsx',
  ) {}

  /** Writes a table, or keeps it for the workbook of its community. */
  write(table: Table): void {
    for (const drawn of this.layout.draw(table)) {
      if (this.inWorkbook(table)) this.keep(this.workbookPath(table), table.register, drawn);
      else this.append(table, drawn);
    }
  }

  /** Writes the workbooks of the community whose tables were given last. */
  async finishCommunity(): Promise<void> {
    if (this.workbooks.size === 0) return;
    const { writeWorkbook } = await import('../write/workbook.js');
    for (const [name, tables] of this.workbooks) {
      const file = path.join(this.folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      await writeWorkbook(file, tables.map(sheetOf));
    }
    this.workbooks = new Map();
  }

  /** Where a written row stands. */
  placeOf({ table, row }: { table: Table; row: Row }): TruthPlace {
    const sheet = this.layout.titleOf(table, row);
    if (this.inWorkbook(table)) return { path: this.workbookPath(table), sheet, row: row.line };
    return { path: this.csvPath(table, sheet), row: row.line };
  }

  /** Writes reported figures to a file of the system's. */
  writeFigures(name: string, rows: readonly (readonly string[])[]): void {
    const file = this.file(`${FOLDERS.system}/${name}.csv`);
    for (const cells of rows) file.add(cells);
  }

  close(): void {
    for (const file of this.open.values()) file.close();
    this.open.clear();
  }

  private inWorkbook(table: Table): boolean {
    return this.format === 'xlsx' && !wholeDistrict(table.point);
  }

  private workbookPath(table: Table): string {
    return `${FOLDERS[table.point]}/${table.community}.xlsx`;
  }

  private csvPath(table: Table, title: string): string {
    const name = wholeDistrict(table.point) ? title : `${table.community}_${title}`;
    return `${FOLDERS[table.point]}/${name}.csv`;
  }

  private keep(name: string, register: RegisterName, drawn: Drawn): void {
    const tables = this.workbooks.get(name) ?? [];
    this.workbooks.set(name, tables);
    tables.push({ register, drawn });
  }

  private append(table: Table, drawn: Drawn): void {
    const name = this.csvPath(table, drawn.title);
    const shared = wholeDistrict(table.point);
    const isNew = !this.open.has(name);
    const file = this.file(name);
    if (isNew) for (const row of drawn.head) file.add(row.cells);
    for (const row of drawn.body) {
      const line = file.add(row.cells);
      if (row.source) row.source.line = line;
    }
    if (shared) return;
    for (const row of drawn.tail) file.add(row.cells);
    file.close();
    this.open.delete(name);
  }

  private file(name: string): RowFile {
    const known = this.open.get(name);
    if (known) return known;
    const encode = (text: string, first: boolean): Buffer => this.layout.encode(name, text, first);
    const file = new RowFile(path.join(this.folder, name), encode);
    this.open.set(name, file);
    return file;
  }
}

/** Whether a point keeps one file for the whole district rather than one a community. */
function wholeDistrict(point: string): boolean {
  return point !== 'card' && point !== 'ledger';
}

function sheetOf({ register, drawn }: { register: RegisterName; drawn: Drawn }): Sheet {
  const { title, columns, head } = drawn;
  const types = columns.map((column) => definitionOf(register, column).type);
  const formats = types.map((type) => ({ width: 16, ...(type === 'id' && { format: 'text' as const }) }));
  return { name: title, columns: formats, head, rows: numbered(drawn, types) };
}

/** The rows of a sheet; each record learns its number as it passes. */
function* numbered({ head, body, tail }: Drawn, types: readonly string[]): Generator<SheetRow> {
  let line = head.length;
  for (const row of body) {
    line += 1;
    if (row.source) row.source.line = line;
    yield { ...row, cells: row.cells.map((cell, index) => asNumber(cell, types[index])) };
  }
  yield* tail;
}

/** Counts are number cells in a workbook. */
function asNumber(cell: Cell, type: string | undefined): Cell {
  return type === 'integer' && typeof cell === 'string' && /^\d{1,6}$/.test(cell) ? Number(cell) : cell;
}

const NEEDS_QUOTES = /[",\r\n]/;

function quoted(cell: Cell): string {
  const text = String(cell ?? '');
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A CSV file that grows by rows, written a megabyte at a time. */
class RowFile {
  private readonly handle: number;
  private parts: string[] = [];
  private size = 0;
  private line = 0;
  private first = true;

  constructor(
    file: string,
    private readonly encode: (text: string, first: boolean) => Buffer,
  ) {
    mkdirSync(path.dirname(file), { recursive: true });
    this.handle = openSync(file, 'w');
  }

  /** Appends a record and returns its row number. */
  add(cells: DrawnRow['cells']): number {
    const text = `${cells.map(quoted).join(',')}\n`;
    this.parts.push(text);
    this.size += text.length;
    if (this.size > BUFFER) this.flush();
    this.line += 1;
    return this.line;
  }

  close(): void {
    this.flush();
    closeSync(this.handle);
  }

  private flush(): void {
    const bytes = this.encode(this.parts.join(''), this.first);
    for (let at = 0; at < bytes.length; ) at += writeSync(this.handle, bytes, at);
    this.parts = [];
    this.size = 0;
    this.first = false;
  }
}
