/** What the options are for, as help shows it. */
export const optionsMessages = {
  'cli.help-option': { zh: '显示帮助', en: 'show help' },
  'cli.version-option': { zh: '显示版本号', en: 'show the version' },
  'cli.lang-option': { zh: '输出语言：zh（默认）或 en', en: 'language of the output: zh (default) or en' },
  'cli.color-option': { zh: '不用颜色', en: 'no colours' },
  'cli.debug-option': {
    zh: '供维护人员：出错时显示调用路径，核对时列出匹配的步骤',
    en: 'for maintainers: stack traces of errors, and the steps of matching in a check',
  },
  'cli.period-option': {
    zh: '核对期间，如 2023、2023-05、2023Q1（默认：资料齐全的最近一年）',
    en: 'audited period: 2023, 2023-05, 2023Q1 (default: the latest complete year)',
  },
  'cli.as-of-option': {
    zh: '截止日期 YYYY-MM-DD（默认：期末）',
    en: 'as-of date YYYY-MM-DD (default: end of the period)',
  },
  'cli.community-option': {
    zh: '只报告该社区（可重复）；比对仍用全部资料',
    en: 'report on this community only (repeatable); matching sees everything',
  },
  'cli.point-option': {
    zh: '指定文件属于哪个数据点，如 "**/导出/*=system"（可重复）',
    en: 'set the point of files, for example "**/export/*=system" (repeatable)',
  },
  'cli.rule-option': {
    zh: '只报告这些规则，如 birth 或 "*/omitted"（可重复）；它们的起因一并列出',
    en: 'report on these rules only, such as birth or "*/omitted" (repeatable), and on their causes',
  },
  'cli.no-rule-option': {
    zh: '不检查这些规则（可重复）',
    en: 'do not check these rules (repeatable)',
  },
  'cli.severity-option': {
    zh: '只报告此级别及以上的问题：error、warning、notice',
    en: 'report findings of this severity or above: error, warning, notice',
  },
  'cli.config-option': {
    zh: '配置文件（默认：plumbline.yaml）',
    en: 'configuration file (default: plumbline.yaml)',
  },
  'cli.format-option': {
    zh: '报告格式：table（默认）、json、csv、md、junit、sarif、html、xlsx、docx',
    en: 'format of the report: table (default), json, csv, md, junit, sarif, html, xlsx, docx',
  },
  'cli.out-option': {
    zh: '报告写入文件，而不显示；扩展名决定格式',
    en: 'write the report to a file instead; its ending says the format',
  },
  'cli.all-option': {
    zh: '显示全部内容，按改错的顺序（输出不是屏幕时默认如此）',
    en: 'show everything, in the order of work (the default where the output is no terminal)',
  },
  'cli.brief-option': {
    zh: '只显示首屏：结论、断线、先改哪些（屏幕上默认如此）',
    en: 'show the first screen alone: verdict, line, what to mend first (the default on a terminal)',
  },
  'cli.fail-on-option': {
    zh: '有此级别及以上的问题时退出码为 1：error（默认）、warning、notice、none',
    en: 'exit with 1 on findings of this severity or above: error (default), warning, notice, none',
  },
  'cli.keep-going-option': {
    zh: '跳过读不了的文件继续核对（退出码 3）',
    en: 'audit without the files that cannot be read (exit code 3)',
  },
  'cli.reveal-option': {
    zh: '完整显示姓名和身份证号（默认隐去）',
    en: 'show names and IDs in full (masked by default)',
  },
  'cli.quiet-option': { zh: '不显示进度', en: 'no progress' },
  'cli.memory-option': {
    zh: '内存上限，如 2GB，超出部分用磁盘',
    en: 'memory limit such as 2GB; the rest goes to disk',
  },
  'cli.threads-option': { zh: '线程数', en: 'number of threads' },
  'cli.timestamps-option': { zh: '报告中写入运行时间', en: 'write the time of the run into the report' },
  'cli.timings-option': {
    zh: '在标准错误输出上列出各阶段用时、处理器时间和内存',
    en: 'list the time, processor time and memory of each phase on standard error',
  },
} as const satisfies Record<string, { zh: string; en: string }>;
