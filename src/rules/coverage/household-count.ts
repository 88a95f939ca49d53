import { registrantOf } from '../../match/registrant.js';
import { CARDED, LISTED } from '../buildings.js';
import type { Rule } from '../rule.js';

/**
 * The building list and the cards disagree on the households or persons of a building. A person who stands on two cards,
 * is kept after leaving, or is missing from a card explains it.
 */
export const householdCount: Rule = {
  name: 'coverage/household-count',
  severity: 'error',
  needs: { all: ['buildings', 'households'] },
  title: { zh: '楼院户数、人数不符', en: 'Households of a building differ' },
  why: {
    zh: '楼院册的户数、人数应当与户卡相等；不等就有漏建、漏登或多登的户和人。',
    en: 'The building list and the cards count the same households and persons; otherwise some were left out or entered twice.',
  },
  remedy: {
    zh: '逐户核对这个楼院，补建漏掉的户卡、补登漏掉的人，或更正楼院册。',
    en: 'Go through the building household by household; add what is missing, or correct the list.',
  },
  message: {
    zh: '楼院“{building}”：楼院册 {households} 户 {persons} 人，{missing} {card_households} 户 {card_persons} 人。',
    en: 'Building “{building}”: {households} households and {persons} persons by the list, {card_households} and {card_persons} at {missing}.',
  },
  select: () => `
    WITH listed AS (${LISTED}), carded AS (${CARDED}), differing AS (
      SELECT l.*, c.point AS card_point, c.households AS card_households, c.persons AS card_persons,
        CONCAT(l.community, '|', l.building, '|', l.point, '|', c.point) AS finding
      FROM listed l JOIN carded c ON c.community = l.community AND c.building = l.building
      WHERE (c.households > 0 AND l.households <> c.households) OR COALESCE(l.persons <> c.persons, FALSE)
    ), members AS (
      SELECT d.finding, d.card_point, t.record, t.household_no FROM differing d
      JOIN households t ON t.community = d.community AND t.building = d.building
      JOIN sources s ON s.source = t.source AND s.point = d.card_point
    ), people AS (
      SELECT m.finding, m.card_point, n.person FROM members m JOIN ${registrantOf('households', 'n', 'm')}
    ), explained AS (
      SELECT finding, CONCAT('kept:', CAST(record AS STRING)) AS cause FROM members
      UNION ALL SELECT finding, CONCAT('person:', CAST(person AS STRING), '@', card_point) FROM people
        WHERE person IN (SELECT n.person FROM named n JOIN households t ON t.record = n.record
          WHERE n.person IN (SELECT person FROM people) GROUP BY n.person HAVING COUNT(*) > 1)
      UNION ALL SELECT finding, CONCAT('cell:', CAST(record AS STRING), ':household_no') FROM members
        WHERE household_no IS NULL
      UNION ALL SELECT m.finding, CONCAT('event:', CAST(x.event AS STRING)) FROM members m
        JOIN missing x ON x.record = m.record AND x.register = 'households'
      UNION ALL SELECT d.finding, CONCAT('event:', CAST(x.event AS STRING)) FROM differing d
        JOIN events e ON e.community = d.community AND e.kind = 'migration'
        JOIN missing x ON x.event = e.event AND x.register = 'households' AND x.point = d.card_point AND x.record IS NULL
      UNION ALL SELECT finding, CONCAT('building:', REPLACE(community, ' ', '_'), '|', REPLACE(building, ' ', '_')) FROM differing
      UNION ALL SELECT d.finding, CONCAT('row:', CAST(p.record AS STRING)) FROM differing d
        JOIN sources s ON s.register = 'households' AND s.point = d.card_point
        JOIN problems p ON p.source = s.source AND p.rule = 'format/unreadable-row' AND has_text(p.raw, d.building)
    )
    SELECT d.finding, 0 AS ordinal, d.record, 'households persons' AS columns, d.community, d.point, x.cause,
      CONCAT(d.card_point, '|households|', d.community) AS missing, d.building, d.households, d.persons,
      d.card_households, d.card_persons
    FROM differing d LEFT JOIN explained x ON x.finding = d.finding`,
};
