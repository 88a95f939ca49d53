import jStat from 'jstat';
import { binomialDensity as probability } from './densities.js';
import { sumOf } from './sum.js';
import { betaQuantile, betaTail, gammaTails } from './tails.js';

/** What counts as equally likely in an exact test, in proportion (as in R's binom.test). */
const SAME = 1 + 1e-7;

/** P(X ≥ k) for X binomial(n, p): the regularised incomplete beta function. */
export function upperTail(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  return k > n ? 0 : betaTail(p, k, n - k + 1);
}

/** P(X ≤ k) for X binomial(n, p). */
export function lowerTail(k: number, n: number, p: number): number {
  if (k >= n) return 1;
  return k < 0 ? 0 : betaTail(1 - p, n - k, k + 1, p);
}

/**
 * The exact two-sided binomial test: the probability of all outcomes that are no likelier than the observed one
 * (the method of minimum likelihood, as in R's binom.test).
 *
 * @param k successes out of `n`
 * @param p the share under the null hypothesis, between 0 and 1
 */
export function binomialTest(k: number, n: number, p: number): number {
  const limit = probability(k, n, p) * SAME;
  const likely = (i: number) => probability(i, n, p) > limit;
  const mode = Math.min(n, Math.floor((n + 1) * p));
  if (k <= mode)
    return Math.min(1, lowerTail(k, n, p) + upperTail(Math.max(k + 1, first(mode, n + 1, likely)), n, p));
  const below = mode - first(0, mode + 1, (steps) => likely(mode - steps));
  return Math.min(1, upperTail(k, n, p) + lowerTail(Math.min(k - 1, below), n, p));
}

/** The first number from `low` on, below `high`, of which a condition that holds up to a point no longer holds. */
function first(low: number, high: number, holds: (i: number) => boolean): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The exact interval of a proportion (Clopper and Pearson 1934); effective numbers need not be whole. */
export function clopperPearson(k: number, n: number, confidence = 0.95): [number, number] {
  const tail = confidence === 0.95 ? 0.025 : (1 - confidence) / 2;
  const low = k === 0 ? 0 : betaQuantile(tail, k, n - k + 1);
  return [low, k === n ? 1 : 1 - betaQuantile(tail, n - k, k + 1)];
}

export interface ChiSquare {
  statistic: number;
  df: number;
  p: number;
}

/** Pearson's chi-square test of counts against shares that add up to one; equal shares where none are given. */
export function chiSquare(counts: readonly number[], shares?: readonly number[]): ChiSquare {
  const n = sumOf(counts);
  const statistic = counts.reduce((sum, count, i) => {
    const expected = n * (shares?.[i] ?? 1 / counts.length);
    return sum + (count - expected) ** 2 / expected;
  }, 0);
  const df = counts.length - 1;
  return { statistic, df, p: gammaTails(df / 2, statistic / 2).upper };
}

/** The quantile of the standard normal distribution. */
export function normalQuantile(p: number): number {
  return jStat.normal.inv(p, 0, 1);
}

/** The quantile of Student's t distribution; `df` need not be whole. */
export function studentQuantile(p: number, df: number): number {
  const tail = 2 * Math.min(p, 1 - p);
  const far = betaQuantile(tail, df / 2, 0.5);
  // t² ÷ (df + t²) is beta distributed; of it and what it lacks of one the smaller keeps its digits.
  const near = far < 0.5 ? 1 - far : betaQuantile(1 - tail, 0.5, df / 2);
  const t = Math.sqrt((df * near) / (far < 0.5 ? far : 1 - near));
  return p < 0.5 ? -t : t;
}
