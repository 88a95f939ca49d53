import { toSimplified } from '../../keys/name.js';
import { remember } from '../../keys/remember.js';
import { tidy, withoutBrackets } from '../../keys/text.js';
import { acceptedWords, BLANK_CODES, CODES } from '../../registers/codes.js';
import type { CodeName } from '../../registers/types.js';

/** Extra words of one code list, by canonical code. */
export type CodeWords = Readonly<Record<string, readonly string[]>>;

/** Code words are compared as headings are: without blanks, asterisks and case, in simplified characters; 其它 is 其他. */
function keyOf(word: string): string {
  return toSimplified(tidy(word).replace(/[ *]/g, '')).toLowerCase().replace('其它', '其他');
}

/** Canonical codes by the keys of their words. */
function wordsOf(
  codes: readonly (readonly [canonical: string | null, words: readonly string[]])[],
): Map<string, string | null> {
  return new Map(codes.flatMap(([canonical, words]) => words.map((word) => [keyOf(word), canonical])));
}

/** The words of a list itself: worked out once, not for every table. */
const ownWords = remember((list: CodeName): ReadonlyMap<string, string | null> => {
  const codes = CODES[list].map((code) => [code.canonical, acceptedWords(code)] as const);
  return wordsOf([[null, BLANK_CODES[list] ?? []], ...codes]);
});

/**
 * Makes the function that reads one code list.
 *
 * @param list the list's name
 * @param extra words that the configuration adds
 * @returns a function from a cell to the canonical code, with what stands in brackets and then without; null for a code
 *   that says "not known", undefined for what the list does not know, blanks among it
 */
export function codeReader(
  list: CodeName,
  extra?: CodeWords,
): (raw: string | number) => string | null | undefined {
  const codes = extra ? new Map([...ownWords(list), ...wordsOf(Object.entries(extra))]) : ownWords(list);
  return (raw) => {
    const word = String(raw);
    const known = codes.get(word);
    if (known !== undefined) return known;
    const key = keyOf(word);
    return codes.get(key) ?? codes.get(withoutBrackets(key)) ?? numbered(key, codes);
  };
}

/** A number as programs write it (02, 2.0), or with its word beside it: `20-已婚`, `2女`, if both mean the same. */
function numbered(key: string, codes: ReadonlyMap<string, string | null>): string | null | undefined {
  const number = /^0?(\d{1,2}?)(?:\.0+)?$/.exec(key)?.[1];
  if (number !== undefined) return codes.get(number);
  const [, before, word = '', after] =
    /^(\d{1,2})?[-.、|:_]?(\p{Script=Han}+)[-.、|:_]?(\d{1,2})?$/u.exec(key) ?? [];
  const beside = before ?? after;
  if (beside === undefined || (before !== undefined && after !== undefined)) return undefined;
  const code = codes.get(word);
  return codes.has(beside) && codes.get(beside) !== code ? undefined : code;
}
