import { isValidId } from './id.js';

const CHARACTERS = '0123456789X';

/** Text with `length` characters from `at` replaced by others. */
function spliced(text: string, at: number, length: number, others: string): string {
  return text.slice(0, at) + others + text.slice(at + length);
}

function* edits(id: string): Generator<string> {
  for (let at = 0; at <= id.length; at++) {
    if (id.length === 19) yield spliced(id, at, 1, '');
    for (const character of CHARACTERS) {
      if (id.length === 18) yield spliced(id, at, 1, character);
      if (id.length === 17) yield spliced(id, at, 0, character);
    }
    if (id.length === 18) yield spliced(id, at, 2, id.charAt(at + 1) + id.charAt(at));
  }
}

/**
 * Every valid ID that one substitution, insertion, deletion or swap of neighbours would make of an invalid one: what
 * the clerk may have meant to type. About 14 for a typical slip.
 *
 * @param id the ID as normalised (upper case, no blanks); one of fewer than 17 or more than 19 characters has none
 * @returns the candidates in ascending order, each once
 */
export function idCandidates(id: string): string[] {
  const valid = new Set<string>();
  for (const candidate of edits(id)) if (candidate !== id && isValidId(candidate)) valid.add(candidate);
  return [...valid].sort();
}
