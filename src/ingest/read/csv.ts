import { blocksOf, firstBytes } from './blocks.js';
import { type RecordSink, RecordSplitter } from './records.js';

/** Bytes of a file that its delimiter and header are looked for in. */
const HEAD = 1 << 17;
/** Bytes that mostly hold the first rows. */
const FIRST_PIECE = 1 << 14;
/** Characters of it that are cut into rows at a time, until there are enough. */
const PIECE = 1 << 13;
const DELIMITERS = [',', '\t', ';'];

/** The first rows of a text file, and the delimiter that makes a table of them. */
export interface CsvHead {
  delimiter: string;
  rows: string[][];
}

/** Reads the records of a whole file, in order. */
export async function readCsv(
  file: string,
  encoding: string,
  delimiter: string,
  sink: RecordSink,
): Promise<void> {
  const decoder = new TextDecoder(encoding);
  const splitter = new RecordSplitter(delimiter, sink);
  for await (const block of blocksOf(file)) {
    splitter.push(decoder.decode(block, { stream: true }));
  }
  splitter.push(decoder.decode());
  splitter.end();
}

/**
 * The first rows of a text file, by each delimiter that makes a table of them: the widest first.
 *
 * @param most rows
 * @param least columns, two or more
 */
export function headsOfCsv(file: string, encoding: string, most: number, least = 2): CsvHead[] {
  const bytes = firstBytes(file, HEAD);
  // Decoding takes longer than cutting, and the first rows are mostly short.
  for (let size = FIRST_PIECE; ; size = HEAD) {
    const text = new TextDecoder(encoding).decode(bytes.subarray(0, size), { stream: true });
    const heads = DELIMITERS.filter((delimiter) => text.includes(delimiter)).map((delimiter) => {
      return { delimiter, rows: headRows(text, delimiter, most) };
    });
    const isEnough = heads.length > 0 && heads.every(({ rows }) => rows.length === most);
    if (isEnough || size >= bytes.length) return widest(heads, least);
  }
}

/** The first lines of a text file, whatever divides them. @param most lines */
export function linesOfText(file: string, encoding: string, most: number): string[] {
  const text = new TextDecoder(encoding).decode(firstBytes(file, HEAD), { stream: true });
  return text.split(/\r\n?|\n/, most).map((line) => line.replaceAll('"', ''));
}

/** The heads of that width and more, the widest first. */
function widest(heads: readonly CsvHead[], least: number): CsvHead[] {
  const known = heads.map((head) => ({ head, width: usualWidth(head.rows) }));
  const wide = known.filter(({ width }) => width >= least);
  return wide.sort((a, b) => b.width - a.width).map(({ head }) => head);
}

function headRows(text: string, delimiter: string, most: number): string[][] {
  const rows: string[][] = [];
  const keep = (cells: string[]) => {
    if (rows.length < most) rows.push(cells);
  };
  const splitter = new RecordSplitter(delimiter, {
    record: keep,
    unclosed: (lines) => Array.from({ length: lines }, () => keep([])),
  });
  for (let from = 0; from < text.length && rows.length < most; from += PIECE) {
    splitter.push(text.slice(from, from + PIECE));
  }
  if (rows.length < most) splitter.end();
  return rows;
}

/** The width of the widest row that has company: two rows or more of that width; of a lone header its own. */
function usualWidth(rows: readonly string[][]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== '')).length;
  const usual = [...counts].filter(([, count]) => count > 1 || filled < 4).map(([width]) => width);
  return Math.max(1, ...usual);
}
