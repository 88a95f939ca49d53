import { DAYS, type DayLimit } from '../options.js';
import type { Rule } from '../rule.js';

/** Days by which a birth, and a pregnancy, may begin before the due date. */
const EARLY_BIRTH = 150;
const PREGNANCY = 290;

/**
 * A due date is long past, and no record says anything later of that woman. Silent wherever any record does, whatever
 * it is: the rule asks for a missing entry, and shows nothing else.
 */
export const outcomeUnrecorded: Rule<DayLimit> = {
  name: 'timing/outcome-unrecorded',
  severity: 'notice',
  needs: { all: ['women'] },
  options: DAYS,
  defaults: { days: 60 },
  title: { zh: '预产期已过而没有后续登记', en: 'Nothing recorded after a due date' },
  why: {
    zh: '预产期过了两个月，各处都没有新的记录，登记可能没有更新。',
    en: 'Two months after the due date no register says anything new: the row may not be up to date.',
  },
  remedy: {
    zh: '核对育龄妇女登记，漏登的出生请补登，预产期填错或已不适用的请更正。',
    en: 'Check the row; enter a birth that is missing, correct or clear a due date that is wrong.',
  },
  message: {
    zh: '{person_name} 的预产期为 {due_date}，已过 {overdue} 天，各处没有后续登记。',
    en: 'The due date of {person_name} was {due_date}, {overdue} days ago; no register says anything later.',
  },
  select: ({ options: { days } }) => `
    WITH due AS (
      SELECT c.subject AS person, c.subject_name, c.event, t.record, t.community, t.due_date,
        days_between(t.due_date, run.as_of) AS overdue
      FROM women t CROSS JOIN run JOIN event_claims c ON c.record = t.record AND c.kind = 'enrolment'
      WHERE days_between(t.due_date, run.as_of) > ${days} AND c.subject IS NOT NULL
    ), about AS (
      SELECT d.person, n.record, n.role FROM (SELECT DISTINCT person FROM due) AS d JOIN named n ON n.person = d.person
    ), later AS (
      SELECT a.person, add_days(t.birth_date, ${EARLY_BIRTH}) AS date FROM about a JOIN births t ON t.record = a.record AND a.role = 'mother'
      UNION ALL SELECT c.household_mother, add_days(c.date, ${EARLY_BIRTH}) FROM event_claims c
        WHERE c.household_mother IN (SELECT person FROM due)
      UNION ALL SELECT a.person, add_days(t.last_birth_date, ${EARLY_BIRTH}) FROM about a JOIN women t ON t.record = a.record
      UNION ALL SELECT a.person, add_days(t.method_date, ${PREGNANCY}) FROM about a JOIN women t ON t.record = a.record
      UNION ALL SELECT a.person, add_days(t.service_date, ${PREGNANCY}) FROM about a JOIN contraception t ON t.record = a.record
      UNION ALL SELECT a.person, add_days(t.death_date, ${PREGNANCY}) FROM about a JOIN households t ON t.record = a.record
      UNION ALL SELECT a.person, COALESCE(t.marriage_date, t.first_marriage_date) FROM about a JOIN women t ON t.record = a.record
      UNION ALL SELECT a.person, t.visit_date FROM about a JOIN visits t ON t.record = a.record
      UNION ALL SELECT a.person, t.marriage_date FROM about a JOIN marriages t ON t.record = a.record
      UNION ALL SELECT a.person, COALESCE(t.end_date, t.start_date) FROM about a JOIN migrants t ON t.record = a.record
      UNION ALL SELECT a.person, t.move_date FROM about a JOIN moves t ON t.record = a.record
      UNION ALL SELECT a.person, add_days(t.death_date, ${PREGNANCY}) FROM about a JOIN deaths t ON t.record = a.record
    )
    SELECT CAST(d.person AS STRING) AS finding, 0 AS ordinal, d.record, 'due_date' AS columns,
      COALESCE(d.community, '') AS community, d.event, d.subject_name AS person_name, iso(d.due_date) AS due_date, d.overdue
    FROM due d LEFT JOIN later l ON l.person = d.person AND l.date >= d.due_date
    WHERE l.person IS NULL`,
};
