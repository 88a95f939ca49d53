import type { RawCell, RawRow, RowAccount, SkipReason, Source } from '../../model/source.js';
import { REGISTERS } from '../../registers/index.js';
import { longRows } from './figures.js';
import { isNumber, isNumbering, lineKind, textOf } from './line-kind.js';

/** How many skipped rows are listed; the counts are always full. */
const LISTED = 1000;
/** How much of a refused record is kept: enough to find its people. */
const QUOTED = 2000;
/** A cell of this length that begins with a digit, in an ID column, makes a row a person's. */
const ID_LENGTH = 15;

const PLACES = new Set(['community', 'street', 'district']);

/** Takes the rows of one source in order, hands on the records, and accounts for every row. */
export class RowReader {
  private readonly account: RowAccount = {
    total: 0,
    read: 0,
    skipped: 0,
    refused: 0,
    skippedRows: [],
    refusedRows: [],
    notes: [],
    conflicts: [],
  };
  private readonly columns: Int32Array;
  private readonly idColumns: number[];
  /** Columns that say more than where a record belongs. */
  private readonly ownColumns: number[];
  private readonly parents: number[];
  private readonly community: number;
  /** Of figures, whose total rows may leave it blank; -1 of other registers. */
  private readonly period: number;
  private readonly rivals: { rival: number; winner: number; column: string }[];
  /** Rows above and in the header: they come again on later pages. */
  private readonly headRows = new Map<string, SkipReason>();
  private blanks = 0;
  private above: RawCell[] = [];
  private filledCommunities = 0;
  private inheritedParents = 0;
  private hidden = 0;

  constructor(
    private readonly source: Source,
    private readonly onRow: (row: RawRow) => void,
  ) {
    const register = REGISTERS[source.register];
    const at = (name: string) => source.columns.findIndex((column) => column.name === name);
    const ids = new Set(
      register.columns.filter((column) => column.type === 'id').map((column) => column.name),
    );
    this.columns = Int32Array.from(source.columns, (column) => column.index);
    this.idColumns = source.columns.filter((column) => ids.has(column.name)).map((column) => column.index);
    this.ownColumns = source.columns.filter(({ name }) => !PLACES.has(name)).map((column) => column.index);
    this.parents = (register.inheritsWhenAllBlank ?? []).map(at).filter((index) => index >= 0);
    this.community = at('community');
    this.period = register.name === 'figures' ? at('period') : -1;
    this.rivals = source.rivals.map(({ name, index }) => {
      return { column: name, rival: index, winner: source.columns[at(name)]?.index ?? index };
    });
  }

  /** The next row, as wide as the file has it. */
  push(record: readonly RawCell[], isHidden = false): void {
    const row = this.nextRow();
    if (row <= this.source.header.to) return this.head(record, row);
    const reason = this.isPerson(record) ? undefined : this.skipReason(record);
    if (reason === 'blank') this.blanks++;
    else if (reason) this.skip(row, reason);
    else if (this.source.kind === 'csv' && !this.hasWidth(record)) this.refuse(row, record);
    else this.read(row, record, isHidden);
  }

  /** Lines that an unclosed quote spoiled, and their text. */
  unclosed(lines: number, text: string): void {
    const row = this.nextRow();
    this.flushBlanks();
    this.account.refused += lines;
    this.account.refusedRows.push({ row, reason: 'unclosed-quote', detail: String(lines), text });
  }

  /** Blank rows after the last row that holds something are no rows. */
  finish(): RowAccount {
    const { account } = this;
    account.total = account.read + account.skipped + account.refused;
    this.note('filled-community', this.filledCommunities);
    this.note('inherited-parents', this.inheritedParents);
    this.note('hidden-rows', this.hidden);
    return account;
  }

  /** Whether a record of that many cells is as wide as the header; titles above it are as wide as they like. */
  isWide(cells: number): boolean {
    if (this.nextRow() <= this.source.header.to) return true;
    return cells >= this.source.width.headings && cells <= this.source.width.cells;
  }

  private nextRow(): number {
    const { read, skipped, refused } = this.account;
    return read + skipped + refused + this.blanks + 1;
  }

  private head(record: readonly RawCell[], row: number): void {
    const reason = row >= this.source.header.from ? 'header' : 'title';
    const key = keyOf(record);
    if (key === '') this.blanks++;
    else {
      this.headRows.set(key, reason);
      this.skip(row, reason);
    }
  }

