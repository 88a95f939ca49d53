import type { Store } from '../../store/store.js';

/** Columns on which the claims of an event may disagree, and what decides a tie between two values. */
const SETTLED = {
  date: 'own',
  community: 'own',
  subject: 'subject_sound',
  partner: 'partner_sound',
} as const;
const COMPARED = [
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
];

/**
 * `events(event, kind, community, date, subject, partner, child, subject_name, own_n, uneven, in_period, open)`: what
 * the claims of each event say together; `uneven` where they do not all say the same. The date is the one most claimants
 * give (ties: own registers, then the earlier), the community that of most own claims. An event belongs to the period by
 * that date; a stay that is open at the as-of date, an enrolment, and an event that nobody dates belong to it as well. A
 * child is the one with an ID where a claim gives one (other persons have negative numbers); a mother whom only the card
 * shows is the one whom the card shows.
 */
export async function defineEvents(store: Store): Promise<void> {
  const columns = Object.keys(SETTLED) as (keyof typeof SETTLED)[];
  await store.define(
    'sides',
    `SELECT event, kind, MAX(child) AS child, MIN(household_mother) AS household_mother, MIN(subject_name) AS subject_name,
       ${columns.map((column) => `MIN(${column}) AS ${column}, ${differs(column)} AS ${column}_differs`).join(', ')},
       ${COMPARED.map(differs).join(' OR ')} AS uneven,
       COUNT(CASE WHEN own AND NOT witness THEN 1 END) AS own_n,
       COUNT(CASE WHEN NOT own OR COALESCE(until > run.as_of, TRUE) THEN 1 END) AS open_n,
       COUNT(CASE WHEN own AND until <= run.as_of THEN 1 END) AS closed_n
     FROM event_claims CROSS JOIN run GROUP BY event, kind`,
  );
  await store.sideBySide(columns, (column) =>
    store.define(`majority_${column}`, majority(column, SETTLED[column])),
  );
  const settled = columns.map(
    (column) =>
      `COALESCE(m_${column}.value, g.${column}${column === 'subject' ? ', g.household_mother' : ''}) AS ${column}`,
  );
  const joins = columns.map(
    (column) => `LEFT JOIN majority_${column} m_${column} ON m_${column}.event = g.event`,
  );
  await store.define(
    'events',
    `SELECT e.*,
       CASE WHEN e.kind = 'enrolment' OR e.date IS NULL THEN TRUE
         WHEN e.date BETWEEN run.period_from AND run.period_to THEN TRUE
         ELSE e.kind = 'migration' AND e.date < run.period_from AND e.open_n > e.closed_n END AS in_period,
       COALESCE(e.kind = 'migration' AND e.open_n >= e.closed_n AND COALESCE(e.date <= run.as_of, TRUE), FALSE) AS open
     FROM (SELECT g.event, g.kind, g.child, g.subject_name, g.own_n, g.uneven, g.open_n, g.closed_n, ${settled.join(', ')}
       FROM sides g ${joins.join(' ')}) AS e CROSS JOIN run`,
  );
  await store.drop('sides', ...columns.map((column) => `majority_${column}`));
  await placeByHome(store);
}

/** Witnesses need not name a community: what they alone claim belongs where the mother or wife is kept, else nowhere. */
async function placeByHome(store: Store): Promise<void> {
  await store.define(
    'homes',
    `SELECT event, community FROM (
       SELECT e.event, r.community,
         ROW_NUMBER() OVER (PARTITION BY e.event ORDER BY COUNT(*) DESC, r.community) AS place
       FROM events e JOIN named n ON n.person = e.subject AND n.role = 'self'
         AND n.register IN ('households', 'women') JOIN records r ON r.record = n.record
       WHERE e.community IS NULL AND r.community IS NOT NULL
       GROUP BY e.event, r.community) AS ranked
     WHERE place = 1`,
  );
  await store.run(
    `UPDATE events SET community = (SELECT h.community FROM homes h WHERE h.event = events.event)
     WHERE community IS NULL`,
  );
  await store.drop('homes');
}

/** `uneven_claims`: the claims, as in `event_claims`, of all events of the period about which they disagree. */
export async function defineUnevenClaims(store: Store): Promise<void> {
  await store.define(
    'uneven_claims',
    'SELECT c.* FROM event_claims c JOIN events e ON e.event = c.event AND e.in_period AND e.uneven',
  );
}

/** Whether the rows of a group say different things of a column, as far as they say anything. */
export function differs(column: string): string {
  return `COALESCE(MIN(${column}) <> MAX(${column}), FALSE)`;
}

/** Where claims disagree: the value that most claimants give; `weight` decides ties, then the smaller value. */
function majority(column: string, weight: string): string {
  const order = column === 'community' ? 'own_n DESC, n DESC' : 'n DESC, own_n DESC';
  return `SELECT event, value FROM (
      SELECT event, value, ROW_NUMBER() OVER (PARTITION BY event ORDER BY ${order}, value) AS place
      FROM (SELECT c.event, c.${column} AS value, COUNT(DISTINCT CONCAT(c.point, c.register)) AS n,
          COUNT(CASE WHEN c.${weight} THEN 1 END) AS own_n
        FROM event_claims c JOIN sides g ON g.event = c.event AND g.${column}_differs
        WHERE c.${column} IS NOT NULL GROUP BY c.event, c.${column}) AS counted) AS ranked
    WHERE place = 1`;
}
