import { eventRules } from './event-rules.js';
import { type ComparedValue, FULL_DATE, identifiedPerson } from './mismatched.js';

const COMPARED: readonly ComparedValue[] = [
  { name: 'date', value: FULL_DATE, columns: { marriages: 'marriage_date', women: 'marriage_date' } },
  { name: 'wife', value: identifiedPerson('subject'), columns: { marriages: 'wife_id', women: 'id' } },
  {
    name: 'husband',
    value: identifiedPerson('partner'),
    columns: { marriages: 'husband_id', women: 'husband_id' },
  },
  { name: 'wife_order', value: 'c.subject_order', columns: { marriages: 'wife_order' } },
  { name: 'husband_order', value: 'c.partner_order', columns: { marriages: 'husband_order' } },
];

/** What is wrong with the claims of one kind of event: marriage. */
export const marriage = eventRules({
  kind: 'marriage',
  primary: 'marriages',
  claimed: ['marriages', 'women'],
  omitted: {
    title: {
      zh: '婚姻漏报',
      en: 'Marriage omitted',
    },
    why: {
      zh: '结婚应当在女方居住地的各处登记中都有；缺一处就是漏报。',
      en: 'A marriage stands in every register of the place where the wife lives; where one lacks it, it was omitted.',
    },
    remedy: {
      zh: '核对结婚证，确认属实后补登到所缺之处；如果是误报，请更正已有的记录。',
      en: 'Check the marriage certificate; enter the marriage where it is missing, or correct the record if it is wrong.',
    },
    message: {
      zh: '{event_date} 的结婚（女方 {person_name}）：{missing}没有，见所列登记。',
      en: 'The marriage of {event_date} (wife {person_name}) is missing from {missing}; see the records listed.',
    },
  },
  duplicated: {
    title: {
      zh: '婚姻重报',
      en: 'Marriage duplicated',
    },
    message: {
      zh: '{event_date} 的结婚（女方 {person_name}），{point}登记了 {times} 次。',
      en: 'The marriage of {event_date} (wife {person_name}) is entered {times} times at {point}.',
    },
  },
  mismatched: {
    title: {
      zh: '婚姻信息不一致',
      en: 'Marriage mismatched',
    },
    message: {
      zh: '{event_date} 的结婚（女方 {person_name}），各处登记不一致：{cells}。{guess}',
      en: 'The marriage of {event_date} (wife {person_name}): the registers differ: {cells}. {guess}',
    },
    compared: COMPARED,
  },
});
