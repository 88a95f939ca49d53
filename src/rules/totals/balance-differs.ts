import { verdictRule } from '../figure-faults.js';

/** Start + births − deaths + in − out is not the end. */
export const balanceDiffers = verdictRule({
  name: 'totals/balance-differs',
  severity: 'error',
  title: { zh: '人口平衡关系不成立', en: 'Population does not balance' },
  why: {
    zh: '期初人口加出生、迁入，减死亡、迁出，应当等于期末人口。',
    en: 'The start, plus births and arrivals, less deaths and departures, is the end.',
  },
  remedy: {
    zh: '核对期初、期末人口和各项变动数；未报迁移数的，请补报。',
    en: 'Check both populations and the changes; report the moves where they are missing.',
  },
});
