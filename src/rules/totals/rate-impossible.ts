import { verdictRule } from '../figure-faults.js';

/** No whole numerator gives the printed rate. */
export const rateImpossible = verdictRule({
  name: 'totals/rate-impossible',
  severity: 'warning',
  title: { zh: '比率无法得出', en: 'Impossible rate' },
  why: {
    zh: '人数是整数：没有任何整数分子能得出这个比率。',
    en: 'People are whole: no whole numerator gives this rate.',
  },
  remedy: { zh: '重新计算该比率，并核对分母。', en: 'Compute the rate again, and check its denominator.' },
  message: {
    zh: '{community} {span} {figure} {printed}：没有整数分子能得出（{equation}）。',
    en: '{community} {span}: no whole numerator gives {figure} {printed} ({equation}).',
  },
});
