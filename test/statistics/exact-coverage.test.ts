import { expect, test } from 'vitest';
import { clopperPearson, lowerTail } from '../../src/statistics/tests.js';

const SIZES = [1, 2, 5, 10, 19, 30, 59, 100, 150, 300];

/** The chance that the exact interval of a sample holds the share, by summing the binomial over all outcomes. */
function coverage(n: number, share: number, confidence: number): number {
  let sum = 0;
  for (let k = 0; k <= n; k++) {
    const [low, high] = clopperPearson(k, n, confidence);
    if (low <= share && share <= high) sum += lowerTail(k, n, share) - lowerTail(k - 1, n, share);
  }
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
  for (const share of shares(n)) {
    expect(coverage(n, share, 0.95)).toBeGreaterThanOrEqual(0.95 - 1e-9);
    expect(coverage(n, share, 0.9)).toBeGreaterThanOrEqual(0.9 - 1e-9);
  }
});
