import { verdictRule } from '../figure-faults.js';

/** A part is larger than its whole. */
export const subsetExceeds = verdictRule({
  name: 'totals/subset-exceeds',
  severity: 'error',
  title: { zh: '部分大于全部', en: 'A part exceeds its whole' },
  why: {
    zh: '部分包含在全部之中，不会比全部大。',
    en: 'A part is contained in its whole and cannot be larger.',
  },
  remedy: { zh: '对照原始台账核对所列数字。', en: 'Check the figures listed against the ledgers.' },
});
