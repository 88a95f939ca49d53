import { z } from 'zod';
import { patternRule, TEST_OPTIONS } from '../patterns.js';

const options = z.strictObject({ ...TEST_OPTIONS, whipple: z.number().min(100).max(500) });

/** Ages on the cards of a community end in 0 and 5 too often. */
export const ageHeaping = patternRule(
  {
    name: 'pattern/age-heaping',
    severity: 'notice',
    needs: { all: ['households'] },
    options,
    defaults: { min_n: 500, p: 0.01, whipple: 125 },
    title: { zh: '年龄堆积', en: 'Age heaping' },
    why: {
      zh: '年龄末位 0 和 5 应占五分之一（惠普尔指数 100）；明显偏多，说明出生日期是估填的。',
      en: 'A fifth of ages end in 0 or 5 (Whipple’s index 100); many more mean that birth dates were estimated.',
    },
    remedy: {
      zh: '按身份证件核对户卡上的出生日期，先查年龄为整五、整十的。',
      en: 'Compare birth dates on the cards with identity documents, those of round ages first.',
    },
    message: {
      zh: '{community}{point} {n} 人（23–62 岁）的惠普尔指数为 {whipple}，二项检验 p {p_value}（{detail}）。',
      en: '{community}, {point}: Whipple’s index {whipple} over {n} people aged 23 to 62, binomial test p {p_value} ({detail}).',
    },
  },
  ({ min_n, p, whipple }) => ({
    min_n,
    p,
    where: `t.statistic > ${whipple}`,
    evidence: { whipple: 't.statistic', round_ages: 't.observed' },
  }),
);
