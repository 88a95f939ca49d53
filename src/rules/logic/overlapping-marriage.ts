import type { Rule } from '../rule.js';

/** One person married twice, both times for the first time, with no death of the first spouse between. */
export const overlappingMarriage: Rule = {
  name: 'logic/overlapping-marriage',
  severity: 'error',
  needs: { all: ['marriages'] },
  title: { zh: '两次都是初婚', en: 'Two first marriages' },
  why: {
    zh: '一个人只能初婚一次；两条婚姻登记都写初婚，不是婚次填错，就是人填错。',
    en: 'Nobody marries for the first time twice; an order or a person is wrong.',
  },
  remedy: {
    zh: '核对两本结婚证，后一次改为再婚或复婚；前一段婚姻怎样结束的，请补登。',
    en: 'Check both certificates; make the later one a remarriage, and enter how the earlier marriage ended.',
  },
  message: {
    zh: '{person_name} 在 {first_date} 和 {second_date} 的两次结婚都登记为初婚。',
    en: '{person_name} married on {first_date} and on {second_date}, both times as a first marriage.',
  },
  select: () => `
    WITH orders AS (
      SELECT event, MIN(subject_order) AS wife_order, MAX(subject_order) AS wife_high,
        MIN(partner_order) AS husband_order, MAX(partner_order) AS husband_high
      FROM event_claims WHERE kind = 'marriage' AND is_primary GROUP BY event
    ), firsts AS (
      SELECT e.event, e.subject AS person, e.partner AS spouse, e.date, e.in_period, 'wife' AS side
      FROM events e JOIN orders o ON o.event = e.event WHERE o.wife_order = '初婚' AND o.wife_high = '初婚'
      UNION ALL
      SELECT e.event, e.partner, e.subject, e.date, e.in_period, 'husband'
      FROM events e JOIN orders o ON o.event = e.event WHERE o.husband_order = '初婚' AND o.husband_high = '初婚'
    ), pairs AS (
      SELECT a.event AS first_event, b.event AS second_event, a.date AS first_date, b.date AS second_date, a.side,
        a.person
      FROM firsts a JOIN firsts b ON b.person = a.person AND b.side = a.side AND b.date > a.date
      LEFT JOIN (SELECT subject, date FROM events WHERE kind = 'death') AS d
        ON d.subject = a.spouse AND d.date BETWEEN a.date AND b.date
      WHERE a.spouse <> b.spouse AND b.in_period AND d.subject IS NULL
    ), sides AS (
      SELECT *, second_event AS event, 0 AS ordinal FROM pairs UNION ALL SELECT *, first_event, 1 FROM pairs
    )
    SELECT CONCAT(CAST(s.first_event AS STRING), ':', CAST(s.second_event AS STRING), s.side) AS finding, s.ordinal,
      c.record, CONCAT(s.side, '_order ', s.side, '_id') AS columns, COALESCE(e.community, '') AS community,
      s.second_event AS event, n.name_key AS person_name, iso(s.first_date) AS first_date,
      iso(s.second_date) AS second_date
    FROM sides s JOIN event_claims c ON c.event = s.event AND c.is_primary AND NOT c.witness
    JOIN named n ON n.record = c.record AND n.role = s.side JOIN events e ON e.event = s.second_event`,
};
