import type { Named } from '../rule.js';
import { literal } from '../sql.js';
import { type OfKind, ofKinds } from './of-kind.js';

/** A value that the claims of one event must agree on. */
export interface ComparedValue {
  /** Evidence name of the value, for example `date`. */
  name: string;
  /** SQL over a claim `c`, and `g` of its event: text, null where the claim says nothing. */
  value: string;
  /** Register → canonical column that holds it. */
  columns: Record<string, string>;
  /** A further condition on the claim, and what it reads besides: joined to `c`, one row at most for each. */
  where?: string;
  join?: string;
}

/** What is asked about claims of one event that disagree. */
export interface Mismatched extends OfKind {
  compared: readonly ComparedValue[];
  /** SQL over a claim `c`: only claims that say the same are compared with each other. */
  by?: string;
  /** Conditions on a claim `c`: of its event, `g` has 1 under that name where any claim meets it. */
  anyClaim?: Readonly<Record<string, string>>;
}

/** A full date; a month alone agrees with every day of it and is left to `format/partial-date`. */
export const FULL_DATE = 'CASE WHEN COALESCE(c.partial, FALSE) THEN NULL ELSE iso(c.date) END';

/** A person, where the row names one by a valid ID: an ID that is wrong in itself is left to `identity/`. */
export function identifiedPerson(role: 'subject' | 'partner'): string {
  return `CASE WHEN c.${role}_valid_id THEN CAST(c.${role} AS STRING) END`;
}

/**
 * Events whose claims disagree on a compared value, both filled: one finding an event, citing every claim's
 * cell of every value they disagree on, the odd one first: it is the likeliest slip. `matched_by` names the key that shows
 * that they are one event. What two rows of one register differ in follows from their being two: `…/duplicated` covers
 * it; what is out of date on a woman's row follows from the event that the row lacks: `…/omitted` covers that.
 */
export function mismatchedSelect(parts: readonly Named<Mismatched>[]): string {
  const sides = parts.flatMap(({ kind, by }) => (by === undefined ? [] : [`WHEN '${kind}' THEN ${by}`]));
  const values = [...new Set(parts.flatMap(({ compared }) => compared.map(saidBy)))];
  const cells = parts.flatMap((part) => cellsOf(part, values));
  return `
    WITH whole AS (
      SELECT c.event, MIN(CASE WHEN c.key NOT IN ('first', 'same') THEN c.key END) AS matched_by${parts.map(anyOfEvent).join('')}
      FROM conflicting_claims c WHERE ${ofKinds(parts, 'c.kind')} GROUP BY c.event
    ), stated AS (
      SELECT * FROM (SELECT c.event, k.compared, ${sides.length === 0 ? `''` : `CASE c.kind ${sides.join(' ')} ELSE '' END`} AS side,
        CASE k.value ${values.map((value, n) => `WHEN ${n} THEN ${value}`).join('\n          ')} END AS value,
        c.record, c.point, CONCAT(c.point, c.register) AS claimant, k.columns, CASE WHEN c.is_primary THEN 0 ELSE 1 END AS ordinal,
        c.registered, g.matched_by
      FROM conflicting_claims c JOIN whole g ON g.event = c.event ${joinsOf(parts)}
      JOIN (VALUES ${cells.join(', ')}) AS k(kind, compared, register, columns, value)
        ON k.kind = c.kind AND k.register = c.register) AS said
      WHERE value IS NOT NULL
    ), ${DISPUTES}
    SELECT CONCAT(CAST(e.kind AS STRING), '/mismatched') AS rule, CAST(e.event AS STRING) AS finding,
      2 * n.agreeing + v.ordinal AS ordinal, v.record, v.columns, COALESCE(e.community, '') AS community,
      e.event, e.subject_name AS person_name, iso(e.date) AS event_date, why.reason AS detail, v.matched_by,
      CASE WHEN twice.event IS NOT NULL THEN CONCAT('twice:', CAST(e.event AS STRING))
        WHEN e.kind = 'enrolment' THEN CONCAT('outdated:', CAST(v.record AS STRING), CASE WHEN v.compared = 'children_count'
          THEN CONCAT(' mother:', CAST(e.subject AS STRING), '@', v.point) ELSE '' END) END AS cause
    FROM disputed d JOIN events e ON e.event = d.event
    JOIN stated v ON v.event = d.event AND v.compared = d.compared AND v.side = d.side
    JOIN counted n ON n.event = v.event AND n.compared = v.compared AND n.side = v.side AND n.value = v.value
    LEFT JOIN reasons why ON why.event = d.event
    LEFT JOIN repeated twice ON twice.event = d.event`;
}

