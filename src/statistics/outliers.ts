import { meanOf, sumOf } from './sum.js';

/** What makes a deviation comparable to a standard deviation where values are normal (Iglewicz and Hoaglin 1993). */
const OF_MAD = 0.6745;
const OF_MEAN_DEVIATION = 1.253314;

/** How many standard deviations of the population some values are from the mean of all. */
export function zScores(values: readonly number[]): number[] {
  const mean = meanOf(values);
  const sd = Math.sqrt(sumOf(values, (value) => (value - mean) ** 2) / values.length);
  return values.map((value) => Math.abs(value - mean) / sd);
}

export interface ModifiedZ {
  median: number;
  /** The score of each value, in their order; 0 where all values are equal. */
  scores: number[];
  /** What the scores are measured in: the median absolute deviation, or the mean one where that is 0. */
  spread: 'median' | 'mean';
}

/** Modified z-scores (Iglewicz and Hoaglin 1993): median and MAD, the mean absolute deviation where the MAD is 0. */
export function modifiedZ(values: readonly number[]): ModifiedZ {
  const middle = medianOf(values);
  const deviations = values.map((value) => Math.abs(value - middle));
  const mad = medianOf(deviations);
  const mean = sumOf(deviations) / Math.max(values.length, 1);
  const unit = mad > 0 ? mad / OF_MAD : mean * OF_MEAN_DEVIATION;
  const scores = values.map((value) => (unit > 0 ? (value - middle) / unit : 0));
  return { median: middle, scores, spread: mad > 0 ? 'median' : 'mean' };
}

/** The middle value, or the mean of the two in the middle; 0 of none. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? 0)) / 2;
}
