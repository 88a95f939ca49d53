import { say } from '../../messages/index.js';
import type { AuditResult } from '../../model/result.js';
import type { CellLook } from '../../workbook/looks.js';
import type { Sheet, SheetRow } from '../../workbook/sheet.js';
import type { RenderOptions } from '../reporter.js';
import { rosterSentences, rosterTable } from '../rosters.js';
import { findingRows, maskingOf } from '../rows.js';
import { isSpotted } from '../spot/spotted.js';
import { allSheets } from './all.js';
import { cellText, listSheet } from './cells.js';
import { type CommunitySheet, communitySheets } from './communities.js';
import { indicatorSheet, rateSheet } from './figures.js';
import { spotSheetOf } from './spot.js';
import { summarySheet } from './summary.js';

/** The report as a workbook: a summary, one sheet for each community, then all percentages and figures. */
export function* reportSheets(
  result: AuditResult,
  options: Pick<RenderOptions, 'linkTo' | 'ticks'>,
): Iterable<Sheet> {
  const rows = findingRows(result);
  const communities: CommunitySheet[] = communitySheets(rows, result, options);
  yield summarySheet(result, communities);
  if (isSpotted(result)) yield spotSheetOf(result);
  yield* allSheets(rows, communities, result, options);
  for (const { sheet } of communities) yield sheet;
  if (result.errorRates.length > 0) yield rateSheet(result);
  yield* rosterSheets(result);
  if (result.indicators.length > 0) yield indicatorSheet(result);
}

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
