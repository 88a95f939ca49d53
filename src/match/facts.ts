import type { Store } from '../store/store.js';

/**
 * `events(event, kind, community, date, subject, partner, child, subject_name, own_n, uneven, in_period, open)`: what
 * the claims of each event say together; `uneven` where they do not all say the same. The date is the one most claimants give (ties: own registers, then the earlier), the community
 * that of most own claims. An event belongs to the period by that date; a stay that is open at the as-of date, an
 * enrolment, and an event that nobody dates belong to it as well.
 */
export async function defineEvents(store: Store): Promise<void> {
  await store.define('event_dates', majority('date', 'date IS NOT NULL', 'own'));
  await store.define('event_communities', majority('community', 'community IS NOT NULL', 'own'));
  await store.define('event_subjects', majority('subject', 'subject IS NOT NULL', 'subject_sound'));
  await store.define('event_partners', majority('partner', 'partner IS NOT NULL', 'partner_sound'));
  await store.define(
    'events',
    `SELECT g.event, g.kind, c.value AS community, d.value AS date, s.value AS subject, p.value AS partner, g.child,
       g.own_n, g.subject_name, g.uneven,
       CASE WHEN g.kind = 'enrolment' OR d.value IS NULL THEN TRUE
         WHEN d.value BETWEEN run.period_from AND run.period_to THEN TRUE
         ELSE g.kind = 'migration' AND d.value < run.period_from AND g.open_n > g.closed_n END AS in_period,
       COALESCE(g.kind = 'migration' AND g.open_n >= g.closed_n AND COALESCE(d.value <= run.as_of, TRUE), FALSE) AS open
     FROM (
       SELECT event, kind, MIN(child) AS child, MIN(subject_name) AS subject_name,
         ${UNEVEN} AS uneven,
         COUNT(DISTINCT CASE WHEN own AND NOT witness THEN point END) AS own_n,
         COUNT(CASE WHEN own AND COALESCE(until > run.as_of, TRUE) THEN 1 WHEN NOT own THEN 1 END) AS open_n,
         COUNT(CASE WHEN own AND until <= run.as_of THEN 1 END) AS closed_n
       FROM event_claims CROSS JOIN run GROUP BY event, kind) AS g
     CROSS JOIN run
     LEFT JOIN event_dates d ON d.event = g.event
     LEFT JOIN event_communities c ON c.event = g.event
     LEFT JOIN event_subjects s ON s.event = g.event
     LEFT JOIN event_partners p ON p.event = g.event`,
  );
  await store.drop('event_dates', 'event_communities', 'event_subjects', 'event_partners');
}

/** Whether the claims of an event differ in any compared value: most do not, and need no closer look. */
const UNEVEN = [
  'date',
  'sex',
  'number',
  'child_name',
  'subject',
  'partner',
  'subject_order',
  'partner_order',
  'code',
  'certificate',
]
  .map((column) => `COALESCE(MIN(${column}) <> MAX(${column}), FALSE)`)
  .join(' OR ');

/** The value of a column that most claimants of an event give; `weight` decides ties, then the smaller value. */
function majority(column: string, where: string, weight: string): string {
  return `SELECT event, value FROM (
      SELECT event, value, ROW_NUMBER() OVER (PARTITION BY event ORDER BY
        ${column === 'community' ? 'own_n DESC, n DESC' : 'n DESC, own_n DESC'}, value) AS place
      FROM (SELECT event, ${column} AS value, COUNT(DISTINCT CONCAT(point, register)) AS n,
          COUNT(CASE WHEN ${weight} THEN 1 END) AS own_n
        FROM event_claims WHERE ${where} GROUP BY event, ${column}) AS counted) AS ranked
    WHERE place = 1`;
}
