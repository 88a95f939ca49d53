import { type Compared, DATE, identifiedPerson, mismatchedSelect } from '../events/mismatched.js';
import type { Rule } from '../rule.js';

/** Twins may share a parity or count on (docs/domain.md#one-event-or-two), so theirs are not compared. */
const NO_TWIN = `NOT EXISTS (SELECT 1 FROM events e JOIN events o ON o.subject = e.subject AND o.date = e.date
    AND o.event <> e.event AND o.kind = 'birth'
  WHERE e.event = c.event)`;

const COMPARED: readonly Compared[] = [
  {
    name: 'date',
    value: DATE,
    columns: { births: 'birth_date', households: 'birth_date', women: 'last_birth_date' },
  },
  { name: 'sex', value: 'c.sex', columns: { births: 'child_sex', households: 'sex' } },
  { name: 'parity', value: 'CAST(c.number AS STRING)', columns: { births: 'parity' }, where: NO_TWIN },
  { name: 'mother', value: identifiedPerson('subject'), columns: { births: 'mother_id' } },
  { name: 'child_name', value: 'c.child_name', columns: { births: 'child_name', households: 'name' } },
];

/** The claims of one event disagree on a value. */
export const birthMismatched: Rule = {
  name: 'birth/mismatched',
  severity: 'error',
  needs: { any: ['births', 'households', 'women'] },
  title: {
    zh: '出生信息不一致',
    en: 'Birth mismatched',
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
    zh: '{event_date} 的出生（母亲 {person_name}），各处登记不一致：{cells}。{guess}',
    en: 'The birth of {event_date} (mother {person_name}): the registers differ: {cells}. {guess}',
  },
  select: () => mismatchedSelect('birth', COMPARED),
};
