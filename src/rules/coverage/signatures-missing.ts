import { z } from 'zod';
import type { Rule } from '../rule.js';

const options = z.strictObject({ min: z.number().int().positive() });

/** A visit was made with fewer signatures than it takes; where their number is blank, nobody counted them. */
export const signaturesMissing: Rule<z.infer<typeof options>> = {
  name: 'coverage/signatures-missing',
  severity: 'notice',
  needs: { all: ['visits'] },
  options,
  defaults: { min: 5 },
  title: { zh: '访视签字不足', en: 'Signatures missing' },
  why: {
    zh: '访视记录要有规定人数的签字；签字不足，说明有人没有到场或没有核对。',
    en: 'A visit is signed by a fixed number of people; fewer signatures mean that somebody was not there.',
  },
  remedy: {
    zh: '请当时到场的人补签；实际没有到场的，重新访视。',
    en: 'Have those who were there sign; if they were not, visit again.',
  },
  message: {
    zh: '{person_name} {visit_date} 的{service}只有 {signatures} 个签字，应有 {min} 个。',
    en: 'The visit ({service}) of {person_name} on {visit_date} has {signatures} signatures, not {min}.',
  },
  select: ({ options: { min } }) => `
    SELECT CONCAT(CAST(n.person AS STRING), ':', COALESCE(t.service, ''), ':', iso(t.visit_date)) AS finding, 0 AS ordinal,
      t.record, 'signatures' AS columns, COALESCE(t.community, '') AS community, n.name_key AS person_name,
      t.service, iso(t.visit_date) AS visit_date, t.signatures, ${min} AS min
    FROM visits t JOIN named n ON n.record = t.record AND n.role = 'woman'
    WHERE t.visit_date IS NOT NULL AND t.signatures < ${min}`,
};
