import { binomialDensity, poissonDensity } from './densities.js';

/** Where a continued fraction has settled, and its smallest denominator. */
const SETTLED = 1e-16;
const TINY = 1e-300;

/**
 * A continued fraction b₀ + a₁ ÷ (b₁ + a₂ ÷ (b₂ + …)) by the method of Lentz, as Thompson and Barnett (1986) mended it.
 *
 * @param terms the next (a, b); it is asked until the value no longer changes
 */
function continued(first: number, terms: (i: number) => readonly [a: number, b: number]): number {
  let value = first === 0 ? TINY : first;
  let [c, d] = [value, 0];
  for (let i = 1; i < 10_000_000; i++) {
    const [a, b] = terms(i);
    d = b + a * d;
    c = b + a / c;
    if (d === 0) d = TINY;
    if (c === 0) c = TINY;
    d = 1 / d;
    value *= c * d;
    if (Math.abs(c * d - 1) <= SETTLED * 4) break;
  }
  return value;
}

/**
 * The regularised incomplete beta function I_x(a, b), right in both tails: the continued fraction of Didonato and Morris
 * (1992, formula 9), begun on the side where it converges, times a density that keeps its digits.
 *
 * @param y 1 − x, given apart so that it keeps its digits where x is close to 1
 */
export function betaTail(x: number, a: number, b: number, y = 1 - x): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  return a * y > b * x ? betaFraction(x, y, a, b) : 1 - betaFraction(y, x, b, a);
}

/** I_x(a, b) for x below a ÷ (a + b). */
function betaFraction(x: number, y: number, a: number, b: number): number {
  const lambda = a * y - b * x;
  const fraction = continued(0, (i) => {
    if (i === 1) return [1, (a * (lambda + 1)) / (a + 1)];
    const n = i - 1;
    const before = a + 2 * n - 1;
    const alpha = ((a + n - 1) * (a + b + n - 1) * n * (b - n) * x * x) / (before * before);
    const beta = n + (n * (b - n) * x) / before + ((a + n) * (lambda + 1 + n * (1 + y))) / (a + 2 * n + 1);
    return [alpha, beta];
  });
  return density(x, y, a, b) * fraction;
}

/** x^a y^b ÷ B(a, b), from the binomial density at a of a + b. */
function density(x: number, y: number, a: number, b: number): number {
  return (binomialDensity(a, a + b, x, y) * a * b) / (a + b);
}

/** The lower and the upper share the upper share of the regularised incomplete gamma function: P(s, x) and Q(s, x). */
export function gammaTails(s: number, x: number): { lower: number; upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  // x^s e^−x ÷ Γ(s + 1)
  const factor = poissonDensity(s, x);
  if (x < s + 1) {
    let [term, sum] = [1, 1];
    for (let i = 1; term > sum * SETTLED; i++) {
      term *= x / (s + i);
      sum += term;
    }
    const lower = Math.min(1, factor * sum);
    return { lower, upper: 1 - lower };
  }
  const fraction = continued(x + 1 - s, (i) => [-i * (i - s), x + 2 * i + 1 - s]);
  const upper = Math.min(1, (factor * s) / fraction);
  return { lower: 1 - upper, upper };
}

/** Steps of the search for a quantile; most end after six or seven. */
const STEPS = 100;

/** The x with I_x(a, b) = wanted, by Newton's steps within a bracket that each narrows; for x up to a half. */
function inverse(wanted: number, a: number, b: number): number {
  let [low, high, x] = [0, 1, a / (a + b)];
  for (let i = 0; i < STEPS; i++) {
    const excess = betaTail(x, a, b) - wanted;
    if (excess === 0) return x;
    if (excess > 0) high = x;
    else low = x;
    const step = excess / (density(x, 1 - x, a, b) / (x * (1 - x)));
    const next = x - step;
    const inside = next > low && next < high;
    const before = x;
    x = inside ? next : low > 0 && high > 4 * low ? Math.sqrt(low * high) : (low + high) / 2;
    if (Math.abs(x - before) <= 1e-15 * x) break;
  }
  return x;
}

/** The quantile of the beta distribution: the x with I_x(a, b) = p. */
export function betaQuantile(p: number, a: number, b: number): number {
  // The side on which the answer is small keeps its digits.
  return betaTail(0.5, a, b) >= p ? inverse(p, a, b) : 1 - inverse(1 - p, b, a);
}