  private isPerson(record: readonly RawCell[]): boolean {
    for (const column of this.idColumns) {
      const cell = record[column];
      if (typeof cell === 'string' && cell.length >= ID_LENGTH) {
        const first = cell.charCodeAt(0);
        if ((first > 0x2f && first < 0x3a) || first === 0x27) return true;
      }
    }
    return false;
  }

  private skipReason(record: readonly RawCell[]): SkipReason | undefined {
    if (this.account.read === 0 && isNumbering(record)) return 'header';
    const reason = lineKind(record) ?? this.headRows.get(keyOf(record)) ?? this.emptyForm(record);
    return reason === 'total' && this.source.register === 'figures' ? undefined : reason;
  }

  /** A row that waits to be filled in: a running number, a community, and nothing else. */
  private emptyForm(record: readonly RawCell[]): SkipReason | undefined {
    if (this.ownColumns.some((column) => !isBlank(record[column]))) return undefined;
    const known = new Set(this.columns);
    return record.every((cell, i) => isBlank(cell) || known.has(i) || isNumber(cell)) ? 'blank' : 'note';
  }

  private skip(row: number, reason: SkipReason): void {
    this.flushBlanks();
    this.list(row, reason);
  }

  private flushBlanks(): void {
    const first = this.nextRow() - this.blanks;
    const count = this.blanks;
    this.blanks = 0;
    for (let i = 0; i < count; i++) this.list(first + i, 'blank');
  }

  private list(row: number, reason: SkipReason): void {
    this.account.skipped++;
    if (this.account.skippedRows.length < LISTED) this.account.skippedRows.push({ row, reason });
  }

  private hasWidth(record: readonly RawCell[]): boolean {
    const { headings, cells } = this.source.width;
    if (record.length < headings) return false;
    for (let i = cells; i < record.length; i++) if (textOf(record[i]).trim() !== '') return false;
    return true;
  }

  private refuse(row: number, record: readonly RawCell[]): void {
    this.flushBlanks();
    this.account.refused++;
    const detail = `${record.length}/${this.source.width.headings}`;
    const text = record.map(textOf).join(' ').slice(0, QUOTED);
    this.account.refusedRows.push({ row, reason: 'cell-count', detail, text });
  }

  private read(row: number, record: readonly RawCell[], isHidden: boolean): void {
    if (this.blanks > 0) this.flushBlanks();
    this.account.read++;
    if (isHidden) this.hidden++;
    const cells: RawCell[] = new Array(this.columns.length);
    for (let i = 0; i < cells.length; i++) cells[i] = record[this.columns[i] as number] ?? null;
    if (this.rivals.length > 0) this.compareRivals(row, record);
    this.fillDown(cells);
    if (this.period >= 0 && isBlank(cells[this.period]) && lineKind(record) === 'total')
      cells[this.period] = this.above[this.period] ?? null;
    this.above = cells;
    if (!this.source.wide) this.onRow({ row, cells });
    else
      for (const long of longRows(row, cells, record, this.source.columns, this.source.wide))
        this.onRow(long);
  }

  private fillDown(cells: RawCell[]): void {
    const { above, community, parents } = this;
    if (community >= 0 && isBlank(cells[community]) && !isBlank(above[community])) {
      cells[community] = above[community] ?? null;
      this.filledCommunities++;
    }
    if (parents.length === 0 || !isBlank(cells[parents[0] as number])) return;
    if (above.length === 0 || !parents.every((index) => isBlank(cells[index]))) return;
    for (const index of parents) cells[index] = above[index] ?? null;
    this.inheritedParents++;
  }

  private compareRivals(row: number, record: readonly RawCell[]): void {
    for (const { column, rival, winner } of this.rivals) {
      const [one, other] = [textOf(record[winner]).trim(), textOf(record[rival]).trim()];
      if (one === '' || other === '' || one === other) continue;
      const known = this.account.conflicts.find((conflict) => conflict.column === column);
      if (known) known.count++;
      else this.account.conflicts.push({ column, count: 1, firstRow: row });
    }
  }

  private note(code: string, count: number): void {
    if (count > 0) this.account.notes.push({ code, count });
  }
}

function isBlank(cell: RawCell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** The filled cells of a row as one text: the same on every page that repeats it. */
function keyOf(record: readonly RawCell[]): string {
  let key = '';
  for (const cell of record) {
    const text = textOf(cell).replace(/\s+/g, '');
    if (text !== '') key += `${text}\u0001`;
  }
  return key;
}
