import { say } from '../messages/index.js';
import type { AuditResult } from '../model/result.js';
import { acrossColumns, cellText, heightOf, listSheet } from '../report/xlsx/cells.js';
import type { CellLook } from '../workbook/looks.js';
import type { Cell, Sheet, SheetRow } from '../workbook/sheet.js';
import { COLUMN_NAMES, type ColumnName, FILING_COLUMNS, filingCells, headingsOf } from './columns.js';
import { nameOf, obstacleText } from './sentences.js';
import { headLines } from './summary.js';
import type { FilingRow } from './types.js';

/** The filing list, and what stands in the way line by line, as sheets of a workbook. */
export function filingSheets(result: AuditResult, filing: readonly FilingRow[]): Sheet[] {
  return [filingSheet(result, filing), obstacleSheet(result, filing)];
}

function filingSheet(result: AuditResult, filing: readonly FilingRow[]): Sheet {
  const { lang } = result.run;
  const widths = COLUMN_NAMES.map((name) => FILING_COLUMNS[name].width);
  const rows = filing.map((row): SheetRow => {
    const cells = filingCells(row, lang).map((cell) => (typeof cell === 'number' ? cell : cellText(cell)));
    const looks = COLUMN_NAMES.map((name, at) => lookOf(name, cells[at], row));
    return { cells, looks, height: heightOf(cells, widths) };
  });
  const [title = '', ...facts] = headLines(result, filing);
  const notes = [acrossColumns(title, 'title', widths), ...facts];
  return listSheet({ name: say(lang, 'yearend.list'), notes, heads: headingsOf(lang), widths, rows }, lang);
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
  const heads = (['level', 'area', 'obstacles'] as const).map((name) => say(lang, `yearend.column-${name}`));
  return listSheet({ name: say(lang, 'yearend.column-obstacles'), notes: [], heads, widths, rows }, lang);
}
