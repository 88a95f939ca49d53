import { z } from 'zod';
import type { Rule } from '../rule.js';
import { MOST_CITED } from '../sql.js';

const options = z.strictObject({ min: z.int().positive(), where_customary: z.boolean() });

/** From so many visits on, a register shows how many signatures are customary there. */
const SHOWS_CUSTOM = 20;
const customary = (min: number): string =>
  `HAVING COUNT(*) < ${SHOWS_CUSTOM} OR COUNT(CASE WHEN signatures < ${min} THEN 1 END) * 2 <= COUNT(*)`;

/**
 * Visits of the period with fewer signatures than it takes, one finding a community and point; where their number is
 * blank, nobody counted them. Where most of many visits have fewer, another number is the custom.
 */
export const signaturesMissing: Rule<z.infer<typeof options>> = {
  name: 'coverage/signatures-missing',
  severity: 'notice',
  needs: { all: ['visits'] },
  reads: 'registers',
  options,
  defaults: { min: 5, where_customary: true },
  title: { zh: '访视签字不足', en: 'Signatures missing' },
  why: {
    zh: '访视记录要有规定人数的签字；签字不足，说明有人没有到场或没有核对。一个社区的登记册有 20 次以上记了签字数、却不到一半达到规定人数的，可见当地并不按这个人数签字，不报；选项 where_customary 设为 false 则照报。',
    en: 'A visit is signed by a fixed number of people; fewer signatures mean that somebody was not there. Where fewer than half of 20 visits or more in a community’s register reach that number, it is evidently not the number worked by there, and nothing is said, unless the option where_customary is false.',
  },
  remedy: {
    zh: '请当时到场的人补签；实际没有到场的，重新访视。',
    en: 'Have those who were there sign; if they were not, visit again.',
  },
  message: {
    zh: '{community}有签字数的访视 {visits} 次，其中 {few} 次不足 {min} 个签字。',
    en: '{community}: of {visits} visits with their signatures counted, {few} have fewer than {min}.',
  },
  select: ({ options: { min, where_customary } }) => `
    WITH signed AS (
      SELECT t.record, t.fp, t.community, s.point, t.signatures FROM visits t
      JOIN sources s ON s.source = t.source CROSS JOIN run
      WHERE t.signatures IS NOT NULL AND t.visit_date BETWEEN run.period_from AND run.as_of
    ), counted AS (
      SELECT community, point, COUNT(*) AS visits, COUNT(CASE WHEN signatures < ${min} THEN 1 END) AS few
      FROM signed GROUP BY community, point
      ${where_customary ? customary(min) : ''}
    ), ranked AS (
      SELECT *, ROW_NUMBER() OVER (PARTITION BY community, point ORDER BY signatures, fp, record) AS place
      FROM signed WHERE signatures < ${min}
    )
    SELECT CONCAT(COALESCE(c.community, ''), '|', c.point) AS finding, r.place AS ordinal, r.record,
      'signatures' AS columns, COALESCE(c.community, '') AS community, c.point, c.visits, c.few AS count, c.few, ${min} AS min
    FROM counted c JOIN ranked r ON r.community = c.community AND r.point = c.point AND r.place <= ${MOST_CITED}`,
};
