import { tidy, unquoted } from '../../keys/text.js';

/** The largest count that the store's integers hold. */
const LARGEST = 2_147_483_647;

/** How each number from 0 to 10 may be written. */
const NUMERALS = ['〇零', '一', '二两', ...'三四五六七八九十'];

/** `1,234`, `2.0`, `3人`, `第2胎`: digits with or without thousands commas, zero decimals, a unit of one or two characters. */
const DIGITS = /^第?(\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?\p{Script=Han}{0,2}$/u;
/** `一孩`, `第二胎`, `十人`. */
const HAN = /^第?([〇零一二两三四五六七八九十])[孩胎个人名次户例]?$/;
/**
 * A printed figure: sign, digits with commas, decimals, and at most short words around it (%, ‰, 万人, 约, 以上); or a ratio,
 * 93:100.
 */
const FIGURE =
  /^[约近不足至少超多过≥≤<>]{0,3}[-+−]?\d[\d,]*(?:\.\d+)?[^\d\s.,]{0,6}$|^\d+(?:\.\d+)?:\d+(?:\.\d+)?$/;

/**
 * Reads a count: 2, 2.0, 1,234, 3人, 一孩.
 *
 * @returns the count, or null for what is negative, fractional or no number; the caller deals with blanks
 */
export function parseInteger(raw: string | number): number | null {
  if (typeof raw === 'number') return Number.isInteger(raw) && raw >= 0 && raw <= LARGEST ? raw : null;
  const text = unquoted(tidy(raw)).replace(/ /g, '');
  const digits = DIGITS.exec(text)?.[1];
  if (digits !== undefined) {
    const count = Number(digits.replace(/,/g, ''));
    return count <= LARGEST ? count : null;
  }
  const numeral = HAN.exec(text)?.[1];
  return numeral === undefined ? null : NUMERALS.findIndex((ways) => ways.includes(numeral));
}

/**
 * Reads a reported figure and keeps how it was printed, since 5.7 and 5.70 differ.
 *
 * @returns the tidy text, or null for what is no number; the caller deals with blanks
 */
export function parseFigure(raw: string | number): string | null {
  const text = unquoted(tidy(String(raw)));
  return FIGURE.test(text.replace(/ /g, '')) ? text : null;
}
