import { eventRules } from './event-rules.js';
import { FULL_DATE } from './mismatched.js';

/** 结扎 alone says neither whose: it agrees with both. */
const METHOD = `CASE WHEN c.code = 'sterilisation' THEN NULL ELSE c.code END`;

/** What is wrong with the claims of one kind of event: contraception. */
export const contraceptionRules = eventRules({
  kind: 'contraception',
  also: ['women'],
  name: { zh: '节育', en: 'Contraception' },
  event: { zh: '{person_name} {event_date} 的节育措施', en: 'The method of {person_name}, {event_date},' },
  omitted: {
    why: {
      zh: '落实、取出、复通等手术应当在各处登记中都有；缺一处就是漏报。',
      en: 'An operation stands in every register that keeps them; where one lacks it, it was omitted.',
    },
    remedy: {
      zh: '核对手术记录，确认属实后补登到所缺之处；如果是误报，请更正已有的记录。',
      en: 'Check the record of the operation; enter it where it is missing, or correct the record if it is wrong.',
    },
  },
  compared: [
    { name: 'date', value: FULL_DATE, columns: { contraception: 'service_date', women: 'method_date' } },
    { name: 'method', value: METHOD, columns: { contraception: 'method', women: 'method' } },
  ],
});
