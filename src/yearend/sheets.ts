import { say } from '../messages/index.js';
import type { AuditResult } from '../model/result.js';
import { acrossColumns, cellText, footer, headings, heightOf } from '../report/xlsx/cells.js';
import type { CellLook } from '../workbook/looks.js';
import type { Cell, Sheet, SheetRow } from '../workbook/sheet.js';
import { COLUMN_NAMES, type ColumnName, FILING_COLUMNS, filingCells, headingsOf } from './columns.js';
import { nameOf, obstacleText } from './sentences.js';
import { headLines } from './summary.js';
import type { FilingRow } from './types.js';

/** The filing list, and what stands in the way line by line, as sheets of a workbook. */
export function filingSheets(result: AuditResult, filing: readonly FilingRow[]): Sheet[] {
  return [listSheet(result, filing), obstacleSheet(result, filing)];
}

function listSheet(result: AuditResult, filing: readonly FilingRow[]): Sheet {
  const { lang } = result.run;
  const widths = COLUMN_NAMES.map((name) => FILING_COLUMNS[name].width);
  return {
    name: say(lang, 'yearend.list'),
    columns: widths.map((width) => ({ width })),
    head: [
      ...headLines(result, filing).map((text, at) =>
        acrossColumns(text, at === 0 ? 'title' : 'note', widths),
      ),
      headings(headingsOf(lang), widths),
    ],
    rows: filing.map((row): SheetRow => {
      const cells = filingCells(row, lang).map((cell) => (typeof cell === 'number' ? cell : cellText(cell)));
      const looks = COLUMN_NAMES.map((name, at) => lookOf(name, cells[at], row));
      return { cells, looks, height: heightOf(cells, widths) };
    }),
    filter: true,
    footer: footer(lang),
  };
}

function lookOf(name: ColumnName, cell: Cell, { ready }: FilingRow): CellLook {
  if (name === 'state') return ready ? 'notice' : 'error';
  return typeof cell === 'number' ? 'number' : 'text';
}

/** One line for each thing that stands in the way, so that it can be filtered and ticked off. */
function obstacleSheet(result: AuditResult, filing: readonly FilingRow[]): Sheet {
  const { lang } = result.run;
  const widths = [8, 20, 90];
  const rows = filing.flatMap((row) =>
    row.obstacles.map((one): SheetRow => {
      const words = [say(lang, `yearend.level-${row.level}`), nameOf(row, lang), obstacleText(one, lang)];
      const cells = words.map(cellText);
      return { cells, looks: ['text', 'text', 'text'], height: heightOf(cells, widths) };
    }),
  );
  const names = (['level', 'area', 'obstacles'] as const).map((name) => say(lang, `yearend.column-${name}`));
  return {
    name: say(lang, 'yearend.column-obstacles'),
    columns: widths.map((width) => ({ width })),
    head: [headings(names, widths)],
    rows,
    filter: true,
    footer: footer(lang),
  };
}
