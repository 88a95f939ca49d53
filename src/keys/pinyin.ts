import { pinyin } from 'pinyin-pro';

/** Syllables by UTF-16 unit, filled as characters come up; rare characters beyond the common plane by themselves. */
const common = new Array<string | undefined>(0x10000).fill(undefined);
const rare = new Map<string, string>();

function spell(character: string): string {
  return pinyin(character, { toneType: 'none', v: true, nonZh: 'consecutive' }).toLowerCase();
}

function syllable(character: string): string {
  const code = character.charCodeAt(0);
  if (character.length === 1) {
    common[code] ??= spell(character);
    return common[code] as string;
  }
  const known = rare.get(character) ?? spell(character);
  rare.set(character, known);
  return known;
}

/**
 * The toneless pinyin of a name key, syllables joined by a blank: 张伟 and 章玮 have the same. Every character has
 * one reading, whatever stands beside it: this is a key, not a pronunciation.
 */
export function pinyinKey(nameKey: string): string {
  let key = '';
  for (const character of nameKey) key += key === '' ? syllable(character) : ` ${syllable(character)}`;
  return key;
}
