import { eventRules } from './event-rules.js';
import { FULL_DATE, identifiedPerson } from './mismatched.js';

/** What is wrong with the claims of one kind of event: marriage. */
export const marriageRules = eventRules({
  kind: 'marriage',
  also: ['women'],
  name: { zh: '婚姻', en: 'Marriage' },
  event: {
    zh: '{event_date} 的结婚（女方 {person_name}）',
    en: 'The marriage of {event_date} (wife {person_name})',
  },
  omitted: {
    why: {
      zh: '结婚应当在女方居住地的各处登记中都有；缺一处就是漏报。',
      en: 'A marriage stands in every register of the place where the wife lives; where one lacks it, it was omitted.',
    },
    remedy: {
      zh: '核对结婚证，确认属实后补登到所缺之处；如果是误报，请更正已有的记录。',
      en: 'Check the marriage certificate; enter the marriage where it is missing, or correct the record if it is wrong.',
    },
  },
  compared: [
    { name: 'date', value: FULL_DATE, columns: { marriages: 'marriage_date', women: 'marriage_date' } },
    { name: 'wife', value: identifiedPerson('subject'), columns: { marriages: 'wife_id', women: 'id' } },
    {
      name: 'husband',
      value: identifiedPerson('partner'),
      columns: { marriages: 'husband_id', women: 'husband_id' },
    },
    { name: 'wife_order', value: 'c.subject_order', columns: { marriages: 'wife_order' } },
    { name: 'husband_order', value: 'c.partner_order', columns: { marriages: 'husband_order' } },
  ],
});
