import { onlyUsedStrings } from './shared-strings.js';
import { compressedBytes, inflateHead, type ZipEntry, zipOf } from './zip.js';

/** What a workbook needs besides its sheets to be read. */
const NEEDED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|styles)\d*\.xml|xl\/_rels\/workbook.*)$/i;
const SHEET = /worksheets\/[^/]*\.xml$/i;
const STRINGS = /(?:^|\/)sharedStrings\d*\.xml$/i;
const WORKBOOK = /(?:^|\/)workbook\d*\.xml$/i;
const STYLES = /(?:^|\/)styles\d*\.xml$/i;
const RELATIONS = /_rels\/workbook\d*\.xml\.rels$/i;
const ROW_END = /<\/(?:\w+:)?row>|<(?:\w+:)?row[^>]*\/>/g;
/** Compressed bytes of a sheet that its first rows are looked for in; doubled until they are found. */
const FIRST_BYTES = 1 << 14;

/** Whether a part of a workbook is a worksheet. */
export function isSheet(name: string): boolean {
  return SHEET.test(name);
}

/** The parts of the worksheets, in the order of the workbook's sheets; undefined for a chart. */
export function partsOfSheets(bytes: Buffer, entries: readonly ZipEntry[]): (ZipEntry | undefined)[] {
  const textOf = (name: RegExp) => {
    const entry = entries.find((one) => name.test(one.name));
    return entry ? whole(bytes, entry).toString('utf8') : '';
  };
  const targets = new Map<string, string>();
  for (const [tag] of textOf(RELATIONS).matchAll(/<(?:\w+:)?Relationship [^>]*>/g)) {
    targets.set(attribute(tag, 'Id'), attribute(tag, 'Target'));
  }
  const sheets = [...textOf(WORKBOOK).matchAll(/<(?:\w+:)?sheet [^>]*>/g)];
  return sheets.map(([tag]) => {
    const target = targets.get(attribute(tag, '\\w+:id'))?.replace(/^.*worksheets\//, 'worksheets/');
    return entries.find(
      (entry) => target !== undefined && isSheet(entry.name) && entry.name.endsWith(target),
    );
  });
}

/** The text of the part that says how cells look; empty where there is none. */
export function stylesOf(bytes: Buffer, entries: readonly ZipEntry[]): string {
  const entry = entries.find(({ name }) => STYLES.test(name));
  return entry ? whole(bytes, entry).toString('utf8') : '';
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

/**
 * The same workbook, its sheets cut off after so many rows: what the survey needs, for a fraction of the time. The
 * reader does not mind that the last elements of a sheet are missing.
 */
export function trimmedWorkbook(bytes: Buffer, entries: readonly ZipEntry[], rows: number): Buffer {
  const heads = entries.filter((entry) => isSheet(entry.name));
  const table = entries.find((entry) => STRINGS.test(entry.name));
  const { sheets, strings } = onlyUsedStrings(
    heads.map((entry) => sheetHead(bytes, entry, rows).toString('latin1')),
    table ? whole(bytes, table).toString('latin1') : '',
  );
  const needed = entries.filter(({ name }) => NEEDED.test(name));
  return zipOf([
    ...needed.map((entry) => ({ ...entry, data: compressedBytes(bytes, entry) })),
    ...heads.map(({ name }, i) => stored(name, sheets[i] ?? '')),
    ...(table ? [stored(table.name, strings)] : []),
  ]);
}

/** A part that is not deflated; its text is bytes, one a character. */
function stored(name: string, text: string): { name: string; method: number; size: number; data: Buffer } {
  const data = Buffer.from(text, 'latin1');
  return { name, method: 0, size: data.length, data };
}

function whole(bytes: Buffer, entry: ZipEntry): Buffer {
  return inflateHead(bytes, entry, Number.POSITIVE_INFINITY);
}

function sheetHead(bytes: Buffer, entry: ZipEntry, rows: number): Buffer {
  for (let most = FIRST_BYTES; ; most *= 2) {
    const head = inflateHead(bytes, entry, most);
    const end = endOfRow(head.toString('latin1'), rows);
    if (end !== undefined) return head.subarray(0, end);
    if (most >= entry.compressed) return head;
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
