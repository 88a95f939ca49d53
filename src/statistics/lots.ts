import { hypergeometric } from './densities.js';
import { gammaTails } from './tails.js';

/** What a term adds that no longer counts. */
const NEGLIGIBLE = 1e-17;

/**
 * P(X ≤ k) for the failures X among `n` drawn without replacement from a lot of `lot`, of which `failing` fail
 * (hypergeometric): terms are summed from `k` down, each from the one before, on the side where they grow smaller.
 */
export function lotLowerTail(k: number, n: number, failing: number, lot: number): number {
  const fewest = Math.max(0, n - (lot - failing));
  const most = Math.min(n, failing);
  if (k >= most) return 1;
  if (k < fewest) return 0;
  const mode = Math.floor(((n + 1) * (failing + 1)) / (lot + 2));
  if (k <= mode) return Math.min(1, down(k, fewest, n, failing, lot));
  // The same question about the other units: those that do not fail.
  return Math.max(0, 1 - down(n - k - 1, n - most, n, lot - failing, lot));
}

/** Σ P(X = i) for i from `k` down to `fewest`. */
function down(k: number, fewest: number, n: number, failing: number, lot: number): number {
  let term = hypergeometric(k, n, failing, lot);
  let sum = term;
  for (let i = k; i > fewest && term > NEGLIGIBLE * sum; i--) {
    term *= (i * (lot - failing - n + i)) / ((failing - i + 1) * (n - i + 1));
    sum += term;
  }
  return sum;
}

/** P(X ≤ k) for X Poisson with that mean. */
export function poissonLowerTail(k: number, mean: number): number {
  return k < 0 ? 0 : gammaTails(k + 1, mean).upper;
}
