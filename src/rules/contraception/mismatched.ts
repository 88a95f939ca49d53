import { type Compared, DATE, mismatchedSelect } from '../events/mismatched.js';
import type { Rule } from '../rule.js';

/** 结扎 alone says neither whose: it agrees with both. */
const METHOD = `CASE WHEN c.code = 'sterilisation' THEN NULL ELSE c.code END`;

const COMPARED: readonly Compared[] = [
  { name: 'date', value: DATE, columns: { contraception: 'service_date', women: 'method_date' } },
  { name: 'method', value: METHOD, columns: { contraception: 'method', women: 'method' } },
];

/** The claims of one event disagree on a value. */
export const contraceptionMismatched: Rule = {
  name: 'contraception/mismatched',
  severity: 'error',
  needs: { any: ['contraception', 'women'] },
  title: {
    zh: '节育信息不一致',
    en: 'Contraception mismatched',
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
    zh: '{person_name} {event_date} 的节育措施，各处登记不一致：{cells}。{guess}',
    en: 'The method of {person_name}, {event_date}: the registers differ: {cells}. {guess}',
  },
  select: () => mismatchedSelect('contraception', COMPARED),
};
