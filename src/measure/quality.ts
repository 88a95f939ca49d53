import { CARD_SHARES } from '../match/coverage/card-items.js';
import type { AreaRow, QualityRow } from '../model/measured.js';
import type { Store } from '../store/store.js';
import type { Areas } from './areas.js';
import { type HandedIn, handedInRates } from './handed-in.js';
import { monthName, monthNumber } from './periods.js';

/** The point of what concerns all points together. */
const ALL_POINTS = 'all';

export interface QualityLimits {
  period: { from: string; to: string };
  /** Days within which an event is to be registered, and signatures that a visit takes. */
  days(community: string): number;
  signatures(community: string): number;
}

/**
 * How complete and timely the registers of every community are: shares of records, for assessing areas. Needs what
 * matching leaves.
 */
export async function measureQuality(store: Store, limits: QualityLimits): Promise<QualityRow[]> {
  const [timely, cards, signed] = await Promise.all([
    store.all<Counted>(REGISTERED_AFTER),
    store.all<{ community: string; point: string; items: number; filled: number }>(
      `SELECT * FROM (${CARD_SHARES}) AS shares WHERE community IS NOT NULL ORDER BY community, point`,
    ),
    store.all<Counted>(SIGNED_BY),
  ]);
  return [
    ...shareOf('timely_rate', timely, (days, community) => days <= limits.days(community)),
    ...handedInRates(await readHandedIn(store, limits.period)),
    ...cards.map(
      ({ community, point, items, filled }): QualityRow => ({
        community,
        point,
        measure: 'card_items_rate',
        numerator: Number(filled),
        denominator: Number(items),
      }),
    ),
    ...shareOf('signature_rate', signed, (given, community) => given >= limits.signatures(community)),
  ];
}

/** How many records of a community have one value. */
interface Counted {
  community: string;
  point: string;
  value: number;
  n: number;
}

/** Events by the days from their date to their last registration; one that names only its month has a month more. */
const REGISTERED_AFTER = `
  SELECT e.community, '${ALL_POINTS}' AS point, x.days AS value, COUNT(*) AS n FROM (
    SELECT event, MAX(days_between(date, registered) - CASE WHEN COALESCE(partial, FALSE) THEN 30 ELSE 0 END) AS days
    FROM event_claims WHERE own AND NOT witness AND registered IS NOT NULL AND date IS NOT NULL GROUP BY event) AS x
  JOIN events e ON e.event = x.event
  WHERE e.in_period AND e.community IS NOT NULL GROUP BY e.community, x.days ORDER BY e.community, x.days`;

/** Visits of the period by their number of signatures. */
const SIGNED_BY = `
  SELECT t.community, s.point, t.signatures AS value, COUNT(*) AS n
  FROM visits t JOIN sources s ON s.source = t.source CROSS JOIN run
  WHERE t.signatures IS NOT NULL AND t.community IS NOT NULL AND t.visit_date BETWEEN run.period_from AND run.as_of
  GROUP BY t.community, s.point, t.signatures ORDER BY t.community, s.point, t.signatures`;

function shareOf(
  measure: QualityRow['measure'],
  counts: readonly Counted[],
  isGood: (value: number, community: string) => boolean,
): QualityRow[] {
  const rows = new Map<string, QualityRow>();
  for (const { community, point, value, n } of counts) {
    const key = `${community}|${point}`;
    const row = rows.get(key) ?? { community, point, measure, numerator: 0, denominator: 0 };
    row.numerator += isGood(Number(value), community) ? Number(n) : 0;
    row.denominator += Number(n);
    rows.set(key, row);
  }
  return [...rows.values()];
}

async function readHandedIn(store: Store, { from, to }: QualityLimits['period']): Promise<HandedIn> {
  const known = await store.all<{ community: string }>(
    `SELECT community FROM holdings GROUP BY community HAVING COUNT(DISTINCT CONCAT(point, '|', register)) >= 2
     ORDER BY community`,
  );
  const [first, last] = [monthNumber(from), monthNumber(to)];
  return {
    communities: known.map(({ community }) => community),
    peers: await store.all('SELECT DISTINCT point, register FROM coverage ORDER BY point, register'),
    coverage: await store.all('SELECT register, point, community FROM coverage WHERE community IS NOT NULL'),
    sources: await store.all(
      `SELECT register, point, community, month_from, month_to FROM sources WHERE NOT set_aside AND NOT witness`,
    ),
    gaps: await store.all('SELECT DISTINCT register, point, month FROM uncovered_months WHERE run_n > 0'),
    months: Array.from({ length: last - first + 1 }, (_, n) => monthName(first + n)),
  };
}

/** Every area with its level and parts, communities first, and the people on the cards of each. */
export async function areaRows(store: Store, areas: Areas): Promise<AreaRow[]> {
  const [cards] = await store.all(`SELECT 1 AS one FROM coverage WHERE register = 'households' LIMIT 1`);
  const counted = cards
    ? await store.all<{ community: string; n: number }>(
        'SELECT community, COUNT(*) AS n FROM fact_residents WHERE community IS NOT NULL GROUP BY community',
      )
    : [];
  const persons = new Map(counted.map(({ community, n }) => [community, Number(n)]));
  const known = await store.all<{ community: string }>(
    'SELECT DISTINCT community FROM coverage WHERE community IS NOT NULL ORDER BY community',
  );
  const communities = new Set(known.map(({ community }) => community));
  for (const whole of areas.wholes)
    for (const community of areas.communitiesOf(whole)) communities.add(community);
  const names = [
    ...[...communities].filter((name) => areas.levelOf(name) === 'community').sort(),
    ...areas.wholes,
  ];
  return names.map((area): AreaRow => {
    const held = areas.communitiesOf(area).flatMap((community) => persons.get(community) ?? []);
    const level = areas.levelOf(area);
    const people = held.length === 0 ? {} : { persons: held.reduce((sum, n) => sum + n, 0) };
    return { area, level, parts: [...areas.partsOf(area)], ...people };
  });
}
