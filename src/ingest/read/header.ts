import { withoutBrackets } from '../../keys/text.js';
import { type Heading, headingKey } from './headings.js';
import { type KnownHeadings, knownHeading } from './known-headings.js';
import { ownText } from './own-text.js';
import { besideColumn, isOtherHeader } from './second-table.js';
import { type HeaderPlace, type Surroundings, surroundings } from './surroundings.js';

/** A possible header: where it is, what it gives to the columns, what stands around it. */
export interface Header extends HeaderPlace, Surroundings {
  /** Column in which another table begins beside it, which is not read. */
  beside?: number;
}

/** A row of so many known headings is the header; a second line of it follows at once. */
const SURELY = 4;
/** Fewer columns of numbers make no form. */
const FEWEST_COUNTS = 2;

/** Tables repeat their headers: what the lines of one give is kept for so many. */
const MOST_HEADERS = 5_000;
const headingsByLines = new Map<string, Heading[]>();
const headingsFromElsewhere = new Map<string, Heading[]>();

/** A header from another thread, with the headings that tables here share: what follows from them is worked out once. */
export function withSharedHeadings(header: Header): Header {
  const key = JSON.stringify(header.headings);
  const headings = headingsFromElsewhere.get(key) ?? header.headings;
  if (headingsFromElsewhere.size < MOST_HEADERS) headingsFromElsewhere.set(key, headings);
  return { ...header, headings };
}

/**
 * Where the header of a table may be: the row with the most known headings, by itself and with the row above or below
 * (a two-line header).
 */
export function possibleHeaders(rows: readonly string[][], known: KnownHeadings): Header[] {
  const row = richestRow(rows, known.keys);
  if (row < 0) return [];
  const places = [{ from: row, to: row }];
  if (row + 1 < rows.length && !isRecord(rows[row + 1] ?? [])) places.push({ from: row, to: row + 1 });
  if (row > 0 && !isTitle(rows[row - 1] ?? [])) places.push({ from: row - 1, to: row });
  const below = rows.slice(row + 2).findIndex((cells) => isOtherHeader(cells, known.keys));
  const own = below < 0 ? rows : rows.slice(0, row + 2 + below);
  return places.map(({ from, to }) => {
    const all = headingsIn(own, from, to);
    const beside = besideColumn(all, own);
    const headings = beside === undefined ? all : all.filter(({ index }) => index < beside);
    const place = { from, to, headings, ...(beside !== undefined && { beside }) };
    return { ...place, ...surroundings(own, place, known) };
  });
}

/** A line with an ID, a date or a large number in it is no part of a header. */
function isRecord(cells: readonly string[]): boolean {
  return cells.some((cell) => /\d{6}|\d{4}[-/.年]\d/.test(cell));
}

/** A cell at the very left with nothing beside it is no group of headings: it would stand over all of them alike. */
function isTitle([first = '', ...others]: readonly string[]): boolean {
  return first.trim() !== '' && others.every((cell) => cell.trim() === '');
}

function richestRow(rows: readonly string[][], known: ReadonlySet<string>): number {
  let best: number | undefined;
  let most = 1;
  for (const [row, cells] of rows.entries()) {
    if (best !== undefined && most >= SURELY && row > best + 2) break;
    const keys = new Set(cells.map(headingKey).filter((key) => knownHeading(key, known)));
    if (keys.size <= most) continue;
    most = keys.size;
    best = row;
  }
  return best ?? rows.findIndex((cells, row) => headsNumbers(cells, rows[row + 1] ?? [], known));
}

/**
 * The header of a form that has no other heading that is known: an area, then what is counted, with numbers below. What
 * the counts are called only the indicators know.
 */
function headsNumbers(
  cells: readonly string[],
  below: readonly string[],
  known: ReadonlySet<string>,
): boolean {
  const named = cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [index]));
  const others = named.filter((index) => !knownHeading(headingKey(cells[index] ?? ''), known));
  const isNumber = (text = '') => /^\s*-?\d[\d,.]*\s*[%‰]?\s*$/.test(text);
  return (
    named.length > others.length &&
    others.length >= FEWEST_COUNTS &&
    others.every((index) => !isNumber(cells[index]) && isNumber(below[index]))
  );
}

function headingsIn(rows: readonly string[][], from: number, to: number): Heading[] {
  const upper = rows[from] ?? [];
  const lower = from === to ? [] : (rows[to] ?? []);
  const lines = `${upper.join('\0')}\n${lower.join('\0')}`;
  const headings = headingsByLines.get(lines) ?? ownText(headingsOf(upper, lower));
  if (headingsByLines.size < MOST_HEADERS) headingsByLines.set(lines, headings);
  return headings;
}

function headingsOf(upper: readonly string[], lower: readonly string[]): Heading[] {
  const headings: Heading[] = [];
  let group = '';
  for (let index = 0; index < Math.max(upper.length, lower.length); index++) {
    const top = tidy(upper[index]);
    const bottom = tidy(lower[index]);
    if (top !== '') group = top;
    const heading = bottom === '' ? oneLine(index, top) : twoLines(index, group, bottom);
    if (heading.text !== '') headings.push(heading);
  }
  return headings;
}

function oneLine(index: number, text: string): Heading {
  return { index, text, keys: keysOf(text), looseKeys: [] };
}

/** 母亲 over 姓名 is 母亲姓名; 基本情况 over 姓名 is 姓名; 其中 over a part names nothing. */
function twoLines(index: number, group: string, text: string): Heading {
  if (/^其中[:：]?$/.test(group)) return oneLine(index, text);
  return { index, text: group + text, keys: keysOf(group + text), looseKeys: keysOf(text) };
}

function keysOf(text: string): string[] {
  const key = headingKey(text);
  return [...new Set([key, withoutBrackets(key)])];
}

/** In one line; beside Chinese characters a blank only says where the line broke. */
function tidy(text: string | undefined): string {
  return (text ?? '')
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\p{Script=Han})）]) | (?=[\p{Script=Han}(（])/gu, '')
    .trim();
}
