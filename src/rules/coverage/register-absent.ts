import type { Rule } from '../rule.js';

/**
 * What a community did not hand in though its peers did: all registers of a point, one register, or (for all communities)
 * a run of months. One finding each, never an omission for every event that would have stood there.
 */
export const registerAbsent: Rule = {
  name: 'coverage/register-absent',
  severity: 'warning',
  title: { zh: '登记缺交', en: 'Register absent' },
  why: {
    zh: '其他社区都交了的登记，这个社区没有交；它所缺的事件无从核对，已不计入漏报。',
    en: 'Other communities handed this register in and this one did not; what it lacks could not be checked.',
  },
  remedy: {
    zh: '请该社区补交；如果确实没有发生，请交一份只有表头的空表。',
    en: 'Ask the community for it; where nothing happened, an empty table with its header will do.',
  },
  message: {
    zh: '{missing} {absent_months}没有交，其他社区有。',
    en: '{missing} {absent_months} was not handed in; others were.',
  },
  select: () => `
    WITH known AS (
      SELECT community FROM holdings GROUP BY community HAVING COUNT(DISTINCT CONCAT(point, '|', register)) >= 2
    ), peers AS (
      SELECT register, point FROM coverage GROUP BY register, point
    ), lacking AS (
      SELECT k.community, p.point, p.register FROM known k CROSS JOIN peers p
      LEFT JOIN coverage c ON c.community = k.community AND c.point = p.point AND c.register = p.register
      WHERE c.register IS NULL
    ), points AS (
      SELECT l.community, l.point, COUNT(*) AS lacking_n,
        (SELECT COUNT(*) FROM peers p WHERE p.point = l.point) AS all_n
      FROM lacking l GROUP BY l.community, l.point
    )
    SELECT CONCAT(l.community, '|', l.point, '|', CASE WHEN p.lacking_n = p.all_n THEN '' ELSE l.register END) AS finding,
      0 AS ordinal, CAST(NULL AS BIGINT) AS record, '' AS columns, l.community, l.point, '' AS absent_months,
      CONCAT(l.point, '|', l.register, '|', l.community) AS missing
    FROM lacking l JOIN points p ON p.community = l.community AND p.point = l.point
    UNION ALL
    SELECT CONCAT('|', d.point, '|', d.register), 0, CAST(NULL AS BIGINT), '', '' AS community, d.point,
      CONCAT(MIN(d.month), '–', MAX(d.month)), CONCAT(d.point, '|', d.register, '|')
    FROM dark_months d CROSS JOIN run
    WHERE d.run_n > 0 AND d.month BETWEEN month_of(run.period_from) AND month_of(run.period_to)
    GROUP BY d.point, d.register`,
};
