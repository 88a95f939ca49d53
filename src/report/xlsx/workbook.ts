import { say } from '../../messages/index.js';
import type { AuditResult } from '../../model/result.js';
import type { CellLook } from '../../workbook/looks.js';
import type { Sheet, SheetRow } from '../../workbook/sheet.js';
import type { RenderOptions } from '../reporter.js';
import { rosterSentences, rosterTable } from '../rosters.js';
import { findingRows, maskingOf } from '../rows.js';
import { isSpotted, type Spotted, spotSentences } from '../spot/spotted.js';
import { areaTables, type SpotTable, spotTables } from '../spot/tables.js';
import { allSheets } from './all.js';
import { acrossColumns, cellText, footer, headings, listSheet } from './cells.js';
import { type CommunitySheet, communitySheets } from './communities.js';
import { indicatorSheet, rateSheet } from './figures.js';
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

const SPOT_WIDTHS = [22, 20, 16, 16, 16, 16, 12, 12, 12, 12, 12];

/** What the door says, on one sheet: who answered, the rates, the verdicts, then every area. */
export function spotSheetOf(result: Spotted): Sheet {
  const { lang } = result.run;
  const tables = [...spotTables(result), ...areaTables(result)];
  return {
    name: say(lang, 'spot-score.section'),
    columns: SPOT_WIDTHS.map((width) => ({ width })),
    rows: [
      acrossColumns(`${say(lang, 'spot-score.section')} · ${maskingOf(result)}`, 'title', SPOT_WIDTHS),
      ...spotSentences(result).map((sentence) => acrossColumns(sentence, 'note', SPOT_WIDTHS)),
      ...tables.flatMap(rowsOf),
    ],
    footer: footer(lang),
  };
}

function rowsOf({ title, head, rows, text, legend }: SpotTable): SheetRow[] {
  const looks = head.map((_, at): CellLook => (text.includes(at) ? 'text' : 'number'));
  return [
    { cells: [] },
    acrossColumns(title, 'section', SPOT_WIDTHS),
    headings(head, SPOT_WIDTHS),
    ...rows.map((cells): SheetRow => ({ cells: cells.map(cellOf), looks })),
    ...(legend ? [acrossColumns(legend, 'note', SPOT_WIDTHS)] : []),
  ];
}

/** Whole numbers as such, so that they can be added up; shares and intervals as they are printed. */
function cellOf(cell: string): string | number {
  return /^\d{1,3}(,\d{3})*$/.test(cell) ? Number(cell.replaceAll(',', '')) : cellText(cell);
}
