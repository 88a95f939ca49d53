const Z = 1.959964;

/**
 * The 95 % interval of a proportion (E. B. Wilson, Probable inference, the law of succession, and statistical
 * inference, JASA 1927).
 * @returns proportions between 0 and 1; the whole range where nothing was counted
 */
export function wilson(count: number, total: number): [number, number] {
  if (total === 0) return [0, 1];
  const p = count / total;
  const weight = Z ** 2 / total;
  const middle = (p + weight / 2) / (1 + weight);
  const reach = (Z / (1 + weight)) * Math.sqrt((p * (1 - p)) / total + weight / (4 * total));
  return [Math.max(0, middle - reach), Math.min(1, middle + reach)];
}
