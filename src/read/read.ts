import { readCsv } from './csv.js';
import { RowReader } from './row-reader.js';
import type { RawCell, RawRow, RowAccount, Source } from './types.js';
import { readSheets, type SheetRows } from './xlsx.js';

/**
 * Streams the rows of the sources of one file, sheet after sheet, and accounts for every row.
 *
 * @param sources all of one file
 * @param onRow takes each record; its cells are aligned with `source.columns`
 * @returns the row account of each source, by its number
 */
export async function readSources(
  sources: readonly Source[],
  onRow: (source: Source, row: RawRow) => void,
): Promise<Map<number, RowAccount>> {
  const accounts = new Map<number, RowAccount>();
  const [first] = sources;
  if (!first) return accounts;
  const positions = sources.map((source) => source.sheetIndex ?? 0).sort((a, b) => a - b);
  const sheets = first.kind === 'xlsx' ? await readSheets(first.file, positions) : undefined;
  for (const source of sources) {
    const reader = new RowReader(source, (row) => onRow(source, row));
    const sheet = sheets?.get(source.sheetIndex ?? 0);
    if (sheet) readSheet(source, sheet, reader);
    else await readText(source, reader);
    accounts.set(source.source, reader.finish());
  }
  return accounts;
}

/** Streams the rows of one source: see `readSources`. */
export async function readSource(source: Source, onRow: (row: RawRow) => void): Promise<RowAccount> {
  const accounts = await readSources([source], (_, row) => onRow(row));
  return accounts.get(source.source) as RowAccount;
}

async function readText(source: Source, reader: RowReader): Promise<void> {
  await readCsv(source.file, source.encoding ?? 'utf-8', source.delimiter ?? ',', {
    record: (cells) => reader.push(cells),
    unclosed: (lines, text) => reader.unclosed(lines, text),
    isWide: (cells) => reader.isWide(cells),
  });
}

function readSheet(source: Source, sheet: SheetRows, reader: RowReader): void {
  fillMerges(source, sheet);
  sheet.rows.forEach((row, index) => {
    reader.push(row, sheet.hiddenRows.has(index));
  });
}

/** A cell that is merged over several rows counts for all of them (the community's blanks are filled with a count). */
function fillMerges(source: Source, sheet: SheetRows): void {
  const columns = source.columns
    .filter((column) => column.name !== 'community')
    .map((column) => column.index);
  for (const { column, from, to } of sheet.merges) {
    if (from < source.header.to || !columns.includes(column)) continue;
    const value = sheet.rows[from]?.[column] ?? null;
    for (let row = from + 1; row <= to; row++) fillCell(sheet.rows[row], column, value);
  }
}

function fillCell(row: RawCell[] | undefined, column: number, value: RawCell): void {
  if (row?.some((cell) => cell !== null && cell !== '')) row[column] ??= value;
}
