import { CsvError, parse } from 'csv-parse/sync';
import { lastLineEnd, nextLine, OPEN, RecordEnds, withLineFeeds, withoutLineEnd } from './record-ends.js';
import { Unreadable } from './unreadable.js';

/** Who takes what `RecordSplitter` finds. */
export interface RecordSink {
  record(cells: string[]): void;
  /** Lines that an unclosed quote spoiled, and the beginning of their text. */
  unclosed(lines: number, text: string): void;
  /** Whether a record of that many cells is as wide as the header; absent while the header is not known. */
  isWide?(cells: number): boolean;
}

/** A quoted cell longer than this (characters) was never closed. */
const LONGEST_QUOTE = 1 << 20;
/** No table has lines of so many characters. */
const LONGEST_LINE = 1 << 26;
/** How much of a spoilt record is kept (characters). */
const KEPT = 2000;
/** Slips of the pen spoil no record. */
const RELAXED = { record_delimiter: '\n', relax_quotes: true, relax_column_count: true };
/** The header of a table stands in the first so many records. */
const HEADER_WITHIN = 100;

/**
 * Cuts the text of a CSV file into records, block by block. A block without a quote needs no parser: lines and
 * delimiters are all there is. Everything else goes through csv-parse, in pieces that are known to be complete, so
 * that an unclosed quote spoils its own lines only and not the rest of the file.
 */
export class RecordSplitter {
  private carry = '';
  /** Lines refused so far since the quote that was not closed, and their text; 0 where reading goes well. */
  private refusing = 0;
  private spoilt = '';
  /** Records that went through `hand`. */
  private handed = 0;
  private readonly ends: RecordEnds;

  constructor(
    private readonly delimiter: string,
    private readonly sink: RecordSink,
  ) {
    this.ends = new RecordEnds(delimiter);
  }

  push(text: string): void {
    const cut = lastLineEnd(text);
    const lines = cut > 0 ? this.carry + text.slice(0, cut) : '';
    const rest = cut > 0 ? text.slice(cut) : this.carry + text;
    if (rest.length > LONGEST_LINE) throw new Unreadable('read.no-table');
    this.carry = cut > 0 ? this.take(withLineFeeds(lines), false) + rest : rest;
  }

  end(): void {
    if (this.carry !== '') this.take(withLineFeeds(this.carry), true);
    this.carry = '';
    if (this.refusing > 0) this.resume();
  }

  /** Hands over the records of a text of whole lines. @returns what is left of it: a quote that may still be closed */
  private take(text: string, last: boolean): string {
    if (this.refusing > 0 || text.includes('"')) return this.takeRecords(text, last);
    this.takeLines(text);
    return '';
  }

  /** Cell after cell, in one pass: a third faster than lines first, and then their cells. */
  private takeLines(text: string): void {
    let next = text.indexOf(this.delimiter);
    for (let from = 0; from < text.length; ) {
      const feed = text.indexOf('\n', from);
      const end = feed < 0 ? text.length : feed;
      const cells: string[] = [];
      while (next >= 0 && next < end) {
        cells.push(text.slice(from, next));
        from = next + 1;
        next = text.indexOf(this.delimiter, from);
      }
      cells.push(text.slice(from, end));
      this.sink.record(cells);
      from = end + 1;
    }
  }

  private takeRecords(text: string, last: boolean): string {
    const records: string[] = [];
    let position = 0;
    while (position < text.length) {
      if (this.refusing > 0) {
        position = this.refuse(text, position);
        continue;
      }
      const end = this.ends.of(text, position);
      if (end === OPEN && !last && text.length - position < LONGEST_QUOTE) break;
      const isLine = end >= 0 && nextLine(text, position) === end;
      if (!isLine && this.isDoubtful(end)) this.hand(records.splice(0));
      if (isLine || (end >= 0 && !this.isSpoilt(text, position, end))) {
        records.push(text.slice(position, end));
        position = end;
      } else {
        position = this.spoil(text, position);
      }
    }
    this.hand(records);
    return text.slice(position);
  }

  /** Hands over complete records: those with quotes through the parser, all at once, since each call costs. */
  private hand(records: readonly string[]): void {
    this.handed += records.length;
    const quoted = records.filter((record) => record.includes('"'));
    const all = this.parse(quoted.join(''));
    const parsed =
      all.length === quoted.length ? all.map((cells) => [cells]) : quoted.map((one) => this.parse(one));
    let next = 0;
    for (const record of records) {
      if (!record.includes('"')) this.sink.record(withoutLineEnd(record).split(this.delimiter));
      else for (const cells of parsed[next++] ?? []) this.sink.record(cells);
    }
  }

  /** Goes on over lines until one stands by itself as a record of the header's width. */
  private refuse(text: string, from: number): number {
    let position = from;
    while (position < text.length) {
      const end = nextLine(text, position);
      if (this.ends.of(text, position) === end && this.isRecord(text.slice(position, end))) {
        this.resume();
        return position;
      }
      position = this.spoil(text, position);
    }
    return position;
  }

  /** Gives up the line that starts at `from`. */
  private spoil(text: string, from: number): number {
    const end = nextLine(text, from);
    this.refusing++;
    if (this.spoilt.length < KEPT) this.spoilt += text.slice(from, Math.min(end, from + KEPT));
    return end;
  }

  private resume(): void {
    this.sink.unclosed(this.refusing, this.spoilt);
    this.refusing = 0;
    this.spoilt = '';
  }

  private isRecord(line: string): boolean {
    const cells = this.parse(line)[0];
    return cells !== undefined && cells.length > 1 && this.isWide(cells.length);
  }

  /**
   * Whether a record over several lines cannot be judged before those above it have been handed over: what is as wide
   * as the header depends on whether the header has come.
   */
  private isDoubtful(end: number): boolean {
    return end < 0 || this.handed < HEADER_WITHIN || !this.isWide(this.ends.cells);
  }

  /**
   * A record over several lines that has not the header's width was closed by some later quote, by accident. A title
   * or a note of one cell may break its line, unless there are records in it.
   */
  private isSpoilt(text: string, from: number, end: number): boolean {
    if (this.isWide(this.ends.cells)) return false;
    const cells = this.parse(text.slice(from, end))[0] ?? [];
    const filled = cells.filter((cell) => cell.trim() !== '');
    const hasRecord = (line: string) =>
      line.includes(this.delimiter) && this.isWide(line.split(this.delimiter).length);
    return filled.length > 1 || filled.some((cell) => cell.split('\n').some(hasRecord));
  }

  private isWide(cells: number): boolean {
    return this.sink.isWide?.(cells) ?? true;
  }

  private parse(text: string): string[][] {
    if (text === '') return [];
    try {
      return parse(text, { delimiter: this.delimiter, ...RELAXED }) as string[][];
    } catch (error) {
      if (error instanceof CsvError) return [[text]];
      throw error;
    }
  }
}
