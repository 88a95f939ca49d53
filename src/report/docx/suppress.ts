import { sumOf } from '../../statistics/sum.js';

/** Counts below this could point at a person. */
const FEWEST = 5;

/** A count as it may be circulated: as it is, `few` where it is small, `withheld` where it would give away a small one. */
export type Shown = number | 'few' | 'withheld';

/** A single count as it may be circulated. */
export function suppressed(count: number): Shown {
  return count === 0 || count >= FEWEST ? count : 'few';
}

/**
 * Counts whose sum is printed too. Small ones are suppressed; so that the sum gives none of them away, the next smallest
 * are withheld until two or more are hidden that together are no small count.
 */
export function suppressedParts(counts: readonly number[]): Shown[] {
  const shown = counts.map(suppressed);
  const hidden = () => counts.filter((_, at) => typeof shown[at] !== 'number');
  const candidates = counts.map((_, at) => at).filter((at) => (counts[at] ?? 0) >= FEWEST);
  candidates.sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0));
  while (gaveAway(hidden()) && candidates.length > 0) shown[candidates.shift() ?? 0] = 'withheld';
  return shown;
}

function gaveAway(hidden: readonly number[]): boolean {
  const sum = sumOf(hidden);
  return hidden.length === 1 || (hidden.length > 1 && sum < FEWEST);
}
