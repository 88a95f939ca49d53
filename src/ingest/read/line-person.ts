import { parseId } from '../../keys/id.js';
import { parseName } from '../../keys/name.js';
import { unquoted } from '../../keys/text.js';
import type { RawCell } from '../../model/source.js';

/** A text of this length whose digits begin at once, in an ID column, is an ID. */
const ID_LENGTH = 15;
/** So many digits are no count. */
const ID_NUMBER = 1e14;
/** A day or a month in numbers after the year, with or without marks between them; five digits are a spreadsheet's day. */
const DATE = /^[\s'="]*(?:\d{2,4}\s?[-/.年–—．－／]\s?\d{1,2}|\d{5,14}(?!\d))/;
/** Numbers that are days to a spreadsheet, or a day and a time in digits alone. */
const FIRST_SERIAL = 10_000;
const LAST_STAMP = 2.2e13;
/** What asks for a name and is none: 填表人：, or the word before a signature. */
const ASKS = /[:：]\s*$|^[（(]?(?:填表|填报|制表|造表|审核|复核|经办|负责|统计|上报|报送)(?:人|员)[)）]?$/;

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
  const seventh = cell.charCodeAt(6);
  const isDigit = first > 0x2f && first < 0x3a;
  return (isDigit || first === 0x27 || first === 0x3d) && seventh > 0x2f && seventh < 0x3a;
}

/** A name, and not the signature beside a label. */
function isName(cells: readonly RawCell[], at: number): boolean {
  const cell = cells[at];
  if (typeof cell !== 'string' || /[:：]/.test(cell)) return false;
  if (parseName(unquoted(cell.trim())) === null) return false;
  const before = cells.slice(0, at).filter((one) => one !== null && one !== '');
  return !ASKS.test(String(before.at(-1) ?? ''));
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
