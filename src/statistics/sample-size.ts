import { normalQuantile } from './tests.js';

/** Which formula and rounding; they differ by at most one. */
export type Convention = 'cochran' | 'krejcie-morgan';

export interface SizeQuestion {
  /** Units that could be drawn; absent where they are so many that their number does not matter. */
  population?: number | undefined;
  /** Half the width of the interval that is wanted, a share above 0. */
  error: number;
  confidence: number;
  /** Share expected; one half asks for the largest sample. */
  rate: number;
  convention: Convention;
}

export interface SampleSize {
  n: number;
  /** Before the correction for a finite population. */
  uncorrected: number;
}

/**
 * Units to draw so that a share is known to ± `error` with that confidence.
 *
 * - `cochran` (Cochran, Sampling Techniques, 1977, 4.4): n₀ = z²p(1−p)/e², n = n₀ / (1 + (n₀−1)/N), rounded up.
 * - `krejcie-morgan` (Krejcie and Morgan 1970): χ²Np(1−p) / (e²(N−1) + χ²p(1−p)), rounded to the nearest, with χ² of one
 *   degree of freedom to the three places of their tables (3.841 at 95 %).
 */
export function sampleSize({ population, error, confidence, rate, convention }: SizeQuestion): SampleSize {
  const square = normalQuantile((1 + confidence) / 2) ** 2;
  const quantile = convention === 'cochran' ? square : Math.round(square * 1000) / 1000;
  const uncorrected = (quantile * rate * (1 - rate)) / error ** 2;
  const round = convention === 'cochran' ? up : Math.round;
  if (population === undefined)
    return { n: Math.max(1, round(uncorrected)), uncorrected: round(uncorrected) };
  const corrected =
    convention === 'cochran'
      ? uncorrected / (1 + (uncorrected - 1) / population)
      : (uncorrected * population) / (population - 1 + uncorrected);
  return { n: Math.min(population, Math.max(1, round(corrected))), uncorrected: round(uncorrected) };
}

/** Rounded up, but not for what binary fractions cannot hold. */
function up(value: number): number {
  return Math.ceil(value - 1e-9);
}
