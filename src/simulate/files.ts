import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { put } from '../keys/order.js';
import type { RegisterName } from '../registers/types.js';
import { csvQuoted } from '../report/csv.js';
import type { Cell, Sheet, SheetRow } from '../workbook/sheet.js';
import { type Drawn, type DrawnRow, definitionOf, type Layout, titleOf } from './layout.js';
import { FOLDERS, type Placement, wholeDistrict } from './placement.js';
import type { Row, Table } from './tables.js';
import type { TruthPlace } from './truth.js';

const BUFFER = 1 << 20;

/** Where the rows of a world go. Once a table is written, each of its rows has the number that a spreadsheet shows. */
export class Files {
  private readonly open = new Map<string, RowFile>();
  private workbooks = new Map<string, { register: RegisterName; drawn: Drawn }[]>();

  /** @param folder the data folder; `workbooks` makes one of each community's cards, and one of its ledgers */
  constructor(
    private readonly folder: string,
    private readonly layout: Layout,
    private readonly placement: Placement,
    private readonly format: 'csv' | 'xlsx',
  ) {}

  /** Writes a table, or keeps it for the workbooks of its community. */
  write(table: Table): void {
    for (const part of this.placement.parts(table)) {
      for (const drawn of this.layout.draw(part)) {
        if (this.inWorkbook(part)) this.keep(this.placement.workbook(part), part.register, drawn);
        else this.append(part, drawn);
      }
    }
  }

  /** Writes the workbooks of the community whose tables were given last. */
  async finishCommunity(): Promise<void> {
    if (this.workbooks.size === 0) return;
    const { writeWorkbook } = await import('../workbook/workbook.js');
    for (const [name, tables] of this.workbooks) {
      const file = path.join(this.folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      await writeWorkbook(file, tables.map(sheetOf));
    }
    this.workbooks = new Map();
  }

  /** Where a written row stands. */
  placeOf({ table, row }: { table: Table; row: Row }): TruthPlace {
    const part = this.placement.partOf(table, row);
    const sheet = this.layout.titleOf(part, row);
    if (this.inWorkbook(part)) return { path: this.placement.workbook(part), sheet, row: row.line };
    return { path: this.placement.csv(part, sheet), row: row.line };
  }

  /** Writes reported figures to a file of the system's, below those that it holds. */
  writeFigures(name: string, rows: readonly (readonly string[])[]): void {
    const file = this.file(`${FOLDERS.system}/${name}.csv`);
    for (const cells of rows) file.add(cells);
  }

  /** Writes the report of a community: to a sheet of the workbook, or to a file beside its registers. */
  writeReport(part: Table, rows: readonly (readonly string[])[]): void {
    const { path: file, sheet } = this.reportPlace(part);
    if (sheet === undefined) {
      for (const cells of rows) this.file(file).add(cells);
      this.close(file);
      return;
    }
    const [header, ...body] = rows.map((cells) => ({ cells: cells.map(whole) }));
    const head: DrawnRow[] = header ? [{ ...header, look: 'heading' }] : [];
    this.keep(file, part.register, { title: sheet, columns: [], head, body, tail: [] });
  }

  /** Where the figures of such a report stand: in the row below its header. */
  reportPlace(part: Table): TruthPlace {
    const title = titleOf(part);
    if (this.format === 'csv') return { path: this.placement.csv(part, title), row: 2 };
    return { path: this.placement.workbook(part), sheet: title, row: 2 };
  }

  /** Closes a file, or all of them. */
  close(name?: string): void {
    for (const one of name === undefined ? [...this.open.keys()] : [name]) {
      this.open.get(one)?.close();
      this.open.delete(one);
    }
  }

  private inWorkbook(table: Table): boolean {
    return this.format === 'xlsx' && !wholeDistrict(table.point);
  }

  private keep(name: string, register: RegisterName, drawn: Drawn): void {
    put(this.workbooks, name, { register, drawn });
  }

  private append(table: Table, drawn: Drawn): void {
    const name = this.placement.csv(table, drawn.title);
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
    this.close(name);
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
  return type === 'integer' && typeof cell === 'string' ? whole(cell) : cell;
}

function whole(text: string): Cell {
  return /^\d{1,6}$/.test(text) ? Number(text) : text;
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
    const text = `${cells.map((cell) => csvQuoted(String(cell ?? ''))).join(',')}\n`;
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
