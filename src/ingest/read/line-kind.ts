import { isBlank, isBlankOrNone, tidy, unquoted } from '../../keys/text.js';
import { totalWord } from '../../keys/total-word.js';
import type { RawCell, SkipReason } from '../../model/source.js';
import { isPerson } from './line-person.js';
import * as words from './line-words.js';

/** Where a table keeps what tells its records from other lines: 0-based positions. */
export interface LineColumns {
  names: readonly number[];
  ids: readonly number[];
  dates: readonly number[];
  places: readonly number[];
  /** Numbers of figures and building lists: one of them makes a record where nobody is named. */
  counts: readonly number[];
  /** All columns that the register knows. */
  known: ReadonlySet<number>;
}

/** A filled cell without white space, in half-width forms. */
interface Filled {
  at: number;
  text: string;
}

/** A lone cell of this length is a sentence and no value. */
const SENTENCE = 12;

/**
 * What a row is that is no record, told by its shape: which of its columns are filled, and with what.
 *
 * @returns undefined for a record; a row that names a person by ID or by date is one, whatever else stands in it
 */
export function lineKind(cells: readonly RawCell[], columns: LineColumns): SkipReason | undefined {
  if (isPerson(cells, columns)) return undefined;
  const filled = filledCells(cells).filter(({ text }) => !isBlank(text));
  const said = filled.filter(({ at, text }) => !columns.places.includes(at) && !isRunning(at, text, columns));
  if (filled.length === 0) return 'blank';
  if (isTotal(filled, columns)) return 'total';
  if (saysNothing(said, filled, columns)) return 'note';
  if (!isCounted(cells, columns) && isNote(filled)) return 'note';
  if (isLoneWord(filled, columns)) return 'note';
  if (said.length === 0) return 'blank';
  return said.some(({ at }) => columns.known.has(at)) ? undefined : 'note';
}

/** 无 in all columns that the register knows, places aside; or in all there are. */
function saysNothing(said: readonly Filled[], filled: readonly Filled[], { known }: LineColumns): boolean {
  const own = said.filter(({ at }) => known.has(at));
  const telling = own.length > 0 ? own : said.length > 0 ? said : filled;
  return telling.every(({ text }) => words.NOTHING.test(text));
}

/** One word in the whole line that names nobody: a group of rows, the next page, an area of figures without any. */
function isLoneWord(filled: readonly Filled[], { names, places, counts }: LineColumns): boolean {
  const [only, second] = filled;
  if (only === undefined || second !== undefined || counts.includes(only.at)) return false;
  if (places.includes(only.at)) return words.NO_NAME.test(only.text) && !words.PLACE_NAME.test(only.text);
  return !names.includes(only.at) || only.text.length === 1 || words.NO_NAME.test(only.text);
}

/** A number in a column without a heading counts the rows. */
function isRunning(at: number, text: string, { known }: LineColumns): boolean {
  return !known.has(at) && words.NUMBER.test(text);
}

/** A total word comes first, after a place perhaps, or stands alone beside numbers. */
function isTotal(filled: readonly Filled[], { places, names, known }: LineColumns): boolean {
  const said = filled.filter(({ text }) => !words.COUNT.test(text) || totalWord(text) !== undefined);
  const [first, second] = said;
  if (first === undefined || isLone(filled)) return false;
  if ((filled[0] === first || said.length === 1) && isTotalWord(first.text)) return true;
  if (said.length === 1 && filled[0] === first && countsNames(filled, names)) return true;
  const isPlace = places.includes(first.at) || !known.has(first.at);
  return second !== undefined && said.length === 2 && isPlace && isTotalWord(second.text);
}

/** One cell of the line that is filled, with a sentence or a page number. */
function isLone(filled: readonly Filled[]): boolean {
  const [{ text }] = filled as [Filled];
  return (
    filled.length === 1 && (words.PAGE_NUMBER.test(text) || (text.length >= SENTENCE && !/\d/.test(text)))
  );
}

