import type { MessageKey } from '../../messages/index.js';
import { across, cellText, footer, headings, heightOf } from '../../report/xlsx/cells.js';
import type { CellLook } from '../../workbook/looks.js';
import type { Cell, Sheet, SheetRow } from '../../workbook/workbook.js';
import type { Assessment } from '../types.js';
import type { Words } from './words.js';

/** One sheet of the workbook. */
interface Table {
  name: string;
  /** Column headings, with their widths and looks. */
  columns: readonly (readonly [MessageKey, number, CellLook])[];
  rows: readonly (readonly Cell[])[];
  /** Position of the column that shows bars. */
  bar?: number;
}

/** A table as a sheet, with what was assessed in its first line. */
export function sheetOf({ name, columns, rows, bar }: Table, { tool, run }: Assessment, words: Words): Sheet {
  const facts = `${words.say('report.period')} ${run.period}   ${words.say('report.as-of')} ${run.asOf}`;
  const notes = run.complete ? [] : [across(words.say('assess.incomplete'), 'alarm', columns.length)];
  const head = [
    across(
      `Plumbline ${tool.version} ${words.say('assess.title')} · ${name} · ${facts}`,
      'note',
      columns.length,
    ),
    ...notes,
    headings(columns.map(([key]) => words.say(key))),
  ];
  const letter = bar === undefined ? '' : String.fromCharCode(65 + bar);
  const first = head.length + 1;
  const widths = columns.map(([, width]) => width);
  const looks = columns.map(([, , look]) => look);
  return {
    name,
    columns: widths.map((width) => ({ width })),
    head,
    rows: rows.map((row): SheetRow => {
      const cells = row.map((cell) => (typeof cell === 'string' ? cellText(cell) : cell));
      return { cells, looks, height: heightOf(cells, widths) };
    }),
    ...(letter && rows.length > 0 ? { bars: [`${letter}${first}:${letter}${first + rows.length - 1}`] } : {}),
    filter: true,
    footer: footer(words.lang),
  };
}
