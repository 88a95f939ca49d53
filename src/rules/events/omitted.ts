import type { EventKindName } from '../../model/event-kinds.js';
import type { Named } from '../rule.js';
import { DATE_COLUMN } from './cited.js';
import { type OfKind, ofKinds } from './of-kind.js';

/** What is asked about events that a claimant lacks. */
export interface Omitted extends OfKind {
  /** A further SELECT with the columns of the omissions. */
  besides?: string;
}

/** What of a person's row is outdated when a register of people was not brought up to date, by register and kind. */
const OUTDATED_COLUMNS: Partial<Record<EventKindName, Record<string, string>>> = {
  birth: { women: 'last_birth_date children_count sons daughters' },
  marriage: { women: 'marriage_date marital_status husband_name husband_id' },
  contraception: { women: 'method method_date' },
  migration: { women: 'residence', households: 'residence' },
};

/**
 * Events that a claimant lacks (table `missing`), one finding an event. Cited are the records that do claim
 * it, then the rows that ought to show it. It is an error where a point as a whole lacks the event, a warning where only
 * a register of people was not brought up to date. A claim that one point of three or more stands alone with is
 * `unconfirmed`. `why` says what the claims of a point are compared by: see docs/domain.md#coverage.
 */
export function omittedSelect(parts: readonly Named<Omitted>[]): string {
  const besides = parts.flatMap((part) => (part.besides === undefined ? [] : [part.besides]));
  const select = omissions(parts);
  return besides.length === 0
    ? select
    : `SELECT * FROM (${select}) AS claims UNION ALL ${besides.join(' UNION ALL ')}`;
}

function omissions(parts: readonly Named<Omitted>[]): string {
  return `
    WITH lacking AS (
      SELECT m.event, e.kind, e.subject, e.subject_name, e.date, e.community, m.point, m.register, m.record,
        m.is_primary OR COALESCE(p.claims, 0) = 0 AS whole_point
      FROM missing m JOIN events e ON e.event = m.event AND ${ofKinds(parts, 'e.kind')}
      LEFT JOIN points_of p ON p.event = m.event AND p.point = m.point
    ), judged AS (
      SELECT l.event, l.kind, l.subject_name, l.date, l.community,
        MAX(CASE WHEN l.whole_point THEN 1 ELSE 0 END) AS whole_n, MAX(CASE WHEN o.event IS NULL THEN 0 ELSE 1 END) AS lone_n
      FROM lacking l LEFT JOIN lone_events o ON o.event = l.event
      GROUP BY l.event, l.kind, l.subject_name, l.date, l.community
    ), places AS (
      SELECT c.event, c.record, '' AS columns, CASE WHEN c.is_primary THEN 0 ELSE 1 END AS ordinal,
        CAST(NULL AS STRING) AS missing, ${CAUSE_OF_CLAIM} AS cause, CAST(NULL AS STRING) AS covers
      FROM event_claims c JOIN judged j ON j.event = c.event
      UNION ALL
      SELECT event, record, ${outdatedColumns(parts)} AS columns, 2 AS ordinal,
        CONCAT(point, '|', register, '|', COALESCE(community, '')) AS missing,
        CASE WHEN kind <> 'enrolment' THEN CONCAT_WS(' ', ${AT_POINT}, ${MISNUMBERED}) END AS cause,
        CASE WHEN kind = 'enrolment' THEN ${AT_POINT} ELSE ${OUTDATED} END AS covers
      FROM lacking
      UNION ALL
      SELECT l.event, CAST(NULL AS BIGINT), '', 3, CAST(NULL AS STRING), CONCAT('row:', CAST(u.record AS STRING)),
        CAST(NULL AS STRING)
      FROM lacking l JOIN unreadable u ON u.event = l.event AND u.point = l.point AND u.register = l.register
      UNION ALL
      SELECT l.event, CAST(NULL AS BIGINT), '', 3, CAST(NULL AS STRING), ${UNDIRECTED}, CAST(NULL AS STRING)
      FROM lacking l JOIN event_claims c ON c.kind = l.kind AND c.subject = l.subject AND c.point = l.point AND c.register = l.register
      WHERE c.kind = 'migration' AND c.is_primary AND c.code IS NULL
    )
    SELECT CONCAT(CAST(j.kind AS STRING), '/omitted') AS rule, CAST(j.event AS STRING) AS finding, x.ordinal, x.record, x.columns,
      COALESCE(j.community, '') AS community, j.event, CASE WHEN j.whole_n = 1 THEN 'error' ELSE 'warning' END AS severity,
      x.missing, x.cause, x.covers, j.lone_n = 1 AS unconfirmed, j.subject_name AS person_name, iso(j.date) AS event_date
    FROM judged j JOIN places x ON x.event = j.event`;
}

function outdatedColumns(parts: readonly OfKind[]): string {
  const cases = parts.flatMap(({ kind }) =>
    Object.entries(OUTDATED_COLUMNS[kind] ?? {}).map(
      ([register, columns]) => `WHEN kind = '${kind}' AND register = '${register}' THEN '${columns}'`,
    ),
  );
  return cases.length > 0 ? `CASE ${cases.join(' ')} ELSE '' END` : `''`;
}

/**
 * The person of an event at the point that lacks it: what a woman missing from the women register therefore does not
 * claim hangs under her omission.
 */
const AT_POINT = `CONCAT('person:', CAST(subject AS STRING), '@', point)`;

/** What else is outdated on a row that lacks an event hangs under the event. */
const OUTDATED = `CONCAT_WS(' ', CONCAT('outdated:', CAST(record AS STRING)), CONCAT('mother:', CAST(subject AS STRING), '@', point))`;

/** A row that ought to show the event and bears another's ID. */
const MISNUMBERED = `CONCAT('cell:', CAST(record AS STRING), ':id')`;

/** A stay of the same person whose direction cannot be read: it may be the one that is missing. */
const UNDIRECTED = `CONCAT('cell:', CAST(c.record AS STRING), ':direction')`;

/** The cell that says when an event was, in the register that speaks for its point. */
const DATE_CELL = `CONCAT('cell:', CAST(c.record AS STRING), ':', ${DATE_COLUMN})`;

/**
 * What a register of people claims of somebody it should no longer keep follows from that (`person/not-removed`), what a
 * card claims by a wrong sex or birth date from those cells, and what nobody can date from the cell that cannot be read.
 */
const CAUSE_OF_CLAIM = `CASE WHEN c.is_primary AND c.register <> 'women' THEN CASE WHEN j.date IS NULL THEN ${DATE_CELL} END ELSE CONCAT(
  'kept:', CAST(c.record AS STRING), ' cell:', CAST(c.record AS STRING), ':sex cell:', CAST(c.record AS STRING),
  ':birth_date') END`;
