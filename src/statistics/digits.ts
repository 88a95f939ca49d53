import { sumOf } from './sum.js';
import { type ChiSquare, chiSquare } from './tests.js';

/** Benford's shares of the first digits 1 to 9, and of the first two, 10 to 99. */
const BENFORD = sharesFrom(1, 9);
const BENFORD_TWO = sharesFrom(10, 90);

function sharesFrom(least: number, length: number): number[] {
  return Array.from({ length }, (_, i) => Math.log10(1 + 1 / (i + least)));
}

/** How well digits conform (Nigrini 2012, table 7.1), by upper bounds of the mean absolute deviation. */
const BANDS = ['close', 'acceptable', 'marginal', 'nonconformity'] as const;
const BOUNDS = [0.006, 0.012, 0.015];
const BOUNDS_TWO = [0.0012, 0.0018, 0.0022];

interface BenfordTest extends ChiSquare {
  deviation: number;
  conformity: (typeof BANDS)[number] | undefined;
}

/** First digits against Benford's law: chi-square, mean absolute deviation of the shares, and Nigrini's verdict. */
export function firstDigits(counts: readonly number[]): BenfordTest {
  return against(counts, BENFORD, BOUNDS);
}

/** First two digits, 10 to 99, against Benford's law, in the same way. */
export function benfordFirstTwo(counts: readonly number[]): BenfordTest {
  return against(counts, BENFORD_TWO, BOUNDS_TWO);
}

function against(counts: readonly number[], shares: number[], bounds: number[]): BenfordTest {
  const n = sumOf(counts);
  const apart = shares.reduce((sum, share, i) => sum + Math.abs((counts[i] ?? 0) / n - share), 0);
  const deviation = apart / shares.length;
  const conformity = BANDS[bounds.filter((upper) => deviation > upper).length];
  return { ...chiSquare(counts, shares), deviation, conformity };
}
