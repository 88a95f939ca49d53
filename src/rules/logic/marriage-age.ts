import { z } from 'zod';
import { ageRule } from '../ages.js';

const options = z.strictObject({ husband: z.int().positive(), wife: z.int().positive() });

/** Husband or wife was under age at the marriage, whichever claim's date of birth one takes. */
export const marriageAge = ageRule(
  {
    name: 'logic/marriage-age',
    severity: 'warning',
    needs: { any: ['marriages', 'women'] },
    options,
    defaults: { husband: 22, wife: 20 },
    title: { zh: '结婚年龄不足', en: 'Under age at marriage' },
    why: {
      zh: '男不满 22 周岁、女不满 20 周岁不能登记结婚；出现这种记录，多半是身份证号或结婚日期填错。',
      en: 'No marriage is registered of a husband under 22 or a wife under 20; mostly an ID or the date is wrong.',
    },
    remedy: {
      zh: '按结婚证核对双方身份证号和结婚日期；没有领证的，婚姻状况应登记为事实婚姻。',
      en: 'Check both IDs and the date against the marriage certificate; without one, it is no registered marriage.',
    },
    message: {
      zh: '{event_date} 结婚时，{person_name} 为 {age} 周岁，不满 {limit} 周岁。',
      en: 'At the marriage of {event_date}, {person_name} was {age}, under {limit}.',
    },
  },
  ({ husband, wife }) => ({
    kind: 'marriage',
    side: `CASE WHEN n.role = 'husband' THEN 'husband' WHEN n.role IN ('wife', 'self') THEN 'wife' END`,
    amiss: `high < CASE side WHEN 'husband' THEN ${husband} ELSE ${wife} END`,
    age: 'high',
    columns: `CASE WHEN s.register = 'women' AND s.side = 'wife' THEN 'id birth_date marriage_date'
        ELSE CONCAT(s.side, '_id marriage_date') END`,
    evidence: { limit: `CASE s.side WHEN 'husband' THEN ${husband} ELSE ${wife} END` },
  }),
);
