import type { ErrorRate } from '../model/measured.js';
import type { Threshold } from './types.js';

/** An error percentage that breaks a limit. */
export interface Exceeded {
  rate: ErrorRate;
  /** The limit: at most, or at least. */
  limit: number;
  side: 'above' | 'below';
}

/** Percentages of fewer records than these are not judged: one error more or less would decide. */
const FEWEST = 20;

/** The error percentages that break a limit, in their order; small denominators and those without a value are left out. */
export function exceededRates(rates: readonly ErrorRate[], thresholds: readonly Threshold[]): Exceeded[] {
  if (thresholds.length === 0) return [];
  return rates.flatMap((rate) => {
    if (rate.value === null || rate.denominator < FEWEST) return [];
    const broken = thresholds.filter((one) => isFor(one, rate)).flatMap((one) => breach(rate, one));
    return broken.slice(0, 1);
  });
}

function isFor({ rate, event, point }: Threshold, of: ErrorRate): boolean {
  return rate === of.rate && (event ?? of.event) === of.event && (point ?? of.point) === of.point;
}

function breach(rate: ErrorRate, { atMost, atLeast }: Threshold): Exceeded[] {
  const { value } = rate;
  if (value === null) return [];
  if (atMost !== undefined && value > atMost) return [{ rate, limit: atMost, side: 'above' }];
  if (atLeast !== undefined && value < atLeast) return [{ rate, limit: atLeast, side: 'below' }];
  return [];
}
