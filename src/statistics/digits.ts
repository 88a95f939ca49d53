import { sumOf } from './sum.js';
import { type ChiSquare, chiSquare } from './tests.js';

/** Benford's shares of the first digits 1 to 9. */
const BENFORD = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => Math.log10(1 + 1 / digit));

/** How well first digits conform (Nigrini 2012, table 7.1): upper bounds of the mean absolute deviation. */
const BANDS = [
  ['close', 0.006],
  ['acceptable', 0.012],
  ['marginal', 0.015],
] as const;

/** Of the first two digits, 10 to 99. */
const BENFORD_TWO = Array.from({ length: 90 }, (_, i) => Math.log10(1 + 1 / (i + 10)));
const BANDS_TWO = [
  ['close', 0.0012],
  ['acceptable', 0.0018],
  ['marginal', 0.0022],
] as const;

type Conformity = 'close' | 'acceptable' | 'marginal' | 'nonconformity';

interface BenfordTest extends ChiSquare {
  deviation: number;
  conformity: Conformity;
}

/** First digits against Benford's law: chi-square, mean absolute deviation of the shares, and Nigrini's verdict. */
export function firstDigits(counts: readonly number[]): BenfordTest {
  return against(counts, BENFORD, BANDS);
}

/** First two digits, 10 to 99, against Benford's law, in the same way. */
export function benfordFirstTwo(counts: readonly number[]): BenfordTest {
  return against(counts, BENFORD_TWO, BANDS_TWO);
}

function against(
  counts: readonly number[],
  shares: readonly number[],
  bands: readonly (readonly [Conformity, number])[],
): BenfordTest {
  const n = sumOf(counts);
  const apart = shares.reduce((sum, share, i) => sum + Math.abs((counts[i] ?? 0) / n - share), 0);
  const deviation = apart / shares.length;
  const [conformity] = bands.find(([, upper]) => deviation <= upper) ?? ['nonconformity' as const];
  return { ...chiSquare(counts, shares), deviation, conformity };
}
