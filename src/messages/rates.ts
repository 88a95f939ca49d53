/** Sentences of the command `rates`. */
export const rates = {
  'rates.about': {
    zh: '复算指标：报表数、复算数、误差和目标',
    en: 'recompute indicators: reported, recomputed, error and target',
  },
} as const satisfies Record<string, { zh: string; en: string }>;
