/** What the options are for, as help shows it, and what is wrong with a command line. */
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
  'cli.no-rule-option': { zh: '不检查这些规则（可重复）', en: 'do not check these rules (repeatable)' },
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

  'cli.unknown-rule': {
    zh: '没有“{name}”这样的规则，最接近的是“{nearest}”。全部规则见 plumbline rules。',
    en: 'There is no rule “{name}”; the nearest one is “{nearest}”. All of them: plumbline rules.',
  },
  'cli.unknown-option': {
    zh: '没有 {what} 这个选项。{hint}运行 {command} --help 查看全部选项。',
    en: 'There is no option {what}. {hint}Run {command} --help for all options.',
  },
  'cli.unknown-command': {
    zh: '没有 {what} 这个命令。{hint}要核对资料请运行：plumbline check 文件夹',
    en: 'There is no command {what}. {hint}To audit files run: plumbline check FOLDER',
  },
  'cli.did-you-mean': { zh: '是不是 {what}？', en: 'Did you mean {what}? ' },
  'cli.option-needs-value': {
    zh: '选项 {what} 后面要写一个值。运行 {command} --help 查看写法。',
    en: 'Option {what} needs a value. Run {command} --help to see how it is written.',
  },
  'cli.missing-argument': {
    zh: '还缺{what}。运行 {command} --help 查看写法。',
    en: '{what} is missing. Run {command} --help to see how it is written.',
  },
  'cli.excess-arguments': {
    zh: '多写了词：{command} 要 {expected} 个，写了 {given} 个。含空格的名字请加引号。运行 {command} --help 查看写法。',
    en: 'Too many words: {command} takes {expected}, and {given} were given. Put names with spaces in quotes. Run {command} --help to see how it is written.',
  },
  'cli.bad-usage': {
    zh: '命令写法不对（{message}）。运行 {command} --help 查看写法。',
    en: 'The command line is not understood ({message}). Run {command} --help.',
  },
  'cli.bad-choice': {
    zh: '选项 {option} 的值“{value}”不对，可选：{choices}。',
    en: 'Option {option} cannot be "{value}"; choose one of {choices}.',
  },
  'cli.bad-date': {
    zh: '选项 {option} 的日期“{value}”不对，请写成 2023-12-31 这样的真实日期。',
    en: 'Option {option}: "{value}" is not a date; write a real one such as 2023-12-31.',
  },
  'cli.unknown-community': {
    zh: '资料中没有“{name}”这个社区，是不是“{nearest}”？资料中有：{known}。',
    en: 'No record names the community "{name}". Is it "{nearest}"? These are named: {known}.',
  },
  'cli.unknown-point': {
    zh: '没有“{name}”这个数据点，是不是 {nearest}？可用：{known}；其他数据点请写入 plumbline.yaml 的 points。',
    en: 'There is no point "{name}". Is it {nearest}? There are {known}; add others under points in plumbline.yaml.',
  },
  'cli.point-unused': {
    zh: '注意：没有文件符合 --point 的“{glob}”，这一项没有起作用。文件名以报告里的写法为准。',
    en: 'Note: no file matches “{glob}” of --point, which changes nothing. Paths are as the report prints them.',
  },
  'cli.bad-threads': {
    zh: '线程数“{value}”不对，请写 1 到 256 的整数。',
    en: '"{value}" is no number of threads; write a whole number from 1 to 256.',
  },
  'cli.bad-memory': {
    zh: '内存上限“{value}”不对，请写成 512MB 或 2GB 这样。',
    en: '"{value}" is no memory limit; write it as 512MB or 2GB.',
  },
  'cli.bad-point': {
    zh: '--point “{value}”不对，请写成 文件名模式=数据点，例如 --point "**/导出/*=system"。',
    en: '--point "{value}" is not understood; write GLOB=point, for example --point "**/export/*=system".',
  },
  'cli.bad-period': {
    zh: '看不懂期间“{value}”。请写成 2023、2023-05、2023年5月、2023Q1、2023年1季度或 2023上半年。',
    en: 'The period “{value}” cannot be understood. Write 2023, 2023-05, 2023年5月, 2023Q1, 2023年1季度 or 2023上半年.',
  },
  'cli.unknown-register': {
    zh: '没有“{name}”这种登记册，最接近的是“{nearest}”。可用：{valid}。',
    en: 'There is no register “{name}”; the nearest one is “{nearest}”. Valid: {valid}.',
  },
} as const satisfies Record<string, { zh: string; en: string }>;
