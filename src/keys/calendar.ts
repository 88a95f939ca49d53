const FIRST_YEAR = 1800;
const LAST_YEAR = 2199;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** True if the Gregorian calendar has the day and the year is one that a ledger can mean (1800 to 2199). */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return false;
  const days = month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0);
  return day <= days;
}

/** Whether a text is such a day, written YYYY-MM-DD. */
export function isIsoDay(text: string): boolean {
  const [year, month, day] = /^\d{4}-\d\d-\d\d$/.test(text) ? text.split('-').map(Number) : [];
  return year !== undefined && isCalendarDay(year, month ?? 0, day ?? 0);
}

/** Reads `length` digits from `at`; NaN-free: -1 where one of them is no digit. */
export function digitsAt(text: string, at: number, length: number): number {
  let number = 0;
  for (let i = at; i < at + length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    number = number * 10 + digit;
  }
  return number;
}
