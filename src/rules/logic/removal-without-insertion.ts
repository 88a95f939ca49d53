import { contradictionRule } from '../contradictions.js';

/** An IUD was taken out of which no record says that it was ever put in. */
export const removalWithoutInsertion = contradictionRule(
  {
    name: 'logic/removal-without-insertion',
    severity: 'notice',
    needs: { all: ['contraception'] },
    silentWithout: ['event_codes'],
    title: { zh: '取环前没有上环记录', en: 'Removal without insertion' },
    why: {
      zh: '取环之前应当上过环；没有上环记录，可能是在外地或建册以前上的，也可能是漏登。',
      en: 'What is taken out was put in before; the insertion lies elsewhere or before the register began, or was not entered.',
    },
    remedy: {
      zh: '问清上环的时间和地点；漏登的补登，人或项目填错的更正。',
      en: 'Find out when and where it was fitted; enter the insertion, or correct the person or the method.',
    },
    message: {
      zh: '{person_name} {event_date} 取环，此前没有上环的记录。',
      en: 'The IUD of {person_name} was removed on {event_date}; no insertion is on record.',
    },
  },
  () => ({
    found: `WITH methods AS (
      SELECT e.event, e.subject, e.date, e.in_period, k.code FROM events e JOIN event_codes k ON k.event = e.event
      WHERE e.kind = 'contraception' AND e.date IS NOT NULL AND e.subject IS NOT NULL
        AND k.code IN ('iud', 'iud_removal')
    ), removals AS (
      SELECT event, subject AS person, date FROM methods WHERE code = 'iud_removal' AND in_period
    ), about AS (
      SELECT person, record FROM named WHERE person IN (SELECT person FROM removals) AND role = 'self'
    ), fitted AS (
      SELECT subject AS person, date FROM methods WHERE code = 'iud'
      UNION ALL SELECT a.person, COALESCE(t.method_date, DATE '1900-01-01') FROM about a
        JOIN women t ON t.record = a.record WHERE t.method = 'iud'
      UNION ALL SELECT a.person, DATE '1900-01-01' FROM about a
        JOIN migrants t ON t.record = a.record WHERE t.method = 'iud'
    )
    SELECT r.event, CAST(NULL AS BIGINT) AS other, CAST(NULL AS DATE) AS other_date
    FROM removals r LEFT JOIN fitted f ON f.person = r.person AND f.date <= r.date
    WHERE f.person IS NULL`,
    cited: `c.kind = 'contraception' AND c.is_primary`,
    columns: `'method service_date'`,
    evidence: { event_date: 'iso(e.date)' },
  }),
);
