import jStat from 'jstat';

/**
 * P(X ≤ k) for the failures X among `n` drawn without replacement from a lot of `lot`, of which `failing` fail
 * (hypergeometric); sums of log-gamma terms, since binomial coefficients of a lot exceed any number type.
 */
export function lotLowerTail(k: number, n: number, failing: number, lot: number): number {
  const fewest = Math.max(0, n - (lot - failing));
  const most = Math.min(n, failing);
  if (k >= most) return 1;
  let sum = 0;
  for (let i = fewest; i <= k; i++)
    sum += Math.exp(ways(failing, i) + ways(lot - failing, n - i) - ways(lot, n));
  return Math.min(1, sum);
}

/** P(X ≤ k) for X Poisson with that mean. */
export function poissonLowerTail(k: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let i = 1; i <= k; i++) {
    term *= mean / i;
    sum += term;
  }
  return Math.min(1, sum);
}

/** Logarithm of the number of ways to choose k of n. */
function ways(n: number, k: number): number {
  return jStat.gammaln(n + 1) - jStat.gammaln(k + 1) - jStat.gammaln(n - k + 1);
}
