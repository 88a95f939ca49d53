import { EVENT_REGISTERS } from '../../registers/event-dates.js';
import type { Rule } from '../rule.js';

/** Events that most points of their community and month are expected to claim: `comparable(event, kind, community, month, points_n)`. */
const COMPARABLE = `dated AS (
      SELECT e.event, e.kind, e.community, month_of(e.date) AS month, COUNT(*) AS points_n
      FROM expected x JOIN events e ON e.event = x.event WHERE e.kind <> 'enrolment' AND e.date IS NOT NULL
      GROUP BY e.event, e.kind, e.community, e.date
    ), most AS (
      SELECT kind, community, month, MAX(points_n) AS points_n FROM dated GROUP BY kind, community, month
    ), comparable AS (
      SELECT d.* FROM dated d JOIN most m ON m.kind = d.kind AND m.community = d.community AND m.month = d.month
        AND m.points_n = d.points_n
      WHERE d.points_n > 1
    )`;

/** What each point says of the `suspects`, the events that may be counted otherwise somewhere: `stated`; and how far `spread` that is. */
const STATED = `suspects AS (
      SELECT event FROM missing WHERE is_primary
      UNION SELECT event FROM points_of WHERE primary_claims > 1
      UNION SELECT event FROM events WHERE conflicting AND in_period
      UNION SELECT event FROM event_claims WHERE is_primary AND NOT witness AND kind <> 'enrolment'
        GROUP BY event HAVING MIN(community) <> MAX(community)
    ), stated AS (
      SELECT d.event, d.kind, x.point, x.register, d.points_n, COALESCE(c.community, d.community) AS community,
        COALESCE(month_of(c.date), d.month) AS month, c.record
      FROM suspects s JOIN comparable d ON d.event = s.event JOIN expected x ON x.event = d.event
      LEFT JOIN (SELECT * FROM event_claims WHERE is_primary AND kind <> 'enrolment') AS c
        ON c.event = x.event AND c.point = x.point AND c.register = x.register
    ), spread AS (
      SELECT event, MAX(communities) AS at_one_point, MIN(low) <> MAX(high) AS in_two, MAX(rows_n) AS rows_n, MIN(rows_n) AS least_n
      FROM (SELECT event, point, COUNT(DISTINCT community) AS communities, MIN(community) AS low, MAX(community) AS high,
        COUNT(record) AS rows_n FROM stated GROUP BY event, point) AS by_point
      GROUP BY event
    )`;

/** The suspects that are not counted alike, and the `cells` (a kind, community and month) that they fall into. */
const UNEQUAL = `counts AS (
      SELECT s.event, s.kind, s.register, s.community, s.month, s.point, s.points_n, COUNT(s.record) AS n,
        MAX(d.in_two AND d.rows_n = 1 AND d.least_n = 1) AS elsewhere
      FROM stated s JOIN spread d ON d.event = s.event AND d.at_one_point = 1
      GROUP BY s.event, s.kind, s.register, s.community, s.month, s.point, s.points_n
    ), unequal AS (
      SELECT event, kind, community, month, points_n, MAX(elsewhere) AS elsewhere FROM counts
      GROUP BY event, kind, community, month, points_n HAVING COUNT(*) < points_n OR MIN(n) <> MAX(n)
    ), cells AS (
      SELECT kind, community, month, MAX(points_n) AS points_n FROM unequal CROSS JOIN run
      WHERE month BETWEEN month_of(run.period_from) AND month_of(run.period_to) GROUP BY kind, community, month
    )`;

