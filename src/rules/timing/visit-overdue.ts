import { DAYS, type DayLimit } from '../options.js';
import type { Rule } from '../rule.js';
import { hasColumn } from '../women.js';

/** A visit or check was due some time ago and has no date; the dead are not visited. */
export const visitOverdue: Rule<DayLimit> = {
  name: 'timing/visit-overdue',
  severity: 'warning',
  needs: { all: ['visits'] },
  options: DAYS,
  defaults: { days: 30 },
  title: { zh: '访视逾期', en: 'Visit overdue' },
  why: {
    zh: '应访日期已过而没有访视日期，不是没有做，就是做了没有登记。',
    en: 'The due date is past and no visit is on record: it was not made, or not entered.',
  },
  remedy: {
    zh: '已访的补填访视日期，未访的尽快安排。',
    en: 'Enter the date if the visit was made; else make it.',
  },
  message: {
    zh: '{person_name} 的{service}应于 {due_date} 进行，逾期 {overdue} 天没有访视日期。',
    en: 'The visit ({service}) of {person_name} was due on {due_date}; {overdue} days later it has no date.',
  },
  select: ({ options: { days } }) => `
    SELECT CONCAT(CAST(n.person AS STRING), ':', COALESCE(t.service, ''), ':', iso(t.due_date)) AS finding, 0 AS ordinal,
      t.record, 'visit_date due_date' AS columns, COALESCE(t.community, '') AS community, n.name_key AS person_name,
      t.service, iso(t.due_date) AS due_date, days_between(t.due_date, run.as_of) AS overdue,
      CONCAT('visit:', CAST(t.record AS STRING)) AS covers
    FROM visits t JOIN sources s ON s.source = t.source CROSS JOIN run
    JOIN named n ON n.record = t.record AND n.role = 'woman' AND n.register = 'visits'
    LEFT JOIN (SELECT subject, date FROM events WHERE kind = 'death') AS d ON d.subject = n.person AND d.date <= t.due_date
    WHERE t.visit_date IS NULL AND days_between(t.due_date, run.as_of) > ${days} AND d.subject IS NULL
      AND ${hasColumn('visit_date')}`,
};
