import { type Compared, DATE, identifiedPerson, mismatchedSelect } from '../events/mismatched.js';
import type { Rule } from '../rule.js';

const COMPARED: readonly Compared[] = [
  { name: 'date', value: DATE, columns: { marriages: 'marriage_date', women: 'marriage_date' } },
  { name: 'wife', value: identifiedPerson('subject'), columns: { marriages: 'wife_id', women: 'id' } },
  {
    name: 'husband',
    value: identifiedPerson('partner'),
    columns: { marriages: 'husband_id', women: 'husband_id' },
  },
  { name: 'wife_order', value: 'c.subject_order', columns: { marriages: 'wife_order' } },
  { name: 'husband_order', value: 'c.partner_order', columns: { marriages: 'husband_order' } },
];

/** The claims of one event disagree on a value. */
export const marriageMismatched: Rule = {
  name: 'marriage/mismatched',
  severity: 'error',
  needs: { any: ['marriages', 'women'] },
  title: {
    zh: '婚姻信息不一致',
    en: 'Marriage mismatched',
  },
  why: {
    zh: '各处登记的是同一件事，填写的内容应当相同。',
    en: 'The registers speak of the same event; what they say should agree.',
  },
  remedy: {
    zh: '查看原始凭证，把填错的那一处改正。',
    en: 'Look at the original document and correct the register that is wrong.',
  },
  message: {
    zh: '{event_date} 的结婚（女方 {person_name}），各处登记不一致：{cells}。{guess}',
    en: 'The marriage of {event_date} (wife {person_name}): the registers differ: {cells}. {guess}',
  },
  select: () => mismatchedSelect('marriage', COMPARED),
};
