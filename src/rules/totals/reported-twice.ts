import { verdictRule } from '../figure-faults.js';

/** One figure is reported with two values. */
export const reportedTwice = verdictRule({
  name: 'totals/reported-twice',
  severity: 'error',
  title: { zh: '同一指标报了不同的数', en: 'One figure with two values' },
  why: {
    zh: '同一地区、同一期间、同一指标只能有一个数；有两个数时，哪一个都不能用。',
    en: 'One area, period and indicator has one value; of two, neither can be relied on.',
  },
  remedy: { zh: '查清哪一个正确，更正另一个。', en: 'Find out which is right and correct the other.' },
  message: {
    zh: '{community} {span} {figure} 报了不同的数：{printed}。',
    en: '{community} {span}: {figure} is reported with different values: {printed}.',
  },
});
