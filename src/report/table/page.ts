import { Chalk, type ChalkInstance } from 'chalk';
import Table from 'cli-table3';
import { type MessageKey, type MessageParams, say } from '../../messages/index.js';
import type { Lang } from '../../model/language.js';
import type { Severity } from '../../model/severity.js';
import { type Labels, labelsOf, type Worded } from '../labels.js';
import { capitalised, grouped, shorten, widthOf, wrap } from '../text.js';

/** What every part of the terminal report is drawn with. */
export interface Page {
  lang: Lang;
  width: number;
  paint: ChalkInstance;
  say(key: MessageKey, params?: MessageParams): string;
  label: Labels;
}

/** Narrower, columns of numbers no longer fit; wider, lines are hard to follow. */
const NARROWEST_PAGE = 72;
const WIDEST_PAGE = 120;

type Paint = (text: string) => string;
const plain: Paint = (text) => text;

export function openPage(result: Worded, width: number, color: boolean): Page {
  return {
    lang: result.run.lang,
    width: Math.min(Math.max(width, NARROWEST_PAGE), WIDEST_PAGE),
    paint: new Chalk({ level: color ? 1 : 0 }),
    say: (key, params) => say(result.run.lang, key, params),
    label: labelsOf(result),
  };
}

/** The colour of a severity. */
export function tone({ paint }: Page, severity: Severity): Paint {
  return { error: paint.red, warning: paint.yellow, notice: paint.cyan }[severity];
}

/** A count of what is wrong, in the colour of how grave it is; none of it is plain. */
export function counted(page: Page, severity: Severity, count: number): string {
  return count > 0 ? tone(page, severity)(grouped(count)) : '0';
}

/** A heading with an empty line above. */
export function heading(page: Page, title: string): string[] {
  return ['', page.paint.bold(title), page.paint.dim('─'.repeat(page.width))];
}

/** A paragraph behind a mark; the lines that follow the first stand under its text. */
export function paragraph(page: Page, mark: string, text: string, paint: Paint = plain): string[] {
  const indent = widthOf(mark);
  const lines = wrap(text, page.width - indent);
  return lines.map((line, i) => (i === 0 ? mark : ' '.repeat(indent)) + paint(line));
}

/** Whether names and IDs are masked: loud where they are not. */
export function maskingLine(page: Page, masked: boolean): string[] {
  const { paint, say: tell } = page;
  const text = tell(masked ? 'report.masked' : 'report.revealed');
  return paragraph(page, '', text, masked ? paint.dim : paint.yellow);
}

/** Names in a row, with the comma of the language. */
export function joined(page: Page, items: readonly string[]): string {
  return items.join(page.say('report.comma'));
}

export interface Columns {
  head: string[];
  rows: string[][];
  /** Positions of text columns, which give way where the page is too narrow; all others are numbers. */
  text: number[];
  /** Positions of text columns that are never cut. */
  whole?: number[];
  /** Positions of text columns that go on in the next line instead of being cut. */
  wrapped?: number[];
}

const GAP = '  ';
const BORDERS = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '' },
  ...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
  ...{ left: '', 'left-mid': '', right: '', 'right-mid': '', mid: '', 'mid-mid': '', middle: GAP },
};

/** A table without borders that fits the page, as lines. */
export function grid(page: Page, columns: Columns): string[] {
  const { head, rows, text, wrapped = [] } = columns;
  const widths = fit(page.width, columns);
  const cut = (cell: string, i: number) => shorten(cell, widths[i] ?? 0);
  const fold = (cell: string, i: number) => wrap(cell, widths[i] ?? 0).join('\n');
  const table = new Table({
    head: head.map(cut).map((cell) => page.paint.dim(capitalised(cell))),
    chars: BORDERS,
    colAligns: head.map((_, i) => (text.includes(i) ? 'left' : 'right')),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  table.push(...rows.map((row) => row.map((cell, i) => (wrapped.includes(i) ? fold : cut)(cell, i))));
  const lines = table.toString().split('\n');
  return lines.map((line) => line.trimEnd());
}

/** A table under a heading. */
export function titledGrid(page: Page, title: string, columns: Columns): string[] {
  return [...heading(page, title), ...grid(page, columns)];
}

/** Widths below which no column shrinks. */
const NARROWEST = { text: 6, number: 4 };

/** As wide as their cells; where the page is too narrow the widest give way first. Numbers are never cut. */
function fit(width: number, { head, rows, text, whole = [] }: Columns): number[] {
  const widest = (i: number) => Math.max(0, ...rows.map((row) => widthOf(row[i] ?? '')));
  const least = head.map((_, i) => {
    const shrinks = text.includes(i) && !whole.includes(i);
    return shrinks ? NARROWEST.text : Math.max(widest(i), NARROWEST.number);
  });
  const widths = head.map((title, i) => Math.max(widthOf(title), widest(i)));
  let surplus = widths.reduce((sum, each) => sum + each + GAP.length, -GAP.length) - width;
  for (; surplus > 0; surplus -= 1) {
    const spare = widths.map((each, i) => (each > (least[i] ?? 0) ? each : 0));
    const at = spare.indexOf(Math.max(...spare));
    if (!spare[at]) break;
    widths[at] = (widths[at] ?? 0) - 1;
  }
  return widths;
}
