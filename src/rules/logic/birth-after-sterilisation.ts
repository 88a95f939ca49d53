import { contradictionRule } from '../contradictions.js';
import { SOME_DAYS } from '../options.js';

/**
 * A birth long after the mother's sterilisation, or after that of the man whom it names as father, with no reversal
 * between. A male sterilisation is recorded under the wife or under the man himself.
 */
export const birthAfterSterilisation = contradictionRule(
  {
    name: 'logic/birth-after-sterilisation',
    severity: 'error',
    needs: { any: ['contraception', 'women'] },
    options: SOME_DAYS,
    defaults: { days: 300 },
    silentWithout: ['event_codes'],
    title: { zh: '绝育后生育', en: 'Birth after sterilisation' },
    why: {
      zh: '绝育 300 天以后又有生育而没有复通记录，出生、绝育两条记录中必有一条有误，或漏登了复通。',
      en: 'A birth more than 300 days after a sterilisation without a reversal: one of the records is wrong, or the reversal is missing.',
    },
    remedy: {
      zh: '核对手术凭证和出生医学证明：手术的人、项目、日期，孩子的父母；做过复通的请补登。',
      en: 'Check the operation (who, what, when) and the parents of the child; enter the reversal if there was one.',
    },
    message: {
      zh: '{person_name} 于 {event_date} 生育，而 {operation_date} 已登记绝育，其间没有复通。',
      en: '{person_name} gave birth on {event_date} though a sterilisation of {operation_date} is on record, with no reversal between.',
    },
  },
  ({ days }) => ({
    found: `WITH operations AS (
      SELECT e.event, e.subject, e.partner, e.date, k.code FROM events e JOIN event_codes k ON k.event = e.event
      WHERE e.kind = 'contraception' AND e.date IS NOT NULL
        AND k.code IN ('female_sterilisation', 'male_sterilisation', 'reversal')
    ), sterilised AS (
      SELECT event, subject AS person, date, 'mother' AS parent FROM operations WHERE code = 'female_sterilisation'
      UNION ALL SELECT event, subject, date, 'father' FROM operations WHERE code = 'male_sterilisation'
      UNION ALL SELECT event, partner, date, 'father' FROM operations WHERE code = 'male_sterilisation'
    ), reversed AS (
      SELECT subject AS person, date FROM operations WHERE code = 'reversal'
      UNION ALL SELECT partner, date FROM operations WHERE code = 'reversal'
    ), parents AS (
      SELECT event, subject AS person, date, 'mother' AS parent FROM events WHERE kind = 'birth' AND in_period
      UNION ALL SELECT event, partner, date, 'father' FROM events WHERE kind = 'birth' AND in_period
    )
    SELECT b.event, s.event AS other, MIN(s.date) OVER (PARTITION BY b.event) AS other_date
    FROM sterilised s JOIN parents b ON b.person = s.person AND b.parent = s.parent
    LEFT JOIN reversed r ON r.person = s.person AND r.date > s.date AND r.date < b.date
    WHERE days_between(s.date, b.date) > ${days} AND r.person IS NULL`,
    evidence: { event_date: 'iso(e.date)', operation_date: 'iso(s.other_date)' },
  }),
);
