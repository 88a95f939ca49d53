import { type Package, repacked } from './package.js';
import type { CutSheet } from './plain-cells.js';
import { withoutEmptyStrings } from './shared-strings.js';
import { storedPart } from './zip.js';

const ANY_CELL = /<(?:\w+:)?c[\s/>]/;
const ANY_STRING = /\bt=["']s["']/;

/**
 * A workbook of what is left of its sheets: with formats only where there are cells, and with the table of strings only
 * where one of them names one.
 *
 * @param sheets their names and states as attributes of XML, in the order of `cuts`
 */
export function restOf(
  book: Package,
  sheets: readonly { attributes: string }[],
  cuts: readonly CutSheet[],
): Buffer {
  const anyHas = (pattern: RegExp) => cuts.some(({ rest }) => pattern.test(rest));
  const styles = anyHas(ANY_CELL) ? book.styles : undefined;
  const strings = anyHas(ANY_STRING) ? book.strings : undefined;
  const left = sheets.map(({ attributes }, order) => {
    const rest = Buffer.from(cuts[order]?.rest ?? '');
    return { attributes, part: storedPart('', withoutEmptyStrings(rest)) };
  });
  return repacked({ dates: book.dates, strings, styles }, left);
}
