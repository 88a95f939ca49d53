/** Counts below this could point at a person. */
const FEWEST = 5;

/** A count as it may be circulated: 0 and what is large enough as they are, else null. */
export function suppressed(count: number): number | null {
  return count === 0 || count >= FEWEST ? count : null;
}

/**
 * A column of counts as it may be circulated, with its sum. Where one single count was suppressed, the sum would give it
 * away: then the sum is null as well.
 */
export function suppressedColumn(counts: readonly number[]): {
  counts: (number | null)[];
  sum: number | null;
} {
  const shown = counts.map(suppressed);
  const sum = counts.reduce((total, count) => total + count, 0);
  const hidden = shown.filter((count) => count === null).length;
  return { counts: shown, sum: hidden === 0 ? sum : null };
}
