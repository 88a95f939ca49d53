import type { EventKindName } from '../../match/event-kinds.js';

/** Registered in one place and living in another. */
const AWAY = `('流入', '流出', '人户分离', '空挂户')`;

/**
 * Events of one kind that the own register of one point claims more than once. In a migrant's two communities (home and
 * present) the same birth or marriage is two ends, so there only rows of one community count.
 */
export function duplicatedSelect(kind: EventKindName): string {
  const apart = kind === 'birth' || kind === 'marriage';
  const end = apart ? `CASE WHEN a.person IS NULL THEN '' ELSE COALESCE(c.community, '') END` : `''`;
  return `
    WITH repeated AS (
      SELECT p.event, p.point, e.subject FROM points_of p JOIN events e ON e.event = p.event AND e.kind = '${kind}'
      WHERE p.own_claims > 1 AND p.witness = 0
    ), away AS (
      SELECT n.person FROM named n JOIN repeated p ON p.subject = n.person
      LEFT JOIN migrants m ON m.record = n.record
      LEFT JOIN women w ON w.record = n.record AND w.residence IN ${AWAY}
      LEFT JOIN households h ON h.record = n.record AND h.residence IN ${AWAY}
      WHERE n.role = 'self' GROUP BY n.person HAVING COUNT(m.record) + COUNT(w.record) + COUNT(h.record) > 0
    ), claimed AS (
      SELECT c.event, c.point, c.record, c.fp, ${end} AS community_end
      FROM repeated p JOIN event_claims c ON c.event = p.event AND c.point = p.point AND c.own
      LEFT JOIN away a ON a.person = p.subject
    ), surplus AS (
      SELECT event, point, community_end, COUNT(*) - 1 AS n FROM claimed
      GROUP BY event, point, community_end HAVING COUNT(*) > 1
    )
    SELECT CONCAT(CAST(e.event AS STRING), '@', s.point, s.community_end) AS finding,
      ROW_NUMBER() OVER (PARTITION BY e.event, s.point, s.community_end ORDER BY c.fp, c.record) - 1 AS ordinal,
      c.record, '' AS columns, COALESCE(r.community, e.community, '') AS community, e.event, s.point,
      CONCAT('twice:', CAST(e.event AS STRING), ' surplus:', CAST(c.record AS STRING)) AS covers,
      CONCAT('copied:', CAST(c.record AS STRING)) AS cause, s.n + 1 AS times, e.subject_name AS person_name,
      iso(e.date) AS event_date
    FROM surplus s JOIN events e ON e.event = s.event
    JOIN claimed c ON c.event = s.event AND c.point = s.point AND c.community_end = s.community_end
    JOIN records r ON r.record = c.record`;
}
