import type { Named, RulePart } from './rule.js';
import { ruleMaker } from './shared.js';
import { literal } from './sql.js';

interface Change extends RulePart {
  side: 'left' | 'joined';
}

/**
 * People who left or joined a register of people since last month with nothing on record that explains it (table
 * `roster_changes`): one finding for a person and community, whatever registers and points show it. What this month's
 * records say already is the cause: a count of the building list, a person on two cards or on no register of women, a row
 * too many or kept for too long, an ID that others bear as well, an event that the register therefore lacks, or that
 * nobody else has.
 */
export const changeRule = ruleMaker(changesSelect, {
  needs: { previous: true },
  silentWithout: ['roster_changes'],
});

function changesSelect(parts: readonly Named<Change>[]): string {
  return `
    WITH changed AS (
      SELECT CASE c.side ${parts.map(({ side, rule }) => `WHEN '${side}' THEN ${literal(rule)}`).join(' ')} END AS rule, c.*
      FROM roster_changes c WHERE c.reason IS NULL
    )
    SELECT c.rule, CONCAT(c.who, '|', c.community) AS finding, 0 AS ordinal, c.record, '' AS columns, c.community,
      CASE WHEN c.side = 'left' THEN CONCAT(c.point, '|', c.register, '|', c.community) END AS missing,
      CONCAT_WS(' ', CONCAT('person:', c.who, '@', c.point), CONCAT('surplus:', CAST(c.record AS STRING)),
        CONCAT('kept:', CAST(c.record AS STRING)),
        CASE WHEN b.record IS NOT NULL THEN CONCAT('cell:', CAST(b.record AS STRING), ':persons') END,
        l.anchor, j.anchor, o.anchor) AS cause,
      c.name_key AS person_name, iso(d.since) AS since
    FROM changed c CROSS JOIN roster_since d
    LEFT JOIN buildings b ON b.community = c.community AND b.building = c.building
    LEFT JOIN (${LACKED_BY_REGISTER}) AS l ON c.side = 'left'
      AND l.point = c.point AND l.register = c.register AND l.person = c.who
    LEFT JOIN (${LACKED_OF_ROW}) AS j ON c.side = 'joined' AND j.record = c.record
    LEFT JOIN (${UNDER_A_SHARED_ID}) AS o ON c.side = 'left'
      AND o.point = c.point AND o.register = c.register AND o.community = c.community AND o.name_key = c.name_key
    WHERE c.rule IS NOT NULL`;
}

/** Events that a register lacks of somebody who left it. */
const LACKED_BY_REGISTER = `
      SELECT x.point, x.register, e.person, MIN(CONCAT('event:', CAST(x.event AS STRING))) AS anchor FROM missing x
      JOIN (SELECT event, CAST(subject AS STRING) AS person FROM events WHERE kind IN ('enrolment', 'migration')
        UNION ALL SELECT event, CAST(child AS STRING) AS person FROM events WHERE kind = 'birth') AS e
        ON e.event = x.event
      GROUP BY x.point, x.register, e.person`;

/** Events that only others lack of the row of one who joined. */
const LACKED_OF_ROW = `
      SELECT e.record, MIN(CONCAT('event:', CAST(x.event AS STRING))) AS anchor FROM event_claims e
      JOIN missing x ON x.event = e.event
      GROUP BY e.record`;

/** Names that a register holds under an ID that others bear as well: who bore another ID last month seems to be gone. */
const UNDER_A_SHARED_ID = `
      SELECT r.point, r.register, r.community, m.name_key, MIN(CONCAT('theirs:', CAST(m.record AS STRING))) AS anchor
      FROM disputed_ids d JOIN mentions m ON m.id = d.id AND m.role = 'self' JOIN records r ON r.record = m.record
      GROUP BY r.point, r.register, r.community, m.name_key`;
