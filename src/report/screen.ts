import { byText, gathered } from '../keys/order.js';
import type { Finding } from '../model/finding.js';
import type { AuditResult } from '../model/result.js';
import { SEVERITIES } from '../model/severity.js';
import { type Folded, faultsOf } from './faults.js';
import { LINE_ENDS, pointsOf } from './line-cells.js';
import type { NextStep } from './reporter.js';
import { readings, verdict } from './screen-head.js';
import { countBySeverity, firstPlaceOf, worse } from './table/groups.js';
import { lineNumbers } from './table/line.js';
import { counted, grid, heading, openPage, type Page, tone } from './table/page.js';
import type { TableOptions } from './table.js';
import { cleanAll, grouped, shorten, widthOf } from './text.js';

export type ScreenOptions = Pick<TableOptions, 'width' | 'color'> & { next: readonly NextStep[] };

/** What the screen holds: long words at the top take the place of findings, of which a few are always listed. */
const MOST_LINES = 40;
const MOST_FINDINGS = 10;
const LEAST_FINDINGS = 3;
const MOST_COMMUNITIES = 5;

/**
 * What a clerk sees first: the verdict, what was read, the line of three points, where the faults are, ten to mend
 * first, and how to go on. At most 40 lines; `table.ts` has everything.
 */
export function renderScreen(result: AuditResult, { width, color, next }: ScreenOptions): string {
  const shown = { ...result, run: cleanAll(result.run), line: cleanAll(result.line) };
  const page = openPage(shown, width, color);
  const folded = faultsOf(cleanAll(result.findings));
  const above = [
    ...verdict(page, shown, folded),
    ...readings(page, shown),
    ...threePoints(page, shown),
    ...communities(page, folded),
  ];
  const below = steps(page, folded, next);
  const room = MOST_LINES - above.length - below.length - 2;
  const most = Math.max(LEAST_FINDINGS, Math.min(MOST_FINDINGS, room));
  const lines = [...above, ...first(page, folded, filesCalledAlike(shown), most), ...below];
  return `${lines.join('\n')}\n`;
}

/** The events of all communities, a line a kind. */
function threePoints(page: Page, { line }: AuditResult): string[] {
  const { say, label } = page;
  if (line.length === 0) return [];
  const points = pointsOf(line);
  const kinds = [...gathered(line, ({ event }) => event)];
  const rows = kinds.map(([event, same]) => [label.event(event), ...lineNumbers(page, same, points)]);
  const head = [say('report.line'), ...points.map(label.point), ...LINE_ENDS.map((key) => say(key))];
  return ['', ...grid(page, { head, rows, text: [0], whole: [0] })];
}

/** Where the faults are: the communities with most of them, and what they most often are. */
function communities(page: Page, { roots }: Folded): string[] {
  const { say, label } = page;
  if (roots.length === 0) return [];
  const all = [...gathered(roots, ({ community }) => community || say('report.no-community'))]
    .map(([name, findings]) => ({ name, findings, counts: countBySeverity(findings) }))
    .sort((a, b) => worse(a.counts, b.counts) || byText(a.name, b.name));
  const rows = all.slice(0, MOST_COMMUNITIES).map(({ name, findings, counts }) => {
    const [most] = [...gathered(findings, ({ rule }) => rule)].sort((a, b) => b[1].length - a[1].length);
    const numbers = SEVERITIES.map((severity) => counted(page, severity, counts[severity]));
    return [name, ...numbers, label.rule(most?.[0] ?? '')];
  });
  const words = SEVERITIES.map((severity) => say(`report.${severity}`));
  const head = [say('report.community'), ...words, say('report.screen-most')];
  const rest = all.length - rows.length;
  return [
    '',
    ...grid(page, { head, rows, text: [0, 4], whole: [4] }),
    ...(rest > 0 ? [page.paint.dim(say('report.screen-others', { count: grouped(rest) }))] : []),
  ];
}

/** What to mend first: errors before warnings, and before all what takes most with it. One line each. */
function first(page: Page, { roots, consequences }: Folded, alike: Set<string>, most: number): string[] {
  const { say, label } = page;
  if (roots.length === 0) return [];
  const takes = ({ id }: Finding) => consequences.get(id)?.length ?? 0;
  const order = (one: Finding) => SEVERITIES.indexOf(one.severity);
  const shown = [...roots].sort((a, b) => order(a) - order(b) || takes(b) - takes(a)).slice(0, most);
  const lines = shown.map((finding, at) => {
    const mark = `${`${at + 1}`.padStart(2)} `;
    const where = [label.rule(finding.rule), placeOf(page, finding, alike)].filter(Boolean).join(' · ');
    const line = `${where}${say('report.colon')}${finding.message}`;
    return tone(page, finding.severity)(mark) + shorten(line, page.width - widthOf(mark));
  });
  return [...heading(page, say('report.screen-first', { count: shown.length })).slice(0, 2), ...lines];
}

/** Names that files of several folders have: without its folder nobody would know which one is meant. */
function filesCalledAlike({ run }: AuditResult): Set<string> {
  const paths = [...new Set(run.inputs.map(({ path }) => path))];
  const folders = gathered(paths, nameOf);
  return new Set([...folders].flatMap(([name, same]) => (same.length > 1 ? [name] : [])));
}

function nameOf(path: string): string {
  return path.split('/').at(-1) ?? '';
}

function placeOf({ say }: Page, finding: Finding, alike: ReadonlySet<string>): string {
  const { path = '', sheet, row } = firstPlaceOf(finding) ?? {};
  const file = alike.has(nameOf(path)) ? path.split('/').slice(-2).join('/') : nameOf(path);
  return [file, sheet, row === undefined ? '' : say('report.row', { row })].filter(Boolean).join(' ');
}

function steps(page: Page, { roots }: Folded, next: readonly NextStep[]): string[] {
  const useful = next.filter(({ key }) => roots.length > 0 || key !== 'report.next-list');
  const lines = useful.flatMap(({ key, command }) => [`${page.say(key)}${page.paint.cyan(command)}`]);
  return lines.length > 0 ? ['', ...lines] : [];
}
