import { toSimplified } from '../../keys/name.js';
import { tidy } from '../../keys/text.js';
import { CODES } from '../../registers/codes.js';
import type { CodeName } from '../../registers/types.js';

/** Extra words of one code list, by canonical code. */
export type CodeWords = Readonly<Record<string, readonly string[]>>;

/** Code words are compared without blanks and case, in simplified characters. */
function keyOf(word: string): string {
  return toSimplified(tidy(word).replace(/ /g, '')).toLowerCase();
}

/**
 * Makes the function that reads one code list.
 *
 * @param list the list's name
 * @param extra words that the configuration adds
 * @returns a function from a cell to the canonical code; undefined for what the list does not know, blanks among it
 */
export function codeReader(
  list: CodeName,
  extra: CodeWords = {},
): (raw: string | number) => string | undefined {
  const codes = new Map<string, string>();
  const add = (canonical: string, words: readonly string[]) => {
    for (const word of words) codes.set(keyOf(word), canonical);
  };
  for (const { canonical, words } of CODES[list]) add(canonical, words);
  for (const [canonical, words] of Object.entries(extra)) add(canonical, words);
  return (raw) => {
    const word = String(raw);
    return codes.get(word) ?? codes.get(keyOf(word));
  };
}
