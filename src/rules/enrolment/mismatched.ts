import { type Compared, mismatchedSelect } from '../events/mismatched.js';
import type { Rule } from '../rule.js';

/** 已婚 says that there is a spouse, not which marriage it is: it agrees with a first, second and renewed one. */
const MARITAL = `CASE WHEN c.code IN ('初婚', '再婚', '复婚', '已婚') AND EXISTS (SELECT 1 FROM event_claims o
    WHERE o.event = c.event AND o.register = 'women' AND o.code = '已婚') THEN '已婚' ELSE c.code END`;

/**
 * Reasons for using nothing are all "nothing"; 药具 alone agrees with every drug and device. A method that the women
 * register claims as an event shares its cell with \`contraception/\`, which is then the cause.
 */
const METHOD = `CASE WHEN c.method LIKE 'none%' THEN 'none'
  WHEN c.method IN ('pill', 'injection', 'condom', 'spermicide', 'supplies') AND EXISTS (
    SELECT 1 FROM event_claims o WHERE o.event = c.event AND o.register = 'women' AND o.method = 'supplies')
    THEN 'supplies'
  WHEN c.method IN ('termination', 'sterilisation') THEN NULL ELSE c.method END`;

const COMPARED: readonly Compared[] = [
  { name: 'marital_status', value: MARITAL, columns: { women: 'marital_status' } },
  { name: 'children_count', value: 'CAST(c.number AS STRING)', columns: { women: 'children_count' } },
  { name: 'method', value: METHOD, columns: { women: 'method' } },
];

/** The claims of one event disagree on a value. */
export const enrolmentMismatched: Rule = {
  name: 'enrolment/mismatched',
  severity: 'error',
  needs: { any: ['women'] },
  title: {
    zh: '育龄妇女信息不一致',
    en: 'Enrolment mismatched',
  },
  why: {
    zh: '各处登记的是同一名妇女，婚姻状况、子女数和避孕措施应当相同。',
    en: 'The registers speak of the same woman; marital status, children and method should agree.',
  },
  remedy: {
    zh: '查看原始凭证，把填错的那一处改正。',
    en: 'Look at the original document and correct the register that is wrong.',
  },
  message: {
    zh: '已婚育龄妇女 {person_name}，各处登记不一致：{cells}。{guess}',
    en: 'The married woman of childbearing age {person_name}: the registers differ: {cells}. {guess}',
  },
  select: () => mismatchedSelect('enrolment', COMPARED),
};
