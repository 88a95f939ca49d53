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
  JOIN own_registers o ON o.register = p.register
  JOIN event_months e ON e.kind = o.kind AND e.community = p.community`;

/** Every month in which anybody claims events of a kind, for every claimant, with its claims and the most of another. */
const MONTHS = `SELECT o.kind, o.register, p.point, m.month, COALESCE(c.n, 0) AS n,
    COALESCE((SELECT MAX(x.n) FROM month_claims x
      WHERE x.kind = o.kind AND x.month = m.month AND x.point <> p.point), 0) AS others
  FROM own_registers o
  JOIN (SELECT DISTINCT register, point FROM coverage) AS p ON p.register = o.register
  JOIN (SELECT DISTINCT kind, month FROM month_claims) AS m ON m.kind = o.kind
  LEFT JOIN month_claims c ON c.kind = o.kind AND c.point = p.point AND c.month = m.month`;

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
export const UNCOVERED_MONTHS: readonly Step[] = [
  {
    makes: 'month_claims',
    needs: ['event_claims'],
    select: `SELECT kind, point, month_of(date) AS month, COUNT(DISTINCT event) AS n FROM event_claims
     WHERE own AND NOT witness AND date IS NOT NULL GROUP BY kind, point, month_of(date)`,
  },
  { makes: 'gap_months', needs: ['own_registers', 'coverage', 'month_claims'], select: GAPS },
  {
    makes: 'declared',
    needs: [],
    select: `SELECT register, point, community FROM (
       SELECT register, point, community, COUNT(*) AS n, COUNT(month_from) AS dated_n FROM sources
       WHERE NOT set_aside AND NOT witness GROUP BY register, point, community) AS counted
     WHERE n = dated_n`,
  },
  {
    makes: 'event_months',
    needs: ['events'],
    select: `SELECT DISTINCT kind, community, month_of(date) AS month FROM events WHERE date IS NOT NULL`,
  },
  {
    makes: 'dated',
    needs: ['own_registers', 'event_months'],
    select: `SELECT DISTINCT s.register, s.point, s.community, m.month
     FROM (SELECT DISTINCT register, point, community, month_from, month_to FROM sources WHERE month_from IS NOT NULL) AS s
     JOIN own_registers o ON o.register = s.register
     JOIN (SELECT DISTINCT kind, month FROM event_months) AS m ON m.kind = o.kind
     WHERE m.month BETWEEN s.month_from AND s.month_to`,
  },
  {
    makes: 'uncovered_months',
    needs: ['gap_months', 'declared', 'coverage', 'own_registers', 'event_months', 'dated'],
    select: `SELECT kind, register, point, CAST(NULL AS STRING) AS community, month, run_n FROM gap_months
     UNION ALL
     SELECT w.kind, w.register, w.point, w.community, w.month, 0 AS run_n FROM (${AWAITED}) AS w
     LEFT JOIN dated own ON own.register = w.register AND own.point = w.point AND own.month = w.month
       AND own.community = w.community
     LEFT JOIN (SELECT register, point, month FROM dated WHERE community IS NULL) AS wide
       ON wide.register = w.register AND wide.point = w.point AND wide.month = w.month
     WHERE own.month IS NULL AND wide.month IS NULL`,
  },
];
