import { expect, test } from 'vitest';
import { clopperPearson, lowerTail } from '../../src/statistics/tests.js';

const SIZES = [1, 2, 5, 10, 19, 30, 59, 100, 150, 300];

/** The exact intervals of all outcomes of a sample. */
function intervals(n: number, confidence: number): (readonly [low: number, high: number])[] {
  return Array.from({ length: n + 1 }, (_, k) => clopperPearson(k, n, confidence));
}

/** The chance that the interval of a sample holds the share, by summing the binomial over all outcomes. */
function coverage(limits: ReturnType<typeof intervals>, share: number): number {
  const n = limits.length - 1;
  let sum = 0;
  for (const [k, [low, high]] of limits.entries())
    if (low <= share && share <= high) sum += lowerTail(k, n, share) - lowerTail(k - 1, n, share);
  return sum;
}

/** Limits themselves are where coverage is least: just inside and just outside each. */
function shares(n: number): number[] {
  const limits = [0, 1, Math.floor(n / 4), Math.floor(n / 2)].flatMap((k) => clopperPearson(k, n));
  const near = limits.flatMap((limit) => [limit - 1e-6, limit + 1e-6]);
  const grid = [0.001, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 0.75, 0.95, 0.999];
  return [...grid, ...near].filter((share) => share > 0 && share < 1);
}

test.each(SIZES)('Clopper–Pearson never falls below what it claims: n = %d', (n) => {
  for (const confidence of [0.95, 0.9]) {
    const limits = intervals(n, confidence);
    for (const share of shares(n)) expect(coverage(limits, share)).toBeGreaterThanOrEqual(confidence - 1e-9);
  }
});
