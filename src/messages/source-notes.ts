/** What is remarked of sources: rows that were skipped or filled, and what was not read. */
export const sourceNotesMessages = {
  'report.skip-title': { zh: '标题', en: 'titles' },
  'report.skip-header': { zh: '表头', en: 'headers' },
  'report.skip-blank': { zh: '空行', en: 'blank' },
  'report.skip-total': { zh: '合计行', en: 'totals' },
  'report.skip-note': { zh: '说明', en: 'notes' },
  'report.skip-other-table': { zh: '另一张表', en: 'of another table' },
  'report.note-hidden-rows': { zh: '隐藏的行（已核对）', en: 'Hidden rows (audited)' },
  'report.note-hidden-columns': { zh: '隐藏的列（已核对）', en: 'Hidden columns (audited)' },
  'report.note-hidden-sheet': { zh: '隐藏的工作表（已核对）', en: 'Hidden sheets (audited)' },
  'report.note-sheet-not-read': { zh: '没有读的工作表', en: 'Sheets not read' },
  'report.note-unknown-column': { zh: '不认识的列（没有核对）', en: 'Unknown columns (not audited)' },
  'report.note-unknown-indicator': { zh: '不认识的指标', en: 'Unknown indicators' },
  'report.note-filled-community': {
    zh: '社区空白、按上一行补上的行',
    en: 'Rows whose blank community was taken from above',
  },
  'report.note-filled-household': {
    zh: '户卡编号空白、按本户首行补上的行',
    en: 'Members whose blank household number was taken from their first line',
  },
  'report.note-missing-last-cells': {
    zh: '行末空白格未写出的行',
    en: 'Rows whose last blank cells were left out',
  },
  'report.note-day-for-period': {
    zh: '期间写成某一天的行（只当作名称，不按年月核对；请写成 2023 或 2023-05）',
    en: 'Rows whose period is a day (taken for a name, without an order; write 2023 or 2023-05)',
  },
  'report.note-inherited-parents': {
    zh: '双胞胎第二行、父母按上一行补上的行',
    en: 'Rows of twins whose parents were taken from above',
  },
  'report.note-absent-since-last': {
    zh: '上次有、这次没有的登记',
    en: 'Registers that were there last time and are not now',
  },
  'report.note-second-table': {
    zh: '同一工作表上的第二张表（没有读；请各放一个工作表）',
    en: 'Second tables on a sheet (not read; give each a sheet of its own)',
  },
  'report.note-archives-passed-over': {
    zh: '没有打开的压缩包（里面若有台账，请先解压）',
    en: 'Archives not opened (unpack them if they hold ledgers)',
  },
  'report.note-no-period': {
    zh: '没有事件和办理日期，不知道核对哪一年：只核对与期间无关的内容（可用 --period 指定）',
    en: 'No date of an event, an entry or a service, so the year is not known: audited is what needs no period (--period names one)',
  },
  'report.note-no-events': {
    zh: '所审期间内没有任何登记的事件',
    en: 'No register has an event in the audited period',
  },
  'report.note-files-passed-over': { zh: '不是台账而略过的文件', en: 'Files passed over, no ledgers' },
  'report.note-unplaced-rows': {
    zh: '归不到社区的外部名单行',
    en: 'Witness rows that belong to no community',
  },
} as const satisfies Record<string, { zh: string; en: string }>;
