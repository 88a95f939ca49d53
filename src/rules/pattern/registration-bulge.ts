import { z } from 'zod';
import { DATED_REGISTERS } from '../../registers/event-dates.js';
import { patternRule, TEST_OPTIONS } from '../patterns.js';
import { MOST_CITED } from '../sql.js';

const options = z.strictObject({ ...TEST_OPTIONS, percent: z.number().positive().max(100) });

const DATED = DATED_REGISTERS.map(
  (register) =>
    `SELECT '${register}' AS register, community, source, record, fp, registration_date FROM ${register}`,
);

/** Too much of what a register entered in a year is dated in its last month. */
export const registrationBulge = patternRule(
  {
    name: 'pattern/registration-bulge',
    severity: 'notice',
    needs: { any: DATED_REGISTERS },
    options,
    defaults: { min_n: 20, p: 0.01, percent: 40 },
    title: { zh: '年末集中登记', en: 'Registrations bunched at the year’s end' },
    why: {
      zh: '登记应随事件发生；集中在年末，多半是平时没有登记、年底补录。',
      en: 'Events are entered as they happen; a heap in the last month means that they were caught up on before the year-end.',
    },
    remedy: {
      zh: '了解平时为何没有登记，并核对补录的日期。',
      en: 'Find out why they were not entered in time, and check the dates of what was caught up on.',
    },
    message: {
      zh: '{community}{point}的{register}全年 {n} 条登记中有 {late} 条（{share} %）在最后一个月，二项检验 p {p_value}。',
      en: '{community}, {point} ({register}): {late} of {n} registrations of the year ({share} %) fall in its last month, binomial test p {p_value}.',
    },
  },
  ({ min_n, p, percent }) => ({
    min_n,
    p,
    where: `t.statistic > ${percent}`,
    records: `SELECT subject, record, place FROM (
          SELECT o.subject, d.record, ROW_NUMBER() OVER (PARTITION BY o.subject ORDER BY d.fp, d.record) AS place
          FROM patterns o CROSS JOIN run
          JOIN (${DATED.join(' UNION ALL ')}) AS d ON d.community = o.community AND d.register = o.register
            AND d.registration_date <= run.period_to AND month_of(d.registration_date) = month_of(run.period_to)
          JOIN sources s ON s.source = d.source AND s.point = o.point
          WHERE o.rule = 'pattern/registration-bulge' AND o.n >= ${min_n} AND o.p < ${p}) AS ranked
        WHERE place <= ${MOST_CITED}`,
    evidence: { late: 't.observed', count: 't.observed', share: 't.statistic' },
  }),
);
