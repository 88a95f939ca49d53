import { normalQuantile } from './tests.js';

/** How many there are in all, estimated from two lists that were drawn up independently of each other. */
export interface TwoLists {
  petersen: number;
  chapman: number;
  se: number;
  /** 95 %, by the log-transform: never below what the lists hold together. */
  interval: [number, number];
}

/**
 * The estimate of Chandra Sekar and Deming (1949) for two lists: Petersen's, and Chapman's nearly unbiased form (Seber
 * 1982, p. 60) with its standard error and log-transformed interval (Chao 1987).
 *
 * @param n1 held by the first list
 * @param n2 held by the second
 * @param m held by both
 */
export function twoLists(n1: number, n2: number, m: number): TwoLists {
  const chapman = ((n1 + 1) * (n2 + 1)) / (m + 1) - 1;
  const variance = ((n1 + 1) * (n2 + 1) * (n1 - m) * (n2 - m)) / ((m + 1) ** 2 * (m + 2));
  const se = Math.sqrt(variance);
  return { petersen: (n1 * n2) / m, chapman, se, interval: logInterval(chapman, se, n1 + n2 - m) };
}

function logInterval(estimate: number, se: number, seen: number): [number, number] {
  const unseen = estimate - seen;
  if (unseen <= 0) return [seen, seen];
  const factor = Math.exp(normalQuantile(0.975) * Math.sqrt(Math.log1p((se / unseen) ** 2)));
  return [seen + unseen / factor, seen + unseen * factor];
}
