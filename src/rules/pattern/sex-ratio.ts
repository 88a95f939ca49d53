import { z } from 'zod';
import { patternRule, TEST_OPTIONS } from '../patterns.js';

const options = z.strictObject(TEST_OPTIONS);

/** Boys and girls among the births of a community, or of all, are not as chance would have them. */
export const sexRatio = patternRule(
  {
    name: 'pattern/sex-ratio',
    severity: 'notice',
    needs: { any: ['births', 'households', 'women'] },
    options,
    defaults: { min_n: 50, p: 0.01 },
    title: { zh: '出生性别比异常', en: 'Unusual sex ratio at birth' },
    why: {
      zh: '没有干预时女婴约占出生的 100/206；偏离过大，可能是某一性别的出生漏报较多。这是统计信号，不是证据。',
      en: 'Girls are about 100 of 206 births; a ratio far from that may mean that births of one sex go unreported. It is a signal, not a proof.',
    },
    remedy: {
      zh: '对照医院等外部名单，核对有没有漏报的出生。',
      en: 'Compare the births with the lists of hospitals, and look for those that were not reported.',
    },
    message: {
      zh: '{community} {n} 例出生的性别比为 {ratio}（95 % 区间 {low}–{high}），精确二项检验 p {p_value}。',
      en: '{community}: sex ratio {ratio} in {n} births (95 % interval {low}–{high}), exact binomial test p {p_value}.',
    },
  },
  ({ min_n, p }) => ({
    min_n,
    p,
    evidence: { ratio: 't.statistic', boys: 't.observed', low: 't.low', high: 't.high' },
  }),
);