function joinsOf(parts: readonly Mismatched[]): string {
  return parts.flatMap(({ compared }) => compared.flatMap(({ join }) => join ?? [])).join(' ');
}

/** For the values of one event: 1 where any of its claims meets the condition. */
function anyOfEvent({ anyClaim = {} }: Mismatched): string {
  return Object.entries(anyClaim)
    .map(([name, condition]) => `,\n        MAX(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS ${name}`)
    .join('');
}

/** Which cells are compared: kind, name of the value, register and column, and which of the `values` it is. */
function cellsOf({ kind, compared }: Mismatched, values: readonly string[]): string[] {
  return compared.flatMap((one) =>
    Object.entries(one.columns).map(
      ([register, column]) =>
        `(${[kind, one.name, register, column].map(literal).join(', ')}, ${values.indexOf(saidBy(one))})`,
    ),
  );
}

function saidBy({ value, where }: ComparedValue): string {
  return where === undefined ? value : `CASE WHEN ${where} THEN ${value} END`;
}

/** Places of neighbouring digits in YYYY-MM-DD, counted from 1. */
const NEIGHBOURS = [
  [3, 4],
  [6, 7],
  [9, 10],
  [4, 6],
  [7, 9],
] as const;

/** The likely cause of two dates `d.low` and `d.high`, where one fits. */
const REASON = `CASE
  WHEN SUBSTRING(d.low, 1, 4) = SUBSTRING(d.high, 1, 4) AND SUBSTRING(d.low, 6, 2) = SUBSTRING(d.high, 9, 2)
    AND SUBSTRING(d.low, 9, 2) = SUBSTRING(d.high, 6, 2) THEN 'month-day-swapped'
  WHEN ${swapped()} THEN 'digits-swapped'
  WHEN d.of_registration = 1 THEN 'registration-date'
  WHEN l.lunar_day = SUBSTRING(d.low, 6, 5) OR k.lunar_day = SUBSTRING(d.high, 6, 5) THEN 'lunar-date'
  END`;

/** What the claims of an event disagree on, which register contradicts itself, and why dates may differ. */
const DISPUTES = `counted AS (
      SELECT event, compared, side, value, COUNT(*) AS agreeing FROM stated GROUP BY event, compared, side, value
    ), disputed AS (
      SELECT event, compared, side, MIN(value) AS low, MAX(value) AS high FROM counted
      GROUP BY event, compared, side HAVING COUNT(*) > 1
    ), repeated AS (
      SELECT DISTINCT event FROM stated
      GROUP BY event, claimant, side, compared HAVING MIN(value) <> MAX(value)
    ), dates AS (
      SELECT d.event, d.low, d.high, MAX(CASE WHEN iso(r.registered) IN (d.low, d.high) AND r.value <> iso(r.registered)
        THEN 1 ELSE 0 END) AS of_registration
      FROM disputed d JOIN stated r ON r.event = d.event WHERE d.compared = 'date' GROUP BY d.event, d.low, d.high
    ), reasons AS (
      SELECT d.event, MIN(${REASON}) AS reason
      FROM dates d LEFT JOIN lunar l ON l.day = d.high LEFT JOIN lunar k ON k.day = d.low GROUP BY d.event
    )`;

/** Two neighbouring digits of YYYY-MM-DD changed places. */
function swapped(): string {
  return NEIGHBOURS.map(([a, b]) => {
    const part = (from: number, to: number) => `SUBSTRING(d.low, ${from}, ${to - from})`;
    const pieces = [part(1, a), part(b, b + 1), part(a + 1, b), part(a, a + 1), part(b + 1, 11)];
    return `CONCAT(${pieces.join(', ')}) = d.high`;
  }).join(' OR ');
}
