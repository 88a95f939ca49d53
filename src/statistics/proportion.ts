import { normalQuantile } from './tests.js';

/**
 * The Wilson score interval of a proportion (Wilson 1927; Newcombe 1998, method 3).
 *
 * @param k successes out of `n`, n > 0; effective numbers of a clustered sample need not be whole
 */
export function wilson(k: number, n: number, confidence = 0.95): [number, number] {
  const z = confidence === 0.95 ? Z : normalQuantile((1 + confidence) / 2);
  const [p, z2] = [k / n, z * z];
  const centre = p + z2 / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  return [k === 0 ? 0 : (centre - half) / scale, k === n ? 1 : (centre + half) / scale];
}

/** 97.5 % point of the normal distribution. */
const Z = 1.959963984540054;
