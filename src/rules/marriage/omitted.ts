import { omittedSelect } from '../events/omitted.js';
import type { Rule } from '../rule.js';

/** A point, or a register of people at it, lacks an event that others show. */
export const marriageOmitted: Rule = {
  name: 'marriage/omitted',
  severity: 'error',
  needs: { any: ['marriages', 'women'] },
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
  select: () => omittedSelect('marriage'),
};
