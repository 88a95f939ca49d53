import { say } from '../../messages/index.js';
import type { AuditResult } from '../../model/result.js';
import type { CellLook } from '../../workbook/looks.js';
import type { Sheet } from '../../workbook/sheet.js';
import { rosterSentences, rosterTable } from '../rosters.js';
import { maskingOf } from '../rows.js';
import { acrossColumns, cellText, footer, headings } from './cells.js';

const WIDTHS = [20, 12, 18, 10, 12, 12, 12, 12, 10];

/** Registers of people held against last month's, a row for each register of each community. */
export function* rosterSheets(result: AuditResult): Iterable<Sheet> {
  const table = rosterTable(result);
  if (!table) return;
  const { lang } = result.run;
  const { head, rows } = table;
  const look = (count: number): CellLook => (count > 0 ? 'warning' : 'number');
  yield {
    name: say(lang, 'roster.title'),
    columns: WIDTHS.map((width) => ({ width })),
    head: [
      acrossColumns(`${say(lang, 'roster.title')} · ${maskingOf(result)}`, 'note', WIDTHS),
      ...rosterSentences(result).map((sentence) => acrossColumns(sentence, 'note', WIDTHS)),
      headings(head, WIDTHS),
    ],
    rows: rows.map(({ cells, row }) => ({
      cells: cells.map((cell) => (typeof cell === 'string' ? cellText(cell) : cell)),
      looks: [
        ...(['text', 'text', 'text', 'number', 'number'] as const),
        look(row.vanished),
        'number',
        look(row.unexplained),
        'number',
      ],
    })),
    filter: true,
    footer: footer(lang),
  };
}
