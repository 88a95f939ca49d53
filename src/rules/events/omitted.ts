import type { EventKindName } from '../../model/event-kinds.js';

/** What of a person's row is stale when a register of people was not brought up to date, by register and kind. */
const STALE_COLUMNS: Partial<Record<EventKindName, Record<string, string>>> = {
  birth: { women: 'last_birth_date children_count sons daughters' },
  marriage: { women: 'marriage_date marital_status husband_name husband_id' },
  contraception: { women: 'method method_date' },
  migration: { women: 'residence', households: 'residence' },
};

/**
 * Events of one kind that a claimant lacks (table `missing`), one finding an event. Cited are the records that do claim
 * it, then the rows that ought to show it. It is an error where a point as a whole lacks the event, a warning where only
 * a register of people was not brought up to date. A claim that one point of three or more stands alone with is
 * `unconfirmed`. `why` says what the claims of a point are compared by: see docs/domain.md#coverage.
 */
export function omittedSelect(kind: EventKindName): string {
  return `
    WITH lacking AS (
      SELECT m.event, m.point, m.register, m.record,
        m.own OR COALESCE(p.claims, 0) = 0 AS whole_point
      FROM missing m JOIN events e ON e.event = m.event AND e.kind = '${kind}'
      LEFT JOIN points_of p ON p.event = m.event AND p.point = m.point
    ), judged AS (
      SELECT l.event, MAX(CASE WHEN l.whole_point THEN 1 ELSE 0 END) AS whole_n,
        MAX(CASE WHEN o.event IS NULL THEN 0 ELSE 1 END) AS lone_n
      FROM lacking l LEFT JOIN lone_events o ON o.event = l.event GROUP BY l.event
    ), places AS (
      SELECT c.event, c.record, '' AS columns, CASE WHEN c.own THEN 0 ELSE 1 END AS ordinal,
        CAST(NULL AS STRING) AS missing, ${CAUSE_OF_CLAIM} AS cause, CAST(NULL AS STRING) AS covers
      FROM event_claims c JOIN judged j ON j.event = c.event AND c.kind = '${kind}'
      UNION ALL
      SELECT l.event, l.record, ${staleColumns(kind)} AS columns, 2 AS ordinal,
        CONCAT(l.point, '|', l.register, '|', COALESCE(e.community, '')) AS missing,
        ${causeOf(kind)} AS cause, ${coversOf(kind)} AS covers
      FROM lacking l JOIN events e ON e.event = l.event
    ), unreadable_rows AS (
      SELECT DISTINCT l.event, CONCAT('row:', CAST(u.record AS STRING)) AS cause
      FROM lacking l JOIN unreadable u ON u.event = l.event AND u.point = l.point AND u.register = l.register
    )
    SELECT CAST(e.event AS STRING) AS finding, x.ordinal, x.record, x.columns, COALESCE(e.community, '') AS community,
      e.event, CASE WHEN j.whole_n = 1 THEN 'error' ELSE 'warning' END AS severity, x.missing, x.cause, x.covers,
      j.lone_n = 1 AS unconfirmed, e.subject_name AS person_name, iso(e.date) AS event_date
    FROM events e JOIN judged j ON j.event = e.event
    JOIN (SELECT event, record, columns, ordinal, missing, cause, covers FROM places
      UNION ALL SELECT event, CAST(NULL AS BIGINT), '', 3, CAST(NULL AS STRING), cause, CAST(NULL AS STRING) FROM unreadable_rows) AS x
      ON x.event = e.event`;
}

function staleColumns(kind: EventKindName): string {
  const cases = Object.entries(STALE_COLUMNS[kind] ?? {}).map(
    ([register, columns]) => `WHEN l.register = '${register}' THEN '${columns}'`,
  );
  return cases.length > 0 ? `CASE ${cases.join(' ')} ELSE '' END` : `''`;
}

/**
 * What a woman missing from the women register therefore does not claim hangs under her omission, and what else is stale
 * on a row that lacks an event under the event's.
 */
function coversOf(kind: EventKindName): string {
  if (kind === 'enrolment') return `CONCAT('person:', CAST(e.subject AS STRING), '@', l.point)`;
  return `CONCAT_WS(' ', CONCAT('stale:', CAST(l.record AS STRING)), CONCAT('mother:', CAST(e.subject AS STRING), '@', l.point))`;
}

/**
 * What a register of people claims of somebody it should no longer keep follows from that (`person/not-removed`), and
 * what a card claims by a wrong sex or birth date from those cells.
 */
const CAUSE_OF_CLAIM = `CASE WHEN c.own AND c.register <> 'women' THEN CAST(NULL AS STRING) ELSE CONCAT(
  'kept:', CAST(c.record AS STRING), ' cell:', CAST(c.record AS STRING), ':sex cell:', CAST(c.record AS STRING),
  ':birth_date') END`;

/** A claim that a point lacks because its register of people lacks the person. */
function causeOf(kind: EventKindName): string {
  return kind === 'enrolment'
    ? 'CAST(NULL AS STRING)'
    : `CONCAT('person:', CAST(e.subject AS STRING), '@', l.point)`;
}
