import { z } from 'zod';
import type { Rule } from '../rule.js';

const options = z.strictObject({
  min: z.number().int().nonnegative(),
  max: z.number().int().positive(),
  impossible_below: z.number().int().nonnegative(),
  impossible_above: z.number().int().positive(),
});

/** The mother was too young or too old at a birth, whichever claim's date of birth one takes. */
export const motherAge: Rule<z.infer<typeof options>> = {
  name: 'logic/mother-age',
  severity: 'warning',
  needs: { any: ['births', 'women'] },
  options,
  defaults: { min: 15, max: 49, impossible_below: 12, impossible_above: 60 },
  title: { zh: '母亲生育年龄异常', en: 'Mother’s age at birth' },
  why: {
    zh: '生育年龄绝大多数在 15 到 49 岁之间；超出的多半是母亲身份证号、姓名或出生日期填错。',
    en: 'Mothers are nearly always 15 to 49; outside that the mother’s ID, her name or a date is mostly wrong.',
  },
  remedy: {
    zh: '按出生医学证明核对母亲的身份证号和孩子的出生日期，填错的更正；确属实情的请在备注中说明。',
    en: 'Check the mother’s ID and the date of birth against the birth certificate; note it where it is true.',
  },
  message: {
    zh: '{event_date} 的出生，母亲 {person_name} 当时 {age} 岁，不在 {min} 至 {max} 岁之间。',
    en: 'At the birth of {event_date} the mother {person_name} was {age} years old, not {min} to {max}.',
  },
  select: ({ options: { min, max, impossible_below, impossible_above } }) => `
    WITH mothers AS (
      SELECT e.event, e.date, c.record, c.register, c.own, c.fp, n.name_key,
        years_between(n.birth_date, e.date) AS age
      FROM events e JOIN event_claims c ON c.event = e.event AND c.kind = 'birth'
      JOIN named n ON n.record = c.record AND n.role = CASE c.register WHEN 'births' THEN 'mother' ELSE 'self' END
      WHERE e.kind = 'birth' AND e.in_period AND e.date IS NOT NULL AND c.register IN ('births', 'women')
        AND NOT c.witness AND n.birth_date IS NOT NULL
    ), aged AS (
      SELECT event, CASE WHEN MAX(age) < ${min} THEN MAX(age) ELSE MIN(age) END AS age, MIN(name_key) AS name
      FROM mothers GROUP BY event HAVING MAX(age) < ${min} OR MIN(age) > ${max}
    )
    SELECT CAST(m.event AS STRING) AS finding, CASE WHEN m.own THEN 0 ELSE 1 END AS ordinal, m.record,
      CASE m.register WHEN 'births' THEN 'mother_id birth_date' ELSE 'id birth_date last_birth_date' END AS columns,
      COALESCE(e.community, '') AS community, m.event,
      CASE WHEN a.age < ${impossible_below} OR a.age > ${impossible_above} THEN 'error' ELSE 'warning' END AS severity,
      a.name AS person_name, iso(m.date) AS event_date, a.age, ${min} AS min, ${max} AS max
    FROM aged a JOIN mothers m ON m.event = a.event JOIN events e ON e.event = a.event`,
};
