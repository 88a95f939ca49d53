/**
 * People who left or joined a register of people since last month with nothing on record that explains it (table
 * `roster_changes`): one finding for a person and community, whatever registers and points show it. Where the building
 * list misses the same person, or does not know one, the finding follows from that.
 *
 * @param cause more anchors that the finding follows from, as SQL over the change `c` and over `lacked`, whose `anchor` is
 *   an event that the row claims and another claimant lacks
 * @param missing claimants that lack the person, as SQL over the change `c`, or NULL
 */
export function changesSelect(side: 'left' | 'joined', cause: string, missing: string): string {
  return `
    SELECT CONCAT(c.who, '|', c.community) AS finding, 0 AS ordinal, c.record, '' AS columns, c.community,
      ${missing} AS missing, CONCAT_WS(' ', ${cause}, ${OF_BUILDING}) AS cause, c.name_key AS person_name,
      iso(d.since) AS since
    FROM roster_changes c CROSS JOIN roster_since d
    LEFT JOIN buildings b ON b.community = c.community AND b.building = c.building
    LEFT JOIN (SELECT e.record, MIN(CONCAT('event:', CAST(e.event AS STRING))) AS anchor
      FROM event_claims e JOIN missing x ON x.event = e.event GROUP BY e.record) AS lacked ON lacked.record = c.record
    WHERE c.side = '${side}' AND c.reason IS NULL`;
}

/** What is wrong with the person as kept at the point: on two cards, or on none of its registers of women. */
export const OF_PERSON = `CONCAT('person:', c.who, '@', c.point)`;

/** The count of people in the building list. */
const OF_BUILDING = `CASE WHEN b.record IS NOT NULL THEN CONCAT('cell:', CAST(b.record AS STRING), ':persons') END`;
