import { contradictionRule } from '../contradictions.js';
import { SOME_DAYS } from '../options.js';

/**
 * An IUD stands on record as in place when the pregnancy was under way: fitted before, and neither removed nor followed
 * by another method or birth until then.
 */
export const birthWithIud = contradictionRule(
  {
    name: 'logic/birth-with-iud',
    severity: 'warning',
    needs: { any: ['contraception', 'women'] },
    options: SOME_DAYS,
    defaults: { days: 190 },
    silentWithout: ['event_codes'],
    title: { zh: '带环生育', en: 'Birth with an IUD on record' },
    why: {
      zh: '按记录生育前 190 天环仍在位；多半是取环没有登记，或手术日期、人填错。',
      en: 'By the records an IUD was in place 190 days before the birth; mostly its removal was not entered, or a date or person is wrong.',
    },
    remedy: {
      zh: '核对上环、取环记录；已取环或脱落的请补登，填错的请更正。',
      en: 'Check the insertion and removal; enter the removal, or correct the record that is wrong.',
    },
    message: {
      zh: '{person_name} 于 {event_date} 生育，而 {operation_date} 上的环没有取出的记录。',
      en: '{person_name} gave birth on {event_date}, and the IUD of {operation_date} has no removal on record.',
    },
  },
  ({ days }) => ({
    found: `WITH methods AS (
      SELECT e.event, e.subject, e.date, k.code FROM events e JOIN event_codes k ON k.event = e.event
      WHERE e.kind = 'contraception'
    ), candidates AS (
      SELECT b.event, m.event AS operation, m.subject AS person, m.date AS operation_date, b.date
      FROM methods m JOIN events b ON b.subject = m.subject AND b.kind = 'birth' AND b.in_period
      WHERE m.code = 'iud' AND days_between(m.date, b.date) >= ${days}
    ), endings AS (
      SELECT subject AS person, date FROM methods WHERE code <> 'iud'
      UNION ALL SELECT subject, date FROM events WHERE kind = 'birth'
      UNION ALL SELECT w.subject, t.method_date FROM event_claims w JOIN women t ON t.record = w.record
        WHERE w.kind = 'enrolment' AND w.subject IN (SELECT person FROM candidates) AND t.method <> 'iud'
    )
    SELECT c.event, c.operation AS other, MAX(c.operation_date) OVER (PARTITION BY c.event) AS other_date FROM candidates c
    LEFT JOIN endings x ON x.person = c.person AND x.date > c.operation_date AND x.date <= add_days(c.date, -${days})
    WHERE x.person IS NULL`,
    evidence: { event_date: 'iso(e.date)', operation_date: 'iso(s.other_date)' },
  }),
);
