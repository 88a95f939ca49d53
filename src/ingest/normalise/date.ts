import { digitsAt, isCalendarDay } from '../../keys/calendar.js';
import { tidy, unquoted } from '../../keys/text.js';

/** Why a text is no date: its form, a year of two digits, a day the calendar lacks, a serial number out of range. */
type DateProblem = 'format' | 'two-digit-year' | 'impossible' | 'serial';

/** A date as YYYY-MM-DD; `partial` where only the month is known (the date is its first day). */
export type DateReading = { date: string; partial: boolean } | { problem: DateProblem };

/** Text longer than this is no date, whatever it holds. */
const LONGEST = 40;
/** Outside of these days, of 1927 to 2099, a number without a date format is what it looks like: 2023.05 is a month. */
const FIRST_SERIAL = 10_000;
const LAST_SERIAL = 73_050;
const DAY = 86_400_000;

const FULL = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$/;
const MONTH = /^(\d{4})[-/.年](\d{1,2})月?份?$/;
const COMPACT = /^(\d{4})(\d\d)(\d\d)?$/;
/** A day and a time of day in digits alone, to the minute, the second or the thousandth. */
const STAMP = /^(\d{4})(\d\d)(\d\d)(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d(?:\d{3})?)?$/;
const NO_END =
  /^(?:2999|9999)(?:[-/.年]?12(?:[-/.月]?31日?)?|年)?$|^(?:长期|永久|无限期|无期限|无固定期限)(?:有效)?$/;
const TWO_DIGIT_YEAR = /^\d\d(?:[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?|\d{4})$/;
const TIME = /^[T ]?(?:上午|下午|AM|PM)? ?\d{1,2}[:时点]/i;

/** True for a real day written YYYY-MM-DD: the fast path, which needs no pattern. */
export function isIsoDate(text: string): boolean {
  return (
    text.length === 10 &&
    text.charCodeAt(4) === 45 &&
    text.charCodeAt(7) === 45 &&
    isCalendarDay(digitsAt(text, 0, 4), digitsAt(text, 5, 2), digitsAt(text, 8, 2))
  );
}

function iso(year: number, month: number, day: number): string {
  const pad = (n: number) => (n < 10 ? `0${n}` : `${n}`);
  return `${year}-${pad(month)}-${pad(day)}`;
}

function reading(year: string, month: string, day: string | undefined): DateReading {
  const numbers = [Number(year), Number(month), day === undefined ? 1 : Number(day)] as const;
  if (!isCalendarDay(...numbers)) return { problem: 'impossible' };
  return { date: iso(...numbers), partial: day === undefined };
}

/** A spreadsheet's day number, of days that ledgers can mean; time of day is dropped. */
function fromSerial(serial: number, date1904: boolean): DateReading {
  if (serial < FIRST_SERIAL || serial >= LAST_SERIAL + 1) return { problem: 'serial' };
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const day = new Date(epoch + Math.floor(serial) * DAY);
  return { date: day.toISOString().slice(0, 10), partial: false };
}

/** Whether a text says that there is no end: 2999, 9999-12-31, 长期. */
export function hasNoEnd(raw: string | number): boolean {
  return NO_END.test(withoutTime(unquoted(tidy(String(raw)))));
}

/** Cuts a time of day off; whatever else follows a date stays, and makes it no date. */
function withoutTime(text: string): string {
  const end = text.search(/[T ]|(?<=[日号])\d/);
  return end > 0 && TIME.test(text.slice(end)) ? text.slice(0, end) : text;
}

/**
 * Reads a date: year, month and day in numbers in any of the styles of real ledgers, a month alone (`partial`), or a
 * spreadsheet's serial number.
 *
 * @param raw the cell: text, or the number of a number cell
 * @param date1904 the workbook counts days from 1904
 * @returns the date, or the reason why it is none; the caller deals with blanks
 */
export function parseDate(raw: string | number, date1904 = false): DateReading {
  if (typeof raw === 'number' && raw >= FIRST_SERIAL && raw < LAST_SERIAL + 1)
    return fromSerial(raw, date1904);
  const text = unquoted(tidy(String(raw)));
  if (isIsoDate(text)) return { date: text, partial: false };
  return text.length > LONGEST ? { problem: 'format' } : parseText(text, date1904);
}

function parseText(text: string, date1904: boolean): DateReading {
  const bare = withoutTime(text.replace(/[‐‑–—−]/g, '-').replace(/ ?([-/.年月]) ?| (?=[日号])/g, '$1'));
  const match = FULL.exec(bare) ?? MONTH.exec(bare) ?? COMPACT.exec(bare) ?? STAMP.exec(bare);
  const [, year, month, day] = match ?? [];
  if (year !== undefined && month !== undefined) {
    const result = reading(year, month, day);
    return 'problem' in result && bare.length === 6 ? { problem: 'two-digit-year' } : result;
  }
  if (/^\d{5}$/.test(bare)) return fromSerial(Number(bare), date1904);
  return { problem: TWO_DIGIT_YEAR.test(bare) ? 'two-digit-year' : 'format' };
}
