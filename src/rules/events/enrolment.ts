import { MARRIED, SUPPLIES } from '../../registers/codes.js';
import { anyOf } from '../../store/vocabulary.js';
import { eventRules } from './event-rules.js';

/** 已婚 says that there is a spouse, not which marriage it is: it agrees with every one. */
const MARITAL = `CASE WHEN c.code IN ${anyOf(MARRIED)}
  AND g.says_married = 1 THEN '已婚' ELSE c.code END`;

/**
 * Reasons for using nothing are all "nothing"; 药具 alone agrees with every drug and device. A method that the women
 * register claims as an event shares its cell with \`contraception/\`, which is then the cause.
 */
const METHOD = `CASE WHEN c.method LIKE 'none%' THEN 'none'
  WHEN c.method IN ${anyOf(SUPPLIES)}
    AND g.says_supplies = 1 THEN 'supplies'
  WHEN c.method IN ('termination', 'sterilisation') THEN NULL ELSE c.method END`;

/** What is wrong with the claims of one kind of event: enrolment. */
export const enrolmentRules = eventRules({
  kind: 'enrolment',
  name: { zh: '育龄妇女', en: 'Enrolment' },
  event: { zh: '已婚育龄妇女 {person_name}', en: 'The married woman of childbearing age {person_name}' },
  omitted: {
    title: { zh: '育龄妇女漏登', en: 'Enrolment omitted' },
    why: {
      zh: '居住在本地的已婚育龄妇女（15 至 49 周岁）都应当建册；有登记表明她在，册上却没有，就是漏登。',
      en: 'Married women of 15 to 49 who are present belong on the women register; where a record shows one and the register does not, she was omitted.',
    },
    remedy: {
      zh: '核对户卡和居住情况，补登到所缺的育龄妇女登记；已经迁走或不在本地的，请更正其他登记。',
      en: 'Check the card; enter her on the register that lacks her, or correct the others if she no longer lives here.',
    },
    message: {
      zh: '已婚育龄妇女 {person_name}：{missing}没有她，见所列登记。',
      en: 'The married woman of childbearing age {person_name} is missing from {missing}; see the records listed.',
    },
  },
  duplicated: {
    title: { zh: '育龄妇女重登', en: 'Enrolment duplicated' },
    why: {
      zh: '同一名妇女在同一处作为常住登记两次，统计数就多出一人。',
      en: 'One woman enrolled twice as resident at one point makes the count one too many.',
    },
    remedy: {
      zh: '核对后只保留实际居住地的一条；如果确是两个人，请更正身份证号。',
      en: 'Keep the record of the place where she lives; if there are two women, correct the IDs.',
    },
  },
  mismatched: {
    why: {
      zh: '各处登记的是同一名妇女，婚姻状况、子女数和避孕措施应当相同。',
      en: 'The registers speak of the same woman; marital status, children and method should agree.',
    },
  },
  compared: [
    { name: 'marital_status', value: MARITAL, columns: { women: 'marital_status' } },
    { name: 'children_count', value: 'CAST(c.number AS STRING)', columns: { women: 'children_count' } },
    { name: 'method', value: METHOD, columns: { women: 'method' } },
  ],
  anyClaim: {
    says_married: `c.register = 'women' AND c.code = '已婚'`,
    says_supplies: `c.register = 'women' AND c.method = 'supplies'`,
  },
});
