import { z } from 'zod';
import type { Rule } from '../rule.js';

const options = z.strictObject({
  husband: z.number().int().positive(),
  wife: z.number().int().positive(),
});

/** Husband or wife was under age at the marriage, whichever claim's date of birth one takes. */
export const marriageAge: Rule<z.infer<typeof options>> = {
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
  select: ({ options: { husband, wife } }) => `
    WITH sides AS (
      SELECT e.event, e.date, c.record, c.register, c.own, n.name_key, CASE n.role WHEN 'husband' THEN 'husband' ELSE 'wife' END AS side,
        years_between(n.birth_date, e.date) AS age
      FROM events e JOIN event_claims c ON c.event = e.event AND c.kind = 'marriage'
      JOIN named n ON n.record = c.record AND n.role IN ('wife', 'husband', 'self')
      WHERE e.kind = 'marriage' AND e.in_period AND e.date IS NOT NULL AND NOT c.witness AND n.birth_date IS NOT NULL
    ), young AS (
      SELECT event, side, MAX(age) AS age, MIN(name_key) AS name, CASE side WHEN 'husband' THEN ${husband} ELSE ${wife} END AS age_limit
      FROM sides GROUP BY event, side
      HAVING MAX(age) < CASE side WHEN 'husband' THEN ${husband} ELSE ${wife} END
    )
    SELECT CONCAT(CAST(s.event AS STRING), s.side) AS finding, CASE WHEN s.own THEN 0 ELSE 1 END AS ordinal, s.record,
      CASE WHEN s.register = 'women' AND s.side = 'wife' THEN 'id birth_date marriage_date'
        ELSE CONCAT(s.side, '_id marriage_date') END AS columns,
      COALESCE(e.community, '') AS community, s.event, y.name AS person_name, iso(s.date) AS event_date, y.age,
      y.age_limit AS "limit"
    FROM young y JOIN sides s ON s.event = y.event AND s.side = y.side JOIN events e ON e.event = y.event`,
};
