/** Sentences that findings share; the sentences of a rule stand in its own file. */
export const rulesMessages = {
  'rules.two-ids': {
    zh: '（填作 {wrong_id}，别处为 {right_id}）',
    en: ' ({wrong_id} here, {right_id} there)',
  },
  'rules.digit': {
    zh: '第 {place} 位此处 {here}，别处 {there}',
    en: 'digit {place} is {here} here, {there} there',
  },
  'rules.other-length': {
    zh: '此处 {here} 位，别处 {there} 位',
    en: '{here} characters here, {there} there',
  },
  'rules.many-digits': { zh: '有 {count} 位不同', en: '{count} digits differ' },
  'rules.broken': {
    zh: '规则 {rule} 无法执行，审计已停止：{message}。请把这条信息交给维护人员。',
    en: 'Rule {rule} could not be executed, so the audit stopped: {message}. Hand this message to the maintainers.',
  },
  'rules.cell': { zh: '{point}“{heading}”', en: '{point} “{heading}”' },
  'rules.cells': { zh: '{places}为 {value}', en: '{places}: {value}' },
  'rules.and-more': { zh: '{named}等 {total} 处', en: '{named} and others ({total} in all)' },
  'rules.blank': { zh: '空白', en: 'blank' },
  'rules.unnamed': { zh: '姓名不详', en: 'an unnamed person' },
  'rules.guess': { zh: '可能是{reason}。', en: 'Likely cause: {reason}.' },
  'rules.missing': { zh: '{point}的{register}', en: '{point} ({register})' },
  'rules.missing-elsewhere': {
    zh: '{community}{point}的{register}',
    en: '{point} ({register}) of {community}',
  },
  'point.card': { zh: '户卡', en: 'card' },
  'point.ledger': { zh: '台账', en: 'ledger' },
  'point.system': { zh: '信息系统', en: 'system' },
  'point.field': { zh: '实地', en: 'field' },
  'point.hospital': { zh: '医院', en: 'hospital' },
  'point.civil': { zh: '民政', en: 'civil affairs' },
  'point.police': { zh: '公安', en: 'police' },
  'point.school': { zh: '学校', en: 'school' },
  'point.employer': { zh: '单位', en: 'employer' },
  'reason.month-day-swapped': { zh: '月和日写颠倒了', en: 'month and day changed places' },
  'reason.ids-exchanged': { zh: '两人的号码填反了', en: 'the IDs of the two stand in each other’s place' },
  'reason.digits-swapped': { zh: '相邻两个数字写颠倒了', en: 'two neighbouring digits changed places' },
  'reason.registration-date': {
    zh: '把登记日期写成了发生日期',
    en: 'the date of registration was written instead',
  },
  'reason.handed-by-others': { zh: '其他社区有', en: 'others were' },
  'reason.shown-by-others': {
    zh: '其他点有这些月份的事件',
    en: 'though other points show events of these months',
  },
  'reason.handed-before': { zh: '上次有', en: 'and was last time' },
  'reason.lunar-date': { zh: '写的是农历日期', en: 'a lunar date' },
  'reason.male': { zh: '男', en: 'male' },
  'reason.female': { zh: '女', en: 'female' },
  'reason.parity-not-above-earlier': {
    zh: '而此前已登记的生育次数不少于这个孩次',
    en: 'as many births are on record before it',
  },
  'reason.parity-shared': { zh: '与另一次生育的孩次相同', en: 'another birth has the same parity' },
  'reason.parity-above-children': {
    zh: '超过育龄妇女登记的现有子女数，也没有子女死亡的登记',
    en: 'more than her children on the women register, and none is known to have died',
  },
  'reason.counts-explained': {
    zh: '漏报、重报或日期不一致可以说明',
    en: 'omissions, duplicates or dates explain it',
  },
  'reason.counts-left': {
    zh: '漏报、重报或日期不一致能说明 {explained} 件，其余 {left_over} 件各处登记的社区不同',
    en: 'omissions, duplicates or dates explain {explained}, the other {left_over} stand in different communities',
  },
  'reason.outlier-month-median': {
    zh: '{month} 有 {observed} 件（全年 {n} 件），修正 z 分数 {score}（中位数 {compared}，按绝对中位差），二项检验 p {p_value}',
    en: '{observed} in {month}, of {n} in the year; modified z-score {score} (median {compared}, by the median absolute deviation), binomial test p {p_value}',
  },
  'reason.outlier-month-mean': {
    zh: '{month} 有 {observed} 件（全年 {n} 件），修正 z 分数 {score}（中位数 {compared}，按平均绝对差），二项检验 p {p_value}',
    en: '{observed} in {month}, of {n} in the year; modified z-score {score} (median {compared}, by the mean absolute deviation), binomial test p {p_value}',
  },
  'reason.outlier-year': {
    zh: '全年 {observed} 件，上年 {compared} 件，增减 {score} %（两年共 {n} 件），二项检验 p {p_value}',
    en: '{observed} in the year after {compared} in the year before, {score} % ({n} in both), binomial test p {p_value}',
  },
  'reason.dependent-lists': {
    zh: '这些名单互相抄录，共同漏报会被低估',
    en: 'these lists are keyed from one another, so what all of them miss is underestimated',
  },
  'reason.length': { zh: '位数不对', en: 'wrong length' },
  'reason.characters': { zh: '含有不允许的字符', en: 'characters that are not allowed' },
  'reason.date': { zh: '其中的出生日期不存在', en: 'an impossible birth date' },
  'reason.check-digit': {
    zh: '最后一位校验码不符，某一位输错了',
    en: 'the check digit shows that a digit is wrong',
  },
  'reason.scientific': { zh: '变成了科学计数法', en: 'turned into scientific notation' },
  'reason.zeroed': { zh: '末三位变成了 000', en: 'the last three digits became 000' },
  'reason.number': { zh: '按数字存放，15 位以后已丢失', en: 'stored as a number, lost beyond 15 digits' },
  'reason.moved-cells': {
    zh: '从某一格起整行错了一格',
    en: 'from some cell on, its cells stand one place beside their columns',
  },
  'reason.cell-count': { zh: '格数与表头不符', en: 'it has not as many cells as the header' },
  'reason.unclosed-quote': { zh: '引号没有成对，从这一行起无法分开', en: 'a quote is not closed' },
  // What would put reported figures right, and why they may have been printed as they are.
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
