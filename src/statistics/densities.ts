import jStat from 'jstat';

const HALF_LOG_2PI = 0.5 * Math.log(2 * Math.PI);
/** Coefficients of the series of Stirling's formula. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188] as const;
/** From here on the series is right to the last digit. */
const LARGE = 15;

/**
 * What Stirling's formula lacks of log Γ(x + 1): the error that a difference of logarithms of factorials would leave
 * grows with the numbers, this one does not.
 */
function stirlingError(x: number): number {
  if (x <= LARGE) return jStat.gammaln(x + 1) - (x + 0.5) * Math.log(x) + x - HALF_LOG_2PI;
  const square = x * x;
  return STIRLING.reduceRight((sum, coefficient) => sum / square + coefficient, 0) / x;
}

/** x log(x ÷ mean) + mean − x, without cancellation where both are close. */
function deviance(x: number, mean: number): number {
  const difference = x - mean;
  if (Math.abs(difference) > 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const v = difference / (x + mean);
  let [sum, power] = [difference * v, 2 * x * v];
  for (let j = 1; j < 1000; j++) {
    power *= v * v;
    const next = sum + power / (2 * j + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/**
 * The binomial at `k` of `n`, which need not be whole: Γ(n+1) ÷ (Γ(k+1) Γ(n−k+1)) p^k q^(n−k), by the saddle-point expansion
 * (Loader, Fast and accurate computation of binomial probabilities, 2000), as in R's dbinom.
 *
 * @param q 1 − p, given apart so that it keeps its digits where p is close to 1
 */
export function binomialDensity(k: number, n: number, p: number, q = 1 - p): number {
  if (p <= 0) return k === 0 ? 1 : 0;
  if (q <= 0) return k === n ? 1 : 0;
  if (k < 0 || k > n) return 0;
  if (k === 0) return Math.exp(n * (p < 0.5 ? Math.log1p(-p) : Math.log(q)));
  if (k === n) return Math.exp(n * (q < 0.5 ? Math.log1p(-q) : Math.log(p)));
  const exponent =
    stirlingError(n) - stirlingError(k) - stirlingError(n - k) - deviance(k, n * p) - deviance(n - k, n * q);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * k * (n - k)));
}

/** The density of Poisson at `k`, which need not be whole (Loader 2000). */
export function poissonDensity(k: number, mean: number): number {
  if (mean <= 0) return k === 0 ? 1 : 0;
  if (k < 0) return 0;
  if (k === 0) return Math.exp(-mean);
  return Math.exp(-stirlingError(k) - deviance(k, mean)) / Math.sqrt(2 * Math.PI * k);
}

/** P(X = k) for the failures among `n` drawn without replacement from a lot in which `failing` fail (Loader 2000). */
export function hypergeometric(k: number, n: number, failing: number, lot: number): number {
  if (k < Math.max(0, n - (lot - failing)) || k > Math.min(n, failing)) return 0;
  if (n === 0 || n === lot) return 1;
  const [p, q] = [n / lot, (lot - n) / lot];
  return (
    (binomialDensity(k, failing, p, q) * binomialDensity(n - k, lot - failing, p, q)) /
    binomialDensity(n, lot, p, q)
  );
}
