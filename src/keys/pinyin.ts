import readings from 'pinyin-pro/dist/esm/data/dict1.mjs';

/** Syllables by UTF-16 unit, filled as characters come up; rare characters beyond the common plane by themselves. */
const common = new Array<string | undefined>(0x10000).fill(undefined);
const rare = new Map<string, string>();

/** What the library says of characters alone otherwise than its dictionary does. */
const ALONE = new Map([
  ['了', 'liao'],
  ['々', 'tong'],
]);

const TONES = /[\u0300\u0301\u0304\u030c]/g;

/** The first reading of a character without its tone: the library's dictionary alone loads in a quarter of its time. */
function spell(character: string): string {
  const [reading] = (ALONE.get(character) ?? readings.get(character))?.split(' ') ?? [];
  if (reading === undefined) return character.toLowerCase();
  return reading.normalize('NFD').replace(TONES, '').replaceAll('u\u0308', 'v').normalize('NFC');
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
