import { z } from 'zod';
import { ageRule } from '../ages.js';

const options = z.strictObject({
  min: z.int().nonnegative(),
  max: z.int().positive(),
  impossible_below: z.int().nonnegative(),
  impossible_above: z.int().positive(),
});

/** The mother was too young or too old at a birth, whichever claim's date of birth one takes. */
export const motherAge = ageRule(
  {
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
  },
  ({ min, max, impossible_below, impossible_above }) => ({
    kind: 'birth',
    side: `CASE WHEN c.register = 'births' AND n.role = 'mother' OR c.register = 'women' AND n.role = 'self' THEN '' END`,
    amiss: `high < ${min} OR low > ${max}`,
    age: `CASE WHEN high < ${min} THEN high ELSE low END`,
    columns: `CASE s.register WHEN 'births' THEN 'mother_id birth_date' ELSE 'id birth_date last_birth_date' END`,
    severity: `CASE WHEN y.age < ${impossible_below} OR y.age > ${impossible_above} THEN 'error' ELSE 'warning' END`,
    evidence: { min: String(min), max: String(max) },
  }),
);
