import { say } from '../../messages/index.js';
import type { Lang } from '../../model/language.js';
import { sumOf } from '../../statistics/sum.js';
import type { CellLook } from '../../workbook/looks.js';
import type { Cell, Sheet, SheetRow } from '../../workbook/sheet.js';
import { harmless } from '../rows.js';
import { capitalised, widthOf } from '../text.js';

/** Characters that a cell holds; spreadsheet programs refuse more. */
const LONGEST = 32_000;

/** A text as a cell may hold it. */
export function cellText(text: string): string {
  const safe = harmless(text);
  return safe.length > LONGEST ? `${safe.slice(0, LONGEST)}…` : safe;
}

/** Points that a line of text takes, and the highest row that spreadsheet programs show. */
const LINE = 16;
const HIGHEST = 400;

/** The height in which every wrapped cell shows all of its text: programs do not agree on whether they measure it. */
export function heightOf(cells: readonly Cell[], widths: readonly number[]): number {
  const lines = cells.map((cell, at) => {
    const text =
      typeof cell === 'string' ? cell : cell && typeof cell === 'object' && 'text' in cell ? cell.text : '';
    return Math.ceil((widthOf(text) * 1.15) / (widths[at] ?? 10));
  });
  return Math.min(LINE * Math.max(1, ...lines) + 2, HIGHEST);
}

/** Rows that are made while they are written. */
export function* mapped<Item>(items: Iterable<Item>, row: (item: Item) => SheetRow): Iterable<SheetRow> {
  for (const item of items) yield row(item);
}

/** A row of headings over columns of these widths. */
export function headings(texts: readonly string[], widths: readonly number[]): SheetRow {
  const cells = texts.map(capitalised);
  return { cells, looks: texts.map((): CellLook => 'heading'), height: heightOf(cells, widths) };
}

/** Points that a line in large letters takes. */
const LARGE: Partial<Record<CellLook, number>> = { title: 26, section: 20 };

/** Text across a sheet with columns of these widths: no program measures merged cells by itself. */
export function acrossColumns(text: string, look: CellLook, widths: readonly number[]): SheetRow {
  const whole = sumOf(widths);
  return {
    cells: [cellText(text), ...new Array<null>(widths.length - 1).fill(null)],
    looks: [look],
    height: LARGE[look] ?? heightOf([text], [whole]),
    merge: [{ column: 0, right: widths.length - 1 }],
  };
}

/** The line at the foot of every printed page. */
export function footer(lang: Lang): string {
  return say(lang, 'reports.page');
}

/** A list: what stands above it, headings, rows that can be filtered, and the widths of its columns. */
interface List extends Pick<Sheet, 'name' | 'rows'> {
  notes: readonly (string | SheetRow)[];
  heads: readonly string[];
  widths: readonly number[];
}

/** A list as a sheet. */
export function listSheet({ name, notes, heads, widths, rows }: List, lang: Lang): Sheet {
  const rowOf = (note: string | SheetRow) =>
    typeof note === 'string' ? acrossColumns(note, 'note', widths) : note;
  return {
    name,
    columns: widths.map((width) => ({ width })),
    head: [...notes.map(rowOf), headings(heads, widths)],
    rows,
    filter: true,
    footer: footer(lang),
  };
}

/** Names that a workbook can hold: at most 31 characters, none of []:*?/\, each one once. */
export function sheetNamer(taken: readonly string[]): (name: string) => string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return (name) => {
    const base =
      harmless(name)
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^['\s]+|['\s]+$/g, '') || '-';
    let candidate = base.slice(0, 31);
    for (let n = 2; used.has(candidate.toLowerCase()); n++) {
      const mark = ` (${n})`;
      candidate = base.slice(0, 31 - mark.length) + mark;
    }
    used.add(candidate.toLowerCase());
    return candidate;
  };
}

/** A link to the top of another sheet of the workbook. */
export function linkToSheet(text: string, sheet: string) {
  return { text: cellText(text), hyperlink: `#'${sheet.replaceAll("'", "''")}'!A1` };
}
