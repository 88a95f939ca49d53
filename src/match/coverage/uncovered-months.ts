import type { Step } from '../../store/steps.js';

/** Months of a run without a claim count as not handed in when the other points show this many events there. */
const EVENTS_IN_A_GAP = 5;

/** Months with events that a claimant whose files declare months would have to declare, by community. */
const AWAITED = `SELECT e.kind, p.register, p.point, p.community, e.month FROM (
    SELECT v.register, v.point, v.community FROM declared d
    JOIN coverage v ON v.register = d.register AND v.point = d.point AND v.community = d.community
    UNION
    SELECT v.register, v.point, v.community FROM declared d
    JOIN coverage v ON v.register = d.register AND v.point = d.point WHERE d.community IS NULL) AS p
  JOIN primary_registers o ON o.register = p.register
  JOIN event_months e ON e.kind = o.kind AND e.community = p.community`;

/** Every month in which anybody claims events of a kind, for every claimant, with its claims and the most of another. */
const MONTHS = `SELECT o.kind, o.register, p.point, m.month, COALESCE(MAX(CASE WHEN m.point = p.point THEN m.n END), 0) AS n,
    COALESCE(MAX(CASE WHEN m.point <> p.point THEN m.n END), 0) AS others
  FROM primary_registers o
  JOIN (SELECT DISTINCT register, point FROM coverage) AS p ON p.register = o.register
  JOIN month_claims m ON m.kind = o.kind
  GROUP BY o.kind, o.register, p.point, m.month`;

/** How many months with claims came before: months without one that share the number are one run. */
const RUN = `SUM(CASE WHEN n > 0 THEN 1 ELSE 0 END) OVER (
  PARTITION BY kind, register, point ORDER BY month ROWS UNBOUNDED PRECEDING)`;

/** Runs of months with none of the claimant's claims (`run_n`: the others' events there). */
const GAPS = `SELECT kind, register, point, month, run_n FROM (
    SELECT kind, register, point, month, n, SUM(others) OVER (PARTITION BY kind, register, point, stretch) AS run_n
    FROM (SELECT g.*, CASE WHEN n > 0 THEN -1 ELSE ${RUN} END AS stretch FROM (${MONTHS}) AS g) AS stretches
  ) AS runs WHERE n = 0 AND run_n >= ${EVENTS_IN_A_GAP}`;

/**
 * `uncovered_months(kind, register, point, community, month, run_n)`: months that a claimant does not cover, because its
 * files declare others (per community), or because a run of months holds none of its claims in any community (community
 * null).
 */
export const UNCOVERED_MONTHS: Step = {
  makes: 'uncovered_months',
  needs: ['event_claims', 'events', 'primary_registers', 'coverage'],
  select: `WITH month_claims AS (
       SELECT kind, point, month_of(date) AS month, COUNT(DISTINCT event) AS n FROM event_claims
       WHERE is_primary AND NOT witness AND date IS NOT NULL GROUP BY kind, point, month_of(date)
     ), declared AS (
       SELECT register, point, community FROM sources WHERE NOT set_aside AND NOT witness
       GROUP BY register, point, community HAVING COUNT(*) = COUNT(month_from)
     ), event_months AS (
       SELECT DISTINCT kind, community, month_of(date) AS month FROM events WHERE date IS NOT NULL
     ), dated AS (
       SELECT DISTINCT s.register, s.point, s.community, m.month
       FROM (SELECT DISTINCT register, point, community, month_from, month_to FROM sources WHERE month_from IS NOT NULL) AS s
       JOIN primary_registers o ON o.register = s.register
       JOIN (SELECT DISTINCT kind, month FROM event_months) AS m ON m.kind = o.kind
       WHERE m.month BETWEEN s.month_from AND s.month_to
     )
     SELECT kind, register, point, CAST(NULL AS STRING) AS community, month, run_n FROM (${GAPS}) AS gaps
     UNION ALL
     SELECT w.kind, w.register, w.point, w.community, w.month, 0 AS run_n FROM (${AWAITED}) AS w
     LEFT JOIN dated d ON d.register = w.register AND d.point = w.point AND d.month = w.month
       AND d.community = w.community
     LEFT JOIN (SELECT register, point, month FROM dated WHERE community IS NULL) AS wide
       ON wide.register = w.register AND wide.point = w.point AND wide.month = w.month
     WHERE d.month IS NULL AND wide.month IS NULL`,
};
