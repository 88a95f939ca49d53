import { headingKey } from './headings.js';
import { type KnownHeadings, knownHeading } from './known-headings.js';

/** What tables are divided by that we do not read; \x01 to \x1f by programs, blanks in print. */
const SIGNS = [...'|｜¦，；、~^#$@&*:：/\\_+', '\x01', '\x02', '\x1e', '\x1f', '　', ' '];

/** So many headings that are known make a line the header of a table. */
const HEADINGS = 3;

/** What sentences are divided by as well. */
const PUNCTUATION = '，；、:：　 ';

/**
 * The sign that divides the cells of a table which none of ours divides.
 *
 * @param lines the first of the file
 * @param prose whether the file may as well be a text: then lines of the same width must follow the header
 * @returns the sign as it is shown; undefined where no sign makes a header of any line
 */
export function otherDelimiter(
  lines: readonly string[],
  known: KnownHeadings,
  prose: boolean,
): string | undefined {
  const found = SIGNS.find((sign) => {
    const widths = lines.map((line) => line.split(sign).length);
    const at = lines.findIndex((line) => isHeader(line.split(sign), known));
    if (at < 0) return false;
    const needed = !prose ? 0 : PUNCTUATION.includes(sign) ? 2 : 1;
    return widths.filter((width, line) => line > at && width === widths[at]).length >= needed;
  });
  return found && (found < ' ' ? `\\x${found.charCodeAt(0).toString(16).padStart(2, '0')}` : found);
}

/** Half of the cells and more are headings that a register knows. */
function isHeader(cells: readonly string[], known: KnownHeadings): boolean {
  if (cells.length < HEADINGS) return false;
  const filled = cells.filter((cell) => cell.trim() !== '');
  const headings = new Set(filled.map(headingKey).filter((key) => knownHeading(key, known.keys)));
  return headings.size >= HEADINGS && headings.size * 2 >= filled.length;
}
