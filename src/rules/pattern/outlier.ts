import { z } from 'zod';
import { EVENT_REGISTERS } from '../../registers/event-dates.js';
import { patternRule, TEST_OPTIONS } from '../patterns.js';
import { MOST_CITED } from '../sql.js';

const options = z.strictObject({ ...TEST_OPTIONS, z: z.number().positive(), percent: z.number().positive() });

/** A month's events stand out from the other months, or a reported year from the year before. */
export const outlier = patternRule(
  {
    name: 'pattern/outlier',
    severity: 'notice',
    needs: { any: [...EVENT_REGISTERS, 'figures'] },
    options,
    defaults: { min_n: 50, p: 0.0001, z: 3.5, percent: 50 },
    title: { zh: '件数异常', en: 'Unusual count' },
    why: {
      zh: '某月的件数远离其他月份，或全年上报数比上年增减一半以上，可能是日期填错、集中补录或漏报。',
      en: 'A month far from the others, or a reported year half up or down on the last, may mean wrong dates, late entries or omissions.',
    },
    remedy: {
      zh: '核对这些记录的日期；确有原因的不用改。',
      en: 'Check the dates of these records; where there is a reason, nothing is to be changed.',
    },
    message: { zh: '{community}{kind}：{reason}。', en: '{community}, {kind}: {reason}.' },
  },
  ({ min_n, p, z: score, percent }) => ({
    min_n,
    p,
    where: `ABS(t.statistic) > CASE WHEN t.detail = 'outlier-year' THEN ${percent} ELSE ${score} END`,
    records: `SELECT subject, record, place FROM (
          SELECT o.subject, c.record, ROW_NUMBER() OVER (PARTITION BY o.subject ORDER BY c.fp, c.record) AS place
          FROM patterns o JOIN events e ON e.kind = o.event_kind AND e.community = o.community AND month_of(e.date) = o.month
          JOIN event_claims c ON c.event = e.event AND c.is_primary
          WHERE o.rule = 'pattern/outlier' AND o.p < ${p}) AS ranked
        WHERE place <= ${MOST_CITED}`,
    evidence: {
      event_kind: 't.event_kind',
      month: 't.month',
      observed: 't.observed',
      score: 't.statistic',
      compared: 't.low',
      plain_z: 't.high',
    },
  }),
);
