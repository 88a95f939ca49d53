import { byText, gathered } from '../keys/order.js';
import type { Finding } from '../model/finding.js';
import type { AuditResult } from '../model/result.js';
import { SEVERITIES, type Severity } from '../model/severity.js';
import { DOUBTS } from './doubts.js';
import { type Folded, faultsOf } from './faults.js';
import { brokenOf, claimsOf, LINE_ENDS, pointsOf } from './line-cells.js';
import type { NextStep } from './reporter.js';
import { count, firstPlaceOf, worse } from './table/groups.js';
import { inReadingOrder } from './table/head.js';
import { grid, heading, joined, openPage, type Page, paragraph, tone } from './table/page.js';
import { cleanAll, grouped, shorten, widthOf } from './text.js';

export interface ScreenOptions {
  width: number;
  color: boolean;
  next: readonly NextStep[];
}

/** Findings that are listed, and communities: what does not fit on a screen of 40 lines is counted. */
const MOST_FINDINGS = 10;
const MOST_COMMUNITIES = 5;

/**
 * What a clerk sees first: the verdict, what was read, the line of three points, where the faults are, ten to mend
 * first, and how to go on. At most 40 lines; `table.ts` has everything.
 */
export function renderScreen(result: AuditResult, { width, color, next }: ScreenOptions): string {
  const shown = { ...result, run: cleanAll(result.run), line: cleanAll(result.line) };
  const page = openPage(shown, width, color);
  const folded = faultsOf(cleanAll(result.findings));
  const lines = [
    ...verdict(page, shown, folded),
    ...readings(page, shown),
    ...threePoints(page, shown),
    ...communities(page, folded),
    ...first(page, folded, filesCalledAlike(shown)),
    ...steps(page, next),
  ];
  return `${lines.join('\n')}\n`;
}

function verdict(page: Page, { run }: AuditResult, { roots, consequences }: Folded): string[] {
  const { say, paint } = page;
  const when = say('report.screen-period', { period: run.period, asOf: run.asOf });
  const refused = run.refused.length;
  const doubts = run.notes.filter(({ code }) => DOUBTS.includes(code));
  const partly = [
    ...(refused > 0 ? [paint.red.bold(say('report.incomplete', { count: refused }))] : []),
    ...doubts.map(({ code, count }) =>
      paint.yellow(
        shorten(say('report.note', { label: page.label.note(code), count: grouped(count) }), page.width),
      ),
    ),
  ];
  if (roots.length === 0)
    return [...partly, ...paragraph(page, '', when + say('report.clean'), paint.green.bold)];
  const counts = count(roots);
  const named = SEVERITIES.filter((severity) => counts[severity] > 0);
  const text = named.map((severity) =>
    say(`report.screen-${severity}`, { count: grouped(counts[severity]) }),
  );
  const caused = [...consequences.values()].flat().length;
  const rest = caused > 0 ? say('report.screen-caused', { count: grouped(caused) }) : '';
  return [...partly, ...paragraph(page, '', when + joined(page, text) + rest, paint.bold)];
}

/** Files, tables and rows in one line, points in the next, and in a third what only the full report tells. */
function readings(page: Page, { run }: AuditResult): string[] {
  const { say, label, paint } = page;
  const sum = (key: 'total' | 'read' | 'skipped' | 'refused') =>
    grouped(run.inputs.reduce((total, { rows }) => total + rows[key], 0));
  const files = new Set(run.inputs.map(({ path }) => path)).size;
  const numbers = { files: grouped(files), tables: grouped(run.inputs.length), total: sum('total') };
  const became = { read: sum('read'), skipped: sum('skipped'), refused: sum('refused') };
  const points = [...gathered(inReadingOrder(run.inputs), ({ point }) => point)].map(([point, inputs]) =>
    say('report.screen-point', {
      point: label.point(point),
      count: new Set(inputs.map(({ path }) => path)).size,
    }),
  );
  const notes = gathered(
    [
      ...run.inputs.flatMap((input) => input.notes),
      ...run.notes.filter(({ code }) => !DOUBTS.includes(code)),
    ],
    ({ code }) => code,
  );
  const aside = [...notes].map(([code, same]) =>
    say('report.note', {
      label: label.note(code),
      count: grouped(same.reduce((total, note) => total + note.count, 0)),
    }),
  );
  const held = say('report.screen-points', { points: joined(page, points) });
  return [say('report.screen-read', { ...numbers, ...became }), held, joined(page, aside)]
    .filter((line) => line !== '')
    .map((line) => paint.dim(shorten(line, page.width)));
}

/** The events of all communities, a line a kind. */
function threePoints(page: Page, { line }: AuditResult): string[] {
  const { say, label, paint } = page;
  if (line.length === 0) return [];
  const points = pointsOf(line);
  const rows = [...gathered(line, ({ event }) => event)].map(([event, same]) => {
    const sum = (value: (row: (typeof same)[number]) => number) =>
      same.reduce((total, row) => total + value(row), 0);
    const claims = points
      .map((point) => claimsOf(same, point))
      .map((n) => (n === undefined ? '–' : grouped(n)));
    const broken = sum(brokenOf);
    const unsure = sum(({ unconfirmed }) => unconfirmed);
    return [
      label.event(event),
      ...claims,
      ...[sum(({ total }) => total), sum(({ inLine }) => inLine)].map(grouped),
      broken > 0 ? paint.red(grouped(broken)) : '0',
      unsure > 0 ? paint.yellow(grouped(unsure)) : '0',
    ];
  });
  const head = [say('report.line'), ...points.map(label.point), ...LINE_ENDS.map((key) => say(key))];
  return ['', ...grid(page, { head, rows, text: [0], whole: [0] })];
}

/** Where the faults are: the communities with most of them, and what they most often are. */
function communities(page: Page, { roots }: Folded): string[] {
  const { say, label } = page;
  if (roots.length === 0) return [];
  const all = [...gathered(roots, ({ community }) => community)]
    .map(([name, findings]) => ({
      name: name || say('report.no-community'),
      findings,
      counts: count(findings),
    }))
    .sort((a, b) => worse(a.counts, b.counts) || byText(a.name, b.name));
  const shown = (severity: Severity, number: number) =>
    number > 0 ? tone(page, severity)(grouped(number)) : '0';
  const rows = all.slice(0, MOST_COMMUNITIES).map(({ name, findings, counts }) => {
    const [most] = [...gathered(findings, ({ rule }) => rule)].sort((a, b) => b[1].length - a[1].length);
    return [
      name,
      ...SEVERITIES.map((severity) => shown(severity, counts[severity])),
      label.rule(most?.[0] ?? ''),
    ];
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
function first(page: Page, { roots, consequences }: Folded, alike: ReadonlySet<string>): string[] {
  const { say, label } = page;
  if (roots.length === 0) return [];
  const takes = ({ id }: Finding) => consequences.get(id)?.length ?? 0;
  const order = (one: Finding) => SEVERITIES.indexOf(one.severity);
  const shown = [...roots].sort((a, b) => order(a) - order(b) || takes(b) - takes(a)).slice(0, MOST_FINDINGS);
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

function steps(page: Page, next: readonly NextStep[]): string[] {
  const lines = next.flatMap(({ key, command }) => [`${page.say(key)}${page.paint.cyan(command)}`]);
  return lines.length > 0 ? ['', ...lines] : [];
}
