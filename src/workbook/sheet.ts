import type { CellLook } from './looks.js';

/** A text that leads to a file, a page or, with `#'sheet'!A1`, a place in this workbook. */
export interface Link {
  text: string;
  hyperlink: string;
}

/** Text is never a formula, whatever it begins with. Dates are UTC midnights. */
export type Cell = string | number | Date | Link | null | undefined;

/** Merges the cell with cells below and to the right of it, which all are written; only its own value is kept. */
export interface Merge {
  /** 0-based position of the cell in its row. */
  column: number;
  /** How many more rows down, and columns to the right. */
  down?: number;
  right?: number;
}

export interface SheetRow {
  cells: readonly Cell[];
  look?: 'title' | 'heading' | 'wrapped';
  /** How single cells look, by their position. */
  looks?: readonly (CellLook | undefined)[];
  hidden?: boolean;
  /** In points; programs measure it where it is absent, as far as they do. */
  height?: number;
  merge?: readonly Merge[];
}

export interface SheetColumn {
  /** In characters of a digit's width; a Chinese character takes two. */
  width?: number;
  hidden?: boolean;
  /** How the column's cells are shown, and what is typed into them is taken for. `text` keeps IDs whole. */
  format?: 'text' | 'date';
  /**
   * Words of a drop-down in so many rows below the head, together at most 255 characters; others are refused with the
   * message.
   */
  choices?: { words: readonly string[]; message: string; rows?: number };
}

export interface Sheet {
  name: string;
  hidden?: boolean;
  columns?: readonly SheetColumn[];
  /** Rows that stay in view and are repeated on every printed page: titles and headings. */
  head?: readonly SheetRow[];
  /** Filter buttons on the last row of the head. */
  filter?: boolean;
  /** Printed on A4 across, as wide as one page, with this line at the foot. */
  footer?: string;
  /** How many columns from the left are printed; all where absent. */
  printed?: number;
  /** Ranges whose numbers show as bars. */
  bars?: readonly string[];
  /** Rows whose cell in this 0-based column holds the word are struck through: they are done with. */
  done?: { column: number; word: string };
  /** Only cells of the looks `answer…` can be changed; there is no password. */
  locked?: boolean;
  rows?: Rows;
}

export type Rows = Iterable<SheetRow | readonly Cell[]> | AsyncIterable<SheetRow | readonly Cell[]>;
