import { gathered } from '../../keys/order.js';
import type { LineRow } from '../../model/measured.js';
import type { AuditResult } from '../../model/result.js';
import { sumOf } from '../../statistics/sum.js';
import { brokenOf, claimsOf, LINE_ENDS, pointsOf } from '../line-cells.js';
import { grouped } from '../text.js';
import { counted, grid, heading, type Page, paragraph } from './page.js';

/** With more communities than this, those that are in line share one sentence. */
const MOST_COMMUNITIES = 12;

/** The three-points table: what each point claims, event by event and community by community. */
export function renderLine(page: Page, { line }: AuditResult): string[] {
  const { say } = page;
  const title = heading(page, say('report.line'));
  if (line.length === 0) return [...title, say('report.no-line')];
  const points = pointsOf(line);
  const many = new Set(line.map(({ community }) => community)).size > MOST_COMMUNITIES;
  const shown = many ? line.filter((row) => brokenOf(row) + row.unconfirmed > 0) : line;
  const names = [say('report.event'), say('report.community'), ...points.map(page.label.point)];
  const table = grid(page, {
    head: [...names, ...LINE_ENDS.map((key) => say(key))],
    rows: shown.map((row) => cells(page, row, points)),
    text: [0, 1],
  });
  const rest = many ? renderRest(page, line) : [];
  return [...title, ...table, ...rest, ...paragraph(page, '', say('report.line-legend'), page.paint.dim)];
}

function cells(page: Page, row: LineRow, points: string[]): string[] {
  const names = [page.label.event(row.event), row.community || page.say('report.no-community')];
  return [...names, ...lineNumbers(page, [row], points)];
}

/** What the points claim of these rows together, how many events there are, and how many are in line, broken, unsure. */
export function lineNumbers(page: Page, rows: readonly LineRow[], points: readonly string[]): string[] {
  const claims = points.map((point) => claimsOf(rows, point));
  const unconfirmed = sumOf(rows, (row) => row.unconfirmed);
  return [
    ...claims.map((count) => (count === undefined ? '–' : grouped(count))),
    grouped(sumOf(rows, ({ total }) => total)),
    grouped(sumOf(rows, ({ inLine }) => inLine)),
    counted(page, 'error', sumOf(rows, brokenOf)),
    counted(page, 'warning', unconfirmed),
  ];
}

function renderRest(page: Page, line: LineRow[]): string[] {
  const whole = line.filter((row) => brokenOf(row) + row.unconfirmed === 0);
  return [...gathered(whole, ({ event }) => event)].flatMap(([event, rows]) =>
    paragraph(page, '', page.say('report.line-rest', { event: page.label.event(event), count: rows.length })),
  );
}
