/** 97.5 % point of the normal distribution. */
const Z = 1.959963984540054;

/**
 * The Wilson score interval of a proportion, 95 % (Wilson 1927; Newcombe 1998, method 3).
 *
 * @param k successes out of `n`, n > 0
 */
export function wilson(k: number, n: number): [number, number] {
  const [p, z2] = [k / n, Z * Z];
  const centre = p + z2 / (2 * n);
  const half = Z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  return [k === 0 ? 0 : (centre - half) / scale, k === n ? 1 : (centre + half) / scale];
}

/** The exact interval of a proportion, 95 % (Clopper and Pearson 1934), by bisection of binomial tails. */
export function exactInterval(k: number, n: number): [number, number] {
  const low = k === 0 ? 0 : bisect((p) => upperTail(k, n, p) - 0.025);
  const high = k === n ? 1 : bisect((p) => 0.025 - (1 - upperTail(k + 1, n, p)));
  return [low, high];
}

/** The root of an increasing function on (0, 1). */
function bisect(f: (p: number) => number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(X ≥ k) for X binomial(n, p): terms added up in logarithms. */
function upperTail(k: number, n: number, p: number): number {
  let sum = 0;
  for (let i = k; i <= n; i++) sum += Math.exp(logChoose(n, i) + i * Math.log(p) + (n - i) * Math.log1p(-p));
  return Math.min(1, sum);
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

const LOG_FACTORIALS = [0];

function logFactorial(n: number): number {
  for (let i = LOG_FACTORIALS.length; i <= n; i++)
    LOG_FACTORIALS.push((LOG_FACTORIALS[i - 1] ?? 0) + Math.log(i));
  return LOG_FACTORIALS[n] ?? 0;
}
