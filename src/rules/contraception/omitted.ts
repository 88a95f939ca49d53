import { omittedSelect } from '../events/omitted.js';
import type { Rule } from '../rule.js';

/** A point, or a register of people at it, lacks an event that others show. */
export const contraceptionOmitted: Rule = {
  name: 'contraception/omitted',
  severity: 'error',
  needs: { any: ['contraception', 'women'] },
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
  select: () => omittedSelect('contraception'),
};
