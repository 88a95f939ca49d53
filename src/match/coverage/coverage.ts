import type { Store } from '../../store/store.js';

/** Months of a run without a claim count as not handed in when the other points show this many events there. */
const EVENTS_IN_A_GAP = 5;

/**
 * `coverage(register, point, community)`: which claimants are expected to speak for which communities
 * (docs/domain.md#coverage). A register covers the communities it holds rows of or is named after; one that is named after none, as a system
 * export is, covers every community that any register of its point names.
 */
export async function defineCoverage(store: Store): Promise<void> {
  await store.define(
    'holdings',
    `SELECT register, point, community FROM records WHERE community IS NOT NULL AND NOT witness
     UNION SELECT register, point, community FROM sources
     WHERE community IS NOT NULL AND NOT witness AND NOT set_aside`,
  );
  await store.define('communities', 'SELECT DISTINCT point, community FROM holdings');
  await store.define(
    'coverage',
    `SELECT register, point, community FROM holdings
     UNION
     SELECT d.register, d.point, c.community FROM (${DISTRICT_WIDE}) AS d JOIN communities c ON c.point = d.point`,
  );
}

/** Claimants with a source that no name ties to one community: it holds several, or is the only one of its kind. */
const DISTRICT_WIDE = `SELECT register, point FROM (
    SELECT s.register, s.point, s.source, s.community, COUNT(DISTINCT r.community) AS n,
      COUNT(*) OVER (PARTITION BY s.register, s.point) AS sources_n
    FROM sources s LEFT JOIN records r ON r.source = s.source
    WHERE NOT s.witness AND NOT s.set_aside
    GROUP BY s.register, s.point, s.source, s.community) AS counted
  WHERE n >= 2 OR (community IS NULL AND (sources_n = 1 OR n = 0))
  GROUP BY register, point`;

/**
 * `dark_months(kind, register, point, community, month)`: months that a claimant does not cover, because its files
 * declare others (per community), or because a run of months holds none of its claims in any community (community
 * null). Needs `event_claims` and `events`.
 */
export async function defineDarkMonths(store: Store): Promise<void> {
  await defineGaps(store);
  await store.define(
    'declared',
    `SELECT register, point, community FROM (
       SELECT register, point, community, COUNT(*) AS n, COUNT(month_from) AS dated_n FROM sources
       WHERE NOT set_aside AND NOT witness GROUP BY register, point, community) AS counted
     WHERE n = dated_n`,
  );
  await store.define(
    'event_months',
    `SELECT DISTINCT kind, community, month_of(date) AS month FROM events WHERE date IS NOT NULL`,
  );
  await store.define(
    'dated',
    `SELECT DISTINCT s.register, s.point, s.community, m.month
     FROM (SELECT DISTINCT register, point, community, month_from, month_to FROM sources WHERE month_from IS NOT NULL) AS s
     JOIN own_registers o ON o.register = s.register
     JOIN (SELECT DISTINCT kind, month FROM event_months) AS m ON m.kind = o.kind
     WHERE m.month BETWEEN s.month_from AND s.month_to`,
  );
  await store.define(
    'dark_months',
    `SELECT kind, register, point, CAST(NULL AS STRING) AS community, month, run_n FROM gap_months
     UNION ALL
     SELECT w.kind, w.register, w.point, w.community, w.month, 0 AS run_n FROM (${AWAITED}) AS w
     LEFT JOIN dated own ON own.register = w.register AND own.point = w.point AND own.month = w.month
       AND own.community = w.community
     LEFT JOIN (SELECT register, point, month FROM dated WHERE community IS NULL) AS wide
       ON wide.register = w.register AND wide.point = w.point AND wide.month = w.month
     WHERE own.month IS NULL AND wide.month IS NULL`,
  );
  await store.drop('declared', 'dated', 'event_months');
}

/** Months with events that a claimant whose files declare months would have to declare, by community. */
const AWAITED = `SELECT e.kind, p.register, p.point, p.community, e.month FROM (
    SELECT v.register, v.point, v.community FROM declared d
    JOIN coverage v ON v.register = d.register AND v.point = d.point AND v.community = d.community
    UNION
    SELECT v.register, v.point, v.community FROM declared d
    JOIN coverage v ON v.register = d.register AND v.point = d.point WHERE d.community IS NULL) AS p
  JOIN own_registers o ON o.register = p.register
  JOIN event_months e ON e.kind = o.kind AND e.community = p.community`;

/** `gap_months(kind, register, point, month, run_n)`: runs of months with none of the claimant's claims (run_n: the others' events there). */
async function defineGaps(store: Store): Promise<void> {
  await store.define(
    'month_claims',
    `SELECT kind, point, month_of(date) AS month, COUNT(DISTINCT event) AS n FROM event_claims
     WHERE own AND NOT witness AND date IS NOT NULL GROUP BY kind, point, month_of(date)`,
  );
  await store.define(
    'gap_months',
    `SELECT kind, register, point, month, run_n FROM (
       SELECT kind, register, point, month, n, SUM(others) OVER (PARTITION BY kind, register, point, stretch) AS run_n
       FROM (
         SELECT g.*, SUM(CASE WHEN n > 0 THEN 1 ELSE 0 END) OVER (
           PARTITION BY kind, register, point ORDER BY month ROWS UNBOUNDED PRECEDING) AS stretch_no,
           CASE WHEN n > 0 THEN -1 ELSE SUM(CASE WHEN n > 0 THEN 1 ELSE 0 END) OVER (
             PARTITION BY kind, register, point ORDER BY month ROWS UNBOUNDED PRECEDING) END AS stretch
         FROM (
           SELECT o.kind, o.register, p.point, m.month, COALESCE(c.n, 0) AS n,
             COALESCE((SELECT MAX(x.n) FROM month_claims x
               WHERE x.kind = o.kind AND x.month = m.month AND x.point <> p.point), 0) AS others
           FROM own_registers o
           JOIN (SELECT DISTINCT register, point FROM coverage) AS p ON p.register = o.register
           JOIN (SELECT DISTINCT kind, month FROM month_claims) AS m ON m.kind = o.kind
           LEFT JOIN month_claims c ON c.kind = o.kind AND c.point = p.point AND c.month = m.month
         ) AS g
       ) AS stretches
     ) AS runs WHERE n = 0 AND run_n >= ${EVENTS_IN_A_GAP}`,
  );
  await store.drop('month_claims');
}
