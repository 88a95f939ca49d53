import { eventRules } from './event-rules.js';
import { type ComparedValue, FULL_DATE } from './mismatched.js';

/** 结扎 alone says neither whose: it agrees with both. */
const METHOD = `CASE WHEN c.code = 'sterilisation' THEN NULL ELSE c.code END`;

const COMPARED: readonly ComparedValue[] = [
  { name: 'date', value: FULL_DATE, columns: { contraception: 'service_date', women: 'method_date' } },
  { name: 'method', value: METHOD, columns: { contraception: 'method', women: 'method' } },
];

/** What is wrong with the claims of one kind of event: contraception. */
export const contraception = eventRules({
  kind: 'contraception',
  primary: 'contraception',
  claimed: ['contraception', 'women'],
  omitted: {
    title: {
      zh: '节育漏报',
      en: 'Contraception omitted',
    },
    why: {
      zh: '落实、取出、复通等手术应当在各处登记中都有；缺一处就是漏报。',
      en: 'An operation stands in every register that keeps them; where one lacks it, it was omitted.',
    },
    remedy: {
      zh: '核对手术记录，确认属实后补登到所缺之处；如果是误报，请更正已有的记录。',
      en: 'Check the record of the operation; enter it where it is missing, or correct the record if it is wrong.',
    },
    message: {
      zh: '{person_name} {event_date} 的节育措施：{missing}没有，见所列登记。',
      en: 'The method of {person_name}, {event_date}, is missing from {missing}; see the records listed.',
    },
  },
  duplicated: {
    title: {
      zh: '节育重报',
      en: 'Contraception duplicated',
    },
    message: {
      zh: '{person_name} {event_date} 的节育措施，{point}登记了 {times} 次。',
      en: 'The method of {person_name}, {event_date}, is entered {times} times at {point}.',
    },
  },
  mismatched: {
    title: {
      zh: '节育信息不一致',
      en: 'Contraception mismatched',
    },
    message: {
      zh: '{person_name} {event_date} 的节育措施，各处登记不一致：{cells}。{guess}',
      en: 'The method of {person_name}, {event_date}: the registers differ: {cells}. {guess}',
    },
    compared: COMPARED,
  },
});
