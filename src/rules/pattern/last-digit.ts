import { z } from 'zod';
import { patternRule, TEST_OPTIONS } from '../patterns.js';

const options = z.strictObject(TEST_OPTIONS);

/** Last digits of reported counts prefer some digits. */
export const lastDigit = patternRule(
  {
    name: 'pattern/last-digit',
    severity: 'notice',
    needs: { all: ['figures'] },
    options,
    defaults: { min_n: 50, p: 0.01 },
    title: { zh: '末位数字分布异常', en: 'Last digits unevenly spread' },
    why: {
      zh: '三位以上的实数，末位 0 到 9 应当大致一样多；偏爱某些数字可能是估填。真实数据有时也通不过这项检验，不能单凭它下结论。',
      en: 'Last digits of real counts of three digits and more are about equally frequent; favourites suggest estimates. Genuine data sometimes fail this test too: nothing follows from it alone.',
    },
    remedy: { zh: '抽几个数字与台账重新点算。', en: 'Recount some of the figures from the ledgers.' },
    message: {
      zh: '{community} {n} 个上报数的末位数字分布不均，卡方（自由度 9）= {chi_square}，p {p_value}。',
      en: '{community}: last digits of {n} reported counts are unevenly spread, chi-square (9 df) = {chi_square}, p {p_value}.',
    },
  },
  ({ min_n, p }) => ({ min_n, p, evidence: { chi_square: 't.statistic' } }),
);
