import { toSimplified } from './name.js';
import { remember } from './remember.js';
import { isBlankOrNone, tidy } from './text.js';

/** The form in which community names are compared: tidy, simplified, without blanks. */
function keyOf(text: string): string {
  return toSimplified(tidy(text).replace(/ /g, ''));
}

/**
 * Makes the function that gives a community its one name, however it is written.
 *
 * @param communities names and synonyms from the configuration; a name that it lacks stands for itself
 * @returns a function from a cell's text to the canonical name, null where blank
 */
export function communityNamer(
  communities: readonly { name: string; synonyms: readonly string[] }[],
): (raw: string) => string | null {
  const canonical = new Map<string, string>();
  for (const { name, synonyms } of communities) {
    for (const word of [name, ...synonyms]) canonical.set(keyOf(word), name);
  }
  return remember((raw) => {
    const key = keyOf(raw);
    return isBlankOrNone(key) ? null : (canonical.get(key) ?? key);
  });
}
