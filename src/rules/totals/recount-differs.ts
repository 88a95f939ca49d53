import { verdictRule } from '../figure-faults.js';

/** A reported figure is not what the registers show. */
export const recountDiffers = verdictRule({
  name: 'totals/recount-differs',
  severity: 'error',
  title: { zh: '报表数与登记不符', en: 'Reported figure differs from the registers' },
  why: {
    zh: '报表数应当能由登记册数出来。',
    en: 'What is reported must be found when the registers are counted.',
  },
  remedy: {
    zh: '对照登记册核对；登记册无误的，更正报表。',
    en: 'Check against the registers; where they are right, correct the report.',
  },
  message: {
    zh: '{community} {span} {figure} 报 {printed}，登记册复算为 {recomputed}，相差 {difference}（{error_percent}）。{guess}',
    en: '{community} {span}: {figure} reported {printed}, the registers show {recomputed}, difference {difference} ({error_percent}). {guess}',
  },
});
