import { gathered } from '../keys/order.js';
import { say } from '../messages/index.js';
import type { Lang } from '../model/language.js';
import type { AuditResult } from '../model/result.js';
import { SEVERITIES, type Severity } from '../model/severity.js';
import { labelsOf } from './labels.js';
import { claimsOf, pointsOf } from './line-cells.js';
import { rosterSentences, rosterTable } from './rosters.js';
import { type FindingRow, findingRows, maskingOf } from './rows.js';
import { isSpotted, type Spotted, spotSentences } from './spot/spotted.js';
import { areaTables, type SpotTable, spotTables } from './spot/tables.js';
import { clean, grouped } from './text.js';

/** Places of a finding that its line names. */
const MOST_PLACES = 3;

/** The report as Markdown: head, three-points table, and the findings of each community. */
export function* renderMarkdown(result: AuditResult): Iterable<string> {
  const { run, tool, summary } = result;
  const { lang } = run;
  yield `# Plumbline ${tool.version} ${say(lang, 'report.title')}\n\n`;
  yield `${say(lang, 'report.period')} ${markdownText(run.period)} · ${say(lang, 'report.as-of')} ${run.asOf}\n\n`;
  yield `${markdownText(maskingOf(result))}\n\n`;
  if (!run.complete) yield `**${say(lang, 'report.incomplete', { count: run.refused.length })}**\n\n`;
  const countOf = (level: Severity) => say(lang, `report.count-${level}`, { count: grouped(summary[level]) });
  const counts = SEVERITIES.map(countOf);
  const caused = say(lang, 'report.screen-caused', { count: grouped(summary.caused) });
  yield `**${counts.join(' · ')}${caused}**\n\n`;
  yield* isSpotted(result) ? spot(result) : line(result);
  yield* rosters(result);
  for (const [community, rows] of gathered(findingRows(result), (row) => row.community)) {
    yield* findings(community, rows, lang);
  }
}

function* rosters(result: AuditResult): Iterable<string> {
  const table = rosterTable(result);
  if (!table) return;
  yield `## ${say(result.run.lang, 'roster.title')}\n\n`;
  for (const sentence of rosterSentences(result)) yield `${markdownText(sentence)}\n\n`;
  const rows = table.rows.map(({ cells }) => cells.map(String));
  yield* tableLines(table.head, rows, (at) => at < 3);
}

function* line(result: AuditResult): Iterable<string> {
  const { lang } = result.run;
  yield `## ${say(lang, 'report.line')}\n\n`;
  const labels = labelsOf(result);
  const points = pointsOf(result.line);
  if (result.line.length === 0) return yield `${say(lang, 'report.no-line')}\n\n`;
  const heads = (['event-total', 'in-line', 'unconfirmed'] as const).map((key) => say(lang, `report.${key}`));
  const names = [say(lang, 'report.event'), say(lang, 'report.community')];
  const rows = result.line.map((row) => {
    const claims = points.map((point) => claimsOf([row], point) ?? '–');
    const numbers = [...claims, row.total, row.inLine, row.unconfirmed];
    return [labels.event(row.event), row.community, ...numbers.map(String)];
  });
  yield* tableLines([...names, ...points.map(labels.point), ...heads], rows, (at) => at < names.length);
}

function* spot(result: Spotted): Iterable<string> {
  const { lang } = result.run;
  yield `## ${say(lang, 'spot-score.section')}\n\n`;
  for (const sentence of spotSentences(result)) yield `${markdownText(sentence)}\n\n`;
  for (const table of [...spotTables(result), ...areaTables(result)]) yield* spotTable(table);
}

function* spotTable({ title, head, rows, text, legend }: SpotTable): Iterable<string> {
  yield `### ${markdownText(title)}\n\n`;
  yield* tableLines(head, rows, (at) => text.includes(at));
  if (legend) yield `${markdownText(legend)}\n\n`;
}

function* findings(community: string, rows: readonly FindingRow[], lang: Lang): Iterable<string> {
  yield `## ${markdownText(community || say(lang, 'report.no-community'))}\n\n`;
  const names = ['severity', 'kind', 'message', 'suggestion', 'place'] as const;
  const head = names.map((name) => say(lang, `reports.${name}`));
  const cells = rows.map(({ severity, title, message, suggestion, places: mend, evidence }) => {
    const places = mend.length > 0 ? mend : evidence;
    const more = say(lang, 'reports.more-of-places', { count: places.length });
    const shown = places.slice(0, MOST_PLACES).join(say(lang, 'report.semicolon'));
    const where = places.length > MOST_PLACES ? `${shown} ${more}` : shown;
    return [severity, title, message, suggestion, where];
  });
  yield* tableLines(head, cells);
}

/** A table and an empty line after it; columns that are no text are numbers, which stand to the right. */
export function* tableLines(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  isText: (at: number) => boolean = () => true,
): Iterable<string> {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  yield line(head.map(markdownText));
  yield line(head.map((_, at) => (isText(at) ? '---' : '---:')));
  for (const row of rows) yield line(row.map(markdownText));
  yield '\n';
}

/** Text that Markdown shows as it is: no tags, links, emphasis or new cells. */
export function markdownText(text: string): string {
  return clean(text).replace(/[\\`*_{}[\]<>#|~!&]|^[-+]/g, (mark) => HTML[mark] ?? `\\${mark}`);
}

const HTML: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };
