/** A quote is open where the text ends. */
export const OPEN = -1;
/** A quote was closed by one in the middle of a cell, lines further down. */
const BROKEN = -2;
const QUOTE = 34;
const LF = 10;

/** Finds the ends of records in the text of a CSV file. */
export class RecordEnds {
  /** Cells of the record whose end was found last. */
  cells = 0;

  constructor(private readonly delimiter: string) {}

  /** Where the record that starts at `from` ends (after its line end), `OPEN` or `BROKEN`. */
  of(text: string, from: number): number {
    let position = from;
    let line = nextLine(text, from);
    for (this.cells = 1; ; this.cells++) {
      if (text.charCodeAt(position) === QUOTE) {
        position = this.ofQuote(text, position);
        if (position < 0) return position;
        if (position >= line) line = nextLine(text, position);
      }
      const next = text.indexOf(this.delimiter, position);
      if (next < 0 || next >= line) return line;
      position = next + 1;
    }
  }

  /** Where the quoted cell that starts at `from` ends: after its closing quote. */
  private ofQuote(text: string, from: number): number {
    let position = from + 1;
    for (;;) {
      const quote = text.indexOf('"', position);
      if (quote < 0) return OPEN;
      const next = text.charCodeAt(quote + 1);
      if (next === QUOTE) position = quote + 2;
      else if (Number.isNaN(next) || next === LF || text[quote + 1] === this.delimiter) return quote + 1;
      // A quote in the middle of a cell is a slip of the pen, unless a line end lies between: then an earlier one is open.
      else if (nextLine(text, from) <= quote) return BROKEN;
      else position = quote + 1;
    }
  }
}

/** After the line that holds `from`. */
export function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

export function withoutLineEnd(record: string): string {
  return record.endsWith('\n') ? record.slice(0, -1) : record;
}

/** After the last line end; a carriage return at the very end may be half of one. */
export function lastLineEnd(text: string): number {
  const feed = text.lastIndexOf('\n');
  if (feed >= 0) return feed + 1;
  return text.length > 1 ? text.lastIndexOf('\r', text.length - 2) + 1 : 0;
}

export function withLineFeeds(text: string): string {
  if (!text.includes('\r')) return text;
  const feeds = text.replaceAll('\r\n', '\n');
  return feeds.includes('\r') ? feeds.replaceAll('\r', '\n') : feeds;
}
