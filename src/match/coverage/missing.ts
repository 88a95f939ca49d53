import type { Step } from '../../store/steps.js';

/**
 * `missing(event, point, register, is_primary, record)`: claimants that are expected to claim an event and do not (docs/domain.md#coverage), and the row that ought to show it, where there is one. Only events of the period.
 */
const MISSING: Step = {
  makes: 'missing',
  needs: ['expected', 'event_claims', 'outdated'],
  select: `SELECT x.event, x.point, x.register, TRUE AS is_primary, TRUE AS own, CAST(NULL AS BIGINT) AS record FROM expected x
     LEFT JOIN event_claims c ON c.event = x.event AND c.point = x.point AND c.register = x.register
     WHERE c.claim IS NULL
     UNION ALL
     SELECT s.event, s.point, s.register, FALSE AS is_primary, FALSE AS own, MIN(s.record) AS record FROM outdated s
     LEFT JOIN event_claims c ON c.event = s.event AND c.point = s.point AND c.register = s.register
     WHERE c.claim IS NULL AND s.point NOT IN (SELECT point FROM sources WHERE witness)
     GROUP BY s.event, s.point, s.register`,
};

/**
 * `unreadable(event, point, register, record)`: rows that could not be read and hold an ID or the name of the subject of an
 * event that their claimant lacks, with a small x and blanks in it as typed.
 */
const UNREADABLE: Step = {
  makes: 'unreadable',
  needs: ['missing', 'events', 'named'],
  select: `WITH unread_rows AS (
       SELECT s.point, s.register, p.record, REPLACE(UPPER(p.raw), ' ', '') AS raw
       FROM problems p JOIN sources s ON s.source = p.source
       WHERE p.rule = 'format/unreadable-row' AND p.raw IS NOT NULL
     ), lacking AS (
       SELECT m.event, m.point, m.register, u.record, u.raw, e.subject FROM missing m
       JOIN unread_rows u ON u.point = m.point AND u.register = m.register JOIN events e ON e.event = m.event
     ), borne AS (
       SELECT DISTINCT g.person, g.word FROM (SELECT DISTINCT subject FROM lacking) AS l
       JOIN (SELECT person, id AS word FROM named UNION ALL SELECT person, name_key FROM named) AS g ON g.person = l.subject
       WHERE g.word IS NOT NULL
     )
     SELECT DISTINCT l.event, l.point, l.register, l.record FROM lacking l
     JOIN borne b ON b.person = l.subject WHERE has_text(l.raw, b.word)`,
};

/**
 * `points_of(event, point, primary_claims, claims, covered, witness, claimed)`: for every event of the period, which points
 * cover it and which claim it; a point whose primary register lacks what its register of people shows has not `claimed` it.
 * `lone_events`: those that one point of three or more stands alone with, no witness beside it.
 */
const POINTS_OF: readonly Step[] = [
  {
    makes: 'points_of',
    needs: ['event_claims', 'events', 'missing'],
    select: `SELECT event, point, SUM(primary_claims) AS primary_claims, SUM(primary_claims) AS own_claims, SUM(claims) AS claims, MAX(covered) AS covered,
       MIN(witness) AS witness, CASE WHEN SUM(claims) > 0 AND MAX(omitted) = 0 THEN 1 ELSE 0 END AS claimed
     FROM (
       SELECT c.event, c.point, CASE WHEN c.is_primary THEN 1 ELSE 0 END AS primary_claims, 1 AS claims,
         CASE WHEN c.witness THEN 0 ELSE 1 END AS covered, CASE WHEN c.witness THEN 1 ELSE 0 END AS witness, 0 AS omitted
       FROM event_claims c JOIN events e ON e.event = c.event AND e.in_period
       UNION ALL
       SELECT event, point, 0, 0, 1, 0, CASE WHEN is_primary THEN 1 ELSE 0 END FROM missing) AS both_sides
     GROUP BY event, point`,
  },
  {
    makes: 'lone_events',
    needs: ['points_of'],
    select: `SELECT event FROM points_of GROUP BY event
     HAVING SUM(covered) >= 3 AND SUM(CASE WHEN claims > 0 THEN 1 ELSE 0 END) = 1 AND SUM(witness) = 0`,
  },
];

/** Where a claim is missing, and what every point says of every event. */
export const CLAIMANTS: readonly Step[] = [MISSING, UNREADABLE, ...POINTS_OF];
