/** Words about reported figures: what would put them right, and why they may have been printed as they are. */
export const measureMessages = {
  'rules.corrections': {
    zh: '可能的更正（{choices} 种）：{repair}。',
    en: 'Possible corrections ({choices}): {repair}. ',
  },
  'reason.per-mille': { zh: '百分数与千分数混用，差十倍', en: 'per cent and per mille were mixed up' },
  'reason.turned-round': { zh: '分子和分母颠倒了', en: 'numerator and denominator changed places' },
  'reason.end-population': {
    zh: '用了期末人口而不是平均人口',
    en: 'the population at the end was used instead of the mean',
  },
  'reason.start-population': {
    zh: '用了期初人口而不是平均人口',
    en: 'the population at the start was used instead of the mean',
  },
  'reason.other-value': { zh: '填成了{resembles}的数', en: 'it is the value of {resembles}' },
  'reason.implied-migration': {
    zh: '未报迁入迁出，隐含净迁移 {resembles} 人',
    en: 'moves that are not reported; the implied net migration is {resembles}',
  },
} as const satisfies Record<string, { zh: string; en: string }>;
