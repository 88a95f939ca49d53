import { say } from '../../messages/index.js';
import type { AuditResult } from '../../model/result.js';
import { rosterSentences, rosterTable } from '../rosters.js';
import { html, htmlTable, type Markup, scrolled } from './markup.js';

/** Rows that the page holds; a workbook has all of them. */
const MOST = 600;

/** Registers of people held against last month's; nothing where none was given. */
export function rosterSection(result: AuditResult): Markup | undefined {
  const rosters = rosterTable(result);
  if (!rosters) return undefined;
  const title = say(result.run.lang, 'roster.title');
  const rows = rosters.rows.slice(0, MOST).map(({ cells }) => cells);
  return html`${rosterSentences(result).map((sentence) => html`<p class="facts">${sentence}</p>`)}
${scrolled(title, htmlTable(title, rosters.head, rows))}`;
}
