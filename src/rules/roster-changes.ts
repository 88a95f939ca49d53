/**
 * People who left or joined a register of people since last month with nothing on record that explains it (table
 * `roster_changes`): one finding for a person and community, whatever registers and points show it. What this month's
 * records say already is the cause: a count of the building list, a person on two cards or on no register of women, a row
 * too many, an event that the register therefore lacks, or that nobody else has.
 */
export function changesSelect(side: 'left' | 'joined'): string {
  const missing =
    side === 'left' ? `CONCAT(c.point, '|', c.register, '|', c.community)` : 'CAST(NULL AS STRING)';
  return `
    SELECT CONCAT(c.who, '|', c.community) AS finding, 0 AS ordinal, c.record, '' AS columns, c.community,
      ${missing} AS missing,
      CONCAT_WS(' ', CONCAT('person:', c.who, '@', c.point), CONCAT('surplus:', CAST(c.record AS STRING)),
        CASE WHEN b.record IS NOT NULL THEN CONCAT('cell:', CAST(b.record AS STRING), ':persons') END,
        l.anchor) AS cause,
      c.name_key AS person_name, iso(d.since) AS since
    FROM roster_changes c CROSS JOIN roster_since d
    LEFT JOIN buildings b ON b.community = c.community AND b.building = c.building
    LEFT JOIN (${LACKED[side]}) AS l ON ${LACKED_ON[side]}
    WHERE c.side = '${side}' AND c.reason IS NULL`;
}

/** Events that a register lacks of somebody who left it, and events that only others lack of the row of one who joined. */
const LACKED = {
  left: `
      SELECT x.point, x.register, e.person, MIN(CONCAT('event:', CAST(x.event AS STRING))) AS anchor FROM missing x
      JOIN (SELECT event, CAST(subject AS STRING) AS person FROM events WHERE kind IN ('enrolment', 'migration')
        UNION ALL SELECT event, CAST(child AS STRING) AS person FROM events WHERE kind = 'birth') AS e
        ON e.event = x.event
      GROUP BY x.point, x.register, e.person`,
  joined: `
      SELECT e.record, MIN(CONCAT('event:', CAST(x.event AS STRING))) AS anchor FROM event_claims e
      JOIN missing x ON x.event = e.event
      GROUP BY e.record`,
} as const;

const LACKED_ON = {
  left: 'l.point = c.point AND l.register = c.register AND l.person = c.who',
  joined: 'l.record = c.record',
} as const;
