import type { Sheet } from '../workbook/sheet.js';
import type { MendPlace } from './rows.js';
import type { TableOptions } from './table.js';
import type { Ticks } from './ticks.js';

/** Whose name stands under what is circulated; from the configuration. */
export interface Office {
  /** The bureau that issues the circular. */
  name?: string;
  /** Its number, for example 云人口核〔2024〕3号. */
  number?: string;
  /** The day of issue and the day by which all must be corrected, as they are to be printed. */
  date?: string;
  deadline?: string;
  /** Whether the circular has a red head. */
  redHead?: boolean;
  /** The bureau's own document with placeholders, which takes the place of circular and notices. */
  template?: Uint8Array;
}

/** A command to go on with, and what it is for. */
export interface NextStep {
  key: 'report.next-list' | 'report.next-page' | 'report.next-all';
  command: string;
}

/** What reporters need to know besides the result. */
export interface RenderOptions extends TableOptions {
  office: Office;
  /** A terminal shows one screen, and these commands to go on with; absent: everything. */
  next?: readonly NextStep[];
  /** What was ticked in the workbook that this one takes the place of. */
  ticks?: Ticks;
  /** The link from the report to a place in its source, where the source is known to be at hand. */
  linkTo?(place: MendPlace): string | undefined;
}

/** A report: pieces of text, the sheets of a workbook, or the bytes of a file. The caller writes it. */
export type Rendered =
  | { kind: 'text'; chunks: Iterable<string> }
  | { kind: 'workbook'; sheets: Iterable<Sheet> }
  | { kind: 'bytes'; bytes: Uint8Array };
