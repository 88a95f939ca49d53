import { z } from 'zod';
import { DATE_COLUMN } from '../events/cited.js';
import type { Rule } from '../rule.js';
import { hasColumn } from '../women.js';

const options = z.strictObject({ birth_days: z.int().positive(), operation_days: z.int().positive() });

const OPERATIONS = `('iud', 'iud_removal', 'female_sterilisation', 'male_sterilisation', 'implant', 'reversal')`;

/** Communities and months whose visits are kept, and not checks alone. */
const KEPT = `services AS (
      SELECT s.point, MAX(t.service IN ('产后访视', '术后随访')) AS keeps, MAX(t.service IN ('查环', '查孕', '查病')) AS checks
      FROM visits t JOIN sources s ON s.source = t.source GROUP BY s.point
    ), kept AS (
      SELECT DISTINCT v.community, s.month_from, s.month_to FROM coverage v
      JOIN sources s ON s.register = 'visits' AND s.point = v.point AND NOT s.set_aside
      LEFT JOIN services g ON g.point = v.point
      WHERE v.register = 'visits' AND COALESCE(s.community = v.community, TRUE) AND COALESCE(g.keeps OR NOT g.checks, TRUE)
        AND ${hasColumn('visit_date')} AND ${hasColumn('service')}
    )`;

/** Events after which a visit is due, with the service and the days that it may take. */
const dueWithin = (birthDays: number, operationDays: number): string => `due AS (
      SELECT event, community, subject, partner, date, '产后访视' AS service, ${birthDays} AS days
      FROM events WHERE kind = 'birth' AND in_period AND primary_n > 0
      UNION ALL
      SELECT e.event, e.community, e.subject, e.partner, e.date, '术后随访', ${operationDays}
      FROM events e JOIN event_codes k ON k.event = e.event AND k.code IN ${OPERATIONS}
      WHERE e.kind = 'contraception' AND e.in_period
    )`;

/** Visits of the woman or her partner, and the events after which one was made in time. */
const VISITED = `visited AS (
      SELECT n.person, t.service, t.visit_date, t.due_date, t.record FROM visits t
      JOIN named n ON n.record = t.record AND n.role = 'woman' WHERE t.service IN ('产后访视', '术后随访')
    ), of_event AS (
      SELECT d.event, v.visit_date, v.due_date, v.record, d.date, d.days
      FROM due d JOIN visited v ON v.person = d.subject AND v.service = d.service
      UNION ALL
      SELECT d.event, v.visit_date, v.due_date, v.record, d.date, d.days
      FROM due d JOIN visited v ON v.person = d.partner AND v.service = d.service
    ), done AS (
      SELECT DISTINCT event FROM of_event WHERE visit_date BETWEEN date AND add_days(date, days)
    )`;

/** Events whose subject died or left before the time was up. */
const DEPARTED = `departed AS (
      SELECT subject AS person, date FROM events WHERE kind = 'death'
      UNION ALL SELECT subject, CASE code WHEN '流出' THEN date ELSE until END FROM event_claims
        WHERE kind = 'migration' AND is_primary
      UNION ALL SELECT n.person, t.move_date FROM moves t JOIN named n ON n.record = t.record AND n.role = 'self'
        WHERE t.direction = '迁出'
    ), gone_by_then AS (
      SELECT DISTINCT d.event FROM due d JOIN departed x ON x.person = d.subject
      WHERE x.date BETWEEN d.date AND add_days(d.date, d.days)
    )`;

/**
 * No postpartum visit in time after a birth, or no follow-up after an operation, where a visits register was supplied for
 * the community and month. A register that holds checks alone (三查登记) keeps no follow-ups; who died or left before the
 * time was up is not visited.
 */
export const followUpOverdue: Rule<z.infer<typeof options>> = {
  name: 'timing/follow-up-overdue',
  severity: 'warning',
  needs: { all: ['visits'] },
  options,
  defaults: { birth_days: 42, operation_days: 30 },
  title: { zh: '产后、术后随访逾期', en: 'Follow-up overdue' },
  why: {
    zh: '产后 42 天内、手术后 30 天内应当随访；没有记录，不是没有做，就是没有登记。',
    en: 'A visit is due within 42 days of a birth and 30 days of an operation; none on record was not made, or not entered.',
  },
  remedy: {
    zh: '已随访的补登访视登记，未随访的尽快安排。',
    en: 'Enter the visit if it was made; else make it.',
  },
  message: {
    zh: '{person_name} {event_date} 生育或手术，{limit} 天内没有{service}记录。',
    en: '{person_name}: no visit ({service}) within {limit} days of the event of {event_date}.',
  },
  select: ({ options: { birth_days, operation_days } }) => `
    WITH ${KEPT}, ${dueWithin(birth_days, operation_days)}, ${VISITED}, ${DEPARTED}, lacking AS (
      SELECT DISTINCT d.* FROM due d CROSS JOIN run
      JOIN kept k ON k.community = d.community
        AND COALESCE(month_of(add_days(d.date, d.days)) BETWEEN k.month_from AND k.month_to, TRUE)
      LEFT JOIN done ON done.event = d.event LEFT JOIN gone_by_then g ON g.event = d.event
      WHERE done.event IS NULL AND g.event IS NULL AND d.subject > 0 AND days_between(d.date, run.as_of) > d.days
    ), places AS (
      SELECT c.event, c.record, ${DATE_COLUMN} AS columns, 0 AS ordinal, NULL AS cause
      FROM lacking l JOIN event_claims c ON c.event = l.event AND c.kind IN ('birth', 'contraception') AND NOT c.witness
      UNION ALL
      SELECT o.event, o.record, 'visit_date', 1, CONCAT('visit:', CAST(o.record AS STRING))
      FROM lacking l JOIN of_event o ON o.event = l.event
      WHERE COALESCE(o.visit_date, o.due_date) BETWEEN o.date AND add_days(o.date, o.days + 60)
    )
    SELECT CAST(l.event AS STRING) AS finding, p.ordinal, p.record, p.columns, p.cause,
      COALESCE(l.community, '') AS community, l.event, e.subject_name AS person_name, iso(l.date) AS event_date,
      l.service, l.days AS "limit"
    FROM lacking l JOIN places p ON p.event = l.event JOIN events e ON e.event = l.event`,
};
