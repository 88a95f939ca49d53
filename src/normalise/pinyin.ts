import { pinyin } from 'pinyin-pro';

/** Names known so far; emptied when full, so that a province does not fill the memory. */
const CACHE_SIZE = 200_000;
/** A longer name may be a slice that would keep the whole block of the file in memory that it was cut from. */
const LONGEST_KNOWN = 12;
const syllables = new Map<string, string>();
const names = new Map<string, string>();

function syllable(character: string): string {
  let known = syllables.get(character);
  if (known === undefined) {
    known = pinyin(character, { toneType: 'none', v: true, nonZh: 'consecutive' }).toLowerCase();
    syllables.set(character, known);
  }
  return known;
}

/**
 * The toneless pinyin of a name key, syllables joined by a blank: 张伟 and 章玮 have the same. Every character has
 * one reading, whatever stands beside it: this is a key, not a pronunciation.
 */
export function pinyinKey(nameKey: string): string {
  let known = names.get(nameKey);
  if (known === undefined) {
    known = Array.from(nameKey, syllable).join(' ');
    if (names.size >= CACHE_SIZE) names.clear();
    if (nameKey.length <= LONGEST_KNOWN) names.set(nameKey, known);
  }
  return known;
}
