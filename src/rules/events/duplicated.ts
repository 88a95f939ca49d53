import type { Named } from '../rule.js';
import { type OfKind, ofKinds } from './of-kind.js';

/**
 * Events that the primary register of one point claims more than once. In a migrant's two communities (home and
 * present) the same birth or marriage is two ends, so there only rows of one community count.
 */
export function duplicatedSelect(parts: readonly Named<OfKind>[]): string {
  return `
    SELECT CONCAT(CAST(e.kind AS STRING), '/duplicated') AS rule,
      CONCAT(CAST(e.event AS STRING), '@', s.point, s.community_end) AS finding,
      c.fp AS ordinal, c.record, '' AS columns, COALESCE(r.community, e.community, '') AS community, e.event, s.point,
      CONCAT('twice:', CAST(e.event AS STRING), ' surplus:', CAST(c.record AS STRING), ' named:', CAST(c.record AS STRING)) AS covers,
      CONCAT('copied:', CAST(c.record AS STRING)) AS cause, s.n + 1 AS times, e.subject_name AS person_name,
      iso(e.date) AS event_date
    FROM surplus s JOIN events e ON e.event = s.event AND ${ofKinds(parts, 'e.kind')}
    JOIN repeated_claims c ON c.event = s.event AND c.point = s.point AND c.community_end = s.community_end
    JOIN records r ON r.record = c.record`;
}
