import type { RawCell } from '../../model/source.js';
import { type Heading, headingKey } from './headings.js';
import { knownHeading } from './known-headings.js';
import { textOf } from './line-kind.js';

/** So many known headings, and most of the line, make the header of another table. */
const HEADINGS = 3;
/** Headings in a row that come again begin the table anew; two do beside a blank column, or the first. */
const AGAIN = 3;
const AGAIN_APART = 2;

/**
 * Whether a row below the header of a table is the header of another: nothing but headings.
 *
 * @param known keys of those that any register knows, by the configuration as well
 */
export function isOtherHeader(record: readonly RawCell[], known: ReadonlySet<string>): boolean {
  const filled = record.map(textOf).filter((text) => text.trim() !== '');
  if (filled.length < HEADINGS || filled.some((text) => /\d/.test(text))) return false;
  const headings = new Set(filled.map(headingKey).filter((key) => knownHeading(key, known)));
  return headings.size >= HEADINGS && headings.size * 4 >= filled.length * 3;
}

/** Whether most cells of a row of headings are the headings of the table itself, each in its column. */
export function repeatsHeader(
  record: readonly RawCell[],
  columns: readonly { index: number; heading: string }[],
): boolean {
  const filled = record.filter((cell) => textOf(cell).trim() !== '').length;
  const same = columns.filter(
    ({ index, heading }) => headingKey(textOf(record[index])) === headingKey(heading),
  );
  return same.length * 2 >= filled;
}

/**
 * The column in which a second table begins beside the first, its header in the same line: a run of headings comes again,
 * or behind a column that is blank down to the last of the rows some do.
 *
 * @param rows the first of the sheet
 * @returns undefined where there is one table only
 */
export function besideColumn(headings: readonly Heading[], rows: readonly string[][]): number | undefined {
  const texts = headings.map(({ keys: [key = ''] }) => key);
  const at = headings.findIndex((heading, n) => {
    const before = texts.slice(0, n);
    if (before.length < HEADINGS || headings.length - n < HEADINGS) return false;
    const apart = (headings[n - 1]?.index ?? 0) + 1 < heading.index && isBlank(rows, heading.index - 1);
    const again = texts.slice(n).filter((text) => before.includes(text)).length;
    if (apart) return again >= AGAIN_APART || before.includes(texts[n] ?? '');
    const first = before.indexOf(texts[n] ?? '');
    return (
      first >= 0 && texts.slice(n, n + AGAIN).every((text, i) => i < AGAIN && text === before[first + i])
    );
  });
  return headings[at]?.index;
}

function isBlank(rows: readonly string[][], column: number): boolean {
  return rows.every((row) => (row[column] ?? '').trim() === '');
}
