import { gathered } from '../keys/order.js';
import { CARD_SHARES } from '../match/coverage/card-items.js';
import type { AreaRow, QualityRow } from '../model/measured.js';
import { sumOf } from '../statistics/sum.js';
import type { Store } from '../store/store.js';
import { coveredCommunities, type HandedIn, handedInRates, qualityRow } from './handed-in.js';
import type { Measured } from './measure.js';
import { monthsFrom } from './periods.js';

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
export async function measureQuality(
  store: Store,
  handedIn: HandedIn,
  limits: QualityLimits,
): Promise<QualityRow[]> {
  const counted = gathered(await store.all<Counted>(COUNTED), ({ measure }) => measure);
  const of = (measure: QualityRow['measure']) => counted.get(measure) ?? [];
  return [
    ...shareOf(of('timely_rate'), (days, community) => days <= limits.days(community)),
    ...handedInRates(handedIn, monthsFrom(limits.period)),
    ...of('card_items_rate').map(
      ({ community, point, measure, value, n }): QualityRow => ({
        ...{ community, point, measure, numerator: Number(value), denominator: Number(n) },
      }),
    ),
    ...shareOf(of('signature_rate'), (given, community) => given >= limits.signatures(community)),
  ];
}

/** How many records of a community have one value; of items of cards, how many of them are filled in. */
interface Counted {
  measure: QualityRow['measure'];
  community: string;
  point: string;
  value: number;
  n: number;
}

/** Events by the days from their date to their last registration; one that names only its month has a month more. */
const REGISTERED_AFTER = `
  SELECT 'timely_rate' AS measure, e.community, '${ALL_POINTS}' AS point, x.days AS value, COUNT(*) AS n FROM (
    SELECT event, MAX(days_between(date, registered) - CASE WHEN COALESCE(partial, FALSE) THEN 30 ELSE 0 END) AS days
    FROM event_claims WHERE is_primary AND NOT witness AND registered IS NOT NULL AND date IS NOT NULL GROUP BY event) AS x
  JOIN events e ON e.event = x.event
  WHERE e.in_period AND e.community IS NOT NULL GROUP BY e.community, x.days`;

/** Visits of the period by their number of signatures. */
const SIGNED_BY = `
  SELECT 'signature_rate' AS measure, t.community, s.point, t.signatures AS value, COUNT(*) AS n
  FROM visits t JOIN sources s ON s.source = t.source CROSS JOIN run
  WHERE t.signatures IS NOT NULL AND t.community IS NOT NULL AND t.visit_date BETWEEN run.period_from AND run.as_of
  GROUP BY t.community, s.point, t.signatures`;

const COUNTED = `SELECT measure, community, point, value, n FROM (
    ${REGISTERED_AFTER} UNION ALL ${SIGNED_BY}
    UNION ALL SELECT 'card_items_rate' AS measure, community, point, filled AS value, items AS n
    FROM (${CARD_SHARES}) AS shares WHERE community IS NOT NULL) AS counted
  ORDER BY community, point, value`;

function shareOf(
  counts: readonly Counted[],
  isGood: (value: number, community: string) => boolean,
): QualityRow[] {
  const rows = new Map<string, QualityRow>();
  for (const { measure, community, point, value, n } of counts) {
    const row = qualityRow(rows, { community, point, measure });
    row.numerator += isGood(Number(value), community) ? Number(n) : 0;
    row.denominator += Number(n);
  }
  return [...rows.values()];
}

/**
 * Every area with its level and parts, communities first, and the people on the cards of each.
 *
 * @param residents the people on the cards of each community
 */
export function areaRows({
  areas,
  handedIn,
  residents,
}: Pick<Measured, 'areas' | 'handedIn' | 'residents'>): AreaRow[] {
  const communities = new Set(coveredCommunities(handedIn));
  for (const whole of areas.wholes)
    for (const community of areas.communitiesOf(whole)) communities.add(community);
  const names = [
    ...[...communities].filter((name) => areas.levelOf(name) === 'community').sort(),
    ...areas.wholes,
  ];
  return names.map((area): AreaRow => {
    const held = areas.communitiesOf(area).flatMap((community) => residents.get(community) ?? []);
    const level = areas.levelOf(area);
    const people = held.length === 0 ? {} : { persons: sumOf(held) };
    return { area, level, parts: [...areas.partsOf(area)], ...people };
  });
}
