import type { Rule } from '../rule.js';
import { MENTION_COLUMNS } from '../sql.js';

const differences = Array.from({ length: 18 }, (_, i) => {
  const digit = (id: string) => `SUBSTRING(x.${id}, ${i + 1}, 1)`;
  return `CASE WHEN ${digit('wrong_id')} <> ${digit('right_id')} THEN '${i + 1}' END`;
});

/** The places, from 1, at which two IDs differ. */
const DIFFERENCES = `CONCAT_WS(', ', ${differences.join(', ')})`;
/** The same of IDs of one length; of others the first. */
const POSITIONS = `CASE WHEN LENGTH(y.wrong_id) = LENGTH(y.right_id) THEN y.differences
      ELSE COALESCE(NULLIF(SPLIT_PART(y.differences, ', ', 1), ''), '18') END`;

/**
 * One person under two IDs, as the person matching found (docs/domain.md#persons). The right ID is taken to be a valid one, and of
 * several the one that most records bear. Cited are the records with another one, then one record with the right one. An
 * ID that one record alone bears follows from that record's being one too many.
 */
export const splitId: Rule = {
  name: 'identity/split-id',
  severity: 'error',
  silentWithout: ['renumbered'],
  title: { zh: '一人两号', en: 'One person, two IDs' },
  why: {
    zh: '同一个人在各处登记的身份证号不同，必有一处填错；以后就对不上了。',
    en: 'One person stands under different IDs; one is wrong, and later nothing will match.',
  },
  remedy: {
    zh: '核对身份证原件，改正填错的那几位（若原件与此处相同，则改正别处）。',
    en: 'Check the identity card and correct the digits that are wrong (or, if it agrees with this record, the others).',
  },
  message: {
    zh: '{person_name} 的身份证号与别处不同{numbers}：{digits}。',
    en: 'The ID of {person_name} differs from other records{numbers}: {digits}.',
  },
  select: () => `
    WITH borne AS (
      SELECT n.person, n.id, n.record, n.role, n.register, n.name_key, n.id_status = 'valid' AS valid_id, r.point, r.fp, r.community
      FROM named n JOIN records r ON r.record = n.record
      WHERE n.person IN (SELECT person FROM renumbered WHERE key NOT IN ('id', 'alone', 'disputed'))
        AND n.id IS NOT NULL AND n.id_status IN ('valid', 'invalid', 'other')
        AND n.key NOT IN ('disputed') AND NOT (n.id_status <> 'invalid' AND n.key NOT IN ('id', 'near'))
    ), ids AS (
      SELECT person, id, valid_id, COUNT(*) AS n,
        ROW_NUMBER() OVER (PARTITION BY person ORDER BY CASE WHEN valid_id THEN 0 ELSE 1 END, COUNT(*) DESC, id) AS place
      FROM borne GROUP BY person, id, valid_id
    ), right_ids AS (
      SELECT g.person, g.id FROM ids g JOIN ids o ON o.person = g.person AND o.place = 2 WHERE g.place = 1
    ), bearers_of_right AS (
      SELECT b.*, ROW_NUMBER() OVER (PARTITION BY b.person ORDER BY b.point, b.register, b.fp, b.record, b.role) AS place
      FROM right_ids g JOIN borne b ON b.person = g.person AND b.id = g.id
    ), rows_of AS (
      SELECT i.person, i.id AS wrong_id, g.id AS right_id, b.record, b.role, b.register, b.community, b.name_key, i.valid_id, 0 AS ordinal,
        CASE WHEN i.n = 1 THEN CONCAT('surplus:', CAST(b.record AS STRING)) END AS cause
      FROM ids i JOIN right_ids g ON g.person = i.person AND i.place > 1
      JOIN borne b ON b.person = i.person AND b.id = i.id
      UNION ALL
      SELECT i.person, i.id, g.id, g.record, g.role, g.register, g.community, g.name_key, i.valid_id, 1 AS ordinal, CAST(NULL AS STRING) AS cause
      FROM ids i JOIN bearers_of_right g ON g.person = i.person AND i.place > 1 AND g.place = 1
    )
    SELECT CONCAT(CAST(y.person AS STRING), ':', y.wrong_id) AS finding, y.ordinal, y.record,
      CASE WHEN y.ordinal = 0 THEN k.id_column ELSE '' END AS columns, COALESCE(y.community, '') AS community,
      CASE WHEN y.valid_id THEN 'warning' ELSE 'error' END AS severity, y.name_key AS person_name,
      y.cause, y.wrong_id, y.right_id, ${POSITIONS} AS positions
    FROM (SELECT x.*, ${DIFFERENCES} AS differences FROM rows_of x) AS y
    LEFT JOIN ${MENTION_COLUMNS} ON k.register = y.register AND k.role = y.role`,
};
