import type { LineRow } from '../../model/measured.js';
import type { AuditResult } from '../../model/result.js';
import { grouped } from '../text.js';
import { groupBy } from './groups.js';
import { grid, heading, type Page, paragraph } from './page.js';

/** With more communities than this, those that are in line share one sentence. */
const MOST_COMMUNITIES = 12;

/** The three-points table: what each point claims, event by event and community by community. */
export function renderLine(page: Page, { line }: AuditResult): string[] {
  const { say } = page;
  const title = heading(page, say('report.line'));
  if (line.length === 0) return [...title, say('report.no-line')];
  const points = [...new Set(line.flatMap((row) => Object.keys(row.points)))];
  const many = new Set(line.map(({ community }) => community)).size > MOST_COMMUNITIES;
  const shown = many ? line.filter((row) => brokenOf(row) + row.unconfirmed > 0) : line;
  const columns = (
    ['report.event-total', 'report.in-line', 'report.broken', 'report.unconfirmed'] as const
  ).map((key) => say(key));
  const table = grid(page, {
    head: [
      say('report.event'),
      say('report.community'),
      ...points.map((name) => page.label.point(name)),
      ...columns,
    ],
    rows: shown.map((row) => cells(page, row, points)),
    text: [0, 1],
  });
  const rest = many ? renderRest(page, line) : [];
  return [...title, ...table, ...rest, ...paragraph(page, '', say('report.line-legend'), page.paint.dim)];
}

/** Confirmed events that are not in line. */
function brokenOf({ total, inLine }: LineRow): number {
  return total - inLine;
}

function cells(page: Page, row: LineRow, points: string[]): string[] {
  const claims = points.map((point) => {
    const claim = row.points[point];
    return claim?.covered || claim?.claims ? grouped(claim.claims) : '–';
  });
  const alarm = (count: number, paint: (text: string) => string) => (count > 0 ? paint(grouped(count)) : '0');
  return [
    page.label.event(row.event),
    row.community || page.say('report.no-community'),
    ...claims,
    grouped(row.total),
    grouped(row.inLine),
    alarm(brokenOf(row), page.paint.red),
    alarm(row.unconfirmed, page.paint.yellow),
  ];
}

function renderRest(page: Page, line: LineRow[]): string[] {
  const whole = line.filter((row) => brokenOf(row) + row.unconfirmed === 0);
  return [...groupBy(whole, ({ event }) => event)].flatMap(([event, rows]) =>
    paragraph(page, '', page.say('report.line-rest', { event: page.label.event(event), count: rows.length })),
  );
}
