import { duplicatedSelect } from '../events/duplicated.js';
import type { Rule } from '../rule.js';

/** The own register of one point claims an event more than once. */
export const birthDuplicated: Rule = {
  name: 'birth/duplicated',
  severity: 'error',
  needs: { all: ['births'] },
  title: {
    zh: '出生重报',
    en: 'Birth duplicated',
  },
  why: {
    zh: '同一件事在同一处登记两次，统计数就多出一件。',
    en: 'One event entered twice at one point makes the count one too many.',
  },
  remedy: {
    zh: '核对后删去多余的一条；如果确是两件事，请更正使它们相同的那些栏。',
    en: 'Delete the surplus record; if there really are two events, correct what makes the records alike.',
  },
  message: {
    zh: '{event_date} 的出生（母亲 {person_name}），{point}登记了 {times} 次。',
    en: 'The birth of {event_date} (mother {person_name}) is entered {times} times at {point}.',
  },
  select: () => duplicatedSelect('birth'),
};