/** A number where names are due, as the second line of 其中 has it: 男 2. */
function countsNames(filled: readonly Filled[], names: readonly number[]): boolean {
  const counted = filled.filter(({ at }) => names.includes(at));
  return counted.length > 0 && counted.every(({ text }) => words.COUNT.test(text));
}

function isTotalWord(text: string): boolean {
  if (text.startsWith('其中')) return true;
  return totalWord(text) !== undefined;
}

/** Whether a figure stands where the register keeps its numbers. */
function isCounted(cells: readonly RawCell[], { counts }: LineColumns): boolean {
  return counts.some((at) => words.COUNT.test(plain(cells[at])) && !words.PHONE.test(plain(cells[at])));
}

/**
 * Signatures and notes: labels with a colon that come first, or are most of the line; a word of signatures first and
 * nothing but labels, their values, dates and seals after it; a sentence.
 */
function isNote(filled: readonly Filled[]): boolean {
  const [first] = filled as readonly [Filled, ...Filled[]];
  const labels = filled.filter(({ text }) => words.LABEL.test(text)).length;
  if (words.LABEL.test(first.text) || labels * 2 > filled.length) return true;
  if (filled.length === 1) return isLoneNote(first.text);
  if (words.SEAL.test(first.text) || words.NOTE_ALONE.test(first.text)) return true;
  const signed = filled.filter(({ text }) => words.SIGNED.test(text)).length;
  return (asksFor(first) || signed > 1) && filled.every((cell, i) => isSigned(cell, filled[i - 1]));
}

function asksFor({ text }: Filled): boolean {
  return words.SIGNATURE.test(text) || words.OFFICE.test(text);
}

function isLoneNote(text: string): boolean {
  if (text.length >= SENTENCE) return !words.NUMBER.test(text);
  return (
    words.NOTE.test(text) || words.SEAL.test(text) || words.PAGE_NUMBER.test(text) || words.DATE.test(text)
  );
}

/** Part of a line of signatures: a label, the value of the one before it, a date, a telephone number, a seal. */
function isSigned(cell: Filled, before: Filled | undefined): boolean {
  if (asksFor(cell) || PARTS.some((part) => part.test(cell.text))) return true;
  return (
    before !== undefined && (asksFor(before) || words.ASKED.test(before.text) || before.text.endsWith(':'))
  );
}

const PARTS = [words.LABEL, words.SIGNED, words.SEAL, words.ASKED, words.DATE, words.NUMBER];

/** The filled cells of a line, as they are compared. */
export function filledTexts(cells: readonly RawCell[]): string[] {
  return filledCells(cells).map(({ text }) => text);
}

function filledCells(cells: readonly RawCell[]): Filled[] {
  const filled: Filled[] = [];
  for (let at = 0; at < cells.length; at++) {
    const text = plain(cells[at]);
    if (text !== '') filled.push({ at, text });
  }
  return filled;
}

/** A cell as it is compared: without white space, full-width forms and the marks of a spreadsheet. */
function plain(cell: RawCell | undefined): string {
  return unquoted(textOf(cell).slice(0, LONGEST).normalize('NFKC').replace(/\s+/g, ''));
}

/** No sign of a line stands further on in a cell. */
const LONGEST = 200;

/** What blank text begins with: nearly every cell is told from it by one character. */
const BLANK_FIRST = new Set(
  [...`/\\-–—―Nn(（不未无'"’‘\`= \t\n\r\u00a0\u3000`].map((one) => one.charCodeAt(0)),
);

/** Whether a cell holds nothing, or a mark that says so. */
export function isNothing(cell: RawCell | undefined): boolean {
  if (cell === null || cell === undefined || cell === '') return true;
  if (typeof cell !== 'string' || !BLANK_FIRST.has(cell.charCodeAt(0))) return false;
  return isBlankOrNone(unquoted(tidy(cell)));
}

/** A cell as text; a formula without a result is not blank. */
export function textOf(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  return typeof cell === 'number' ? String(cell) : '=';
}
