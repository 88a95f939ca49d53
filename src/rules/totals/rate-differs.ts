import { verdictRule } from '../figure-faults.js';

/** A rate recomputed from the figures beside it differs by more than rounding. */
export const rateDiffers = verdictRule({
  name: 'totals/rate-differs',
  severity: 'error',
  title: { zh: '比率与基数不符', en: 'Rate differs from its figures' },
  why: {
    zh: '比率应当能由同一报表里的分子和分母算出，四舍五入除外。',
    en: 'A rate must follow from the figures beside it, rounding aside.',
  },
  remedy: {
    zh: '重新计算该比率；如果比率有据，核对分子和分母。',
    en: 'Compute the rate again; where it is well founded, check its numerator and denominator.',
  },
});
