import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';

const PRINTABLE_ASCII = /^[ -~]*$/;

/** Columns a text takes on a terminal: a Chinese character takes two. Plain ASCII need not be measured. */
export function widthOf(text: string): number {
  return PRINTABLE_ASCII.test(text) ? text.length : stringWidth(text);
}

/**
 * Control characters, those that reorder or hide what a reader sees (bidi overrides, zero width), and what is no
 * character at all (halves of surrogate pairs), which XML and links cannot hold.
 */
const UNSAFE = /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/u;
const UNSAFE_RUN = new RegExp(`${UNSAFE.source}+`, 'gu');

/** A text from the data as one line that cannot steer the terminal: no escapes, no controls, no reordering. */
export function clean(text: string): string {
  if (!UNSAFE.test(text)) return text;
  return stripVTControlCharacters(text)
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(UNSAFE_RUN, '');
}

/** Every text inside a plain value, cleaned. */
export function cleanAll<Value>(value: Value): Value {
  return isClean(value) ? value : cleaned(value);
}

/** Whether nothing in a plain value needs cleaning: most values need not be copied. */
function isClean(value: unknown): boolean {
  if (typeof value === 'string') return !UNSAFE.test(value);
  if (value === null || typeof value !== 'object') return true;
  if (Array.isArray(value)) return value.every(isClean);
  return Object.entries(value).every(([key, item]) => isClean(key) && isClean(item));
}

function cleaned<Value>(value: Value): Value {
  if (typeof value === 'string') return clean(value) as Value;
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(cleaned) as Value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [clean(key), cleaned(item)])) as Value;
}

/** What may not be torn apart: spaces, a word, or one wide character with the punctuation that belongs to it. */
const PIECE = /\s+|[（《〈「『“‘【]*(?:[\x21-\x7e\u00a1-\u1fff]+|[^\s])[，。、；：！？）》〉」』”’】]*/gu;

/**
 * Breaks a text into lines. Chinese breaks between any two characters (but no line begins with a comma or a closing
 * bracket), other words at spaces; a word longer than a line, such as a path, is cut.
 * @param width columns of a line, at least 2
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  for (const piece of text.match(PIECE) ?? []) {
    const needed = pieceWidth(piece);
    if (taken + needed <= width) {
      line += piece;
      taken += needed;
      continue;
    }
    if (line.trim()) lines.push(line.trimEnd());
    const cut = cutUp(piece.trimStart(), width);
    line = cut.pop() ?? '';
    taken = widthOf(line);
    lines.push(...cut);
  }
  if (line.trim() || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

const PIECE_WIDTHS = new Map<string, number>();

/** Most pieces are single characters that come again and again: each is measured once. */
function pieceWidth(piece: string): number {
  if (piece.length > 2) return widthOf(piece);
  let width = PIECE_WIDTHS.get(piece);
  if (width === undefined) {
    width = widthOf(piece);
    PIECE_WIDTHS.set(piece, width);
  }
  return width;
}

function cutUp(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (part && widthOf(part) + widthOf(character) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}

/** A text cut to a width, with an ellipsis where something is left out. */
export function shorten(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  return `${cutUp(text, Math.max(width - 1, 1))[0]}…`;
}

/** A number with its thousands apart, the same under every locale. */
export function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

/** The same of numbers by name. */
export function groupedAll(counts: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, grouped(count)]));
}

/** A heading begins with a capital letter, in languages that have them. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
