import type { Step } from '../../store/steps.js';

/** Columns on which the claims of an event may disagree, and what decides a tie between two values. */
const SETTLED = {
  date: 'is_primary',
  community: 'is_primary',
  subject: 'subject_valid_id',
  partner: 'partner_valid_id',
} as const;
const COMPARED =
  'date sex number child_name subject partner subject_order partner_order code certificate method'.split(' ');

/** What an event says as soon as its claims are settled, beside where it belongs. */
const OF_EVENT =
  'event kind child subject_name primary_n conflicting open_n closed_n date subject partner in_period open'.split(
    ' ',
  );

const COLUMNS = Object.keys(SETTLED) as (keyof typeof SETTLED)[];

/** What the claims of each event say, and where they disagree. */
const SIDES = `SELECT event, kind, MAX(child) AS child, MIN(household_mother) AS household_mother, MIN(subject_name) AS subject_name,
    ${COLUMNS.map((column) => `MIN(${column}) AS ${column}, ${differsIn(column)} AS ${column}_differs`).join(', ')},
    ${COMPARED.map(differsIn).join(' OR ')} AS conflicting,
    COUNT(CASE WHEN is_primary AND NOT witness THEN 1 END) AS primary_n,
    COUNT(CASE WHEN NOT is_primary OR (ends AND COALESCE(until > run.as_of, TRUE)) THEN 1 END) AS open_n,
    COUNT(CASE WHEN is_primary AND until <= run.as_of THEN 1 END) AS closed_n
  FROM event_claims CROSS JOIN run GROUP BY event, kind`;

/** What weighs with a value where two are said by equally many. */
const WEIGHT = `CASE ${COLUMNS.map((column) => `WHEN g.item = '${column}' AND c.${SETTLED[column]} THEN 1`).join(' ')} END`;

/** The value that the item of a row is about, each column in its own type. */
const ITEM = COLUMNS.map((column) => `CASE WHEN g.item = '${column}' THEN c.${column} END AS ${column}`);

/** The items about which the claims of an event disagree. */
const DISPUTED = COLUMNS.map(
  (column) => `SELECT event, '${column}' AS item FROM sides WHERE ${column}_differs`,
).join(' UNION ALL ');

/**
 * Where claims disagree: the value that most claimants give, of a community that most claims of primary registers give; what weighs
 * decides ties, then the smaller value.
 */
const MAJORITIES = `SELECT event, ${COLUMNS.map((column) => `MAX(${column}) AS ${column}`).join(', ')} FROM (
    SELECT event, ${COLUMNS.join(', ')}, ROW_NUMBER() OVER (PARTITION BY event, item ORDER BY
      CASE WHEN item = 'community' THEN primary_n ELSE n END DESC, CASE WHEN item = 'community' THEN n ELSE primary_n END DESC,
      ${COLUMNS.join(', ')}) AS place
    FROM (SELECT event, item, ${COLUMNS.join(', ')}, COUNT(DISTINCT claimant) AS n, COUNT(weight) AS primary_n
      FROM (SELECT g.event, g.item, CONCAT(c.point, c.register) AS claimant, ${WEIGHT} AS weight, ${ITEM.join(', ')}
        FROM event_claims c JOIN (${DISPUTED}) AS g ON g.event = c.event) AS said
      WHERE ${COLUMNS.map((column) => `${column} IS NOT NULL`).join(' OR ')}
      GROUP BY event, item, ${COLUMNS.join(', ')}) AS counted) AS ranked
  WHERE place = 1 GROUP BY event`;

/** What the claims of an event come to: where they disagree, what most of them say. */
function settledSelect(): string {
  const settled = COLUMNS.map(
    (column) =>
      `COALESCE(m.${column}, g.${column}${column === 'subject' ? ', g.household_mother' : ''}) AS ${column}`,
  );
  return `SELECT e.*,
      CASE WHEN e.kind = 'enrolment' OR e.date IS NULL THEN TRUE
        WHEN e.date BETWEEN run.period_from AND run.period_to THEN TRUE
        ELSE e.kind = 'migration' AND e.date < run.period_from AND e.open_n > e.closed_n END AS in_period,
      COALESCE(e.kind = 'migration' AND e.open_n > 0 AND e.open_n >= e.closed_n AND COALESCE(e.date <= run.as_of, TRUE), FALSE) AS open
    FROM (SELECT g.event, g.kind, g.child, g.subject_name, g.primary_n, g.conflicting, g.open_n, g.closed_n, ${settled.join(', ')}
      FROM sides g LEFT JOIN majorities m ON m.event = g.event) AS e CROSS JOIN run`;
}

/** Witnesses need not name a community: what they alone claim belongs where the mother or wife is kept, else nowhere. */
const HOMES = `SELECT event, community FROM (
    SELECT e.event, r.community,
      ROW_NUMBER() OVER (PARTITION BY e.event ORDER BY COUNT(*) DESC, r.community) AS place
    FROM settled_events e JOIN named n ON n.person = e.subject AND n.role = 'self'
      AND n.register IN ('households', 'women') JOIN records r ON r.record = n.record
    WHERE e.community IS NULL AND r.community IS NOT NULL
    GROUP BY e.event, r.community) AS ranked
  WHERE place = 1`;

/**
 * `events(event, kind, community, date, subject, partner, child, subject_name, primary_n, conflicting, in_period, open)`: what
 * the claims of each event say together; `conflicting` where they do not all say the same. The date is the one most
 * claimants give (ties: primary registers, then the earlier), the community that of most claims of primary registers. An event belongs to the
 * period by that date; a stay that is open at the as-of date, an enrolment, and an event that nobody dates belong to it as
 * well. A child is the one with an ID where a claim gives one (other persons have negative numbers); a mother whom only
 * the card shows is the one whom the card shows.
 *
 * `conflicting_claims`: the claims of all events of the period about which they disagree. `event_codes`: the method or
 * direction that most claims of an event give.
 */
export const EVENTS: readonly Step[] = [
  { makes: 'sides', needs: ['event_claims'], select: SIDES },
  { makes: 'majorities', needs: ['event_claims', 'sides'], select: MAJORITIES },
  { makes: 'settled_events', needs: ['sides', 'majorities'], select: settledSelect() },
  { makes: 'homes', needs: ['settled_events', 'named'], select: HOMES },
  {
    makes: 'events',
    needs: ['settled_events', 'homes'],
    select: `SELECT ${OF_EVENT.map((column) => `e.${column}`).join(', ')}, e.conflicting AS uneven, e.primary_n AS own_n,
       COALESCE(e.community, h.community) AS community
     FROM settled_events e LEFT JOIN homes h ON h.event = e.event`,
  },
  {
    makes: 'conflicting_claims',
    needs: ['event_claims', 'events'],
    select:
      'SELECT c.* FROM event_claims c JOIN events e ON e.event = c.event AND e.in_period AND e.conflicting',
  },
  {
    makes: 'event_codes',
    needs: ['event_claims'],
    select: `SELECT event, code FROM (
       SELECT event, code, ROW_NUMBER() OVER (PARTITION BY event ORDER BY n DESC, code) AS place
       FROM (SELECT event, code, COUNT(*) AS n FROM event_claims
         WHERE kind IN ('contraception', 'migration') AND code IS NOT NULL GROUP BY event, code) AS counted) AS ranked
     WHERE place = 1`,
  },
];

/** Whether the rows of a group say different things of a column, as far as they say anything. */
export function differsIn(column: string): string {
  return `COALESCE(MIN(${column}) <> MAX(${column}), FALSE)`;
}
