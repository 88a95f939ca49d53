import { registrantOf } from '../../match/registrant.js';
import type { Rule } from '../rule.js';
import { hasColumn } from '../women.js';

/** Where a register has no column for it, whom it keeps beyond the end of a stay is there for that stay. */
const STAYS = `COALESCE(t.residence = '流入', NOT ${hasColumn('residence')})`;

/** Who died or ended a stay by the as-of date, with the record that says so; a stay ends in its community alone. */
const LEFT_BY = `left_by AS (
      SELECT e.subject AS person, CAST(NULL AS STRING) AS community, e.date AS left_date, c.record, 'death_date' AS columns,
        e.event
      FROM events e JOIN event_claims c ON c.event = e.event CROSS JOIN run
      WHERE e.kind = 'death' AND e.date <= run.as_of
      UNION ALL
      SELECT n.person, t.community, t.end_date AS left_date, t.record, 'end_date' AS columns, CAST(NULL AS BIGINT) AS event
      FROM migrants t JOIN ${registrantOf('migrants')} CROSS JOIN run
      WHERE t.direction = '流入' AND t.end_date <= run.as_of AND NOT EXISTS (
        SELECT 1 FROM migrants b JOIN ${registrantOf('migrants', 'bn', 'b')}
        WHERE bn.person = n.person AND b.direction = '流入' AND b.community = t.community
          AND COALESCE(b.end_date > run.as_of, TRUE))
    )`;

/** Whoever moved in to stay, and the rows that still keep those who left. */
const KEPT = `settled AS (
      SELECT DISTINCT n.person, t.community FROM moves t JOIN ${registrantOf('moves')} WHERE t.direction = '迁入'
    ), mentioned AS (
      SELECT n.person, n.record FROM named n JOIN (SELECT DISTINCT person FROM left_by) AS l ON l.person = n.person
      WHERE n.role = 'self'
    ), kept AS (
      SELECT m.person, t.record, t.community, t.residence, ${STAYS} AS stays FROM mentioned m
      JOIN households t ON t.record = m.record JOIN sources s ON s.source = t.source
      WHERE t.death_date IS NULL
      UNION ALL
      SELECT m.person, t.record, t.community, t.residence, ${STAYS} AS stays FROM mentioned m
      JOIN women t ON t.record = m.record JOIN sources s ON s.source = t.source
    )`;

/**
 * Somebody is kept on a card or women register though a death, or the end of the stay, is on record: by whatever register
 * says so, whenever it was. Who lacks the death keeps the person for that reason.
 */
export const personNotRemoved: Rule = {
  name: 'person/not-removed',
  severity: 'error',
  needs: { any: ['deaths', 'migrants', 'households'] },
  title: { zh: '应注销未注销', en: 'Not removed' },
  why: {
    zh: '已经死亡或已经离开的人应当从户卡和育龄妇女登记中注销，否则人口和妇女数虚高。',
    en: 'Who died or left comes off the card and the women register; else the counts are too high.',
  },
  remedy: {
    zh: '核对死亡或离开的登记，属实的请注销户卡或育龄妇女登记；不属实的请更正死亡或流动登记。',
    en: 'Check the death or the end of the stay; remove the person, or correct that record if it is wrong.',
  },
  message: {
    zh: '{person_name} 已于 {left_date} 死亡或离开，{point}中仍未注销。',
    en: '{person_name} died or left on {left_date} and is still kept at {point}.',
  },
  select: () => `
    WITH ${LEFT_BY}, ${KEPT}, found AS (
      SELECT k.person, k.record AS kept, l.record AS source, l.columns, l.left_date, l.event
      FROM kept k JOIN left_by l ON l.person = k.person
      LEFT JOIN settled a ON a.person = k.person AND a.community = k.community
      WHERE l.community IS NULL
        OR (l.community = k.community AND k.stays AND (k.residence IS NOT NULL OR a.person IS NULL))
    ), cited AS (
      SELECT DISTINCT f.person, r.point, f.kept AS record, '' AS columns, 0 AS ordinal
      FROM found f JOIN records r ON r.record = f.kept
      UNION
      SELECT DISTINCT f.person, r.point, f.source AS record, f.columns, 1 AS ordinal
      FROM found f JOIN records r ON r.record = f.kept
    ), known AS (
      SELECT f.person, MIN(f.left_date) AS left_date, MIN(n.name_key) AS name, MIN(f.event) AS event
      FROM found f JOIN named n ON n.record = f.kept AND n.person = f.person GROUP BY f.person
    )
    SELECT CONCAT(CAST(c.person AS STRING), '@', c.point) AS finding, c.ordinal, c.record, c.columns,
      COALESCE(r.community, '') AS community, c.point, w.name AS person_name, iso(w.left_date) AS left_date,
      CASE WHEN c.ordinal = 0 THEN CONCAT('kept:', CAST(c.record AS STRING)) END AS covers,
      CASE WHEN x.event IS NOT NULL THEN CONCAT('event:', CAST(x.event AS STRING)) END AS cause
    FROM cited c JOIN known w ON w.person = c.person JOIN records r ON r.record = c.record
    LEFT JOIN (SELECT DISTINCT event FROM missing) AS x ON x.event = w.event`,
};
