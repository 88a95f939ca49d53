import { eventRules } from './event-rules.js';
import { type ComparedValue, FULL_DATE } from './mismatched.js';

const COMPARED: readonly ComparedValue[] = [
  { name: 'date', value: FULL_DATE, columns: { deaths: 'death_date', households: 'death_date' } },
];

/** What is wrong with the claims of one kind of event: death. */
export const death = eventRules({
  kind: 'death',
  primary: 'deaths',
  claimed: ['deaths'],
  omitted: {
    title: {
      zh: '死亡漏报',
      en: 'Death omitted',
    },
    why: {
      zh: '死亡应当在各处登记中都有；缺一处就是漏报。',
      en: 'A death stands in every register that keeps deaths; where one lacks it, it was omitted.',
    },
    remedy: {
      zh: '核对死亡证明，确认属实后补登到所缺之处；如果是误报，请更正已有的记录。',
      en: 'Check the death certificate; enter the death where it is missing, or correct the record if it is wrong.',
    },
    message: {
      zh: '{person_name} {event_date} 的死亡：{missing}没有，见所列登记。',
      en: 'The death of {person_name}, {event_date}, is missing from {missing}; see the records listed.',
    },
  },
  duplicated: {
    title: {
      zh: '死亡重报',
      en: 'Death duplicated',
    },
    message: {
      zh: '{person_name} {event_date} 的死亡，{point}登记了 {times} 次。',
      en: 'The death of {person_name}, {event_date}, is entered {times} times at {point}.',
    },
  },
  mismatched: {
    title: {
      zh: '死亡信息不一致',
      en: 'Death mismatched',
    },
    message: {
      zh: '{person_name} {event_date} 的死亡，各处登记不一致：{cells}。{guess}',
      en: 'The death of {person_name}, {event_date}: the registers differ: {cells}. {guess}',
    },
    compared: COMPARED,
  },
});
