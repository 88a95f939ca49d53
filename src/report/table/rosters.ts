import type { AuditResult } from '../../model/result.js';
import { rosterSentences, rosterTable } from '../rosters.js';
import { grouped } from '../text.js';
import { grid, heading, type Page, paragraph, tone } from './page.js';

/** With more registers than this, only those are listed in which somebody vanished or joined without a reason. */
const MOST = 24;
/** Positions of the columns that are findings. */
const VANISHED = 5;
const UNEXPLAINED = 7;

/** Registers of people held against last month's. */
export function renderRosters(page: Page, result: AuditResult): string[] {
  const table = rosterTable(result);
  if (!table) return [];
  const { head, rows } = table;
  const shown = rows.length > MOST ? rows.filter(({ row }) => row.vanished + row.unexplained > 0) : rows;
  const warn = (cell: string | number, at: number) => {
    const text = typeof cell === 'number' ? grouped(cell) : cell;
    return (at === VANISHED || at === UNEXPLAINED) && cell !== 0 ? tone(page, 'warning')(text) : text;
  };
  const rest = rows.length - shown.length;
  return [
    ...heading(page, page.say('roster.title')),
    ...rosterSentences(result).flatMap((sentence) => paragraph(page, '', sentence, page.paint.dim)),
    ...(shown.length > 0
      ? grid(page, { head, rows: shown.map(({ cells }) => cells.map(warn)), text: [0, 1, 2] })
      : []),
    ...(rest > 0 ? paragraph(page, '', page.say('roster.rest', { count: grouped(rest) })) : []),
  ];
}
