import { UserError } from '../../messages/index.js';
import type { RawCell, RawRow, RowAccount, Source } from '../../model/source.js';
import { readCsv } from './csv.js';
import type { MergedRange } from './marks.js';
import { RowReader } from './row-reader.js';
import { Unreadable } from './unreadable.js';
import type { SheetText } from './xlsx.js';

/**
 * Streams the rows of the sources of one file, sheet after sheet, and accounts for every row.
 *
 * @param sources all of one file
 * @param onRow takes each record, its cells aligned with `source.columns`; says false where they do not fit them
 * @param headings keys of the headings that any register knows
 * @returns the row account of each source, by its number
 * @throws UserError where the file went away, or was changed since the survey
 */
export async function readSources(
  sources: readonly Source[],
  onRow: (source: Source, row: RawRow) => unknown,
  headings: ReadonlySet<string>,
): Promise<Map<number, RowAccount>> {
  const accounts = new Map<number, RowAccount>();
  const sheets = await sheetsOf(sources);
  for (const source of sources) {
    const reader = new RowReader(source, (row) => onRow(source, row), headings);
    const sheet = sheets?.get(source.sheetIndex ?? 0);
    await orChanged(source, () => (sheet ? readSheet(source, sheet, reader) : readText(source, reader)));
    accounts.set(source.source, reader.finish());
  }
  return accounts;
}

async function sheetsOf(sources: readonly Source[]): Promise<Map<number, SheetText> | undefined> {
  const [first] = sources;
  if (first?.kind !== 'xlsx') return undefined;
  const positionsOf = (some: readonly Source[]) =>
    some.map((source) => source.sheetIndex ?? 0).sort((a, b) => a - b);
  const figures = sources.filter(({ register }) => register === 'figures');
  const { readSheets } = await import('./xlsx.js');
  return orChanged(first, () =>
    readSheets(first.file, positionsOf(sources), undefined, positionsOf(figures)),
  );
}

/** The survey has read the file from end to end: if it cannot be read now, it is not what it was. */
async function orChanged<T>(source: Source, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    const isFileError = cause instanceof Error && 'syscall' in cause;
    if (!isFileError && !(cause instanceof Unreadable)) throw cause;
    throw new UserError('read.changed', { path: source.path }, { cause });
  }
}

async function readText(source: Source, reader: RowReader): Promise<void> {
  await readCsv(source.file, source.encoding ?? 'utf-8', source.delimiter ?? ',', {
    record: (cells) => reader.push(cells),
    unclosed: (lines, text) => reader.unclosed(lines, text),
    isWide: (cells) => reader.isWide(cells),
  });
}

async function readSheet(source: Source, sheet: SheetText, reader: RowReader): Promise<void> {
  const merged = new MergedCells(source, sheet.merges);
  let row = 0;
  for await (const cells of sheet.rows) {
    merged.fill(cells, row);
    reader.push(cells, sheet.hiddenRows.has(row));
    row++;
  }
}

/** A cell that is merged over several rows counts for all of them (the community's blanks are filled with a count). */
class MergedCells {
  private readonly starting: MergedRange[];
  private open: { merge: MergedRange; value: RawCell }[] = [];

  constructor(source: Source, merges: readonly MergedRange[]) {
    const columns = source.columns.filter((column) => column.name !== 'community').map(({ index }) => index);
    const below = merges.filter((merge) => merge.from >= source.header.to && columns.includes(merge.column));
    this.starting = below.sort((a, b) => b.from - a.from);
  }

  /** Rows must come in order. A row without any cell of its own stays blank. */
  fill(cells: RawCell[], row: number): void {
    if (this.open.length > 0) {
      this.open = this.open.filter(({ merge }) => merge.to >= row);
      const isFilled = cells.some((cell) => cell !== null && cell !== '');
      for (const { merge, value } of isFilled ? this.open : []) cells[merge.column] ??= value;
    }
    while (this.starting.at(-1)?.from === row) {
      const merge = this.starting.pop() as MergedRange;
      this.open.push({ merge, value: cells[merge.column] ?? null });
    }
  }
}
