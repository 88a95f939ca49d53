import { z } from 'zod';
import { patternSelect, TEST_OPTIONS } from '../patterns.js';
import type { Rule } from '../rule.js';

const options = z.strictObject({
  ...TEST_OPTIONS,
  z: z.number().positive(),
  percent: z.number().positive(),
});

/** Rows that a finding cites: the sentence says how many events there are. */
const CITED = 20;

/** A month's events stand out from the other months, or a reported year from the year before. */
export const outlier: Rule<z.infer<typeof options>> = {
  name: 'pattern/outlier',
  severity: 'notice',
  needs: { any: ['births', 'marriages', 'contraception', 'migrants', 'deaths', 'figures'] },
  reads: 'measures',
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
  select: ({ options }) =>
    patternSelect({
      rule: 'pattern/outlier',
      options,
      where: `(CASE WHEN t.detail = 'outlier-year' THEN ABS(t.statistic) > ${options.percent}
        ELSE ABS(t.statistic) > ${options.z} END)`,
      columns: [
        't.event_kind',
        't.month',
        't.observed',
        't.statistic AS score',
        't.low AS compared',
        't.high AS plain_z',
      ],
      records: `LEFT JOIN (
        SELECT kind, community, month, record, place FROM (
          SELECT e.kind, e.community, month_of(e.date) AS month, c.record,
            ROW_NUMBER() OVER (PARTITION BY e.kind, e.community, month_of(e.date) ORDER BY c.fp, c.record) AS place
          FROM events e JOIN event_claims c ON c.event = e.event AND c.own
          JOIN patterns o ON o.rule = 'pattern/outlier' AND o.event_kind = e.kind AND o.community = e.community
            AND o.month = month_of(e.date) AND o.p < ${options.p}) AS ranked
        WHERE place <= ${CITED}) AS r
        ON r.kind = t.event_kind AND r.community = t.community AND r.month = t.month`,
    }),
};
