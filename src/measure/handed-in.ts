import type { QualityRow } from '../model/measured.js';
import { gathered } from './gathered.js';

/** A register at a point: what a community hands in. */
interface Claimant {
  register: string;
  point: string;
}

/** What is known of the handing in of registers. Months are YYYY-MM. */
export interface HandedIn {
  /** Communities that are held to what their peers hand in. */
  communities: readonly string[];
  /** What any community handed in. */
  peers: readonly Claimant[];
  /** What covers which community. */
  coverage: readonly (Claimant & { community: string })[];
  /** Files and sheets, of one community or (null) of several, with the months that they declare. */
  sources: readonly (Claimant & {
    community: string | null;
    month_from: string | null;
    month_to: string | null;
  })[];
  /** Months in which a claimant holds nothing in any community, though the other points show events. */
  gaps: readonly (Claimant & { month: string })[];
  /** The months of the audited period. */
  months: readonly string[];
}

/**
 * Registers handed in, month by month, of those due: a community owes what its peers handed in, for every month of the
 * period. A register whose files declare no months was handed in for all of them.
 */
export function handedInRates(given: HandedIn): QualityRow[] {
  const covered = new Set(given.coverage.map((one) => `${one.community}|${keyOf(one)}`));
  const sources = gathered(given.sources, (one) => `${one.community ?? ''}|${keyOf(one)}`);
  const gaps = gathered(given.gaps, keyOf);
  const rows = new Map<string, QualityRow>();
  for (const community of given.communities) {
    for (const peer of given.peers) {
      const key = keyOf(peer);
      const own = [...(sources.get(`${community}|${key}`) ?? []), ...(sources.get(`|${key}`) ?? [])];
      const missing = new Set((gaps.get(key) ?? []).map(({ month }) => month));
      const isThere = covered.has(`${community}|${key}`);
      const held = isThere ? given.months.filter((month) => !missing.has(month) && declares(own, month)) : [];
      const row = rowOf(rows, community, peer.point);
      row.numerator += held.length;
      row.denominator += given.months.length;
    }
  }
  return [...rows.values()];
}

function keyOf({ register, point }: Claimant): string {
  return `${point}|${register}`;
}

function declares(sources: HandedIn['sources'], month: string): boolean {
  if (sources.length === 0) return true;
  return sources.some(
    ({ month_from, month_to }) =>
      month_from === null || month_to === null || (month_from <= month && month <= month_to),
  );
}

function rowOf(rows: Map<string, QualityRow>, community: string, point: string): QualityRow {
  const key = `${community}|${point}`;
  const known = rows.get(key);
  if (known) return known;
  const row: QualityRow = { community, point, measure: 'handed_in_rate', numerator: 0, denominator: 0 };
  rows.set(key, row);
  return row;
}
