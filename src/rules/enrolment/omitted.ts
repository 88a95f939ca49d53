import { omittedSelect } from '../events/omitted.js';
import type { Rule } from '../rule.js';

/** A point, or a register of people at it, lacks an event that others show. */
export const enrolmentOmitted: Rule = {
  name: 'enrolment/omitted',
  severity: 'error',
  needs: { any: ['women'] },
  title: {
    zh: '育龄妇女漏登',
    en: 'Enrolment omitted',
  },
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
  select: () => omittedSelect('enrolment'),
};
