import type { MessageKey } from '../../messages/index.js';
import { acrossColumns, cellText, heightOf, listSheet } from '../../report/xlsx/cells.js';
import type { CellLook } from '../../workbook/looks.js';
import type { Cell, Sheet, SheetRow } from '../../workbook/sheet.js';
import type { Assessment } from '../types.js';
import type { Words } from './words.js';

/** A column of a sheet: its heading, its width and look, and what stands in it. */
export type ItemColumn<Item> = readonly [
  heading: MessageKey,
  width: number,
  look: CellLook,
  cell: (item: Item) => Cell,
];

/** A table as a sheet, with what was assessed in its first line. */
export function sheetOf<Item>(
  title: MessageKey,
  columns: readonly ItemColumn<Item>[],
  items: readonly Item[],
  { tool, run }: Assessment,
  words: Words,
): Sheet {
  const name = words.say(title);
  const widths = columns.map(([, width]) => width);
  const facts = `${words.say('report.period')} ${run.period}   ${words.say('report.as-of')} ${run.asOf}`;
  const notes = [
    `Plumbline ${tool.version} ${words.say('assess.title')} · ${name} · ${facts}`,
    ...(run.complete ? [] : [acrossColumns(words.say('assess.incomplete'), 'alarm', widths)]),
  ];
  const heads = columns.map(([key]) => words.say(key));
  const looks = columns.map(([, , look]) => look);
  const bar = looks.indexOf('percentBar');
  const letter = bar < 0 ? '' : String.fromCharCode(65 + bar);
  const first = notes.length + 2;
  const rows = items.map((item): SheetRow => {
    const row = columns.map(([, , , cellOf]) => cellOf(item));
    const cells = row.map((cell) => (typeof cell === 'string' ? cellText(cell) : cell));
    return { cells, looks, height: heightOf(cells, widths) };
  });
  const sheet = listSheet({ name, notes, heads, widths, rows }, words.lang);
  if (!letter || items.length === 0) return sheet;
  return { ...sheet, bars: [`${letter}${first}:${letter}${first + items.length - 1}`] };
}
