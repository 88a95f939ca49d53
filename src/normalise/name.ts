import pairs from 'opencc-js/dict/TSCharacters';
import { isBlankOrNone, tidy } from './text.js';

/** Simplified form by traditional character: a code table for the common plane, whose 0 means "is simplified". */
let simplifiedOf: Uint16Array | undefined;
const simplifiedBeyond = new Map<string, string>();

function table(): Uint16Array {
  if (simplifiedOf) return simplifiedOf;
  const codes = new Uint16Array(0x10000);
  const known = new Map(pairs.split('|').map((pair) => pair.split(' ') as [string, string]));
  for (const [traditional, first] of known) {
    const simplified = known.get(first) ?? first;
    if (traditional.length === 1 && simplified.length === 1) {
      codes[traditional.charCodeAt(0)] = simplified.charCodeAt(0);
    } else simplifiedBeyond.set(traditional, simplified);
  }
  simplifiedOf = codes;
  return codes;
}

/** Text with every traditional character replaced by its simplified one, each for itself (OpenCC's character table). */
export function toSimplified(text: string): string {
  const codes = table();
  let result = '';
  for (const character of text) {
    const code = character.length === 1 ? codes[character.charCodeAt(0)] : 0;
    result += code ? String.fromCharCode(code) : (simplifiedBeyond.get(character) ?? character);
  }
  return result;
}

/** True for two and more common Han characters, all simplified, that need no further look. */
export function isPlainName(name: string): boolean {
  const codes = table();
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    if (code < 0x4e00 || code > 0x9fff || codes[code] !== 0) return false;
  }
  return name.length > 1;
}

/** 未取名 and its kin, and 王芳之子: no names of their own. */
function isPlaceholder(name: string): boolean {
  const last = name.charAt(name.length - 1);
  if (last === '名') return /^(?:暂|尚)?[未待](?:取|起|命|定)名$/.test(name);
  return (last === '子' || last === '女') && name.length > 2 && name.charAt(name.length - 2) === '之';
}

/**
 * A name as it is stored and shown: tidy, without blanks between Han characters.
 *
 * @returns null where blank or a placeholder (未取名, ××之子)
 */
export function parseName(raw: string): string | null {
  if (isPlainName(raw)) return raw === '不详' || raw === '未知' || isPlaceholder(raw) ? null : raw;
  const name = tidy(raw).replace(/(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])/g, '');
  return isBlankOrNone(name) || isPlaceholder(toSimplified(name)) ? null : name;
}

/**
 * The key by which names are compared: simplified characters, upper case, without blanks and middle dots of any kind.
 *
 * @returns null where blank, a placeholder, or damaged by a wrong encoding (U+FFFD)
 */
export function nameKey(raw: string): string | null {
  const name = parseName(raw);
  if (name === null || isPlainName(name)) return name;
  if (name.includes('\ufffd')) return null;
  const key = toSimplified(name.replace(/[\s.·•・‧∙⋅●。᛫]/g, '')).toUpperCase();
  return key === '' || isPlaceholder(key) ? null : key;
}
