import { z } from 'zod';
import { patternRule } from '../patterns.js';

const options = z.strictObject({ min_n: z.int().positive(), index: z.number().positive() });

/** Men and women by five-year age group jump from group to group. */
export const ageSexAccuracy = patternRule(
  {
    name: 'pattern/age-sex-accuracy',
    severity: 'notice',
    needs: { all: ['households'] },
    options,
    defaults: { min_n: 20_000, index: 40 },
    title: { zh: '年龄性别结构异常', en: 'Irregular structure by age and sex' },
    why: {
      zh: '相邻五岁组的人数和性别比变化平缓。联合国年龄性别准确性指数低于 20 为准确，20 到 40 为不准确，高于 40 为很不准确：可能有整组人漏登，或出生日期、性别成批填错。出生高峰和大量流动也会使它升高。',
      en: 'Numbers and sex ratios of neighbouring five-year groups change little. The age–sex accuracy index of the United Nations is below 20 where data are accurate, 20 to 40 where they are not, above 40 where they are highly inaccurate: people of some ages are missing, or birth dates or sexes are wrong in bulk. Baby booms and heavy migration raise it too.',
    },
    remedy: {
      zh: '按五岁组分性别列出人数，先查突然变多或变少的组。',
      en: 'List men and women by five-year group, and begin with groups that rise or fall suddenly.',
    },
    message: {
      zh: '{point} {n} 人（0–74 岁）的联合国年龄性别准确性指数为 {score}（已扣除随机波动）。',
      en: '{point}: the United Nations age–sex accuracy index is {score} over {n} people aged 0 to 74 (less what chance adds).',
    },
  },
  ({ min_n, index }) => ({
    min_n,
    p: 1,
    where: `t.statistic > ${index}`,
    evidence: { score: 't.statistic' },
  }),
);
