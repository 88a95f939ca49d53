import { verdictRule } from '../figure-faults.js';

/** Parts do not sum to their whole, or percentages of a whole not to a hundred. */
export const partsDiffer = verdictRule({
  name: 'totals/parts-differ',
  severity: 'error',
  title: { zh: '分项之和不等于总数', en: 'Parts differ from their whole' },
  why: {
    zh: '总数由各分项组成，分项之和应当等于总数，构成比之和应当等于 100。',
    en: 'A whole is made of its parts: they add up to it, and percentages of it to 100.',
  },
  remedy: {
    zh: '对照原始台账核对所列数字，先改最可能填错的那一个。',
    en: 'Check the figures listed against the ledgers, the likeliest one first.',
  },
});
