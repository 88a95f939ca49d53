import { columnLetters } from '../../keys/column-letters.js';
import type { RawCell, RawRow, RowAccount, SkipReason, Source } from '../../model/source.js';
import { FigureTotals } from './figure-totals.js';
import { longRows } from './figures.js';
import { FillDown } from './fill-down.js';
import { leastCells, lineColumns } from './line-columns.js';
import { belongsToHeader } from './line-hint.js';
import { type LineColumns, lineKind, textOf } from './line-kind.js';
import { hasLongId } from './line-person.js';
import { RowAccounts } from './row-account.js';
import { isOtherHeader, repeatsHeader } from './second-table.js';
import { stayExchanger } from './stay-dates.js';

/** Takes a record; false where its cells do not fit their columns, so that it counts as refused. */
export type OnRow = (row: RawRow) => unknown;

/** Takes the rows of one source in order, hands on the records, and accounts for every row. */
export class RowReader {
  private readonly account = new RowAccounts();
  private readonly columns: Int32Array;
  private readonly lines: LineColumns;
  private readonly fillDown: FillDown;
  /** Of figures, whose totals are read. */
  private readonly totals: FigureTotals | undefined;
  private readonly exchange: ((cells: RawCell[]) => void) | undefined;
  private readonly rivals: { rival: number; winner: number; column: string }[];
  /** Cells that a record of a CSV file has at least: those after it are not required, and programs leave blank ones out. */
  private readonly least: number;
  /** Rows above and in the header: they come again on later pages. */
  private readonly headRows = new Map<string, SkipReason>();
  private short = 0;
  private hidden = 0;
  /** Within the rows of a second table, which is not read. */
  private inOther = false;

  constructor(
    private readonly source: Source,
    private readonly onRow: OnRow,
    /** Keys of the headings that any register knows. */
    private readonly headings: ReadonlySet<string>,
  ) {
    const at = (name: string) => source.columns.findIndex((column) => column.name === name);
    this.columns = Int32Array.from(source.columns, (column) => column.index);
    this.lines = lineColumns(source);
    this.fillDown = new FillDown(source);
    this.totals = source.register === 'figures' ? new FigureTotals(source) : undefined;
    this.exchange = stayExchanger(source);
    this.least = leastCells(source);
    this.rivals = source.rivals.map(({ name, index }) => {
      return { column: name, rival: index, winner: source.columns[at(name)]?.index ?? index };
    });
  }

  /** The next row, as wide as the file has it. */
  push(record: readonly RawCell[], isHidden = false): void {
    const row = this.account.next();
    if (row <= this.source.header.to) return this.head(record, row);
    const reason = this.reasonToSkip(record, row);
    if (reason === 'blank' && keyOf(record) === '') this.account.countBlank();
    else if (reason) this.account.skip(row, reason);
    else if (this.source.kind === 'csv' && !this.hasWidth(record)) this.refuseWidth(row, record);
    else this.read(row, record, isHidden);
  }

  /** Lines that an unclosed quote spoiled, and their text. */
  unclosed(lines: number, text: string): void {
    const row = this.account.next();
    this.account.refuseLines(lines, { row, reason: 'unclosed-quote', detail: String(lines), text });
  }

  finish(): RowAccount {
    for (const { code, count } of this.fillDown.notes()) this.account.note(code, count);
    this.account.note('missing-last-cells', this.short);
    this.account.note('hidden-rows', this.hidden);
    return this.account.finish();
  }

  /** Whether a record of that many cells is as wide as the header; titles above it are as wide as they like. */
  isWide(cells: number): boolean {
    if (this.account.next() <= this.source.header.to) return true;
    return cells >= this.least && cells <= this.source.width.cells;
  }

  private head(record: readonly RawCell[], row: number): void {
    const reason = row >= this.source.header.from ? 'header' : 'title';
    const key = keyOf(record);
    if (key === '') return this.account.countBlank();
    this.headRows.set(key, reason);
    this.account.skip(row, reason);
  }

  /** Nearly every row of people holds an ID, and needs no further look. */
  private reasonToSkip(record: readonly RawCell[], row: number): SkipReason | undefined {
    if (hasLongId(record, this.lines.ids)) return this.inOther ? 'other-table' : undefined;
    return this.otherTable(record, row) ?? this.lineReason(record);
  }

  /**
   * Rows of a second table further down, from its header on; the table's own header ends it, as on the next page. Headings
   * right below the header are those of a program under the words of people.
   */
  private otherTable(record: readonly RawCell[], row: number): SkipReason | undefined {
    const begins = isOtherHeader(record, this.headings);
    const isNext = row === this.source.header.to + 1;
    if (
      begins &&
      (isNext || this.headRows.has(keyOf(record)) || repeatsHeader(record, this.source.columns))
    ) {
      this.inOther = false;
      return 'header';
    }
    if (begins) {
      this.inOther = true;
      const column = record.findIndex((cell) => textOf(cell).trim() !== '');
      this.account.note('second-table', 1, this.placeOf(row, column));
    }
    return this.inOther && keyOf(record) !== '' ? 'other-table' : undefined;
  }

  private placeOf(row: number, column: number): string {
    const { sheet } = this.source;
    return `${sheet === undefined ? '' : `${sheet} `}${columnLetters(column)}${row}`;
  }

  private lineReason(record: readonly RawCell[]): SkipReason | undefined {
    if (this.account.read === 0 && belongsToHeader(record)) return 'header';
    const reason = this.headRows.get(keyOf(record)) ?? lineKind(record, this.lines);
    return reason === 'total' && this.source.register === 'figures' ? undefined : reason;
  }

  /** As many cells as headings, blank ones beyond them, or fewer where none of those left out is required. */
  private hasWidth(record: readonly RawCell[]): boolean {
    const { headings, cells } = this.source.width;
    if (record.length < headings) return record.length >= this.least;
    return record.length <= cells || record.slice(cells).every((cell) => textOf(cell).trim() === '');
  }

  private refuseWidth(row: number, record: readonly RawCell[]): void {
    this.account.refuse(row, record, 'cell-count', `${record.length}/${this.source.width.headings}`);
  }

  private read(row: number, record: readonly RawCell[], isHidden: boolean): void {
    const cells: RawCell[] = new Array(this.columns.length);
    for (let i = 0; i < cells.length; i++) cells[i] = record[this.columns[i] as number] ?? null;
    this.exchange?.(cells);
    this.fillDown.fill(cells);
    const isSettled =
      this.totals?.settle(cells, record, () => lineKind(record, this.lines) === 'total') ?? true;
    if (!isSettled) return this.account.skip(row, 'total');
    if (!this.handOn(row, cells, record)) return this.account.refuse(row, record, 'moved-cells');
    this.account.countRead();
    if (isHidden) this.hidden++;
    if (record.length < this.source.width.headings && this.source.kind === 'csv') this.short++;
    if (this.rivals.length > 0) this.compareRivals(row, record);
  }

  private handOn(row: number, cells: RawCell[], record: readonly RawCell[]): boolean {
    const { wide, columns } = this.source;
    if (!wide) return this.onRow({ row, cells, record }) !== false;
    for (const long of longRows(row, cells, record, columns, wide)) this.onRow(long);
    return true;
  }

  private compareRivals(row: number, record: readonly RawCell[]): void {
    for (const { column, rival, winner } of this.rivals) {
      const [one, other] = [textOf(record[winner]).trim(), textOf(record[rival]).trim()];
      if (one !== '' && other !== '' && one !== other) this.account.conflict(column, row);
    }
  }
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
