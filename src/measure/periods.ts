import { type Months, monthsIn } from '../keys/months.js';

export type Grain = 'month' | 'quarter' | 'half' | 'year';

/** A period as a report names it. One that cannot be placed in time is a label: it has no order. */
export interface Span {
  /** The same for all ways of writing one period: `2023-01/2023-12`, or the label. */
  key: string;
  /** As first printed. */
  label: string;
  months?: Months;
  grain?: Grain;
}

/** What `monthsIn` may read as a period when it stands alone. Weeks and days are labels. */
const WRITTEN =
  /^(?:19|20)\d\d(?:年|年度|年全年)?$|^(?:19|20)\d\d(?:[-./](?:0?[1-9]|1[0-2])|0[1-9]|1[0-2])$|^(?:19|20)\d\d年(?:0?[1-9]|1[0-2])月(?:份)?$|^(?:19|20)\d\d-?Q[1-4]$|^(?:19|20)\d\d年?第?[一二三四1-4]季度?$|^(?:19|20)\d\d年?[上下]半年$|^(?:19|20)\d\d年?\d{1,2}月?[-—~至到]\d{1,2}月$/i;

/** Months of a period of each grain. */
export const LENGTHS: Readonly<Record<Grain, number>> = { month: 1, quarter: 3, half: 6, year: 12 };
const GRAINS = Object.keys(LENGTHS) as Grain[];

/**
 * Reads the period of a figure.
 *
 * @param yearStart first month of the statistical year
 */
export function readSpan(text: string, yearStart: 1 | 10): Span {
  const plain = text.normalize('NFKC').replaceAll(' ', '');
  const months = WRITTEN.test(plain) ? monthsIn(plain.replace('/', '-'), yearStart) : undefined;
  return months ? spanOf(months, text) : { key: plain, label: text };
}

/** The span of months, written as reports do. */
export function spanOf(months: Months, label: string): Span {
  const grain = GRAINS.find((one) => LENGTHS[one] === lengthOf(months));
  return { key: keyOf(months), label, months, grain };
}

/** The months (YYYY-MM) of two days. */
export function monthsOf({ from, to }: { from: string; to: string }): Months {
  return { from: from.slice(0, 7), to: to.slice(0, 7) };
}

/** All months from one to another, which days may stand for. */
export function monthsFrom({ from, to }: { from: string; to: string }): string[] {
  const first = monthNumber(from);
  return Array.from({ length: monthNumber(to) - first + 1 }, (_, n) => isoMonth(first + n));
}

/** Months since the year 0 of a month or day written YYYY-MM…. */
export function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

export function isoMonth(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}

export function lengthOf({ from, to }: Months): number {
  return monthNumber(to) - monthNumber(from) + 1;
}

/** So many months from one on, which is counted from the year 0. */
export function monthsAt(first: number, length: number): Months {
  return { from: isoMonth(first), to: isoMonth(first + length - 1) };
}

export function keyOf({ from, to }: Months): string {
  return `${from}/${to}`;
}

/** The key of the span of the same length that ends where this one begins. */
export function keyBefore(months: Months): string {
  const length = lengthOf(months);
  return keyOf(monthsAt(monthNumber(months.from) - length, length));
}

/** The keys of the equal spans that a longer one is made of: its months, its quarters, its halves. */
export function keysWithin(months: Months): string[][] {
  const [from, length] = [monthNumber(months.from), lengthOf(months)];
  return [1, 3, 6]
    .filter((part) => part < length && length % part === 0)
    .map((part) => Array.from({ length: length / part }, (_, n) => keyOf(monthsAt(from + n * part, part))));
}
