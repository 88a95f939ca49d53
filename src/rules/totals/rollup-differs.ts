import { verdictRule } from '../figure-faults.js';

/** Communities do not sum to their street or district, or months to their year. */
export const rollupDiffers = verdictRule({
  name: 'totals/rollup-differs',
  severity: 'error',
  title: { zh: '汇总数不符', en: 'Roll-up differs' },
  why: {
    zh: '各社区之和应当等于街道、区县，各月之和应当等于全年。',
    en: 'Communities add up to their street and district, and months to their year.',
  },
  remedy: { zh: '核对汇总数和所列各数。', en: 'Check the total and the figures listed.' },
});
