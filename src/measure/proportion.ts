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
