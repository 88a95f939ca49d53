import { HEADINGS } from './headings.js';

/** Sentences of `plumbline yearend`. */
export const yearendMessages = {
  'yearend.interrupted': {
    zh: '已中断，没有写出结果；已读的内容留在结果文件夹里（内含个人信息），再运行同一命令会接着做。',
    en: 'Interrupted; no result was written. What was read stays in the folder of results (it holds personal data): the same command goes on from there.',
  },
  'yearend.about': {
    zh: '年终核对：一次核对全区全年的台账、月报和年报，给出各社区、街道、区的申报清单',
    en: 'year-end run: audits all ledgers, monthly reports and annual tables of a year, and says of every area whether it is ready to report',
  },
  'yearend.where': { zh: '配置文件，或资料文件夹', en: 'a configuration file, or a folder of ledgers' },
  'yearend.out-option': { zh: '结果写入的文件夹', en: 'folder for the results' },
  'yearend.threshold-option': {
    zh: '差错率的限值（百分数），如 omission_rate=2；准确率、符合率等为下限（可重复）',
    en: 'limit of an error percentage, for example omission_rate=2; of accuracies and agreement, the least (repeatable)',
  },
  'yearend.fail-on-option': {
    zh: '有此级别及以上的问题时退出码为 1：error（默认）、warning、notice、none；unready：只要有单位不能上报',
    en: 'exit code 1 for findings of this severity or above: error (default), warning, notice, none; unready: unless every area is ready to report',
  },
  'yearend.log-option': {
    zh: '标准错误上的运行记录：text（默认）或 json（每步一行 JSON）',
    en: 'log on standard error: text (default), or json (a line of JSON for each step)',
  },
  'yearend.timestamps-option': {
    zh: '在结果和运行记录中写入时间',
    en: 'write times into the result and the log',
  },
  'yearend.epilogue': {
    zh: '例：\n  plumbline yearend 2023年资料 --period 2023 --as-of 2023-12-31 --out 年终结果\n  plumbline yearend plumbline.yaml --out 年终结果 --log json\n\n退出码：0 没有问题，1 有问题或差错率超过限值，2 未能核对，3 跳过部分文件后核对完。\n被中断后用同样的命令重新运行，已读过的文件不再读。\n',
    en: 'Examples:\n  plumbline yearend ledgers-2023 --period 2023 --as-of 2023-12-31 --out results\n  plumbline yearend plumbline.yaml --out results --log json\n\nExit codes: 0 nothing found, 1 findings or a threshold exceeded, 2 could not audit, 3 audited in part.\nAfter an interruption the same command goes on where it stopped reading.\n',
  },
  'yearend.absent': {
    zh: '没有 {path}。请核对文件或文件夹的名称。',
    en: 'There is no {path}. Check the name of the file or folder.',
  },
  'yearend.no-out': {
    zh: '请用 --out 写明结果写入哪个文件夹，例如 --out 年终结果。',
    en: 'Say with --out which folder the results go into, for example --out results.',
  },
  'yearend.inside': {
    zh: '结果文件夹 {out} 在要核对的资料 {path} 里面，下次核对会读到它。请把 --out 改到资料文件夹之外。',
    en: 'The folder for results, {out}, lies inside what is audited, {path}: the next run would read it. Name a folder outside.',
  },
  'yearend.not-a-folder': {
    zh: '{path} 是文件，不是文件夹。请给 --out 一个文件夹。',
    en: '{path} is a file, not a folder. Give --out a folder.',
  },
  'yearend.bad-threshold': {
    zh: '--threshold 的值“{value}”不对：应写成 指标=百分数，例如 omission_rate=2。指标有：{choices}。',
    en: '--threshold cannot be “{value}”: write RATE=PERCENT, for example omission_rate=2. Rates: {choices}.',
  },
  'yearend.resumed': {
    zh: '上次运行没有完成，接着做：已读过且没有变的文件不再读。',
    en: 'The last run did not finish; this one goes on: files that were read and have not changed are not read again.',
  },
  'yearend.kept': {
    zh: '已读过的内容保存在 {folder}，供下次接着用；其中有个人信息，仅本人可读。不再运行的话，请删除这个文件夹。',
    en: 'What was read is kept in {folder} for the next run. It holds personal data, readable by you alone: delete the folder if there will be no next run.',
  },
  'yearend.completed-earlier': {
    zh: '上次运行的结果已写好，只差放到位，现已放好。',
    en: 'The results of an interrupted run were whole and only had to be put in place; that is done.',
  },

  'yearend.title': { zh: '年终核对', en: 'year-end run' },
  'yearend.facts': {
    zh: '期间 {period}，截止 {asOf}；{files} 个文件，{communities} 个社区。',
    en: 'Period {period}, as of {asOf}; {files} files, {communities} communities.',
  },
  'yearend.found': {
    zh: '错误 {errors} 项，警告 {warnings} 项，提示 {notices} 项，及其引起的 {caused} 项。',
    en: 'Errors: {errors}; warnings: {warnings}; notices: {notices}; and {caused} that follow from them.',
  },
  'yearend.verdict-ready': { zh: '结论：{area}可以上报。', en: 'Verdict: {area} is ready to report.' },
  'yearend.verdict-waiting': {
    zh: '结论：{area}还不能上报。',
    en: 'Verdict: {area} is not ready to report.',
  },
  'yearend.ready-by-level': { zh: '可以上报的：', en: 'Ready to report:' },
  'yearend.in-the-way': { zh: '未解决的问题：', en: 'What stands in the way:' },
  'yearend.waiting-areas': {
    zh: '有问题的单位（{count} 个）：',
    en: 'Areas with something to do ({count}):',
  },
  'yearend.more-areas': { zh: '另有 {count} 个，见申报清单。', en: '{count} more: see the filing list.' },
  'yearend.rates': {
    zh: '全部资料的差错率（为零的不列）：',
    en: 'Error percentages of all together (none that is zero):',
  },
  'yearend.of': { zh: '（{numerator}/{denominator}）', en: ' ({numerator}/{denominator})' },
  'yearend.files': { zh: '详见：{files}。', en: 'For more: {files}.' },
  'yearend.and-more': { zh: '等，另有 {count} 项', en: ' and {count} more' },
  'yearend.detail': { zh: '（{detail}）', en: ' ({detail})' },
  'yearend.everything': { zh: '全部资料', en: 'everything' },

  'yearend.list': { zh: '申报清单', en: 'Filing list' },
  'yearend.column-level': { zh: '级别', en: 'level' },
  'yearend.column-area': { zh: '单位', en: 'area' },
  'yearend.column-parent': { zh: '上级', en: 'part of' },
  'yearend.column-state': { zh: '能否上报', en: 'state' },
  'yearend.column-errors': { zh: '记录错误', en: 'errors in records' },
  'yearend.column-figures': { zh: '报表错误', en: 'errors in figures' },
  'yearend.column-warnings': { zh: '警告', en: 'warnings' },
  'yearend.column-absent': { zh: '登记缺交', en: 'registers absent' },
  'yearend.column-reports': { zh: '报表缺交', en: 'reports missing' },
  'yearend.column-exceeded': { zh: '超限差错率', en: 'thresholds exceeded' },
  'yearend.column-unread': { zh: '读不了的文件', en: 'files not read' },
  'yearend.column-parts': { zh: '下级可上报', en: 'parts ready' },
  'yearend.column-obstacles': { zh: '未解决的问题', en: 'what stands in the way' },
  'yearend.level-community': HEADINGS.community,
  'yearend.level-street': { zh: '街道', en: 'street' },
  'yearend.level-district': { zh: '区县', en: 'district' },
  'yearend.level-all': { zh: '全部', en: 'all' },
  'yearend.ready': { zh: '可以上报', en: 'ready' },
  'yearend.waiting': { zh: '不能上报', en: 'not ready' },

  'yearend.obstacle-nothing': { zh: '什么都没有交', en: 'nothing was handed in' },
  'yearend.obstacle-unread': {
    zh: '有 {count} 个文件读不了{detail}',
    en: '{count} files could not be read{detail}',
  },
  'yearend.obstacle-absent': { zh: '登记缺交 {count} 项{detail}', en: 'registers absent: {count}{detail}' },
  'yearend.obstacle-reports': { zh: '报表缺交 {count} 份{detail}', en: 'reports missing: {count}{detail}' },
  'yearend.obstacle-errors': {
    zh: '记录错误 {count} 处未改正',
    en: 'errors in records, not corrected: {count}',
  },
  'yearend.obstacle-figures': { zh: '报表数字错误 {count} 处', en: 'figures that do not add up: {count}' },
  'yearend.obstacle-thresholds': {
    zh: '差错率超限 {count} 项{detail}',
    en: 'thresholds exceeded: {count}{detail}',
  },
  'yearend.obstacle-parts': {
    zh: '下级 {count} 个还不能上报{detail}',
    en: 'parts not ready: {count}{detail}',
  },
  'yearend.sum-nothing': { zh: '什么都没有交：{areas} 个单位', en: 'nothing handed in (areas: {areas})' },
  'yearend.sum-unread': { zh: '读不了的文件：{count} 个', en: 'files that could not be read: {count}' },
  'yearend.sum-absent': {
    zh: '登记缺交：{areas} 个单位 {count} 项',
    en: 'registers absent: {count} (areas: {areas})',
  },
  'yearend.sum-reports': {
    zh: '报表缺交：{areas} 个单位 {count} 份',
    en: 'reports missing: {count} (areas: {areas})',
  },
  'yearend.sum-errors': {
    zh: '记录错误：{areas} 个单位 {count} 处',
    en: 'errors in records: {count} (areas: {areas})',
  },
  'yearend.sum-figures': {
    zh: '报表数字错误：{areas} 个单位 {count} 处',
    en: 'errors in figures: {count} (areas: {areas})',
  },
  'yearend.sum-thresholds': {
    zh: '差错率超限：{areas} 个单位 {count} 项',
    en: 'thresholds exceeded: {count} (areas: {areas})',
  },
  'yearend.above': {
    zh: '{what} {value}（{numerator}/{denominator}），高于 {limit}',
    en: '{what} {value} ({numerator}/{denominator}), above {limit}',
  },
  'yearend.below': {
    zh: '{what} {value}（{numerator}/{denominator}），低于 {limit}',
    en: '{what} {value} ({numerator}/{denominator}), below {limit}',
  },
  'yearend.whole-report': { zh: '{period} 年报', en: 'report for {period}' },
  'yearend.month-reports': { zh: '月报 {months}', en: 'monthly reports {months}' },
} as const satisfies Record<string, { zh: string; en: string }>;
