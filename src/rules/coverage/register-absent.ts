import type { Rule } from '../rule.js';

/** The evidence `detail` of what an earlier run had and this one lacks. */
export const HAD_BEFORE = 'handed-before';

/**
 * Runs of months of the period that a community's files, all of which declare their months, leave out, while files of
 * other communities for the same register and point declare them: `runs(community, point, register, first, last)`.
 */
const RUNS = `handed AS (
      SELECT register, point, community, month_from, month_to FROM sources
      WHERE NOT set_aside AND NOT witness AND community IS NOT NULL AND month_from IS NOT NULL
    ), dated AS (
      SELECT register, point, community FROM sources WHERE NOT set_aside AND NOT witness AND community IS NOT NULL
      GROUP BY register, point, community HAVING COUNT(*) = COUNT(month_from)
    ), months AS (
      SELECT month, ROW_NUMBER() OVER (ORDER BY month) AS month_no
      FROM (SELECT month_from AS month FROM handed UNION SELECT month_to FROM handed) AS named_months CROSS JOIN run
      WHERE month BETWEEN month_of(run.period_from) AND month_of(run.period_to)
    ), held AS (
      SELECT DISTINCT h.register, h.point, h.community, m.month FROM handed h CROSS JOIN months m
      WHERE m.month BETWEEN h.month_from AND h.month_to
    ), wanted AS (
      SELECT register, point, month FROM held GROUP BY register, point, month
    ), unheld AS (
      SELECT d.community, d.point, d.register, w.month, m.month_no,
        ROW_NUMBER() OVER (PARTITION BY d.community, d.point, d.register ORDER BY w.month) AS place
      FROM dated d JOIN wanted w ON w.register = d.register AND w.point = d.point
      JOIN months m ON m.month = w.month
      LEFT JOIN held h ON h.register = d.register AND h.point = d.point AND h.community = d.community AND h.month = w.month
      WHERE h.month IS NULL
    ), runs AS (
      SELECT community, point, register, MIN(month) AS first_month, MAX(month) AS last_month FROM unheld
      GROUP BY community, point, register, month_no - place
    )`;

/**
 * What an earlier run had and this one lacks: a register that no community hands in any more (`gone`), or the tables of
 * a community at a point (`left_out`), unless its peers show that already.
 */
const SINCE = `whole AS (
      SELECT b.register, b.point FROM handed_before b
      LEFT JOIN sources s ON s.register = b.register AND s.point = b.point AND NOT s.set_aside
      WHERE s.register IS NULL GROUP BY b.register, b.point
    ), here AS (
      SELECT DISTINCT b.community, b.point, b.register FROM handed_before b
      LEFT JOIN coverage c ON c.register = b.register AND c.point = b.point AND c.community = b.community
      LEFT JOIN whole w ON w.register = b.register AND w.point = b.point
      LEFT JOIN lacking l ON l.register = b.register AND l.point = b.point AND l.community = b.community
      WHERE b.community IS NOT NULL AND c.register IS NULL AND w.register IS NULL AND l.register IS NULL
    )`;

/** Registers that date none of their events: they lack the column, which is said of it, and no months. */
const UNDATED = `SELECT kind, point FROM event_claims WHERE is_primary AND NOT witness
      GROUP BY kind, point HAVING COUNT(date) = 0`;

/**
 * What a community did not hand in though its peers did: all registers of a point, one register, or a run of months; or
 * what none of them did, months in which another point shows events; or what an earlier run had. One finding each, never an omission for every event
 * that would have stood there.
 */
export const registerAbsent: Rule = {
  name: 'coverage/register-absent',
  severity: 'warning',
  title: { zh: '登记缺交', en: 'Register absent' },
  why: {
    zh: '其他社区都交了的登记，这个社区没有交；或者上次有的登记，这次没有。所缺的事件无从核对，已不计入漏报。',
    en: 'Other communities handed this register in and this one did not, or it was there last time and is not now; what it lacks could not be checked.',
  },
  remedy: {
    zh: '请补交，或查看文件是否漏放、改名、没有读出；如果确实没有发生，请交一份只有表头的空表。',
    en: 'Ask for it, or see whether the file was left out, renamed or not read; where nothing happened, an empty table with its header will do.',
  },
  message: {
    zh: '{missing} {absent_months}没有交，{reason}。',
    en: '{missing} {absent_months} was not handed in, {reason}.',
  },
  select: () => `
    WITH ${RUNS}, known AS (
      SELECT community FROM holdings GROUP BY community HAVING COUNT(DISTINCT CONCAT(point, '|', register)) >= 2
    ), peers AS (
      SELECT register, point FROM coverage GROUP BY register, point
    ), lacking AS (
      SELECT k.community, p.point, p.register FROM known k CROSS JOIN peers p
      LEFT JOIN coverage c ON c.community = k.community AND c.point = p.point AND c.register = p.register
      WHERE c.register IS NULL
    ), points AS (
      SELECT l.community, l.point, COUNT(*) AS lacking_n, p.all_n FROM lacking l
      JOIN (SELECT point, COUNT(*) AS all_n FROM peers GROUP BY point) AS p ON p.point = l.point
      GROUP BY l.community, l.point, p.all_n
    ), ${SINCE}
    SELECT CONCAT(l.community, '|', l.point, '|', CASE WHEN p.lacking_n = p.all_n THEN '' ELSE l.register END) AS finding,
      0 AS ordinal, CAST(NULL AS BIGINT) AS record, '' AS columns, l.community, l.point, '' AS absent_months,
      'handed-by-others' AS detail, CONCAT(l.point, '|', l.register, '|', l.community) AS missing
    FROM lacking l JOIN points p ON p.community = l.community AND p.point = l.point
    UNION ALL
    SELECT CONCAT(community, '|', point, '|', first_month, '|', last_month), 0, CAST(NULL AS BIGINT), '', community, point,
      CASE WHEN first_month = last_month THEN first_month ELSE CONCAT(first_month, '–', last_month) END,
      'handed-by-others', CONCAT(point, '|', register, '|', community)
    FROM runs
    UNION ALL
    SELECT CONCAT('|', d.point, '|', d.register), 0, CAST(NULL AS BIGINT), '', '' AS community, d.point,
      CONCAT(MIN(d.month), '–', MAX(d.month)), 'shown-by-others', CONCAT(d.point, '|', d.register, '|')
    FROM uncovered_months d CROSS JOIN run
    LEFT JOIN (${UNDATED}) AS u ON u.kind = d.kind AND u.point = d.point
    WHERE d.run_n > 0 AND u.kind IS NULL AND d.month BETWEEN month_of(run.period_from) AND month_of(run.period_to)
    GROUP BY d.point, d.register
    UNION ALL
    SELECT CONCAT('|', point, '|', register, '|before'), 0, CAST(NULL AS BIGINT), '', '', point, '', '${HAD_BEFORE}',
      CONCAT(point, '|', register, '|')
    FROM whole
    UNION ALL
    SELECT CONCAT(community, '|', point, '|before'), 0, CAST(NULL AS BIGINT), '', community, point, '', '${HAD_BEFORE}',
      CONCAT(point, '|', register, '|', community)
    FROM here`,
};
