import { z } from 'zod';
import { contradictionRule } from '../contradictions.js';
import { VAGUE } from '../events/cited.js';

const options = z.strictObject({ min_days: z.int().positive(), max_days: z.int().positive() });

/** Two births of one mother too near to each other, and too far apart for twins. */
export const birthSpacing = contradictionRule(
  {
    name: 'logic/birth-spacing',
    severity: 'error',
    needs: { any: ['births', 'women'] },
    options,
    defaults: { min_days: 2, max_days: 210 },
    title: { zh: '两次生育间隔过短', en: 'Births too close together' },
    why: {
      zh: '同一位母亲的两次生育不可能只隔几天到七个月；多半是某个出生日期或母亲身份证号填错，或同一个孩子登记了两次。',
      en: 'One mother cannot give birth twice within days to seven months; a date or the mother’s ID is wrong, or one child stands twice.',
    },
    remedy: {
      zh: '按出生医学证明核对两个孩子的出生日期和母亲；双胞胎应填同一日期，同一个孩子请删去一条。',
      en: 'Check both dates and mothers against the birth certificates; give twins one date, delete a child entered twice.',
    },
    message: {
      zh: '母亲 {person_name} 两次生育（{first_date} 与 {second_date}）只隔 {days} 天。',
      en: 'Two births of the mother {person_name} ({first_date} and {second_date}) are only {days} days apart.',
    },
  },
  ({ min_days, max_days }) => ({
    found: `WITH born AS (
      SELECT event, subject, date, in_period FROM events
      WHERE kind = 'birth' AND subject IS NOT NULL AND date IS NOT NULL AND event NOT IN (${VAGUE})
    )
    SELECT b.event, a.event AS other, a.date AS other_date FROM born a JOIN born b ON b.subject = a.subject
    WHERE days_between(a.date, b.date) BETWEEN ${min_days} AND ${max_days} AND (a.in_period OR b.in_period)`,
    finding: `CONCAT(CAST(f.other AS STRING), ':', CAST(f.event AS STRING))`,
    cited: `c.kind = 'birth' AND c.register IN ('births', 'women') AND NOT c.witness`,
    columns: `CASE c.register WHEN 'births' THEN 'birth_date mother_id' ELSE 'last_birth_date' END`,
    evidence: {
      first_date: 'iso(s.other_date)',
      second_date: 'iso(e.date)',
      days: 'days_between(s.other_date, e.date)',
    },
  }),
);
