import { duplicatedSelect } from '../events/duplicated.js';
import type { Rule } from '../rule.js';

/** The own register of one point claims an event more than once. */
export const migrationDuplicated: Rule = {
  name: 'migration/duplicated',
  severity: 'error',
  needs: { all: ['migrants'] },
  title: {
    zh: '流动重报',
    en: 'Migration duplicated',
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
    zh: '{person_name} {event_date} 的流动，{point}登记了 {times} 次。',
    en: 'The stay of {person_name} from {event_date} is entered {times} times at {point}.',
  },
  select: () => duplicatedSelect('migration'),
};
