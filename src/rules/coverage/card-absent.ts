import type { Rule } from '../rule.js';
import { hasColumn } from '../women.js';

/** Household numbers are compared without leading zeros: number cells lose them. */
const NUMBER = `TRIM(LEADING '0' FROM t.household_no)`;

/**
 * A household number that a women register names has no card at a point that keeps cards for that community. A list of
 * residents without household numbers keeps none. What the card therefore does not claim of its women and their husbands hangs under it.
 */
export const cardAbsent: Rule = {
  name: 'coverage/card-absent',
  severity: 'error',
  needs: { all: ['households', 'women'] },
  title: { zh: '户卡缺失', en: 'Household card absent' },
  why: {
    zh: '育龄妇女登记写了户编号，却没有这一户的户卡；不是漏建户卡，就是户编号填错。',
    en: 'A women register names a household that has no card: the card was never made, or the number is wrong.',
  },
  remedy: {
    zh: '查找这一户的户卡；没有的补建，编号填错的更正。',
    en: 'Look for the card; make it if there is none, or correct the number.',
  },
  message: {
    zh: '户编号 {household_no}（{person_name}）查不到户卡。',
    en: 'Household {household_no} ({person_name}) has no card at {point}.',
  },
  select: () => `
    WITH cards AS (
      SELECT t.community, ${NUMBER} AS number, s.point
      FROM (SELECT DISTINCT source, community, household_no FROM households) AS t JOIN sources s ON s.source = t.source
    ), unnumbered AS (
      SELECT DISTINCT s.point, t.community FROM households t
      JOIN sources s ON s.source = t.source AND NOT ${hasColumn('household_no')}
    ), wanted AS (
      SELECT t.community, t.household_no, ${NUMBER} AS number, v.point
      FROM (SELECT DISTINCT community, household_no FROM women WHERE household_no IS NOT NULL) AS t
      JOIN coverage v ON v.register = 'households' AND v.community = t.community
      LEFT JOIN unnumbered u ON u.point = v.point AND u.community = v.community
      WHERE u.point IS NULL
    ), absent AS (
      SELECT w.* FROM wanted w
      LEFT JOIN cards c ON c.community = w.community AND c.number = w.number AND c.point = w.point
      WHERE c.number IS NULL
    ), lacking AS (
      SELECT t.record, a.*, t.building FROM absent a
      JOIN women t ON t.community = a.community AND t.household_no = a.household_no
    ), causes AS (
      SELECT l.record, CONCAT('row:', CAST(p.record AS STRING)) AS cause FROM lacking l
      JOIN named n ON n.record = l.record JOIN sources s ON s.point = l.point AND s.register = 'households'
      JOIN problems p ON p.source = s.source AND p.rule = 'format/unreadable-row' AND has_text(p.raw, n.id)
      UNION ALL
      SELECT l.record, CONCAT('cell:', CAST(t.record AS STRING), ':household_no') FROM lacking l
      JOIN named n ON n.record = l.record JOIN named m ON m.person = n.person AND m.role = 'self'
      JOIN households t ON t.record = m.record AND t.household_no IS NULL
    )
    SELECT CONCAT(l.community, '|', l.number, '|', l.point) AS finding, 0 AS ordinal, l.record,
      'household_no' AS columns, l.community, l.point, c.event, u.cause,
      CONCAT('person:', CAST(n.person AS STRING), '@', l.point,
        CASE WHEN l.building IS NULL THEN '' ELSE CONCAT(' building:', REPLACE(l.community, ' ', '_'), '|', REPLACE(l.building, ' ', '_')) END) AS covers,
      CONCAT(l.point, '|households|', l.community) AS missing, l.household_no, w.name_key AS person_name
    FROM lacking l JOIN named n ON n.record = l.record JOIN named w ON w.record = l.record AND w.role = 'self'
    LEFT JOIN event_claims c ON c.record = l.record AND c.kind = 'enrolment'
    LEFT JOIN causes u ON u.record = l.record`,
};
