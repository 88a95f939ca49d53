import { gathered } from '../keys/order.js';
import { EVENT_KINDS } from '../model/event-kinds.js';
import type { ErrorRate, LineRow } from '../model/measured.js';
import { putRows } from '../store/steps.js';
import type { Store } from '../store/store.js';
import type { Areas } from './areas.js';
import { agreementRate, type PointCounts, pointRates, summed } from './error-rates.js';

const BROKEN = { event: 'BIGINT', rule: 'VARCHAR' } as const;

/**
 * The three-points table and the error percentages by kind, community and point (docs/domain.md#figures). An event is in
 * line when every point that covers it claims it exactly once with the same values: nothing was found about it.
 *
 * @param findings what the rules found, with the number of the event concerned
 * @param areas streets and districts, whose error percentages stand beside those of their communities
 */
export async function measureLine(
  store: Store,
  period: string,
  findings: readonly { event: number | null; rule: { name: string } }[],
  areas: Areas,
): Promise<{ line: LineRow[]; errorRates: ErrorRate[] }> {
  const about = findings.filter(({ event }) => event !== null);
  const broken = about.map(({ event, rule }) => [event, rule.name]);
  await putRows(store, 'broken', BROKEN, broken);
  const groups = gathered(await store.all<Counts>(COUNTS), ({ level }) => level);
  await store.drop('broken');
  const [points, communities] = [groups.get('point') ?? [], groups.get('community') ?? []];
  const pointsOf = gathered(points, placeOf);
  const line = communities.map((counts) => lineRow(counts, period, pointsOf.get(placeOf(counts)) ?? []));
  return { line: line.sort(byKind), errorRates: ratesOf(points, communities, period, areas) };
}

/** The percentages of every community, then of every street and district. */
function ratesOf(
  points: readonly PointCounts[],
  communities: readonly CommunityCounts[],
  period: string,
  areas: Areas,
): ErrorRate[] {
  const wholes = areas.wholes.map((area) => ({ area, below: new Set(areas.communitiesOf(area)) }));
  const ofPoints = wholes.flatMap(({ area, below }) =>
    summed(points, area, below, ({ kind, point }) => `${kind}|${point}`),
  );
  const together = wholes.flatMap(({ area, below }) => summed(communities, area, below, ({ kind }) => kind));
  return [
    ...[...points, ...ofPoints].flatMap((point) => pointRates(point, period)),
    ...[...communities, ...together].map((counts) => agreementRate(counts, period)),
  ].sort(byKind);
}

interface Group {
  kind: string;
  community: string;
}

function placeOf({ kind, community }: Group): string {
  return `${kind}|${community}`;
}

interface CommunityCounts extends Group {
  at_one: number;
  at_two: number;
  at_all: number;
  in_line: number;
  unconfirmed: number;
  total: number;
}

/** What is counted at every point of a community, and of the community as a whole; null in what is of the other. */
type Counts = { level: 'point' | 'community' } & PointCounts & CommunityCounts;

/** Events of the period with what is known of each; enrolments only where one is expected. */
const LINE_EVENTS = `SELECT e.event, e.kind, COALESCE(e.community, '') AS community, o.event IS NOT NULL AS lone,
    COALESCE(b.broken_n, 0) > 0 AS broken, COALESCE(b.differing_n, 0) > 0 AS differing
  FROM events e
  LEFT JOIN lone_events o ON o.event = e.event
  LEFT JOIN (SELECT event, COUNT(*) AS broken_n, COUNT(CASE WHEN rule LIKE '%/mismatched' THEN 1 END) AS differing_n
    FROM broken GROUP BY event) AS b ON b.event = e.event
  WHERE e.in_period AND (e.kind <> 'enrolment' OR e.event IN (SELECT event FROM expected))`;

/** Claims are those of the primary register, two ends counted once, or one where only registers of people claim. */
const CLAIMS = 'CASE WHEN primary_claims > 0 THEN 1 + COALESCE(surplus_n, 0) ELSE claimed END';

/** Every event at every point that covers or claims it, with the claims too many there. */
const AT_POINTS = `SELECT e.event, e.kind, e.community, e.lone, e.broken, e.differing, p.point, p.primary_claims, p.claimed,
    p.covered, p.witness, s.n AS surplus_n
  FROM (${LINE_EVENTS}) AS e JOIN points_of p ON p.event = e.event
  LEFT JOIN (SELECT event, point, SUM(n) AS n FROM surplus GROUP BY event, point) AS s
    ON s.event = p.event AND s.point = p.point`;

const COUNTS = `WITH at_points AS (${AT_POINTS})
  SELECT 'point' AS level, kind, community, point, SUM(${CLAIMS}) AS claims,
    COUNT(CASE WHEN NOT lone THEN 1 END) AS covered,
    COUNT(CASE WHEN NOT lone AND claimed = 1 THEN 1 END) AS claimed,
    COUNT(CASE WHEN NOT lone AND claimed = 1 AND surplus_n IS NULL AND NOT differing THEN 1 END) AS once_right,
    COUNT(CASE WHEN NOT lone AND claimed = 1 AND differing THEN 1 END) AS differing,
    SUM(CASE WHEN lone THEN 0 ELSE ${CLAIMS} END) AS confirmed_claims,
    0 AS at_one, 0 AS at_two, 0 AS at_all, 0 AS in_line, 0 AS unconfirmed, 0 AS total
  FROM at_points WHERE covered = 1 GROUP BY kind, community, point
  UNION ALL
  SELECT 'community' AS level, kind, community, '' AS point, 0, 0, 0, 0, 0, 0,
    COUNT(CASE WHEN NOT lone AND claiming = 1 THEN 1 END), COUNT(CASE WHEN NOT lone AND claiming = 2 THEN 1 END),
    COUNT(CASE WHEN NOT lone AND claiming = covering THEN 1 END), COUNT(CASE WHEN NOT lone AND NOT broken THEN 1 END),
    COUNT(CASE WHEN lone THEN 1 END), COUNT(CASE WHEN NOT lone THEN 1 END)
  FROM (SELECT event, kind, community, lone, broken, SUM(covered) AS covering,
      SUM(CASE WHEN claimed = 1 AND witness = 0 THEN 1 ELSE 0 END) AS claiming
    FROM at_points GROUP BY event, kind, community, lone, broken) AS counted
  GROUP BY kind, community
  ORDER BY kind, community, point`;

function lineRow(counts: CommunityCounts, period: string, points: readonly PointCounts[]): LineRow {
  return {
    event: counts.kind,
    community: counts.community,
    period,
    points: Object.fromEntries(
      points.map(({ point, claims }) => [point, { claims: Number(claims), covered: true }]),
    ),
    atOne: counts.at_one,
    atTwo: counts.at_two,
    atAll: counts.at_all,
    inLine: counts.in_line,
    unconfirmed: counts.unconfirmed,
    total: counts.total,
  };
}

/** Kinds in the order of the catalogue; the sort is stable, so communities and points keep theirs. */
function byKind(a: { kind?: string; event?: string }, b: { kind?: string; event?: string }): number {
  const place = ({ kind, event }: typeof a) => EVENT_KINDS.findIndex((name) => name === (kind ?? event));
  return place(a) - place(b);
}
