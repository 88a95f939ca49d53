import { eventRules } from './event-rules.js';
import { FULL_DATE, identifiedPerson } from './mismatched.js';

/** Twins may share a parity or count on (docs/domain.md#one-event-or-two), so theirs are not compared. */
const NO_TWIN = {
  where: 'twin.event IS NULL',
  join: `LEFT JOIN (SELECT DISTINCT e.event FROM events e JOIN events o ON o.subject = e.subject AND o.date = e.date
      AND o.event <> e.event AND o.kind = 'birth'
    WHERE e.kind = 'birth') AS twin ON twin.event = c.event`,
};

/** What is wrong with the claims of one kind of event: birth. */
export const birthRules = eventRules({
  kind: 'birth',
  also: ['households', 'women'],
  name: { zh: '出生', en: 'Birth' },
  event: {
    zh: '{event_date} 的出生（母亲 {person_name}）',
    en: 'The birth of {event_date} (mother {person_name})',
  },
  omitted: {
    why: {
      zh: '孩子出生后，户卡、台账和信息系统都应当有这一条；缺一处就是漏报。',
      en: 'A birth stands on the card, in the ledger and in the system; where one lacks it, it was omitted.',
    },
    remedy: {
      zh: '核对出生医学证明，确认属实后补登到所缺之处；如果是误报，请更正已有的记录。',
      en: 'Check the birth certificate; enter the birth where it is missing, or correct the record if it is wrong.',
    },
  },
  compared: [
    {
      name: 'date',
      value: FULL_DATE,
      columns: { births: 'birth_date', households: 'birth_date', women: 'last_birth_date' },
    },
    { name: 'sex', value: 'c.sex', columns: { births: 'child_sex', households: 'sex' } },
    { name: 'parity', value: 'CAST(c.number AS STRING)', columns: { births: 'parity' }, ...NO_TWIN },
    { name: 'mother', value: identifiedPerson('subject'), columns: { births: 'mother_id' } },
    { name: 'child_name', value: 'c.child_name', columns: { births: 'child_name', households: 'name' } },
  ],
});
