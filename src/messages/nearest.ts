import { distance } from 'fastest-levenshtein';

/**
 * The valid name that takes the fewest edits to reach, for sentences about an unknown one.
 *
 * @param valid at least one name; the earlier one of equals counts
 */
export function nearestOf(name: string, valid: readonly string[]): string {
  const [first = '', ...others] = valid;
  return others.reduce((best, other) => (distance(name, other) < distance(name, best) ? other : best), first);
}

/** Edits that a slip of the pen takes at most. */
const SLIP = 2;

/** Whether a name is one of the valid ones, misspelt. */
export function isSlipOf(name: string, valid: readonly string[]): boolean {
  return valid.some((other) => distance(name, other) <= SLIP);
}
