import { say } from '../../messages/index.js';
import type { DrawRole } from '../../model/draw.js';
import type { Lang } from '../../model/language.js';
import type { CellLook } from '../../workbook/looks.js';
import type { Cell, Sheet, SheetColumn, SheetRow } from '../../workbook/sheet.js';
import { across } from './across.js';
import { boxesOf } from './boxes.js';
import { notesSheet } from './check-notes.js';
import {
  ADDED_ROWS,
  ANSWERS,
  type AnswerType,
  BLOCK,
  type BlockName,
  choicesOf,
  GIVEN,
  type GivenName,
  SHEET_COLUMNS,
  SHEETS,
  SIGNATURES,
} from './layout.js';

/** A list to carry to the doors of one area: what the first block says, and whom to see. */
export interface CheckList {
  part: DrawRole;
  title: string;
  block: Record<BlockName, string>;
  people: readonly Record<GivenName, string | number>[];
  /** Whether there are rows for people on no list: where whole households are seen. */
  whole: boolean;
}

/** In points: what a pen needs, and what the printed lines need. */
const HEIGHTS = { title: 26, block: 18, heading: 33, answer: 25, boxes: 12, divider: 20, signature: 34 };
const LAST = SHEET_COLUMNS.length - 1;

/** The sheets of an area: its drawn households, its reserves where there are any, and how to fill them in. */
export function checkSheets(lists: readonly CheckList[], lang: Lang): Sheet[] {
  return [...lists.map((list) => answerSheet(list, lang)), notesSheet(lang)];
}

function answerSheet(list: CheckList, lang: Lang): Sheet {
  return {
    name: SHEETS[list.part === 'drawn' ? 'answers' : 'reserve'][lang],
    columns: SHEET_COLUMNS.map((column) => layout(column, list.people.length + 1 + ADDED_ROWS, lang)),
    head: [
      across(list.title, 'title', SHEET_COLUMNS.length, HEIGHTS.title),
      ...blockRows(list.block, lang),
      headingRow(lang),
    ],
    footer: footerOf(list, lang),
    printed: SHEET_COLUMNS.length,
    locked: true,
    rows: answerRows(list, lang),
  };
}

function layout(column: (typeof SHEET_COLUMNS)[number], rows: number, lang: Lang): SheetColumn {
  const { width } = column;
  if (!('type' in column)) return { width, format: 'text' };
  const words = choicesOf(column.type, lang);
  const format = column.type === 'date' ? ('date' as const) : ('text' as const);
  if (words.length === 0) return { width, ...(column.type !== 'integer' && { format }) };
  return { width, format, choices: { words, message: say(lang, 'reports.choose'), rows } };
}

/** Labels and values of the first block, each in the columns that the layout gives it. */
function blockRows(values: Record<BlockName, string>, lang: Lang): SheetRow[] {
  return [2, 3].map((row) => {
    const entries = BLOCK.filter((entry) => entry.row === row);
    const cells: Cell[] = SHEET_COLUMNS.map(() => null);
    const looks: CellLook[] = SHEET_COLUMNS.map(() => 'value');
    const merge = entries.flatMap(({ label, value }) =>
      [label, value]
        .filter(([from, to]) => to > from)
        .map(([from, to]) => ({ column: from - 1, right: to - from })),
    );
    for (const { name, words, label, value } of entries) {
      cells[label[0] - 1] = words[lang];
      looks[label[0] - 1] = 'label';
      cells[value[0] - 1] = values[name];
    }
    return { cells, looks, height: HEIGHTS.block, merge };
  });
}

function headingRow(lang: Lang): SheetRow {
  const cells = SHEET_COLUMNS.map(({ heading }) => heading[lang]);
  return { cells, looks: cells.map(() => 'heading'), height: HEIGHTS.heading };
}

/** The people, one household set off from the next; a line; rows for people on no list; lines to sign on. */
function* answerRows({ people, whole }: CheckList, lang: Lang): Generator<SheetRow> {
  let shaded = true;
  let household: string | number | undefined;
  for (const person of people) {
    if (person.order !== household) shaded = !shaded;
    household = person.order;
    const given = GIVEN.map(({ name }) => person[name]);
    yield withBoxes(answerRow(given, shaded ? ['countShaded', 'givenShaded'] : ['count', 'given']), lang);
  }
  if (whole) yield* addedRows(lang);
  yield* signatureRows(lang);
}

/** The row of somebody listed, with boxes for a pen where words are chosen; on a screen the drop-downs replace them. */
function withBoxes(row: SheetRow, lang: Lang): SheetRow {
  const boxes = ANSWERS.map(({ type }) => boxesOf(type, lang));
  const at = (column: number) => boxes[column - GIVEN.length] ?? null;
  return {
    ...row,
    cells: [...row.cells].map((cell, column) => at(column) ?? cell),
    looks: (row.looks ?? []).map((look, column) => (at(column) === null ? look : 'answerBoxes')),
    height: Math.max(
      HEIGHTS.answer,
      ...boxes.map((text) => ((text?.split('\n').length ?? 0) + 0.5) * HEIGHTS.boxes),
    ),
  };
}

function* addedRows(lang: Lang): Generator<SheetRow> {
  const divider = across(say(lang, 'spot-sheet.added'), 'divider', SHEET_COLUMNS.length, HEIGHTS.divider);
  yield { ...divider, looks: SHEET_COLUMNS.map(() => 'divider') };
  const blank = GIVEN.map(() => '');
  for (let row = 0; row < ADDED_ROWS; row++) yield answerRow(blank, ['answer', 'answerText']);
}

const LOOKS_OF: Partial<Record<AnswerType, CellLook>> = {
  date: 'answerDay',
  name: 'answerText',
  text: 'answerText',
};

/** @param look of the counting columns, and of the others that are given */
function answerRow(given: readonly (string | number)[], [count, other]: [CellLook, CellLook]): SheetRow {
  const looks = ANSWERS.map(({ type }) => LOOKS_OF[type] ?? 'answer');
  const cells = [...given, ...ANSWERS.map(() => null)];
  const counting = ['no', 'order'];
  const own = GIVEN.map(({ name }) => (counting.includes(name) ? count : other));
  return { cells, looks: [...own, ...looks], height: HEIGHTS.answer };
}

/** All lines to sign on in one row, side by side: a page never ends between them. */
function* signatureRows(lang: Lang): Generator<SheetRow> {
  const half = Math.floor(SHEET_COLUMNS.length / 2);
  const lines = SIGNATURES.map((words) => say(lang, 'spot-sheet.signature', { who: words[lang] }));
  const [left, right] = [0, 1].map((side) => lines.filter((_, at) => at % 2 === side).join('\n\n'));
  yield {
    cells: SHEET_COLUMNS.map((_, column) => (column === 0 ? left : column === half ? right : null)),
    looks: SHEET_COLUMNS.map(() => 'signature' as const),
    height: HEIGHTS.signature * Math.ceil(SIGNATURES.length / 2),
    merge: [0, half].map((column) => ({ column, right: column === 0 ? half - 1 : LAST - half })),
  };
}

/** Draw, area and page on each page; `&` would be a command there. */
function footerOf({ block }: CheckList, lang: Lang): string {
  const { code, area, part } = block;
  return say(lang, 'spot-sheet.footer', { code, part, area: area.replaceAll('&', '&&') });
}
