/** Sentences that findings share; the sentences of a rule stand in its own file. */
export const rules = {
  'rules.broken': {
    zh: '规则 {rule} 无法执行，审计已停止：{message}。请把这条信息交给维护人员。',
    en: 'Rule {rule} could not be executed, so the audit stopped: {message}. Hand this message to the maintainers.',
  },
  'rules.cell': { zh: '{point}“{heading}”为{value}', en: '{point} “{heading}” is {value}' },
  'rules.blank': { zh: '空白', en: 'blank' },
  'rules.separator': { zh: '；', en: '; ' },
  'rules.more': { zh: '；另有 {more} 处', en: '; and {more} more' },
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
} as const satisfies Record<string, { zh: string; en: string }>;
