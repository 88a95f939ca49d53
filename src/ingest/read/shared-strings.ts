const CELL = /(<(?:\w+:)?c\b[^>]*\bt=["']s["'][^>]*>\s*<(?:\w+:)?v>)(\d+)/g;

/**
 * Cuts a workbook's table of strings down to those that the given sheets use, and numbers them anew. Parsing the whole
 * table costs as much as a third of a workbook; the head of a sheet uses a handful.
 *
 * @param sheets XML of the sheets
 * @param strings XML of the table
 */
export function onlyUsedStrings(
  sheets: readonly string[],
  strings: string,
): { sheets: string[]; strings: string } {
  const used = new Set(sheets.flatMap((sheet) => [...sheet.matchAll(CELL)].map((match) => Number(match[2]))));
  const order = [...used].sort((a, b) => a - b);
  const places = new Map(order.map((index, place) => [index, place]));
  const renumbered = sheets.map((sheet) =>
    sheet.replace(CELL, (_, cell: string, index: string) => `${cell}${places.get(Number(index))}`),
  );
  return { sheets: renumbered, strings: `<sst>${itemsAt(order, strings)}</sst>` };
}

/** The items at the given positions (going up), in their order. */
function itemsAt(positions: readonly number[], strings: string): string {
  const prefix = /<(\w+:)?si[\s>/]/.exec(strings)?.[1] ?? '';
  const [open, close] = [`<${prefix}si`, `</${prefix}si>`];
  let items = '';
  let index = 0;
  let at = strings.indexOf(open);
  for (const position of positions) {
    for (; index < position && at >= 0; index++) at = strings.indexOf(open, at + 1);
    if (at < 0) break;
    const end = strings.indexOf('>', at) + 1;
    const isEmpty = strings[end - 2] === '/';
    items += strings.slice(at, isEmpty ? end : strings.indexOf(close, end) + close.length);
  }
  return items;
}

/** A cell that says that it is one of the strings, and does not say which: bounded, so that no text takes long. */
const EMPTY =
  /<(?:\w{1,20}:)?c\s[^<>]{0,300}?\bt=["']s["'][^<>]{0,300}?(?:\/>|>\s{0,20}<(?:\/|(?:\w{1,20}:)?v\s{0,20}(?:\/>|>\s{0,20}<\/)))/g;
const TYPE = /\bt=["']s["']/;

/** Bytes of a sheet that are looked at together, and by how many they overlap: no such cell is longer. */
const PIECE = 1 << 20;
const OVERLAP = 1 << 10;

/** Whether a piece of a sheet's XML has a cell that says that it is a string, and does not say which. */
export function namesNoString(text: string): boolean {
  return text.search(EMPTY) >= 0;
}

/**
 * Takes the type away, in place, from cells of type string that name no string: spreadsheet programs show them blank,
 * the reader would take the first string of all.
 *
 * @param sheet XML of a sheet
 */
export function withoutEmptyStrings(sheet: Buffer): Buffer {
  for (let from = 0; from < sheet.length; from += PIECE) {
    const text = sheet.toString('latin1', from, from + PIECE + OVERLAP);
    for (const { 0: cell, index } of text.matchAll(EMPTY)) {
      const at = from + index + cell.search(TYPE);
      sheet.fill(' ', at, at + 't="s"'.length);
    }
  }
  return sheet;
}
