import { noted } from '../../model/noted.js';
import type { RawCell, RowAccount, SkipReason } from '../../model/source.js';
import { textOf } from './line-kind.js';

/** How many skipped rows are listed; the counts are always full. */
const LISTED = 1000;
/** How much of a refused record is kept: enough to find its people. */
const QUOTED = 2000;

/** The account of a source of which no row has been looked at. */
export function emptyAccount(): RowAccount {
  const rows = { total: 0, read: 0, skipped: 0, refused: 0 };
  return { ...rows, skippedRows: [], refusedRows: [], notes: [], conflicts: [] };
}

/** Accounts for the rows of a source, in order. Blank rows count once something follows them: those at the end are no rows. */
export class RowAccounts {
  private readonly account = emptyAccount();
  private blanks = 0;

  /** How many rows have been read. */
  get read(): number {
    return this.account.read;
  }

  /** The number of the next row, as a spreadsheet program shows it. */
  next(): number {
    const { read, skipped, refused } = this.account;
    return read + skipped + refused + this.blanks + 1;
  }

  countBlank(): void {
    this.blanks++;
  }

  countRead(): void {
    if (this.blanks > 0) this.flushBlanks();
    this.account.read++;
  }

  skip(row: number, reason: SkipReason): void {
    this.flushBlanks();
    this.list(row, reason);
  }

  refuse(row: number, record: readonly RawCell[], reason: string, detail?: string): void {
    const text = record.map(textOf).join(' ').slice(0, QUOTED);
    this.refuseLines(1, { row, reason, ...(detail !== undefined && { detail }), text });
  }

  /** Lines that make no records, told by the first of them. */
  refuseLines(lines: number, refused: RowAccount['refusedRows'][number]): void {
    this.flushBlanks();
    this.account.refused += lines;
    this.account.refusedRows.push(refused);
  }

  /** A row in which two columns of one name differ. */
  conflict(column: string, row: number): void {
    const known = this.account.conflicts.find((conflict) => conflict.column === column);
    if (known) known.count++;
    else this.account.conflicts.push({ column, count: 1, firstRow: row });
  }

  note(code: string, count: number, detail?: string): void {
    this.account.notes.push(...noted(code, count, detail));
  }

  finish(): RowAccount {
    const { account } = this;
    account.total = account.read + account.skipped + account.refused;
    return account;
  }

  private flushBlanks(): void {
    const first = this.next() - this.blanks;
    const count = this.blanks;
    this.blanks = 0;
    for (let i = 0; i < count; i++) this.list(first + i, 'blank');
  }

  private list(row: number, reason: SkipReason): void {
    this.account.skipped++;
    if (this.account.skippedRows.length < LISTED) this.account.skippedRows.push({ row, reason });
  }
}
