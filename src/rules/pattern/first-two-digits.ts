import { z } from 'zod';
import { patternRule, TEST_OPTIONS } from '../patterns.js';

const options = z.strictObject({ ...TEST_OPTIONS, deviation: z.number().positive() });

/** The first two digits of reported counts are not as Benford's law has them. */
export const firstTwoDigits = patternRule(
  {
    name: 'pattern/first-two-digits',
    severity: 'notice',
    needs: { all: ['figures'] },
    options,
    defaults: { min_n: 1000, p: 0.0001, deviation: 22 },
    title: { zh: '前两位数字分布异常', en: 'First two digits unevenly spread' },
    why: {
      zh: '大小相差千倍以上的一批实数，前两位数字 10 到 99 应当按本福德定律递减；偏离明显，可能是估填或照抄。真实数据有时也不合这一定律，不能单凭它下结论。',
      en: 'The first two digits of real counts that span three orders of magnitude fall off from 10 to 99 as Benford’s law says; a clear deviation suggests estimates or copies. Genuine data sometimes deviate too: nothing follows from it alone.',
    },
    remedy: {
      zh: '看哪些开头的数字偏多，抽几个与台账重新点算。',
      en: 'See which beginnings are too frequent, and recount some of these figures from the ledgers.',
    },
    message: {
      zh: '{community} {n} 个上报数的前两位数字不合本福德定律，平均绝对差 {deviation}（万分之），卡方（自由度 89）= {chi_square}，p {p_value}。',
      en: '{community}: the first two digits of {n} reported counts deviate from Benford’s law, mean absolute deviation {deviation} in ten thousand, chi-square (89 df) = {chi_square}, p {p_value}.',
    },
  },
  ({ min_n, p, deviation }) => ({
    min_n,
    p,
    where: `t.low > ${deviation}`,
    evidence: { chi_square: 't.statistic', deviation: 't.low' },
  }),
);
