import { say } from '../../messages/index.js';
import type { AuditResult } from '../../model/result.js';
import type { CellLook } from '../../workbook/looks.js';
import type { Sheet, SheetRow } from '../../workbook/sheet.js';
import { rosterSentences, rosterTable } from '../rosters.js';
import { maskingOf } from '../rows.js';
import { cellText, listSheet } from './cells.js';

const WIDTHS = [20, 12, 18, 10, 12, 12, 12, 12, 10];

/** Registers of people held against last month's, a row for each register of each community. */
export function* rosterSheets(result: AuditResult): Iterable<Sheet> {
  const table = rosterTable(result);
  if (!table) return;
  const { lang } = result.run;
  const { head, rows } = table;
  const look = (count: number): CellLook => (count > 0 ? 'warning' : 'number');
  const name = say(lang, 'roster.title');
  const shown = rows.map(({ cells, row }): SheetRow => {
    const marked = [look(row.vanished), 'number', look(row.unexplained), 'number'] as const;
    return {
      cells: cells.map((cell) => (typeof cell === 'string' ? cellText(cell) : cell)),
      looks: ['text', 'text', 'text', 'number', 'number', ...marked],
    };
  });
  const notes = [`${name} · ${maskingOf(result)}`, ...rosterSentences(result)];
  yield listSheet({ name, notes, heads: head, widths: WIDTHS, rows: shown }, lang);
}
