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

/** A type, and what follows it where no string is named; it begins with what is rare, and is bounded: no text takes long. */
const EMPTY =
  /\bt=["']s["'](?:[^<>]{0,300}\/>|[^<>]{0,300}>\s{0,20}<(?:\/|(?:\w{1,20}:)?v\s{0,20}(?:\/>|>\s{0,20}<\/)))/g;
const CELL_TAG = /^<(?:\w{1,20}:)?c\s/;

/** Where in a piece of a sheet's XML a cell says that it is one of the strings, and does not say which: places of its type. */
function emptyStringsIn(text: string): number[] {
  return [...text.matchAll(EMPTY)].flatMap(({ index }) => {
    const tag = text.lastIndexOf('<', index);
    return tag >= 0 && CELL_TAG.test(text.slice(tag, index)) ? [index] : [];
  });
}

/** Bytes of a sheet that are looked at together, and by how many they overlap: no such cell is longer. */
const PIECE = 1 << 20;
const OVERLAP = 1 << 10;

/** Whether a piece of a sheet's XML has a cell that says that it is a string, and does not say which. */
export function namesNoString(text: string): boolean {
  return emptyStringsIn(text).length > 0;
}

/**
 * Takes the type away, in place, from cells of type string that name no string: spreadsheet programs show them blank,
 * the reader would take the first string of all.
 *
 * @param sheet XML of a sheet
 */
export function withoutEmptyStrings(sheet: Buffer): Buffer {
  for (let from = 0; from < sheet.length; from += PIECE) {
    for (const at of emptyStringsIn(sheet.toString('latin1', from, from + PIECE + OVERLAP))) {
      sheet.fill(' ', from + at, from + at + 't="s"'.length);
    }
  }
  return sheet;
}

const STRING = '<si>';
const STRING_END = '</si>';
const STRING_TEXT = /^<t(?: xml:space="preserve")?>([^<&_]*)<\/t>$/;

/**
 * The shared strings of a workbook that are plain text, by their numbers; undefined for those that are not.
 *
 * @param xml of the table of strings
 */
export function plainStrings(xml: string): (string | undefined)[] {
  const strings: (string | undefined)[] = [];
  if (xml.includes('<!') || xml.includes('<si/>')) return strings;
  for (let at = xml.indexOf(STRING); at >= 0; at = xml.indexOf(STRING, at)) {
    const end = xml.indexOf(STRING_END, at);
    if (end < 0) return [];
    strings.push(STRING_TEXT.exec(xml.slice(at + STRING.length, end))?.[1]);
    at = end;
  }
  return strings;
}
