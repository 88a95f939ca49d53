import type { CellValue, Sheet } from 'hucre/xlsx';
import type { RawCell } from '../../model/source.js';
import type { Marks, MergedRange } from './marks.js';

/**
 * The rows that the library gives, their cells replaced in place: copies would double the memory. Where formats were
 * read, numbers that they show per cent are text.
 */
export function sheetRows(sheet: Sheet): RawCell[][] {
  const rows = sheet.rows as (RawCell | CellValue)[][];
  for (const row of rows) {
    for (let i = 0; i < row.length; i++) {
      const cell = row[i];
      if (typeof cell !== 'string' && cell !== null) row[i] = cellOf(cell as CellValue);
    }
  }
  for (const [place, cell] of sheet.cells ?? []) {
    const [row = 0, column = 0] = place.split(',').map(Number);
    const cells = rows[row];
    if (!cells) continue;
    const shown = cells[column];
    if (cell.formula !== undefined && (cell.value === null || cell.value === undefined))
      cells[column] = { formula: cell.formula };
    else if (typeof shown === 'number') cells[column] = percentText(shown, cell.style?.numFmt ?? '') ?? shown;
  }
  return rows as RawCell[][];
}

/** The rows of a sheet again: those that were taken out of it, with the cells that the parser found in the rest. */
export function together(rows: RawCell[][], rest: RawCell[][]): RawCell[][] {
  if (rows.length === 0) return rest;
  for (const [i, cells] of rest.entries()) {
    const row = rows[i] ?? [];
    for (const [column, cell] of cells.entries()) if (cell !== null) row[column] = cell;
  }
  return rows;
}

/** Merged cells and hidden rows, as the library gives them. */
export function parsedMarks(sheet: Sheet): Marks {
  const merges = (sheet.merges ?? []).flatMap((merge): MergedRange[] => {
    if (merge.endRow === merge.startRow) return [];
    return [{ column: merge.startCol, from: merge.startRow, to: merge.endRow }];
  });
  const hiddenRows = new Set([...(sheet.rowDefs ?? [])].filter(([, def]) => def.hidden).map(([row]) => row));
  return { merges, hiddenRows };
}

/** A cell as text or number. Dates are those that the sheet shows, without a time zone. */
export function cellOf(value: CellValue | undefined): RawCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (value instanceof Date) return dateText(value);
  return value ? 'TRUE' : 'FALSE';
}

/** The day that a date cell shows; a cell that shows a time without a day is no date. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '#NUM!';
  const text = date.toISOString();
  return date.getUTCFullYear() < 1900 ? text.slice(11, 19) : text.slice(0, 10);
}

/** Number formats that every program knows by number and that show per cent: 0% and 0.00%. */
const BUILT_IN = ['9', '10'];

/** A format without its texts: a sign that is quoted or escaped is shown, and does not multiply. */
function bare(format: string): string {
  return format.replace(/"[^"]*"|\\./g, '');
}

/**
 * Whether any cell of a workbook may be shown per cent.
 * @param styles the text of its part `styles.xml`
 */
export function showsPercent(styles: string): boolean {
  const own = [...styles.matchAll(/<(?:\w+:)?numFmt [^>]*>/g)].flatMap(([tag]) => {
    const format = /formatCode="([^"]*)"/.exec(tag)?.[1]?.replaceAll('&quot;', '"') ?? '';
    return bare(format).includes('%') ? (/numFmtId="(\d+)"/.exec(tag)?.[1] ?? []) : [];
  });
  const used = /<(?:\w+:)?cellXfs[\s\S]*<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? '';
  return [...BUILT_IN, ...own].some((id) => used.includes(`numFmtId="${id}"`));
}

/**
 * What a sheet shows of a number: 0.057 as 5.70% where the format is 0.00%. Undefined where it is not shown per cent.
 */
function percentText(value: number, format: string): string | undefined {
  const [shown = ''] = bare(format).split(';');
  if (!shown.includes('%')) return undefined;
  const decimals = /\.([0#?]+)/.exec(shown)?.[1]?.length ?? 0;
  const scaled = Number((value * 100 * 10 ** decimals).toPrecision(12));
  const rounded = Math.sign(scaled) * Math.round(Math.abs(scaled));
  return `${(rounded / 10 ** decimals).toFixed(decimals)}%`;
}
