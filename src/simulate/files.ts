import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { REGISTERS } from '../registers/index.js';
import type { RegisterName } from '../registers/types.js';
import { COLUMNS, type Table, WITNESS_COLUMNS } from './rows.js';

const BUFFER = 1 << 20;

/** Where the rows of a world go. Writing a table gives each of its rows the line that a spreadsheet shows. */
export interface Sink {
  write(table: Table): void | Promise<void>;
  /** Where a table of this sink is kept: path relative to the data folder, and sheet. */
  placeOf(table: Table): { path: string; sheet?: string };
  /** Reported figures, one file a header. */
  writeFigures(name: string, header: readonly string[], rows: readonly string[][]): void;
  close(): void | Promise<void>;
}

/** The folder of each point. */
export const FOLDERS: Readonly<Record<string, string>> = {
  card: '户卡',
  ledger: '台账',
  system: '信息系统',
  hospital: '医院',
  civil: '民政',
};

const WITNESS_FILES: Readonly<Record<string, string>> = { hospital: '医院出生名单', civil: '民政婚姻名单' };

/** Columns of a table: a witness's list has fewer. */
export function columnsOf(table: Pick<Table, 'point' | 'register'>): readonly string[] {
  if (table.point === 'hospital') return WITNESS_COLUMNS.births;
  if (table.point === 'civil') return WITNESS_COLUMNS.marriages;
  return COLUMNS[table.register];
}

/** The heading that templates print above a column. */
export function headingOf(register: RegisterName, column: string): string {
  return REGISTERS[register].columns.find((one) => one.name === column)?.heading ?? column;
}

/** What a sheet or file of a table is called: cards of women have a name of their own. */
export function titleOf(table: Pick<Table, 'point' | 'register'>): string {
  const witness = WITNESS_FILES[table.point];
  if (witness) return witness;
  return table.point === 'card' && table.register === 'women' ? '育妇卡' : REGISTERS[table.register].heading;
}

/** Whether a point keeps one file for the whole district rather than one a community. */
export function wholeDistrict(point: string): boolean {
  return point !== 'card' && point !== 'ledger';
}

/** Path of a table's CSV file, relative to the data folder. */
export function csvPath(table: Pick<Table, 'point' | 'register' | 'community' | 'copy'>): string {
  const title = titleOf(table);
  const name = wholeDistrict(table.point)
    ? title
    : `${table.community}_${title}${table.copy ? ' - 副本' : ''}`;
  return `${FOLDERS[table.point] ?? table.point}/${name}.csv`;
}

/** A file that grows by rows, written a megabyte at a time. */
export class RowFile {
  private readonly handle: number;
  private parts: string[] = [];
  private size = 0;
  line = 0;

  constructor(
    file: string,
    private readonly encode: (text: string) => Buffer,
    private readonly newline = '\n',
  ) {
    mkdirSync(path.dirname(file), { recursive: true });
    this.handle = openSync(file, 'w');
  }

  /** Appends a record and returns its row number. */
  add(cells: readonly string[], delimiter = ','): number {
    const text = cells.map(quoted).join(delimiter) + this.newline;
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
    const bytes = this.encode(this.parts.join(''));
    for (let at = 0; at < bytes.length; ) at += writeSync(this.handle, bytes, at);
    this.parts = [];
    this.size = 0;
  }
}

const NEEDS_QUOTES = /[",\r\n]/;

function quoted(cell: string): string {
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Every register as CSV in UTF-8, with the headings of the templates. */
export class PlainCsv implements Sink {
  private readonly open = new Map<string, RowFile>();

  constructor(private readonly folder: string) {}

  write(table: Table): void {
    const file = this.file(table);
    for (const row of table.rows) row.line = file.add(row.cells);
    if (!wholeDistrict(table.point)) this.finish(csvPath(table));
  }

  placeOf(table: Table): { path: string } {
    return { path: csvPath(table) };
  }

  writeFigures(name: string, header: readonly string[], rows: readonly string[][]): void {
    const file = path.join(this.folder, FOLDERS.system ?? '', `${name}.csv`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, [header, ...rows].map((cells) => `${cells.join(',')}\n`).join(''));
  }

  close(): void {
    for (const name of [...this.open.keys()]) this.finish(name);
  }

  private file(table: Table): RowFile {
    const name = csvPath(table);
    const known = this.open.get(name);
    if (known) return known;
    const file = new RowFile(path.join(this.folder, name), (text) => Buffer.from(text));
    file.add(columnsOf(table).map((column) => headingOf(table.register, column)));
    this.open.set(name, file);
    return file;
  }

  private finish(name: string): void {
    this.open.get(name)?.close();
    this.open.delete(name);
  }
}
