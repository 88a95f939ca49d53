import type { Config } from '../../config/types.js';

/** What the configuration says of counting. */
export type CountedBy = Pick<Config, 'population' | 'marriageAt' | 'recountBy' | 'monthEnd'>;

/** Whether a claim says that its people are registered in the community, or live there for a stay. */
const BASIS = `CASE c.kind WHEN 'birth' THEN COALESCE(b.basis, CASE WHEN c.is_primary THEN NULL ELSE c.code END)
  WHEN 'marriage' THEN m.basis WHEN 'death' THEN d.basis END`;

/** Claims of the points' primary registers; of an event that only registers of people show, where one was expected. */
const CLAIMED = `SELECT c.event, c.kind, c.community, c.subject, ${BASIS} AS basis
  FROM event_claims c
  LEFT JOIN (SELECT DISTINCT x.event FROM expected x
    ANTI JOIN (SELECT event FROM event_claims WHERE is_primary AND NOT witness) AS o ON o.event = x.event) AS u
    ON u.event = c.event
  LEFT JOIN births b ON b.record = c.record LEFT JOIN marriages m ON m.record = c.record
  LEFT JOIN deaths d ON d.record = c.record
  WHERE c.kind IN ('birth', 'marriage', 'contraception', 'death') AND NOT c.witness AND c.community IS NOT NULL
    AND (c.is_primary OR u.event IS NOT NULL)`;

/** Whether events of in-migrants count, by the configured population. */
const COUNTS: Readonly<Record<Config['population'], string>> = {
  registered: `COALESCE(x.basis, CASE WHEN i.person IS NULL THEN '户籍' ELSE '流入' END) <> '流入'`,
  present: 'TRUE',
};

/**
 * SELECT of `event, kind, community, date`: events, each in the community where it counts: where its people are
 * registered (or present), and of several such the event's own. An event that only registers of people show counts where
 * a primary register ought to have it (a child that came with a family that moved here was not born here).
 */
export function placedEvents({ population, recountBy, monthEnd }: CountedBy): string {
  const byEvent = recountBy === 'event_date';
  // Months that end early, and registrations, reach beyond the events of the period.
  const whole = byEvent && monthEnd >= 31;
  const written = `LEFT JOIN (SELECT event, MIN(registered) AS registered FROM event_claims
      WHERE is_primary AND NOT witness AND registered IS NOT NULL GROUP BY event) AS w ON w.event = x.event`;
  return `SELECT event, kind, community, date FROM (
      SELECT x.event, x.kind, x.community, ${byEvent ? 'e.date' : 'COALESCE(w.registered, e.date)'} AS date,
        ROW_NUMBER() OVER (PARTITION BY x.event
          ORDER BY CASE WHEN x.community = e.community THEN 0 ELSE 1 END, x.community) AS place
      FROM (
        SELECT event, kind, community, MIN(subject) AS subject,
          CASE WHEN COUNT(CASE WHEN basis = '流入' THEN 1 END) > COUNT(CASE WHEN basis <> '流入' THEN 1 END)
            THEN '流入' WHEN COUNT(basis) > 0 THEN '户籍' END AS basis
        FROM (${CLAIMED}) AS claimed GROUP BY event, kind, community) AS x
      JOIN events e ON e.event = x.event AND e.date IS NOT NULL ${whole ? 'AND e.in_period' : ''}
      ${byEvent ? '' : written}
      LEFT JOIN lone_events l ON l.event = x.event
      LEFT JOIN in_migrants i ON i.person = COALESCE(e.subject, x.subject) AND i.community = x.community
      WHERE l.event IS NULL AND ${COUNTS[population]}) AS ranked
    WHERE place = 1`;
}

/** Marriages in the communities of both, where they are registered. */
export const BOTH_ENDS = `SELECT DISTINCT e.event, c.community, e.date FROM events e
  JOIN event_claims c ON c.event = e.event AND c.is_primary LEFT JOIN lone_events l ON l.event = e.event
  WHERE e.kind = 'marriage' AND e.in_period AND e.date IS NOT NULL AND l.event IS NULL`;