/** How many events each point has in these cells, those that nobody suspects among them. */
const TOTALS = `even AS (
      SELECT d.kind, d.community, d.month, x.point, COUNT(*) AS n
      FROM cells l JOIN comparable d ON d.kind = l.kind AND d.community = l.community AND d.month = l.month
      LEFT JOIN suspects s ON s.event = d.event JOIN expected x ON x.event = d.event
      WHERE s.event IS NULL GROUP BY d.kind, d.community, d.month, x.point
    ), points AS (
      SELECT DISTINCT l.kind, l.community, l.month, s.point, s.register FROM cells l
      JOIN stated s ON s.kind = l.kind AND s.points_n = l.points_n
    ), totals AS (
      SELECT p.kind, p.community, p.month, p.point, p.register, COALESCE(e.n, 0) + COALESCE(SUM(c.n), 0) AS n,
        COALESCE(SUM(CASE WHEN c.elsewhere THEN c.n END), 0) AS elsewhere_n
      FROM points p LEFT JOIN counts c ON c.kind = p.kind AND c.community = p.community AND c.month = p.month
        AND c.point = p.point
      LEFT JOIN even e ON e.kind = p.kind AND e.community = p.community AND e.month = p.month AND e.point = p.point
      GROUP BY p.kind, p.community, p.month, p.point, p.register, e.n
    )`;

/** The point with most and the one with fewest, where they differ. */
const DIFFERING = `ranked AS (
      SELECT *, ROW_NUMBER() OVER (PARTITION BY kind, community, month ORDER BY n DESC, point) AS from_high,
        ROW_NUMBER() OVER (PARTITION BY kind, community, month ORDER BY n, point) AS from_low
      FROM totals
    ), differing AS (
      SELECT h.kind, h.community, h.month, h.point, h.n AS high, l.n AS low, h.n - l.n AS difference,
        h.elsewhere_n - l.elsewhere_n AS left_n, CONCAT(l.point, '|', l.register, '|', l.community) AS missing
      FROM ranked h JOIN ranked l ON l.kind = h.kind AND l.community = h.community AND l.month = h.month
      WHERE h.from_high = 1 AND l.from_low = 1 AND h.n > l.n
    )`;

/**
 * Expected events of one kind, by community and month, of which two points count different numbers. What omissions,
 * duplicates and dates that disagree explain hangs under them; what is left are events that the points enter in
 * different communities. Events that only some points are expected to claim are not compared, nor those that a point
 * enters at both ends of a move.
 */
export const countsDiffer: Rule = {
  name: 'line/counts-differ',
  severity: 'error',
  needs: { any: EVENT_REGISTERS },
  title: { zh: '各处件数不等', en: 'Counts differ' },
  why: {
    zh: '同一个社区、同一个月的同一类事件，各处的件数应当相等；不等就是三点不成一线。',
    en: 'Points count the same events of a community and month; where the numbers differ, the line is broken.',
  },
  remedy: {
    zh: '先改正能说明差数的漏报、重报和日期；其余的核对各处登记的社区，改成实际居住的社区。',
    en: 'First mend the omissions, duplicates and dates that explain it; then see which community the rest belongs to.',
  },
  message: {
    zh: '{month}，{point}的{register} {high} 件，{missing} {low} 件，相差 {difference} 件；{reason}。',
    en: '{month}: {high} at {point} ({register}), {low} at {missing}, a difference of {difference}; {reason}.',
  },
  select: () => `
    WITH ${COMPARABLE}, ${STATED}, ${UNEQUAL}, ${TOTALS}, ${DIFFERING}
    SELECT CONCAT(d.kind, '|', d.community, '|', d.month) AS finding, CASE WHEN u.elsewhere THEN 0 ELSE 1 END AS ordinal,
      s.record, CASE WHEN u.elsewhere THEN 'community' ELSE '' END AS columns, d.community, d.point, d.month AS period,
      d.missing, CASE WHEN u.elsewhere AND d.left_n <> 0 THEN u.event END AS event,
      CASE WHEN d.left_n = 0 THEN CONCAT('event:', CAST(u.event AS STRING)) END AS cause, d.month, d.high, d.low,
      d.difference, d.difference - d.left_n AS explained, d.left_n AS left_over,
      CASE WHEN d.left_n = 0 THEN 'counts-explained' ELSE 'counts-left' END AS detail
    FROM differing d JOIN unequal u ON u.kind = d.kind AND u.community = d.community AND u.month = d.month
    JOIN stated s ON s.event = u.event AND s.record IS NOT NULL`,
};
