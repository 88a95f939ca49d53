import { type ChiSquare, chiSquare } from './tests.js';

/** Benford's shares of the first digits 1 to 9. */
const BENFORD = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => Math.log10(1 + 1 / digit));

/** How well first digits conform (Nigrini 2012, table 7.1): upper bounds of the mean absolute deviation. */
const BANDS = [
  ['close', 0.006],
  ['acceptable', 0.012],
  ['marginal', 0.015],
] as const;

export type Conformity = (typeof BANDS)[number][0] | 'nonconformity';

/** Whether last digits are equally frequent: chi-square over the counts of 0 to 9. */
export function lastDigits(counts: readonly number[]): ChiSquare {
  return chiSquare(counts);
}

/** First digits against Benford's law: chi-square, mean absolute deviation of the shares, and Nigrini's verdict. */
export function firstDigits(
  counts: readonly number[],
): ChiSquare & { deviation: number; conformity: Conformity } {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const deviation = BENFORD.reduce((sum, share, i) => sum + Math.abs((counts[i] ?? 0) / n - share), 0) / 9;
  const [conformity] = BANDS.find(([, upper]) => deviation <= upper) ?? ['nonconformity' as const];
  return { ...chiSquare(counts, BENFORD), deviation, conformity };
}
