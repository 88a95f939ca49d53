import { MARRIED, SUPPLIES } from '../../registers/codes.js';

/**
 * Whether what was found at the door and what a record says are the same: a month agrees with every day of it, 已婚 with
 * every marriage, 药具 with every drug and device, and reasons for using nothing with each other.
 *
 * @param item name of the item, as `facts.ts` has them
 */
export function agrees(item: string, found: string, recorded: string): boolean {
  if (found === recorded) return true;
  if (item === 'birth_date') return found.startsWith(recorded) || recorded.startsWith(found);
  if (item === 'marital') return oneStandsFor('已婚', MARRIED, found, recorded);
  if (item !== 'method') return false;
  return (isNone(found) && isNone(recorded)) || oneStandsFor('supplies', SUPPLIES, found, recorded);
}

function oneStandsFor(word: string, words: readonly string[], a: string, b: string): boolean {
  return (a === word && words.includes(b)) || (b === word && words.includes(a));
}

function isNone(method: string): boolean {
  return method.startsWith('none');
}
