import type { IdStatus } from '../model/row.js';
import { digitsAt, isCalendarDay } from './calendar.js';
import { isBlankOrNone, tidy, unquoted } from './text.js';

/** What an invalid ID has wrong, in the order of checking. */
type IdProblem = 'length' | 'characters' | 'date' | 'check-digit';

export interface IdReading {
  /** 18 characters where valid, as written (tidy, upper case) where invalid or another document, else null. */
  id: string | null;
  status: IdStatus;
  /** Reason: an `IdProblem`; for a damaged one `scientific`, `zeroed` or `number`. */
  problem?: IdProblem | 'scientific' | 'zeroed' | 'number';
  /** The birth date that a damaged ID still shows, as YYYY-MM-DD. */
  born?: string;
}

/** GB 11643-1999, ISO 7064 MOD 11-2: weights of the first 17 digits, and check characters by remainder. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** More digits than a document of another kind carries: with these it is a resident ID with a slip in it. */
const RESIDENT_DIGITS = 14;
const FEWEST_DIGITS = 4;
/** Permits of residents of Taiwan. */
const PERMIT_DIGITS = 8;
/** The least number that needs 16 digits: a number cell has rounded it. */
const ROUNDED_FROM = 1e15;

/** So many digits of an ID show the region and the whole birth date. */
const BIRTH_ENDS = 14;

/** Provinces of GB/T 2260. */
const PROVINCES = [
  11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61,
  62, 63, 64, 65, 71,
];
/** The residence permits of Hong Kong, Macau and Taiwan residents. */
const PERMITS = [81, 82, 83];
/** The character 9. */
const NINE = 57;
const IS_PROVINCE = Array.from({ length: 100 }, (_, code) => PROVINCES.includes(code));
const IS_REGION = IS_PROVINCE.map((known, code) => known || PERMITS.includes(code));

/** The check character of 17 digits (a longer text's first 17); null if one of them is no digit. */
export function checkDigit(body: string): string | null {
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const digit = body.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return null;
    sum += digit * (WEIGHTS[i] ?? 0);
  }
  return CHECKS.charAt(sum % 11);
}

/** What is wrong with 18 characters as a resident ID of GB 11643; null where nothing is. */
function fault(id: string): IdProblem | null {
  const check = checkDigit(id);
  const last = id.charCodeAt(17);
  if (check === null || (last !== 88 && !(last >= 48 && last <= 57))) return 'characters';
  if (!isCalendarDay(digitsAt(id, 6, 4), digitsAt(id, 10, 2), digitsAt(id, 12, 2))) return 'date';
  return last === check.charCodeAt(0) ? null : 'check-digit';
}

/** True for 18 characters that GB 11643 allows: digits, a real birth date, the right check digit, X in capitals. */
export function isValidId(id: string): boolean {
  return id.length === 18 && fault(id) === null;
}

/** The 18-digit form of a 15-digit ID (issued before 1999, to people born 1900 to 1999), or null if its date is none. */
function upgradeId(id15: string): string | null {
  const body = `${id15.slice(0, 6)}19${id15.slice(6)}`;
  const id = body + (checkDigit(body) ?? '');
  return isValidId(id) ? id : null;
}

/**
 * Reads the ID of a person.
 *
 * @param raw the cell: text, or the number of a number cell
 * @returns the ID, how far it can be trusted, and what is wrong with it; a damaged one is never an ID
 */
export function parseId(raw: string | number): IdReading {
  if (typeof raw === 'string' && isValidId(raw)) return { id: raw, status: 'valid' };
  if (typeof raw === 'number' && raw >= ROUNDED_FROM) return damaged('number', BigInt(raw).toString());
  const text = unquoted(tidy(String(raw)));
  if (isBlankOrNone(text)) return { id: null, status: 'blank' };
  return classify(text.replace(/ /g, '').toUpperCase());
}

function classify(id: string): IdReading {
  if (/^\d(?:\.\d+)?E\+?\d+$/.test(id)) return damaged('scientific', inFull(id));
  if (/^\d{15}$/.test(id)) {
    const upgraded = upgradeId(id);
    return upgraded ? { id: upgraded, status: 'valid' } : { id, status: 'invalid', problem: 'date' };
  }
  if (isOtherDocument(id)) return { id, status: 'other' };
  if (id.length !== 18)
    return { id, status: 'invalid', problem: /^\d*X?$/.test(id) ? 'length' : 'characters' };
  const problem = fault(id);
  if (problem === null) return { id, status: 'valid' };
  if (/^\d{15}000$/.test(id)) return damaged('zeroed', id);
  return { id, status: 'invalid', problem };
}

/** A spreadsheet keeps the first 15 digits of a number, or fewer: the birth date is known where its eight are among them. */
function damaged(problem: 'scientific' | 'zeroed' | 'number', digits: string): IdReading {
  const reading: IdReading = { id: null, status: 'damaged', problem };
  const isWhole =
    digits.length === 18 &&
    isCalendarDay(digitsAt(digits, 6, 4), digitsAt(digits, 10, 2), digitsAt(digits, 12, 2));
  return isWhole ? { ...reading, born: birthDateOf(digits) } : reading;
}

/** The digits of a number in scientific notation, as far as it shows them; zeros after that are no digits. */
function inFull(scientific: string): string {
  const [mantissa = '', exponent = ''] = scientific.split(/E\+?/);
  const digits = mantissa.replace('.', '');
  return digits.length < BIRTH_ENDS ? digits : digits.padEnd(Number(exponent) + 1, '0');
}

/**
 * Passports, officers' cards and the like: letters or Han characters together with some digits; and the permits of 8
 * digits. Where X is the only letter it leads: after the digits it is the end of a resident ID, and more of them in 15 or
 * 18 characters hide digits.
 */
function isOtherDocument(id: string): boolean {
  const digits = id.replace(/\D/g, '').length;
  if (digits < FEWEST_DIGITS || digits >= RESIDENT_DIGITS) return false;
  if (digits === id.length) return digits === PERMIT_DIGITS;
  if (/[A-WYZ\u4e00-\u9fff]/.test(id)) return true;
  return /^\d{0,3}X/.test(id) && id.length < RESIDENT_DIGITS;
}

/** True if the ID's first digits name a province or a residence permit (81, 82, 83); those of a permanent resident follow a 9. */
export function isKnownRegion(id: string): boolean {
  if (id.charCodeAt(0) === NINE) return IS_PROVINCE[digitsAt(id, 1, 2)] === true;
  return IS_REGION[digitsAt(id, 0, 2)] === true;
}

/** The birth date that a valid ID carries, as YYYY-MM-DD. */
export function birthDateOf(id: string): string {
  return `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
}

/** True if the ID carries the date, given as YYYY-MM-DD; compares without making text. */
export function bornOn(id: string, date: string): boolean {
  for (let i = 0, at = 6; i < 10; i++) {
    if (i === 4 || i === 7) continue;
    if (id.charCodeAt(at++) !== date.charCodeAt(i)) return false;
  }
  return true;
}

/** 男 where the sequence digit of a valid ID is odd, 女 where it is even. */
export function sexOf(id: string): '男' | '女' {
  return (id.charCodeAt(16) & 1) === 1 ? '男' : '女';
}
