import { hasColumn, womenRule } from '../women.js';

/** A management class that contradicts the rest of the row: 协管 is with an employer, 流动 lives elsewhere. */
export const classDiffers = womenRule(
  {
    name: 'logic/class-differs',
    severity: 'warning',
    title: { zh: '管理类别与其他栏矛盾', en: 'Management class contradicted' },
    why: {
      zh: '协管的妇女有工作单位，流动的妇女不是本地常住；矛盾就说明管理类别或另一栏填错。',
      en: 'A woman managed with her employer has one, and a migrant is no permanent resident; else one of the cells is wrong.',
    },
    remedy: {
      zh: '核实工作单位和居住状态，更正管理类别或补填所缺的一栏。',
      en: 'Find out employer and residence; correct the class or fill in what is missing.',
    },
    message: {
      zh: '{person_name} 的管理类别与其他栏矛盾：{cells}。',
      en: 'The management class of {person_name} is contradicted: {cells}.',
    },
  },
  () => ({
    where: `(t.management_class = '协管' AND t.employer IS NULL AND ${hasColumn('employer')})
        OR (t.management_class = '流动' AND t.residence = '常住')`,
    columns: `CASE t.management_class WHEN '协管' THEN 'management_class employer' ELSE 'management_class residence' END`,
  }),
);
