import pairs from 'opencc-js/dict/TSCharacters';
import { isBlankOrNone, tidy } from './text.js';

/** Simplified form by traditional character of the common plane: 0 means "is simplified", `BEYOND` "look further". */
let simplifiedOf: Uint16Array | undefined;
const BEYOND = 0xffff;
/** Pairs of which a character lies beyond the common plane. */
const simplifiedBeyond = new Map<string, string>();

function table(): Uint16Array {
  if (simplifiedOf) return simplifiedOf;
  const codes = new Uint16Array(0x10000);
  const known = new Map(pairs.split('|').map((pair) => pair.split(' ') as [string, string]));
  for (const [traditional, first] of known) {
    const simplified = known.get(first) ?? first;
    const inPlane = traditional.length === 1 && simplified.length === 1;
    if (!inPlane) simplifiedBeyond.set(traditional, simplified);
    if (traditional.length === 1)
      codes[traditional.charCodeAt(0)] = inPlane ? simplified.charCodeAt(0) : BEYOND;
  }
  simplifiedOf = codes;
  return codes;
}

/** Text with every traditional character replaced by its simplified one, each for itself (OpenCC's character table). */
export function toSimplified(text: string): string {
  const codes = table();
  if (!hasTraditional(text, codes)) return text;
  let result = '';
  for (const character of text) {
    const code = character.length === 1 ? (codes[character.charCodeAt(0)] ?? 0) : BEYOND;
    if (code === BEYOND) result += simplifiedBeyond.get(character) ?? character;
    else result += code === 0 ? character : String.fromCharCode(code);
  }
  return result;
}

/** True if a character may have a simplified form: one of the table, or one beyond the common plane. */
function hasTraditional(text: string, codes: Uint16Array): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (codes[code] !== 0 || (code >= 0xd800 && code <= 0xdfff)) return true;
  }
  return false;
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
