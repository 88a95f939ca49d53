import { isArchive } from './archive.js';
import { type CsvHead, headsOfCsv, linesOfText } from './csv.js';
import { type Fingerprint, fingerprint } from './encoding.js';
import { type Header, possibleHeaders } from './header.js';
import type { KnownHeadings } from './known-headings.js';
import { textOf } from './line-kind.js';
import { otherDelimiter } from './other-delimiter.js';
import { isOwnOutput } from './own-output.js';
import { ownText } from './own-text.js';
import { signatureOf } from './signature.js';
import { Unreadable } from './unreadable.js';
import type { FoundFile } from './walk.js';
import type { SheetHead } from './xlsx.js';

/** One table of a file, as its first rows show it. */
export interface FoundTable {
  sheet?: string;
  sheetIndex?: number;
  hidden: boolean;
  /** 0-based. */
  hiddenColumns: number[];
  /** Where its header may be. */
  headers: Header[];
}

/** A file that holds tables, before it is known what they are. */
export interface InspectedFile extends Omit<Fingerprint, 'blank'> {
  found: FoundFile;
  delimiter?: string;
  date1904?: true;
  tables: FoundTable[];
}

/** The header stands in the first so many rows. */
const HEAD_ROWS = 60;

/** Encodings that we do not read, but can tell by name. */
const OTHER_ENCODINGS = ['big5', 'shift_jis', 'euc-kr'];

/**
 * Opens a file and looks at its first rows.
 *
 * @returns undefined for text that is no table: a note, a description; and for what we wrote ourselves
 * @throws Unreadable where the file may be a ledger and cannot be read
 */
export async function inspect(found: FoundFile, known: KnownHeadings): Promise<InspectedFile | undefined> {
  if (found.kind === 'foreign') throw new Unreadable('read.foreign-format');
  if (found.kind === 'other') {
    throw new Unreadable(isArchive(found.path) ? 'read.archive' : 'read.not-a-ledger');
  }
  return found.kind === 'xlsx' ? inspectWorkbook(found, known) : inspectText(found, known);
}

/** A text file in the encodings that we refuse: the one in which its header becomes readable is the right one. */
export function tablesInOtherEncodings(
  found: FoundFile,
  known: KnownHeadings,
): { encoding: string; table: FoundTable }[] {
  return OTHER_ENCODINGS.flatMap((encoding) => {
    const rows = headsOfCsv(found.file, encoding, HEAD_ROWS)[0]?.rows;
    return rows ? [{ encoding, table: textTable(rows, known) }] : [];
  });
}

async function inspectText(found: FoundFile, known: KnownHeadings): Promise<InspectedFile | undefined> {
  const signature = signatureOf(found.file);
  if (signature === 'zip') throw new Unreadable('read.workbook-as-text');
  if (signature === 'ole') throw new Unreadable('read.old-format');
  if (signature === 'html') throw new Unreadable('read.html-table');
  if (signature === 'json' && !isProse(found)) throw new Unreadable('read.foreign-format');
  const { blank, ...print } = await fingerprint(found.file);
  if (blank) throw new Unreadable('read.empty-file');
  const encoding = print.encoding ?? 'gb18030';
  const prose = isProse(found);
  const heads = headsOfCsv(found.file, encoding, HEAD_ROWS, prose ? 3 : 2);
  if (isOwnOutput(heads[0]?.rows ?? [])) return undefined;
  const { head, table } = tableOf(heads, known);
  if (!table || table.headers.length === 0) refuseOtherDelimiter(found, encoding, known);
  if (!head && found.named) throw new Unreadable('read.no-table');
  return head && table && { found, ...print, delimiter: head.delimiter, tables: [table] };
}

/** By the delimiter that makes headings: cells may be padded with another one. */
function tableOf(heads: readonly CsvHead[], known: KnownHeadings): { head?: CsvHead; table?: FoundTable } {
  let first: { head: CsvHead; table: FoundTable } | undefined;
  for (const head of heads) {
    const table = textTable(head.rows, known);
    if (table.headers.length > 0) return { head, table };
    first ??= { head, table };
  }
  return first ?? {};
}

/** A table that another sign divides may be a ledger, and none of our signs makes headings of its first lines. */
function refuseOtherDelimiter(found: FoundFile, encoding: string, known: KnownHeadings): void {
  const sign = otherDelimiter(linesOfText(found.file, encoding, HEAD_ROWS), known, isProse(found));
  if (sign !== undefined) throw new Unreadable('read.other-delimiter', { sign });
}

async function inspectWorkbook(found: FoundFile, known: KnownHeadings): Promise<InspectedFile | undefined> {
  // Workbooks take a library that text does not need.
  const { headOfWorkbook } = await import('./xlsx.js');
  const workbook = await headOfWorkbook(found.file, HEAD_ROWS);
  if (isOwnOutput(workbook.sheets[0]?.rows.map((row) => row.map(textOf)) ?? [])) return undefined;
  const isEmpty = workbook.sheets.every(({ rows }) =>
    rows.every((row) => row.every((cell) => textOf(cell) === '')),
  );
  if (isEmpty) throw new Unreadable('read.empty-file');
  const { sha256, bytes, date1904 } = workbook;
  return {
    found,
    sha256,
    bytes,
    ...(date1904 && { date1904 }),
    tables: workbook.sheets.map((sheet) => sheetTable(sheet, known)),
  };
}

/** Notes and descriptions are written as .txt, with a comma here and there. */
function isProse(found: FoundFile): boolean {
  return found.path.toLowerCase().endsWith('.txt');
}

function textTable(rows: string[][], known: KnownHeadings): FoundTable {
  return { hidden: false, hiddenColumns: [], headers: possibleHeaders(rows, known) };
}

function sheetTable(sheet: SheetHead, known: KnownHeadings): FoundTable {
  const { name, position, hidden, hiddenColumns } = sheet;
  const rows = sheet.rows.map((row) => row.map(textOf));
  const headers = possibleHeaders(rows, known);
  return { sheet: ownText(name), sheetIndex: position, hidden, hiddenColumns, headers };
}
