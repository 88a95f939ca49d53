import { omittedSelect } from '../events/omitted.js';
import type { Rule } from '../rule.js';

/** A point, or a register of people at it, lacks an event that others show. */
export const deathOmitted: Rule = {
  name: 'death/omitted',
  severity: 'error',
  needs: { any: ['deaths'] },
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
  select: () => omittedSelect('death'),
};
