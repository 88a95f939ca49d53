import type { LineRow } from '../model/measured.js';
import { sumOf } from '../statistics/sum.js';

/** Names of the numbers of a row of the three-points table that do not belong to a single point. */
export const LINE_ENDS = [
  'report.event-total',
  'report.in-line',
  'report.broken',
  'report.unconfirmed',
] as const;

/** The points that the three-points table has columns for. */
export function pointsOf(line: readonly LineRow[]): string[] {
  return [...new Set(line.flatMap((row) => Object.keys(row.points)))];
}

/** What a point claims of the events of these rows; undefined where it keeps none of that kind. */
export function claimsOf(rows: readonly LineRow[], point: string): number | undefined {
  const claims = rows.flatMap((row) => row.points[point] ?? []);
  if (!claims.some((claim) => claim.covered || claim.claims > 0)) return undefined;
  return sumOf(claims, (claim) => claim.claims);
}

/** Confirmed events that are not in line. */
export function brokenOf({ total, inLine }: LineRow): number {
  return total - inLine;
}
