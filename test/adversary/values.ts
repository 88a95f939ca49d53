/** Cell values as a careful clerk reads them, from section 3 of the specification; nothing here comes from src. */
export type Cell = string | number | Date | null;

const DAY = 86_400_000;

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Full-width forms folded, all white space removed. */
export const tidy = (cell: Cell): string =>
  cell === null || cell instanceof Date ? '' : String(cell).normalize('NFKC').replace(/\s+/g, '');

/** Any date style of section 3 as YYYY-MM-DD; anything else as its text. */
export function dateOf(cell: Cell): string {
  if (cell instanceof Date) return iso(cell.getTime());
  if (typeof cell === 'number' && cell < 73_051) return iso(Date.UTC(1899, 11, 30) + Math.floor(cell) * DAY);
  const text = tidy(cell);
  const parts = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?/.exec(text);
  if (parts === null) return /^\d{5}$/.test(text) ? dateOf(Number(text)) : text;
  return `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`;
}

/** A resident ID as 18 characters without decoration. */
export const idOf = (cell: Cell): string => tidy(cell).replace(/^['’]/, '').toUpperCase();

export const addDays = (date: string, days: number): string => iso(Date.parse(date) + days * DAY);

/** The check digit of GB 11643 for the first 17 digits. */
export function checkDigit(first17: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);
  return '10X98765432'.charAt(sum % 11);
}

/** An ID from region, birth date (YYYY-MM-DD) and sequence number, with a right check digit. */
export function makeId(region: string, birth: string, sequence: number): string {
  const body = region + birth.replaceAll('-', '') + String(sequence).padStart(3, '0');
  return body + checkDigit(body);
}

export const birthOfId = (id: string): string => `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;

export const sexOfId = (id: string): '男' | '女' => (Number(id[16]) % 2 === 1 ? '男' : '女');

const swapAt = (text: string, i: number): string =>
  text.slice(0, i) + text.charAt(i + 1) + text.charAt(i) + text.slice(i + 2);

const putAt = (text: string, i: number, char: string): string => text.slice(0, i) + char + text.slice(i + 1);

/** One wrong digit at `position` (0–16): the check digit no longer fits. */
export const oneDigitOff = (id: string, position: number): string =>
  putAt(id, position, String((Number(id[position]) + 3) % 10));

/** Two unequal neighbours swapped, the first such pair from `position` on. */
export function neighboursSwapped(id: string, position: number): string {
  for (let i = position; i < 16; i++) if (id[i] !== id[i + 1]) return swapAt(id, i);
  return oneDigitOff(id, 5);
}

export const wrongCheckDigit = (id: string): string => putAt(id, 17, id[17] === '5' ? '6' : '5');

/** Another sequence number and the check digit that fits it: still valid, two places away, same sex. */
export function validNeighbour(id: string): string {
  const body = putAt(id.slice(0, 17), 14, String((Number(id[14]) + 1) % 10));
  return body + checkDigit(body);
}

/** Two unequal digits of the day or month exchanged so that a real date results; undefined where none does. */
export function digitsSwapped(date: string): string | undefined {
  const swaps = [8, 5].map((i) => swapAt(date, i)).concat(swapAt(swapAt(date, 8), 5));
  return swaps.find((d) => d !== date && isRealDate(d) && d <= '2023-12-28' && d >= '2023-01-01');
}

/** Month and day exchanged, where both can be a month. */
export function monthDaySwapped(date: string): string | undefined {
  const swapped = `${date.slice(0, 4)}-${date.slice(8)}-${date.slice(5, 7)}`;
  return swapped !== date && isRealDate(swapped) && swapped <= '2023-12-28' ? swapped : undefined;
}

const isRealDate = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && iso(time) === text;
};
