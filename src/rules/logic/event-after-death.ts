import { DATE_COLUMN } from '../events/cited.js';
import type { Rule } from '../rule.js';

/** A child may be born so many days after the father's death. */
const POSTHUMOUS = 300;

/** Something is on record of a person after the day on which that person died: one finding a person. */
export const eventAfterDeath: Rule = {
  name: 'logic/event-after-death',
  severity: 'error',
  needs: { all: ['deaths'] },
  title: { zh: '死亡之后还有登记', en: 'Event after death' },
  why: {
    zh: '人死亡以后不会再结婚、生育、手术、流动或接受访视；不是死亡登记有误，就是后来的登记人或日期有误。',
    en: 'The dead do not marry, give birth, move or come to a check; the death is wrong, or a person or date in the later record.',
  },
  remedy: {
    zh: '核对死亡证明的人和日期；死亡属实的，更正或删去之后的登记。',
    en: 'Check person and date of the death certificate; if it is right, correct or delete the later record.',
  },
  message: {
    zh: '{person_name} 登记于 {death_date} 死亡，此后还有登记：{cells}。',
    en: '{person_name} died on {death_date} by the record, and is on record later: {cells}.',
  },
  select: () => `
    WITH dead AS (
      SELECT event, subject AS person, date, in_period FROM events
      WHERE kind = 'death'
    ), acts AS (
      SELECT event, subject AS person, date, in_period FROM events WHERE kind NOT IN ('death', 'enrolment')
      UNION ALL SELECT event, partner, date, in_period FROM events WHERE kind = 'marriage'
      UNION ALL SELECT event, partner, add_days(date, -${POSTHUMOUS}), in_period FROM events WHERE kind = 'birth'
      UNION ALL SELECT event, child, date, in_period FROM events WHERE kind = 'birth'
    ), later AS (
      SELECT d.event AS death, c.record, ${DATE_COLUMN} AS columns
      FROM dead d JOIN acts a ON a.person = d.person AND a.date > d.date
      JOIN event_claims c ON c.event = a.event AND c.date IS NOT NULL
      WHERE a.in_period OR d.in_period
      UNION
      SELECT d.event, t.record, 'visit_date' FROM dead d JOIN named n ON n.person = d.person AND n.role = 'woman'
      JOIN visits t ON t.record = n.record AND t.visit_date > d.date
      UNION
      SELECT d.event, t.record, 'move_date' FROM dead d JOIN named n ON n.person = d.person AND n.role = 'self'
      JOIN moves t ON t.record = n.record AND t.move_date > d.date
    ), places AS (
      SELECT death, record, columns, 1 AS ordinal FROM later
      UNION ALL
      SELECT c.event, c.record, 'death_date', 0 FROM event_claims c
      WHERE c.kind = 'death' AND c.event IN (SELECT death FROM later)
    )
    SELECT CAST(e.event AS STRING) AS finding, p.ordinal, p.record, p.columns, COALESCE(e.community, '') AS community,
      e.event, e.subject_name AS person_name, iso(e.date) AS death_date
    FROM places p JOIN events e ON e.event = p.death`,
};
