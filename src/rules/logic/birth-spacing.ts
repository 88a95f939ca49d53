import { z } from 'zod';
import { VAGUE } from '../events/cited.js';
import type { Rule } from '../rule.js';

const options = z.strictObject({
  min_days: z.number().int().positive(),
  max_days: z.number().int().positive(),
});

/** Two births of one mother too near to each other, and too far apart for twins. */
export const birthSpacing: Rule<z.infer<typeof options>> = {
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
  select: ({ options: { min_days, max_days } }) => `
    WITH born AS (
      SELECT event, subject, date, in_period FROM events
      WHERE kind = 'birth' AND subject IS NOT NULL AND date IS NOT NULL AND event NOT IN (${VAGUE})
    ), pairs AS (
      SELECT a.event AS first_event, b.event AS second_event, a.date AS first_date, b.date AS second_date,
        days_between(a.date, b.date) AS days
      FROM born a JOIN born b ON b.subject = a.subject
      WHERE days_between(a.date, b.date) BETWEEN ${min_days} AND ${max_days} AND (a.in_period OR b.in_period)
    ), sides AS (
      SELECT first_event, second_event, second_event AS event, 0 AS ordinal FROM pairs
      UNION ALL SELECT first_event, second_event, first_event, 1 FROM pairs
    )
    SELECT CONCAT(CAST(p.first_event AS STRING), ':', CAST(p.second_event AS STRING)) AS finding, s.ordinal, c.record,
      CASE c.register WHEN 'births' THEN 'birth_date mother_id' ELSE 'last_birth_date' END AS columns,
      COALESCE(e.community, '') AS community, p.second_event AS event, e.subject_name AS person_name,
      iso(p.first_date) AS first_date, iso(p.second_date) AS second_date, p.days
    FROM pairs p JOIN sides s ON s.first_event = p.first_event AND s.second_event = p.second_event
    JOIN event_claims c ON c.event = s.event AND c.kind = 'birth' AND c.register IN ('births', 'women') AND NOT c.witness
    JOIN events e ON e.event = p.second_event`,
};
