import { eventRules } from './event-rules.js';
import { FULL_DATE } from './mismatched.js';

/** What is wrong with the claims of one kind of event: death. */
export const deathRules = eventRules({
  kind: 'death',
  name: { zh: '死亡', en: 'Death' },
  event: { zh: '{person_name} {event_date} 的死亡', en: 'The death of {person_name}, {event_date},' },
  omitted: {
    why: {
      zh: '死亡应当在各处登记中都有；缺一处就是漏报。',
      en: 'A death stands in every register that keeps deaths; where one lacks it, it was omitted.',
    },
    remedy: {
      zh: '核对死亡证明，确认属实后补登到所缺之处；如果是误报，请更正已有的记录。',
      en: 'Check the death certificate; enter the death where it is missing, or correct the record if it is wrong.',
    },
  },
  compared: [{ name: 'date', value: FULL_DATE, columns: { deaths: 'death_date', households: 'death_date' } }],
});
