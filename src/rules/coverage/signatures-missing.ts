import { z } from 'zod';
import type { Rule } from '../rule.js';

const options = z.strictObject({ min: z.number().int().positive() });

/** Rows that a finding cites: the count says how many there are. */
const CITED = 20;

/**
 * Visits of the period with fewer signatures than it takes, one finding a community and point; where their number is
 * blank, nobody counted them.
 */
export const signaturesMissing: Rule<z.infer<typeof options>> = {
  name: 'coverage/signatures-missing',
  severity: 'notice',
  needs: { all: ['visits'] },
  options,
  defaults: { min: 5 },
  title: { zh: '访视签字不足', en: 'Signatures missing' },
  why: {
    zh: '访视记录要有规定人数的签字；签字不足，说明有人没有到场或没有核对。',
    en: 'A visit is signed by a fixed number of people; fewer signatures mean that somebody was not there.',
  },
  remedy: {
    zh: '请当时到场的人补签；实际没有到场的，重新访视。',
    en: 'Have those who were there sign; if they were not, visit again.',
  },
  message: {
    zh: '{community}有签字数的访视 {visits} 次，其中 {few} 次不足 {min} 个签字。',
    en: '{community}: of {visits} visits with their signatures counted, {few} have fewer than {min}.',
  },
  select: ({ options: { min } }) => `
    WITH signed AS (
      SELECT t.record, t.fp, t.community, s.point, t.signatures FROM visits t
      JOIN sources s ON s.source = t.source CROSS JOIN run
      WHERE t.signatures IS NOT NULL AND t.visit_date BETWEEN run.period_from AND run.as_of
    ), counted AS (
      SELECT community, point, COUNT(*) AS visits, COUNT(CASE WHEN signatures < ${min} THEN 1 END) AS few
      FROM signed GROUP BY community, point
    ), ranked AS (
      SELECT *, ROW_NUMBER() OVER (PARTITION BY community, point ORDER BY signatures, fp, record) AS place
      FROM signed WHERE signatures < ${min}
    )
    SELECT CONCAT(COALESCE(c.community, ''), '|', c.point) AS finding, r.place AS ordinal, r.record,
      'signatures' AS columns, COALESCE(c.community, '') AS community, c.point, c.visits, c.few AS count, c.few, ${min} AS min
    FROM counted c JOIN ranked r ON r.community = c.community AND r.point = c.point AND r.place <= ${CITED}`,
};
