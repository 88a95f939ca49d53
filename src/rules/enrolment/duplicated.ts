import { duplicatedSelect } from '../events/duplicated.js';
import type { Rule } from '../rule.js';

/** The own register of one point claims an event more than once. */
export const enrolmentDuplicated: Rule = {
  name: 'enrolment/duplicated',
  severity: 'error',
  needs: { all: ['women'] },
  title: {
    zh: '育龄妇女重登',
    en: 'Enrolment duplicated',
  },
  why: {
    zh: '同一名妇女在同一处作为常住登记两次，统计数就多出一人。',
    en: 'One woman enrolled twice as resident at one point makes the count one too many.',
  },
  remedy: {
    zh: '核对后只保留实际居住地的一条；如果确是两个人，请更正身份证号。',
    en: 'Keep the record of the place where she lives; if there are two women, correct the IDs.',
  },
  message: {
    zh: '已婚育龄妇女 {person_name}，{point}登记了 {times} 次。',
    en: 'The married woman of childbearing age {person_name} is entered {times} times at {point}.',
  },
  select: () => duplicatedSelect('enrolment'),
};
