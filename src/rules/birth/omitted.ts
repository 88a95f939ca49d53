import { omittedSelect } from '../events/omitted.js';
import type { Rule } from '../rule.js';

/** A point, or a register of people at it, lacks an event that others show. */
export const birthOmitted: Rule = {
  name: 'birth/omitted',
  severity: 'error',
  needs: { any: ['births', 'households', 'women'] },
  title: {
    zh: '出生漏报',
    en: 'Birth omitted',
  },
  why: {
    zh: '孩子出生后，户卡、台账和信息系统都应当有这一条；缺一处就是漏报。',
    en: 'A birth stands on the card, in the ledger and in the system; where one lacks it, it was omitted.',
  },
  remedy: {
    zh: '核对出生医学证明，确认属实后补登到所缺之处；如果是误报，请更正已有的记录。',
    en: 'Check the birth certificate; enter the birth where it is missing, or correct the record if it is wrong.',
  },
  message: {
    zh: '{event_date} 的出生（母亲 {person_name}）：{missing}没有，见所列登记。',
    en: 'The birth of {event_date} (mother {person_name}) is missing from {missing}; see the records listed.',
  },
  select: () => omittedSelect('birth'),
};
