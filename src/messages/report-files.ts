/** What is asked and said when reports are written into files, or made from one. */
export const reportFilesMessages = {
  'reports.cli-report': {
    zh: '用以前的 JSON 结果重新出报告，不需要台账',
    en: 'render a JSON result again, without the ledgers',
  },
  'reports.cli-result': {
    zh: 'plumbline check --format json 写出的文件',
    en: 'file written by plumbline check --format json',
  },
  'reports.cli-sources-option': {
    zh: '核对过的台账所在，与 check 时写的路径相同（可重复）；xlsx 报告里的位置就能点开',
    en: 'where the audited ledgers are, as they were given to check (repeatable): places in an xlsx report become links',
  },
  'reports.no-sources': {
    zh: '找不到 --sources {path}。请写核对时的台账文件或文件夹。',
    en: 'There is nothing at --sources {path}. Name the ledgers as they were given to check.',
  },
  'reports.cli-report-option': {
    zh: '另写一份报告，如 问题.xlsx，扩展名决定格式（可重复）',
    en: 'write another report, for example findings.xlsx; its ending says the format (repeatable)',
  },
  'reports.cli-annotate-option': {
    zh: '把台账复制到该文件夹，错处标色并加批注（原文件不动）',
    en: 'copy the ledgers to this folder with faulty cells coloured and commented (originals stay untouched)',
  },
  'reports.cli-split-option': {
    zh: '给每个社区一份问题清单和一份整改通知，连同通报、简报写入该文件夹',
    en: 'write a workbook and a notice for each community to this folder, with the circular and a brief',
  },
  'reports.split': {
    zh: '已为 {count} 个地区写出问题清单和整改通知，另有通报和简报：{folder}',
    en: 'Workbooks and notices for {count} areas, the circular and a brief are in {folder}',
  },
  'reports.split-inside': {
    zh: '分送的文件不能放进正在核对的文件夹（{folder}）。请换一个文件夹。',
    en: 'What is handed out cannot go into a folder that is audited ({folder}). Choose another folder.',
  },
  'reports.ticks-kept': {
    zh: '已沿用原表中填写的 {count} 项（已改正、改正人、日期、备注）',
    en: 'Taken over from the workbook that was there: {count} rows filled in by hand',
  },
  'reports.bad-report': {
    zh: '--report “{value}”不对，请写文件名（扩展名决定格式），例如 --report 问题.xlsx，或写成 格式=文件。格式可选：{choices}。',
    en: '--report "{value}" is not understood; name a file, whose ending says the format, for example --report findings.xlsx, or write FORMAT=FILE. Formats: {choices}.',
  },
  'reports.contradiction': {
    zh: '{path} 的扩展名是 {ending} 格式，又要求写成 {format} 格式。请去掉一个，或改文件名。',
    en: 'The name {path} says {ending}, and {format} was asked for. Leave one of them out, or rename the file.',
  },
  'reports.other-ending': {
    zh: '不能写成 {ending} 文件（{path}）。可用的扩展名：{choices}。',
    en: 'A {ending} file cannot be written ({path}). Endings that can: {choices}.',
  },
  'reports.same-file': {
    zh: '两份报告都要写入 {path}，请给它们不同的文件名。',
    en: 'Two reports are to be written to {path}; give them different names.',
  },
  'reports.needs-file': {
    zh: '{format} 不能显示在屏幕上，请写入文件：--out 报告.{format}',
    en: '{format} cannot be shown on a terminal; write it to a file: --out report.{format}',
  },
  'reports.annotated': {
    zh: '已写入 {count} 份批注副本：{folder}（副本保留台账原有的姓名和身份证号，不要外传）',
    en: 'Annotated copies in {folder}: {count} (they hold names and IDs as the ledgers do: pass them on to nobody)',
  },
  'reports.annotate-inside': {
    zh: '批注副本不能放进正在核对的文件夹（{folder}），否则下次会当作台账。请换一个文件夹。',
    en: 'Annotated copies cannot go into a folder that is audited ({folder}): they would be taken for ledgers. Choose another folder.',
  },
  'reports.not-a-result': {
    zh: '{path} 不是 plumbline 的 JSON 结果（{reason}）。请用 plumbline check 资料 --format json --out 结果.json 生成。',
    en: '{path} is no JSON result of plumbline ({reason}). Make one with plumbline check LEDGERS --format json --out result.json.',
  },
  'reports.cannot-read': {
    zh: '读不了 {path}：{reason}。请检查文件名。',
    en: 'Cannot read {path}: {reason}. Check its name.',
  },
} as const satisfies Record<string, { zh: string; en: string }>;
