import { isBlank, tidy } from '../../keys/text.js';
import type { RawCell } from '../../model/source.js';
import { tickedIn } from '../sheet/boxes.js';
import {
  ANSWERS,
  type AnswerName,
  BLOCK,
  type BlockName,
  type GivenName,
  OUTCOMES,
  type Outcome,
  SHEET_COLUMNS,
  type SheetWords,
  YES_NO,
} from '../sheet/layout.js';

/** One sheet of a workbook that came back, as its cells are. */
export interface SheetTable {
  /** As printed. */
  path: string;
  /** Of the workbook; blank where it does not matter. */
  sha256?: string;
  sheet: string;
  rows: readonly (readonly RawCell[])[];
}

/** A row that was filled in, or not. */
export interface FilledRow {
  /** 1-based, as a spreadsheet shows it. */
  row: number;
  /** Number of the person listed; null for people found at the door who are on no list. */
  no: number | null;
  /** Household number and name written beside people who are on no list. */
  household: string | null;
  name: string | null;
  /** Null where the row has none, or none that is known. */
  outcome: Outcome | null;
  /** The other answers, as they stand in the cells; blank ones are absent. */
  found: { [Name in AnswerName]?: string | number | undefined };
}

/** A heading of the sheet, and the 0-based column below it. */
export interface SheetHeading {
  index: number;
  heading: string;
}

/** A check sheet that came back. */
export interface FilledSheet {
  path: string;
  sha256: string;
  sheet: string;
  /** What the first block says; blank where it says nothing. */
  block: Record<BlockName, string>;
  headings: Map<GivenName | AnswerName, SheetHeading>;
  answers: FilledRow[];
  /** Cells that hold no word of their list. */
  unknown: { row: number; column: AnswerName; raw: string }[];
}

/**
 * Reads the sheets of a workbook that came back. A sheet without the first block of ours is none: notes, briefs,
 * whatever else lies in the folder.
 */
export function readFilled({ path, sha256 = '', sheet, rows }: SheetTable): FilledSheet | undefined {
  const block = blockOf(rows);
  const at = rows.findIndex((cells) => headingsOf(cells).size >= SHEET_COLUMNS.length / 2);
  if (!block.code || at < 0) return undefined;
  const headings = headingsOf(rows[at] ?? []);
  const filled: FilledSheet = { path, sha256, sheet, block, headings, answers: [], unknown: [] };
  for (const [index, cells] of rows.entries()) {
    if (index > at) readRow(filled, index + 1, cells);
  }
  return filled;
}

/** Whether anything at all was answered. */
export function isAnswered({ answers }: FilledSheet): boolean {
  return answers.some(
    ({ no, outcome, found }) => no === null || outcome !== null || Object.keys(found).length > 0,
  );
}

/** The values right of the labels, wherever the sheet has them. */
function blockOf(rows: readonly (readonly RawCell[])[]): Record<BlockName, string> {
  const block = Object.fromEntries(BLOCK.map(({ name }) => [name, ''])) as Record<BlockName, string>;
  const labels = BLOCK.flatMap(({ name, words }) =>
    [keyOf(words.zh), keyOf(words.en)].map((key) => [key, name] as const),
  );
  const nameOf = new Map<string, BlockName>(labels);
  for (const cells of rows.slice(0, MOST_BLOCK_ROWS)) {
    for (const [index, cell] of cells.entries()) {
      const name = nameOf.get(keyOf(textOf(cell)));
      if (!name || block[name]) continue;
      const value = cells.slice(index + 1).find((next) => textOf(next) !== '') ?? null;
      if (!nameOf.has(keyOf(textOf(value)))) block[name] = textOf(value);
    }
  }
  return block;
}

/** Lines that somebody puts above the block do not hide it. */
const MOST_BLOCK_ROWS = 12;

function headingsOf(cells: readonly RawCell[]): FilledSheet['headings'] {
  const found: FilledSheet['headings'] = new Map();
  for (const { name, heading } of SHEET_COLUMNS) {
    const keys = [keyOf(heading.zh), keyOf(heading.en)];
    const index = cells.findIndex((cell) => keys.includes(keyOf(textOf(cell))));
    if (index >= 0) found.set(name, { index, heading: textOf(cells[index] ?? null) });
  }
  return found;
}

/** A row of a person listed bears a number; one of somebody else has none, and something beside the first column. */
function readRow(filled: FilledSheet, row: number, cells: readonly RawCell[]): void {
  const cell = (name: GivenName | AnswerName) => cells[filled.headings.get(name)?.index ?? -1] ?? null;
  const no = textOf(cell('no'));
  const name = textOf(cell('name'));
  const listed = /^\d{1,6}$/.test(no);
  const answered = ANSWERS.some((column) => tickedIn(textOf(cell(column.name))) !== '');
  if (!listed && (no !== '' || (!answered && name === ''))) return;
  filled.answers.push({
    row,
    no: listed ? Number(no) : null,
    household: textOf(cell('household_no')) || null,
    name: name || null,
    ...readAnswers(cell, (column, raw) => filled.unknown.push({ row, column, raw })),
  });
}

/** The answers of a row; a word that is in no list is said, and answers nothing. */
function readAnswers(
  cell: (name: AnswerName) => RawCell,
  unknown: (column: AnswerName, raw: string) => void,
): Pick<FilledRow, 'outcome' | 'found'> {
  const read: Pick<FilledRow, 'outcome' | 'found'> = { outcome: null, found: {} };
  for (const { name, type } of ANSWERS) {
    const raw = cell(name);
    const text = tickedIn(textOf(raw));
    if (text === '') continue;
    if (type === 'outcome') read.outcome = wordOf(OUTCOMES, text) ?? null;
    else if (type === 'yes-no') read.found[name] = wordOf(YES_NO, text) ?? TICKS[text];
    else read.found[name] = typeof raw === 'number' ? raw : text;
    if (type === 'outcome' ? read.outcome === null : read.found[name] === undefined) unknown(name, text);
  }
  return read;
}

/** What pens and phones write for the words of the list. */
const TICKS: Readonly<Record<string, keyof typeof YES_NO>> = {
  '√': 'yes',
  '✓': 'yes',
  有: 'yes',
  '×': 'no',
  无: 'no',
};

function wordOf<Name extends string>(words: Record<Name, SheetWords>, text: string): Name | undefined {
  const key = keyOf(text);
  return (Object.keys(words) as Name[]).find((name) =>
    [name, words[name].zh, words[name].en].some((word) => keyOf(word) === key),
  );
}

/** The text of a cell; strokes and 不详 are blank. */
function textOf(cell: RawCell): string {
  if (cell === null || typeof cell === 'object') return '';
  const text = tidy(String(cell));
  return isBlank(text) ? '' : text;
}

/** Words and headings are compared without white space and case. */
function keyOf(text: string): string {
  return tidy(text).replace(/\s/g, '').toLowerCase();
}
