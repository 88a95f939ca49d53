import { type Compared, DATE, mismatchedSelect } from '../events/mismatched.js';
import type { Rule } from '../rule.js';

const COMPARED: readonly Compared[] = [
  { name: 'date', value: DATE, columns: { deaths: 'death_date', households: 'death_date' } },
];

/** The claims of one event disagree on a value. */
export const deathMismatched: Rule = {
  name: 'death/mismatched',
  severity: 'error',
  needs: { any: ['deaths'] },
  title: {
    zh: '死亡信息不一致',
    en: 'Death mismatched',
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
    zh: '{person_name} {event_date} 的死亡，各处登记不一致：{cells}。{guess}',
    en: 'The death of {person_name}, {event_date}: the registers differ: {cells}. {guess}',
  },
  select: () => mismatchedSelect('death', COMPARED),
};
