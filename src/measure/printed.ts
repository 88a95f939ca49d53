import { fixed } from '../statistics/rounding.js';
import type { Interval } from './interval.js';

/** A figure as a report prints it, and what it may stand for. */
export interface Printed {
  text: string;
  value: number;
  /** True values that would be printed so. */
  within: Interval;
  /** What one more in the last printed place is worth. */
  step: number;
  /** What 1 as printed is worth: 10,000 for 956 万. */
  scale: number;
  /** A whole number printed in full. */
  exact: boolean;
  /** Printed as an inequality: 10% 以上. */
  bound?: 'least' | 'most';
}

const RATIO = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/;
const NUMBER = /^([^\d+\-−.]{0,3})([-+−]?)(\d[\d,]*)(?:\.(\d+))?([^\d]*)$/;
const LEAST = /以上|不少于|不低于|至少|[>≥]/;
const MOST = /以下|不足|不超过|不高于|至多|以内|[<≤]/;
const ABOUT = /约|左右|近|余|多/;
/** Of counts: 千人 is a thousand people, 千分率 is no number of them. */
const MAGNITUDES: readonly (readonly [RegExp, number])[] = [
  [/亿/, 1e8],
  [/千万(?!分)/, 1e7],
  [/百万(?!分)/, 1e6],
  [/万(?!分)/, 1e4],
  [/千(?!分)/, 1e3],
];

/**
 * Reads a reported figure with the precision it is printed in: 956 万 is known to ± 0.5 万, 5.70 to ± 0.005.
 *
 * @param text the cell, tidy
 * @param unit the unit that stands beside it, or nothing
 * @param home the unit of the indicator: ‰, %, `:` for a ratio, or a word for what is counted
 * @returns null for what is no number
 */
export function readPrinted(text: string, unit: string, home: string): Printed | null {
  const plain = text.normalize('NFKC').replaceAll(' ', '').replaceAll('−', '-');
  const ratio = RATIO.exec(plain);
  if (ratio)
    return home === RATIO_UNIT ? readRatio(text, Number(ratio[1]), Number(ratio[2]), ratio[1] ?? '') : null;
  const match = NUMBER.exec(plain);
  if (!match) return null;
  const [, before = '', sign = '', whole = '', decimals = '', after = ''] = match;
  const value = Number(`${sign === '-' ? '-' : ''}${whole.replaceAll(',', '')}.${decimals || '0'}`);
  const words = before + after;
  const isRate = shareOf(home) !== undefined || home === RATIO_UNIT;
  const scale = isRate ? perUnit(after, unit, home) : magnitudeOf(after + unit);
  const step = scale * 10 ** -decimals.length;
  const printed = { text, value: clean(value * scale), step, scale, exact: false };
  const bound = LEAST.test(words) ? 'least' : MOST.test(words) ? 'most' : undefined;
  if (bound) return { ...printed, bound, within: boundary(printed.value, step, bound) };
  if (ABOUT.test(words)) return { ...printed, within: around(printed.value, step * 5) };
  const exact = decimals === '' && scale === 1 && !isRate;
  return { ...printed, exact, within: around(printed.value, exact ? 0 : step / 2) };
}

function readRatio(text: string, a: number, b: number, first: string): Printed | null {
  if (b === 0) return null;
  const scale = 100 / b;
  const step = scale * 10 ** -(first.split('.')[1]?.length ?? 0);
  return { text, value: a * scale, step, scale: 1, exact: false, within: around(a * scale, step / 2) };
}

function magnitudeOf(words: string): number {
  return MAGNITUDES.find(([pattern]) => pattern.test(words))?.[1] ?? 1;
}

/** What a figure printed per cent or per mille is worth in the indicator's own unit; people are no factor of a rate. */
function perUnit(after: string, unit: string, home: string): number {
  const own = shareOf(home);
  const printed = shareOf(after) ?? shareOf(unit);
  return own === undefined || printed === undefined ? 1 : own / printed;
}

/** Of how many a share is: 1,000 for ‰ and for 千分率; undefined for what is no word for a share. */
function shareOf(words: string): number | undefined {
  return SHARES.find(([pattern]) => pattern.test(words))?.[1];
}

/** The unit of what is printed as so many to a hundred. */
const RATIO_UNIT = ':';

const SHARES: readonly (readonly [RegExp, number])[] = [
  [/%|百分/, 100],
  [/‰|千分/, 1000],
  [/十万分/, 100_000],
  [/万分/, 10_000],
];

function around(value: number, half: number): Interval {
  return { low: value - half, high: value + half };
}

function boundary(value: number, step: number, bound: 'least' | 'most'): Interval {
  return bound === 'least' ? { low: value - step / 2, high: 1e13 } : { low: -1e13, high: value + step / 2 };
}

/** Without what multiplication adds beyond the 15th digit. */
function clean(value: number): number {
  return Number(value.toPrecision(15));
}

/** A recomputed number as the figure beside it is printed. */
export function printLike(value: number, step: number): string {
  const decimals = Math.max(0, Math.min(6, -Math.floor(Math.log10(step) + 1e-9)));
  return fixed(value, decimals);
}
