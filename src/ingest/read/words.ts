import { toSimplified } from '../../keys/name.js';
import { byText, put } from '../../keys/order.js';
import { remember } from '../../keys/remember.js';

const MOST_NAMES = 10_000;

/** The form in which names are compared. */
export const comparable = rememberName((text) =>
  toSimplified(text.normalize('NFKC')).replaceAll('台帐', '台账').toLowerCase(),
);

/** Remembers what a function of a name gave: names repeat from file to file. */
export function rememberName<Value>(read: (name: string) => Value): (name: string) => Value {
  return remember(read, MOST_NAMES);
}

/**
 * Makes the function that finds the one of `list` that has the longest word in a plain text; of words of one length the
 * first of the list.
 */
export function longestWord<T>(
  list: readonly T[],
  wordsOf: (one: T) => readonly string[],
): (text: string) => T | undefined {
  const words = list.flatMap((one) => wordsOf(one).map((word) => ({ one, word, length: word.length })));
  const sorted = words.filter(({ length }) => length > 0).sort((a, b) => b.length - a.length);
  const known = sorted.map(({ one, word }) => ({ one, word: comparable(word) }));
  return (text) => known.find(({ word }) => hasWord(text, word))?.one;
}

/** Chinese words anywhere, English ones as whole words. */
function hasWord(text: string, word: string): boolean {
  const at = text.indexOf(word);
  if (at < 0 || /[^\u0020-\u007e]/.test(word)) return at >= 0;
  return text
    .split(/[^a-z0-9]+/)
    .join(' ')
    .split(' ')
    .includes(word);
}

/** The longest first; of one length in the order of code units. */
export function byLength(a: string, b: string): number {
  return b.length - a.length || byText(a, b);
}

/** Words that are looked for in many texts: what a text does not even begin to spell costs nothing. */
export class WordIndex {
  private readonly words = new Set<string>();
  private readonly byFirst = new Map<number, string[]>();

  add(word: string): void {
    if (this.words.has(word)) return;
    this.words.add(word);
    put(this.byFirst, word.charCodeAt(0), word);
  }

  /** The words that stand in a text, the longest first. */
  within(text: string): string[] {
    const found = new Set<string>();
    for (let at = 0; at < text.length; at++) {
      for (const word of this.byFirst.get(text.charCodeAt(at)) ?? []) {
        if (text.startsWith(word, at)) found.add(word);
      }
    }
    return [...found].sort(byLength);
  }
}
