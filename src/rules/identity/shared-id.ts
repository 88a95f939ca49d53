import type { Rule } from '../rule.js';
import { MENTION_COLUMNS } from '../sql.js';

/**
 * One usable ID under names that are no variants of each other. Variants have the same toneless pinyin, so two
 * readings under one ID are two people. A child whose claims of one birth differ in the name is no second person:
 * that is `birth/mismatched`. The rarest name is cited first: it is the likeliest slip. Two IDs that both stand under the
 * same two names have been exchanged, which is one finding; a name that differs in a row too many follows from that.
 */
export const sharedId: Rule = {
  name: 'identity/shared-id',
  severity: 'error',
  silentWithout: ['disputed_ids'],
  title: { zh: '一号多人', en: 'One ID, two people' },
  why: {
    zh: '一个身份证号只属于一个人；登记在不同姓名下，必有一处号码或姓名填错。',
    en: 'An ID belongs to one person; where it stands under different names, an ID or a name is wrong.',
  },
  remedy: {
    zh: '逐处核对身份证原件，更正填错的号码或姓名。',
    en: 'Compare every place with the identity card, and correct the wrong ID or name.',
  },
  message: {
    zh: '身份证号 {shared_id} 登记在不同姓名下：{first_name}、{second_name}（共 {records} 处）。{guess}',
    en: 'The ID {shared_id} stands under different names: {first_name} and {second_name} (records: {records}). {guess}',
  },
  select: () => `
    WITH named AS (
      SELECT m.record, m.role, m.register, m.id, m.name_key, m.pinyin
      FROM disputed_ids AS d JOIN mentions AS m ON m.id = d.id
      WHERE m.id_status = 'valid' AND m.pinyin IS NOT NULL
    ), readings AS (
      SELECT n.id, n.pinyin, min(n.name_key) AS name_key, count(*) AS n,
        row_number() OVER (PARTITION BY n.id ORDER BY count(*), n.pinyin) AS place
      FROM named AS n
      JOIN (SELECT id FROM named GROUP BY id HAVING min(pinyin) <> max(pinyin)) AS h ON h.id = n.id
      GROUP BY n.id, n.pinyin
    ), shared AS (
      SELECT id, min(CASE WHEN place = 1 THEN name_key END) AS first_name,
        min(CASE WHEN place = 2 THEN name_key END) AS second_name, count(*) AS names, min(pinyin) AS low, max(pinyin) AS high
      FROM readings GROUP BY id
    ), exchanged AS (
      SELECT a.id, min(b.id) AS other FROM shared AS a
      JOIN shared AS b ON b.low = a.low AND b.high = a.high AND b.names = a.names AND b.id <> a.id
      WHERE a.names = 2 GROUP BY a.id HAVING count(*) = 1
    ), misspelt AS (
      SELECT n.id
      FROM shared AS h
      JOIN named AS n ON n.id = h.id AND (n.role = 'child' OR n.register = 'households')
      JOIN event_claims AS c ON c.record = n.record
      JOIN events AS e ON e.event = c.event AND e.kind = 'birth'
      GROUP BY n.id, e.event, h.names HAVING count(DISTINCT n.pinyin) = h.names
    )
    SELECT LEAST(h.id, COALESCE(o.other, h.id)) AS finding, g.place AS ordinal, n.record AS record, k.id_column AS columns,
      COALESCE(r.community, '') AS community, l.id AS shared_id, l.first_name, l.second_name,
      CONCAT('theirs:', CAST(n.record AS STRING)) AS covers,
      CASE WHEN g.place = 1 AND g.n = 1 THEN CONCAT('named:', CAST(n.record AS STRING)) END AS cause,
      CASE WHEN o.other IS NOT NULL THEN 'ids-exchanged' END AS detail
    FROM shared AS h
    LEFT JOIN exchanged AS o ON o.id = h.id
    JOIN shared AS l ON l.id = LEAST(h.id, COALESCE(o.other, h.id))
    LEFT JOIN misspelt AS x ON x.id = h.id
    JOIN named AS n ON n.id = h.id
    JOIN readings AS g ON g.id = n.id AND g.pinyin = n.pinyin
    JOIN records AS r ON r.record = n.record
    JOIN ${MENTION_COLUMNS} ON k.register = r.register AND k.role = n.role
    WHERE x.id IS NULL`,
};
