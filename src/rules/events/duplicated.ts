import type { EventKindName } from '../../match/event-kinds.js';
import { personName } from './omitted.js';

/**
 * Events of one kind that the own register of one point claims more than once. In a migrant's two communities (home and
 * present) the same birth or marriage is two ends, so there only rows of one community count.
 */
export function duplicatedSelect(kind: EventKindName): string {
  const apart = kind === 'birth' || kind === 'marriage';
  const end = apart ? `CASE WHEN a.person IS NULL THEN '' ELSE COALESCE(c.community, '') END` : `''`;
  return `
    WITH away AS (
      SELECT DISTINCT n.person FROM named n JOIN migrants t ON t.record = n.record AND n.role = 'self'
      UNION SELECT n.person FROM named n JOIN women t ON t.record = n.record AND n.role = 'self'
        WHERE t.residence IN ('流入', '流出', '人户分离', '空挂户')
      UNION SELECT n.person FROM named n JOIN households t ON t.record = n.record AND n.role = 'self'
        WHERE t.residence IN ('流入', '流出', '人户分离', '空挂户')
    ), claimed AS (
      SELECT c.event, c.point, c.record, c.fp, c.unit, ${end} AS community_end
      FROM event_claims c JOIN events e ON e.event = c.event AND e.kind = '${kind}' AND e.in_period
      LEFT JOIN away a ON a.person = e.subject
      WHERE c.own AND NOT c.witness
    ), surplus AS (
      SELECT event, point, community_end, COUNT(*) - 1 AS n FROM claimed
      GROUP BY event, point, community_end HAVING COUNT(*) > 1
    )
    SELECT CONCAT(CAST(e.event AS STRING), '@', s.point, s.community_end) AS finding,
      ROW_NUMBER() OVER (PARTITION BY e.event, s.point, s.community_end ORDER BY c.fp, c.record) - 1 AS ordinal,
      c.record, '' AS columns, COALESCE(r.community, e.community, '') AS community, e.event, s.point,
      CONCAT('twice:', CAST(e.event AS STRING)) AS covers, s.n + 1 AS times, who.name AS person_name,
      iso(e.date) AS event_date
    FROM surplus s JOIN events e ON e.event = s.event
    JOIN claimed c ON c.event = s.event AND c.point = s.point AND c.community_end = s.community_end
    JOIN records r ON r.record = c.record
    ${personName()}`;
}
