import { verdictRule } from '../figure-faults.js';

/** This period does not start where the last one ended. */
export const carryOverDiffers = verdictRule({
  name: 'totals/carry-over-differs',
  severity: 'error',
  title: { zh: '期初与上期期末不符', en: 'Start differs from the last end' },
  why: {
    zh: '本期期初人口就是上期期末人口。',
    en: 'A period starts with the population that the last one ended with.',
  },
  remedy: {
    zh: '核对两期报表，找出哪一期填错。',
    en: 'Compare both reports and correct the one that is wrong.',
  },
});
