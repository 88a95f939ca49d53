import type { Rule } from '../rule.js';
import { MENTION_COLUMNS } from '../sql.js';

/**
 * One usable ID under names that are no variants of each other. Variants have the same toneless pinyin, so two
 * readings under one ID are two people. A child whose claims of one birth differ in the name is no second person:
 * that is `birth/mismatched`.
 */
export const sharedId: Rule = {
  name: 'identity/shared-id',
  severity: 'error',
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
    zh: '身份证号 {shared_id} 登记在不同姓名下：{first_name}、{second_name}（共 {records} 处）。',
    en: 'The ID {shared_id} stands under different names: {first_name} and {second_name} ({records} records).',
  },
  select: () => `
    WITH named AS (
      SELECT m.record, m.role, m.id, m.name_key, m.pinyin
      FROM mentions AS m JOIN sources AS s ON s.source = source_of(m.record)
      WHERE m.id_status = 'valid' AND m.pinyin IS NOT NULL AND NOT s.set_aside
    ), shared AS (
      SELECT id, min(name_key) AS first_name, max(name_key) AS second_name, count(DISTINCT pinyin) AS names
      FROM named GROUP BY id HAVING min(pinyin) <> max(pinyin)
    ), misspelt AS (
      SELECT n.id
      FROM shared AS h
      JOIN named AS n ON n.id = h.id AND n.role IN ('child', 'self')
      JOIN event_claims AS c ON c.record = n.record
      JOIN events AS e ON e.event = c.event AND e.kind = 'birth'
      GROUP BY n.id, e.event, h.names HAVING count(DISTINCT n.pinyin) = h.names
    )
    SELECT h.id AS finding, 0 AS ordinal, n.record AS record, k.id_column AS columns,
      COALESCE(r.community, '') AS community, h.id AS shared_id, h.first_name, h.second_name
    FROM shared AS h
    LEFT JOIN misspelt AS x ON x.id = h.id
    JOIN named AS n ON n.id = h.id
    JOIN records AS r ON r.record = n.record
    JOIN ${MENTION_COLUMNS} ON k.register = r.register AND k.role = n.role
    WHERE x.id IS NULL`,
};
