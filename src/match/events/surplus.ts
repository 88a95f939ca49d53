import type { Step } from '../../store/steps.js';

/** Registered in one place and living in another. */
const AWAY = `('流入', '流出', '人户分离', '空挂户')`;

/**
 * `surplus(event, point, community_end, n)`: how many claims too many the primary register of a point makes of an event, and
 * `repeated_claims(event, point, record, fp, community_end)`: the claims that it makes. In a migrant's two communities
 * (home and present) the same birth or marriage is two ends, so there only rows of one community count.
 */
export const SURPLUS: readonly Step[] = [
  {
    makes: 'repeated_claims',
    needs: ['points_of', 'events', 'named', 'event_claims'],
    select: `WITH repeated AS (
       SELECT p.event, p.point, e.subject, e.kind FROM points_of p JOIN events e ON e.event = p.event
       WHERE p.primary_claims > 1 AND p.witness = 0
     ), away AS (
       SELECT n.person FROM named n JOIN repeated p ON p.subject = n.person
       LEFT JOIN migrants m ON m.record = n.record
       LEFT JOIN women w ON w.record = n.record AND w.residence IN ${AWAY}
       LEFT JOIN households h ON h.record = n.record AND h.residence IN ${AWAY}
       WHERE n.role = 'self' GROUP BY n.person HAVING COUNT(m.record) + COUNT(w.record) + COUNT(h.record) > 0
     )
     SELECT c.event, c.point, c.record, c.fp,
       CASE WHEN a.person IS NOT NULL AND p.kind IN ('birth', 'marriage') THEN COALESCE(c.community, '') ELSE '' END
         AS community_end
     FROM repeated p JOIN event_claims c ON c.event = p.event AND c.point = p.point AND c.is_primary
     LEFT JOIN away a ON a.person = p.subject`,
  },
  {
    makes: 'surplus',
    needs: ['repeated_claims'],
    select: `SELECT event, point, community_end, COUNT(*) - 1 AS n FROM repeated_claims
     GROUP BY event, point, community_end HAVING COUNT(*) > 1`,
  },
];
