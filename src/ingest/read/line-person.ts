import { parseId } from '../../keys/id.js';
import { parseName } from '../../keys/name.js';
import { unquoted } from '../../keys/text.js';
import type { RawCell } from '../../model/source.js';
import { OFFICE, SIGNATURE } from './line-words.js';

/** A text of this length whose digits begin at once, in an ID column, is an ID. */
const ID_LENGTH = 15;
/** So many digits are no count. */
const ID_NUMBER = 1e14;
/** A day or a month in numbers after the year, with or without marks between them; five digits are a spreadsheet's day, eleven a telephone. */
const DATE = /^[\s'="]*(?:\d{2,4}\s?[-/.年–—．－／]\s?\d{1,2}|(?:\d{5,10}|\d{12,14})(?!\d))/;
/** Numbers that are days to a spreadsheet, or a day and a time in digits alone. */
const FIRST_SERIAL = 10_000;
const LAST_STAMP = 2.2e13;
/**
 * Whether a row names a person: by an ID, or by a name with another document or a date of its register. Then it is a
 * record, whatever else stands in it.
 */
export function isPerson(
  cells: readonly RawCell[],
  { names, ids, dates }: { names: readonly number[]; ids: readonly number[]; dates: readonly number[] },
): boolean {
  if (hasLongId(cells, ids)) return true;
  if (!names.some((at) => isName(cells, at))) return false;
  return ids.some((at) => isDocument(cells[at])) || dates.some((at) => isDate(cells[at]));
}

/** Whether an ID stands where the register keeps IDs. */
export function hasLongId(cells: readonly RawCell[], ids: readonly number[]): boolean {
  for (const at of ids) if (isLongId(cells[at])) return true;
  return false;
}

/** Told from its first characters, since nearly every record of people goes this way. */
function isLongId(cell: RawCell | undefined): boolean {
  if (typeof cell === 'number') return cell >= ID_NUMBER;
  if (typeof cell !== 'string' || cell.length < ID_LENGTH) return false;
  const first = cell.charCodeAt(0);
  if (!isDigit(first) && first !== 0x27 && first !== 0x3d) return false;
  // A day and a time of day are as long.
  return isDigit(cell.charCodeAt(4)) && isDigit(cell.charCodeAt(6));
}

function isDigit(code: number): boolean {
  return code > 0x2f && code < 0x3a;
}

/** A name, and not the signature beside a label. */
function isName(cells: readonly RawCell[], at: number): boolean {
  const cell = cells[at];
  if (typeof cell !== 'string' || /[:：]/.test(cell)) return false;
  if (parseName(unquoted(cell.trim())) === null) return false;
  const before = cells.slice(0, at).filter((one) => one !== null && one !== '');
  const asking = String(before.at(-1) ?? '').trim();
  return !/[:：]$/.test(asking) && !SIGNATURE.test(asking) && !OFFICE.test(asking);
}

function isDocument(cell: RawCell | undefined): boolean {
  if (cell === null || cell === undefined || typeof cell === 'object') return false;
  if (isDate(cell) && !/^\d+$/.test(String(cell))) return false;
  const { status, id } = parseId(cell);
  return status === 'valid' || status === 'other' || (id !== null && /\d{12}/.test(id));
}

function isDate(cell: RawCell | undefined): boolean {
  if (cell === null || cell === undefined || typeof cell === 'object') return false;
  if (typeof cell === 'number') return cell >= FIRST_SERIAL && cell <= LAST_STAMP;
  return DATE.test(cell);
}
