import { type Package, repacked } from './package.js';
import { onlyUsedStrings, withoutEmptyStrings } from './shared-strings.js';
import { inflateHead, storedPart, type ZipPart } from './zip.js';

const ROW_END = /<\/(?:\w+:)?row>|<(?:\w+:)?row[^>]*\/>/g;
/** Compressed bytes of a sheet that its first rows are looked for in; doubled until they are found. */
const FIRST_BYTES = 1 << 14;

/**
 * The same workbook, its sheets cut off after so many rows: what the survey needs, for a fraction of the time. The
 * reader does not mind that the last elements of a sheet are missing. Charts are left out.
 */
export function trimmedWorkbook(book: Package, rows: number): Buffer {
  const heads = book.sheets.flatMap(({ attributes, part }) => {
    return part ? [{ attributes, text: withoutEmptyStrings(sheetHead(part, rows)).toString('latin1') }] : [];
  });
  const table = book.strings ? inflateHead(book.strings).toString('latin1') : '';
  const { sheets, strings } = onlyUsedStrings(
    heads.map(({ text }) => text),
    table,
  );
  return repacked(
    { ...book, strings: book.strings && partOf(strings) },
    heads.map(({ attributes }, i) => ({ attributes, part: partOf(sheets[i] ?? '') })),
  );
}

/** A part of text that is bytes, one a character. */
function partOf(text: string): ZipPart {
  return storedPart('', Buffer.from(text, 'latin1'));
}

function sheetHead(part: ZipPart, rows: number): Buffer {
  for (let most = FIRST_BYTES; ; most *= 2) {
    const head = inflateHead(part, most);
    const end = endOfRow(head.toString('latin1'), rows);
    if (end !== undefined) return head.subarray(0, end);
    if (most >= part.data.length) return head;
  }
}

/** Where the row of that number ends, in bytes; undefined where there are fewer. */
function endOfRow(text: string, rows: number): number | undefined {
  let count = 0;
  for (const match of text.matchAll(ROW_END)) {
    count++;
    if (count === rows) return match.index + match[0].length;
  }
  return undefined;
}
