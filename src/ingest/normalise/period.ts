import { unquoted } from '../../keys/text.js';
import type { Value } from '../../model/row.js';
import { parseDate } from './date.js';

/**
 * What a period cell means that holds a day: a month that was typed into a spreadsheet is the first day of it, or that
 * day's number.
 *
 * @returns the month as YYYY-MM, null for any other day, which names no period; undefined where it holds no day
 */
export function monthOfDay(cell: string | number): string | null | undefined {
  const reading = parseDate(typeof cell === 'number' ? cell : unquoted(cell));
  if ('problem' in reading || reading.partial) return undefined;
  return reading.date.endsWith('-01') ? reading.date.slice(0, 7) : null;
}

/** Whether a period is a day that is not the first of its month: a name without an order. */
export function isDay(period: Value | undefined): boolean {
  return typeof period === 'string' && monthOfDay(period) === null;
}
