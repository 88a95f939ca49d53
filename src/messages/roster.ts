/** Sentences about registers of people compared with last month's. */
export const rosterMessages = {
  'roster.previous-option': {
    zh: '与上月的户卡和育龄妇女登记比较，查无故增减（漏档漏管、移交；可重复）',
    en: "compare cards and women registers with last month's: who left or joined without a reason (repeatable)",
  },
  'roster.none': {
    zh: '{paths} 里没有户卡，也没有育龄妇女登记，无法与上月比较。请用 --previous 指定上月资料所在的文件夹。',
    en: '{paths} holds neither household cards nor women registers: nothing to compare with. Name the folder of last month’s ledgers with --previous.',
  },
  'roster.title': { zh: '与上月名册比较', en: "Compared with last month's registers" },
  'roster.before': { zh: '上月', en: 'before' },
  'roster.after': { zh: '本月', en: 'after' },
  'roster.left': { zh: '有据减', en: 'left' },
  'roster.vanished': { zh: '无故减', en: 'vanished' },
  'roster.joined': { zh: '有据增', en: 'joined' },
  'roster.unexplained': { zh: '无故增', en: 'appeared' },
  'roster.rest': {
    zh: '其余 {count} 本名册没有无故增减。',
    en: 'In the other {count} registers nobody vanished or appeared.',
  },
  'roster.read': {
    zh: '上月资料到 {asOf}：{tables} 张表，{rows} 行；{since} 以来的事件可以说明增减。',
    en: 'Last month’s registers reach {asOf}: {tables} tables, {rows} rows; events since {since} may explain a change.',
  },
  'roster.reasons': { zh: '有据增减：{reasons}', en: 'Explained: {reasons}' },
  'roster.reason-death': { zh: '死亡', en: 'death' },
  'roster.reason-birth': { zh: '出生', en: 'birth' },
  'roster.reason-move': { zh: '迁移', en: 'move' },
  'roster.reason-stay': { zh: '流动', en: 'stay' },
  'roster.reason-marriage': { zh: '结婚', en: 'marriage' },
  'roster.reason-age': { zh: '到龄', en: 'age' },
  'roster.reason-handover': { zh: '移交', en: 'hand-over' },
  'report.note-roster-not-now': {
    zh: '上月有、本月没有交的名册，未比较',
    en: 'Registers of people handed in last month and not now: not compared',
  },
  'report.note-roster-not-before': {
    zh: '本月有、上月没有交的名册，未比较',
    en: 'Registers of people handed in now and not last month: not compared',
  },
} as const satisfies Record<string, { zh: string; en: string }>;
