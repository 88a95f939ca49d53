import { eventRules } from './event-rules.js';
import { FULL_DATE } from './mismatched.js';

/** A stay whose other end is an audited community that knows nothing of it, at no point. */
const OTHER_ENDS = `SELECT 'migration/omitted' AS rule, CONCAT('end:', CAST(e.event AS STRING)) AS finding, 0 AS ordinal, c.record, '' AS columns,
    COALESCE(e.community, '') AS community, CAST(NULL AS BIGINT) AS event, 'error' AS severity,
    CONCAT(v.point, '|migrants|', m.community) AS missing,
    CONCAT('event:', CAST(e.event AS STRING)) AS cause, CAST(NULL AS STRING) AS covers, FALSE AS unconfirmed,
    e.subject_name AS person_name, iso(e.date) AS event_date
  FROM missing_ends m JOIN events e ON e.event = m.event
  JOIN event_claims c ON c.event = m.event AND c.is_primary
  JOIN coverage v ON v.register = 'migrants' AND v.community = m.community`;

/** What is wrong with the claims of one kind of event: migration. */
export const migrationRules = eventRules({
  kind: 'migration',
  name: { zh: '流动', en: 'Migration' },
  event: { zh: '{person_name} {event_date} 的流动', en: 'The stay of {person_name} from {event_date}' },
  omitted: {
    why: {
      zh: '流入、流出的人应当在各处登记中都有，流出地和流入地两头也应当对得上；缺一处就是漏登。',
      en: 'A stay stands in every register that keeps stays, and at both of its ends; where one lacks it, it was omitted.',
    },
    remedy: {
      zh: '核对居住情况，确认属实后补登到所缺之处，并通知另一头的社区；已经离开的请登记离开日期。',
      en: 'Check where the person lives; enter the stay where it is missing and tell the community at the other end, or record its end.',
    },
  },
  besides: OTHER_ENDS,
  compared: [
    { name: 'date', value: FULL_DATE, columns: { migrants: 'start_date' } },
    { name: 'direction', value: 'c.code', columns: { migrants: 'direction' } },
    { name: 'certificate', value: 'c.certificate', columns: { migrants: 'certificate_no' } },
  ],
  by: `COALESCE(c.community, '')`,
});
