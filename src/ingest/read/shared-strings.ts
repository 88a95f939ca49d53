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
