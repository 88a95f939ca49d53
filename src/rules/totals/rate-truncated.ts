import { verdictRule } from '../figure-faults.js';

/** A rate is cut off instead of rounded. */
export const rateTruncated = verdictRule({
  name: 'totals/rate-truncated',
  severity: 'notice',
  title: { zh: '比率截尾未四舍五入', en: 'Rate cut off, not rounded' },
  why: {
    zh: '比率应当四舍五入；截去尾数会系统地偏低。',
    en: 'Rates are rounded half up; cutting them off makes them too low throughout.',
  },
  remedy: { zh: '改为四舍五入后的数。', en: 'Print the rounded number.' },
  message: {
    zh: '{community} {span} {figure} {printed} 是截尾得来的，四舍五入应为 {recomputed}。',
    en: '{community} {span}: {figure} {printed} was cut off; rounded it is {recomputed}.',
  },
});
