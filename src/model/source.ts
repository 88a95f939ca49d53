import type { RegisterName } from '../registers/types.js';
import type { Note, Refusal } from './input.js';

/** One cell as the file has it. A number is a number cell of a workbook; CSV cells are always text. */
export type RawCell = string | number | null | { formula: string };

/** A canonical column and where the file keeps it. */
export interface BoundColumn {
  readonly name: string;
  /** 0-based position in the file's rows. */
  readonly index: number;
  /** Heading as in the file, line breaks as spaces; two-line headings joined. */
  readonly heading: string;
}

/** A problem with a sheet as a whole, found while reading its header. */
export interface SheetProblem {
  code: 'missing-column' | 'conflicting-columns';
  column: string;
  /** Row of the header (1-based, as a spreadsheet shows it). */
  row: number;
  detail?: string;
}

/**
 * One table to audit: a CSV file, or one recognised sheet of a workbook. Plain data, may cross threads; tables with the
 * same headings share their columns.
 */
export interface Source {
  /** Number of this source in the run; sources are sorted by content hash, then sheet order, so it does not depend on names. */
  source: number;
  /** POSIX path relative to the argument that led to it: what is printed. */
  path: string;
  /** Absolute path on this machine: never printed. */
  file: string;
  kind: 'csv' | 'xlsx';
  sheet?: string;
  /** 0-based position of the sheet in its workbook. */
  sheetIndex?: number;
  sha256: string;
  bytes: number;
  encoding?: string;
  delimiter?: string;
  register: RegisterName;
  point: string;
  /** The point is an outside witness (hospital, civil, police, school, employer). */
  witness: boolean;
  /** Community that file, sheet or folder name gives, canonical. */
  community?: string;
  /** Months that file name, sheet name or title declare (inclusive, YYYY-MM); absent: the whole audited period. */
  months?: Readonly<{ from: string; to: string }>;
  /** Value of the register's `fromName` column that sheet, file name or title gives (流入, 流出, 迁入, 迁出). */
  named?: string;
  /** 1-based first and last row of the header. */
  header: { from: number; to: number };
  columns: readonly BoundColumn[];
  /** Columns that lost against another one of the same canonical name; where both are filled and differ, they conflict. */
  rivals: readonly BoundColumn[];
  /** Indicator columns of figures in the wide form: each of their cells becomes a row of its own. */
  wide?: readonly Readonly<{ index: number; heading: string }>[];
  /** Cells of the header row, up to the last heading and with the blank ones after it. */
  width: { headings: number; cells: number };
  problems: SheetProblem[];
  notes: Note[];
  /** The workbook counts days from 1904. */
  date1904?: true;
  /** A register of last month, which this month's is compared with; audited by itself it is not. */
  previous?: true;
}

export interface Survey {
  sources: Source[];
  refused: Refusal[];
  /** Notes that belong to no source (files passed over), by code. */
  notes: Note[];
  /** Communities that columns and titles of the files name. */
  communities?: string[];
}

/** A data row: cells are aligned with `source.columns`. */
export interface RawRow {
  /** 1-based, as a spreadsheet program shows it. */
  row: number;
  cells: RawCell[];
  /** The row as the file has it, for those who ask whether its cells stand in their places. */
  record?: readonly RawCell[];
  /** 0-based column of the figure, where the row is one cell of figures in the wide form. */
  column?: number;
}

export type SkipReason = 'title' | 'header' | 'blank' | 'total' | 'note' | 'other-table';

/**
 * How a table writes what is read as something else, by canonical column: the usual form of its dates (what it makes of
 * 2023-05-03), or the usual text of each code and count. Cells that are written in yet another way stand in the table
 * `writings`.
 */
export type UsualWritings = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** What became of every row of a source: total = read + skipped + refused. */
export interface RowAccount {
  total: number;
  read: number;
  skipped: number;
  refused: number;
  /** Skipped rows with their reason, in order (the first 1,000; the counts are always full). */
  skippedRows: { row: number; reason: SkipReason }[];
  /**
   * Records that could not be read, with their text (cut): it may name people. `moved-cells`, `cell-count` with cells/headings,
   * `unclosed-quote` with the number of lines as detail.
   */
  refusedRows: { row: number; reason: string; detail?: string; text?: string }[];
  /** Notes found while reading rows (hidden rows, filled-down communities). */
  notes: Note[];
  /** Rows in which two columns bound to one canonical name were both filled and differed: column → rows. */
  conflicts: { column: string; count: number; firstRow: number }[];
  /** Absent where the table writes all as people read it. */
  writings?: UsualWritings;
}
