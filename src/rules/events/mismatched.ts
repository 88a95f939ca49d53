import type { EventKindName } from '../../model/event-kinds.js';
import { literal } from '../sql.js';

/** A value that the claims of one event must agree on. */
export interface Compared {
  /** Evidence name of the value, for example `date`. */
  name: string;
  /** SQL over a claim `c`: text, null where the claim says nothing. */
  value: string;
  /** Register → canonical column that holds it. */
  columns: Record<string, string>;
  /** A further condition on the claim. */
  where?: string;
}

/** A full date; a month alone agrees with every day of it and is left to `format/partial-date`. */
export const DATE = 'CASE WHEN COALESCE(c.partial, FALSE) THEN NULL ELSE iso(c.date) END';

/** A person, where the row names one by a valid ID: an ID that is wrong in itself is left to `identity/`. */
export function identifiedPerson(role: 'subject' | 'partner'): string {
  return `CASE WHEN c.${role}_valid_id THEN CAST(c.${role} AS STRING) END`;
}

/**
 * Events of one kind whose claims disagree on a compared value, both filled: one finding an event, citing every claim's
 * cell of every value they disagree on, the odd one first: it is the likeliest slip. `matched_by` names the key that shows
 * that they are one event. `by` narrows the comparison to claims of one community, say. What two rows of one register
 * differ in follows from their being two: `…/duplicated` covers it; what is out of date on a woman's row follows from the
 * event that the row lacks: `…/omitted` covers that.
 */
export function mismatchedSelect(kind: EventKindName, compared: readonly Compared[], by = `''`): string {
  const values = compared.map(
    ({
      name,
      value,
      columns,
      where,
    }) => `SELECT c.event, c.record, c.point, CONCAT(c.point, c.register) AS claimant, ${by} AS side, '${name}' AS compared,
      ${value} AS value, ${columnOf(columns)} AS columns, CASE WHEN c.own THEN 0 ELSE 1 END AS ordinal, c.registered
      FROM conflicting_claims c
      WHERE c.kind = '${kind}' AND c.register IN (${Object.keys(columns)
        .map((name) => literal(name))
        .join(', ')})${where ? ` AND (${where})` : ''}`,
  );
  return `
    WITH stated AS (
      SELECT said.*, COUNT(*) OVER (PARTITION BY event, side, compared, value) AS agreeing
      FROM (${values.join('\n      UNION ALL ')}) AS said WHERE value IS NOT NULL
    ), disputed AS (
      SELECT event, side, compared, MIN(value) AS low, MAX(value) AS high FROM stated
      GROUP BY event, side, compared HAVING MIN(value) <> MAX(value)
    ), matched AS (
      SELECT c.event, MIN(CASE WHEN c.key NOT IN ('first', 'same') THEN c.key END) AS matched_by
      FROM (SELECT DISTINCT event FROM disputed) AS d JOIN conflicting_claims c ON c.event = d.event
      WHERE c.kind = '${kind}' GROUP BY c.event
    ), repeated AS (
      SELECT DISTINCT event FROM stated
      GROUP BY event, claimant, side, compared HAVING MIN(value) <> MAX(value)
    ), reasons AS (
      SELECT event, MIN(reason) AS reason FROM (SELECT d.event, ${REASON} AS reason FROM disputed d
        LEFT JOIN lunar l ON l.day = d.high LEFT JOIN lunar k ON k.day = d.low WHERE d.compared = 'date') AS guessed
      GROUP BY event
    )
    SELECT CAST(e.event AS STRING) AS finding, 2 * v.agreeing + v.ordinal AS ordinal, v.record, v.columns, COALESCE(e.community, '') AS community,
      e.event, e.subject_name AS person_name, iso(e.date) AS event_date, why.reason AS detail, m.matched_by,
      CASE WHEN twice.event IS NOT NULL THEN CONCAT('twice:', CAST(e.event AS STRING))
        WHEN e.kind = 'enrolment' THEN CONCAT('stale:', CAST(v.record AS STRING), CASE WHEN v.compared = 'children_count'
          THEN CONCAT(' mother:', CAST(e.subject AS STRING), '@', v.point) ELSE '' END) END AS cause
    FROM disputed d JOIN events e ON e.event = d.event
    JOIN stated v ON v.event = d.event AND v.side = d.side AND v.compared = d.compared
    JOIN matched m ON m.event = e.event
    LEFT JOIN reasons why ON why.event = e.event
    LEFT JOIN repeated twice ON twice.event = e.event`;
}

/** The likely cause of two dates `d.low` and `d.high`, where one fits. */
const REASON = `CASE
  WHEN SUBSTRING(d.low, 1, 4) = SUBSTRING(d.high, 1, 4) AND SUBSTRING(d.low, 6, 2) = SUBSTRING(d.high, 9, 2)
    AND SUBSTRING(d.low, 9, 2) = SUBSTRING(d.high, 6, 2) THEN 'month-day-swapped'
  WHEN ${swapped()} THEN 'digits-swapped'
  WHEN EXISTS (SELECT 1 FROM stated r WHERE r.event = d.event AND iso(r.registered) IN (d.low, d.high)
    AND r.value <> iso(r.registered)) THEN 'registration-date'
  WHEN l.lunar_day = SUBSTRING(d.low, 6, 5) OR k.lunar_day = SUBSTRING(d.high, 6, 5) THEN 'lunar-date'
  END`;

/** Two neighbouring digits of YYYY-MM-DD changed places. */
function swapped(): string {
  const neighbours = [
    [3, 4],
    [6, 7],
    [9, 10],
    [4, 6],
    [7, 9],
  ];
  return neighbours
    .map(([a = 0, b = 0]) => {
      const part = (from: number, to: number) => `SUBSTRING(d.low, ${from}, ${to - from})`;
      const pieces = [part(1, a), part(b, b + 1), part(a + 1, b), part(a, a + 1), part(b + 1, 11)];
      return `CONCAT(${pieces.join(', ')}) = d.high`;
    })
    .join(' OR ');
}

function columnOf(columns: Record<string, string>): string {
  const cases = Object.entries(columns).map(
    ([register, column]) => `WHEN c.register = '${register}' THEN '${column}'`,
  );
  return `CASE ${cases.join(' ')} END`;
}
