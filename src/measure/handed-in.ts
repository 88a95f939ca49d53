import { byText, gathered } from '../keys/order.js';
import type { QualityRow } from '../model/measured.js';
import type { Store } from '../store/store.js';

/** A register at a point: what a community hands in. */
interface Claimant {
  register: string;
  point: string;
}

/** What is known of the handing in of registers. Months are YYYY-MM. */
export interface HandedIn {
  /** Communities that are held to what their peers hand in: two registers name them. */
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
}

interface Row extends Claimant {
  part: 'coverage' | 'source' | 'gap';
  community: string | null;
  held: boolean;
  month_from: string | null;
  month_to: string | null;
}

const ROWS = `SELECT 'coverage' AS part, v.register, v.point, v.community, h.community IS NOT NULL AS held,
    CAST(NULL AS STRING) AS month_from, CAST(NULL AS STRING) AS month_to
  FROM coverage v
  LEFT JOIN holdings h ON h.register = v.register AND h.point = v.point AND h.community = v.community
  UNION ALL
  SELECT 'source', register, point, community, FALSE, month_from, month_to FROM sources
  WHERE NOT set_aside AND NOT witness
  UNION ALL
  SELECT DISTINCT 'gap', register, point, '', FALSE, month, month FROM uncovered_months WHERE run_n > 0`;

/** Reads what was handed in, once matching has found out what covers what. */
export async function readHandedIn(store: Store): Promise<HandedIn> {
  const parts = gathered(await store.all<Row>(ROWS), ({ part }) => part);
  const coverage = (parts.get('coverage') ?? []) as (Row & { community: string })[];
  const held = gathered(
    coverage.filter((one) => one.held),
    ({ community }) => community,
  );
  const peers = new Map(coverage.map((one) => [keyOf(one), { register: one.register, point: one.point }]));
  return {
    communities: [...held].flatMap(([community, own]) => (own.length > 1 ? [community] : [])).sort(),
    peers: [...peers.values()].sort((a, b) => byText(a.point, b.point) || byText(a.register, b.register)),
    coverage,
    sources: parts.get('source') ?? [],
    gaps: (parts.get('gap') ?? []).map(({ register, point, month_from }) => ({
      ...{ register, point, month: month_from ?? '' },
    })),
  };
}

/** The communities that any register covers, in order. */
export function coveredCommunities({ coverage }: Pick<HandedIn, 'coverage'>): string[] {
  return [...new Set(coverage.map(({ community }) => community))].sort();
}

/** The registers that cover each community, at whatever point. */
export function registersOf({ coverage }: Pick<HandedIn, 'coverage'>): Map<string, Set<string>> {
  const of = gathered(coverage, ({ community }) => community);
  return new Map(
    [...of].map(([community, own]) => [community, new Set(own.map(({ register }) => register))]),
  );
}

/**
 * Registers handed in, month by month, of those due: a community owes what its peers handed in, for every month of the
 * period. A register whose files declare no months was handed in for all of them.
 *
 * @param months those of the audited period
 */
export function handedInRates(given: HandedIn, months: readonly string[]): QualityRow[] {
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
      const isHeld = (month: string) =>
        !missing.has(month) && (own.length === 0 || own.some((source) => mayHold(source, month)));
      const held = isThere ? months.filter(isHeld) : [];
      const row = qualityRow(rows, { community, point: peer.point, measure: 'handed_in_rate' });
      row.numerator += held.length;
      row.denominator += months.length;
    }
  }
  return [...rows.values()];
}

function keyOf({ register, point }: Claimant): string {
  return `${point}|${register}`;
}

/** Whether a file may hold a month: one that declares no months may hold any. */
export function mayHold({ month_from, month_to }: HandedIn['sources'][number], month: string): boolean {
  return month_from === null || month_to === null || (month_from <= month && month <= month_to);
}

/** The row of a community and point, which begins with nothing. */
export function qualityRow(
  rows: Map<string, QualityRow>,
  place: Pick<QualityRow, 'community' | 'point' | 'measure'>,
): QualityRow {
  const key = `${place.community}|${place.point}`;
  const row = rows.get(key) ?? { ...place, numerator: 0, denominator: 0 };
  rows.set(key, row);
  return row;
}
