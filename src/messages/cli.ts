/** Sentences of the command line. */
export const cli = {
  'cli.about': {
    zh: '人口台账统计核对：户卡、台账、系统三点一线，哪里断线、改哪一行，一查便知。不联网。',
    en: 'Audits population ledgers: shows where card, ledger and system part ways, and which row to mend. Offline.',
  },
  'cli.usage': { zh: '用法：', en: 'Usage:' },
  'cli.arguments': { zh: '参数：', en: 'Arguments:' },
  'cli.options': { zh: '选项：', en: 'Options:' },
  'cli.global-options': { zh: '通用选项：', en: 'Global options:' },
  'cli.commands': { zh: '命令：', en: 'Commands:' },
  'cli.word-options': { zh: '选项', en: 'options' },
  'cli.word-command': { zh: '命令', en: 'command' },
  'cli.argument-paths': { zh: '资料', en: 'paths' },
  'cli.argument-result': { zh: '结果文件', en: 'result' },
  'cli.argument-old': { zh: '先前结果', en: 'old' },
  'cli.argument-new': { zh: '后来结果', en: 'new' },
  'cli.argument-draw': { zh: '抽样文件', en: 'draw' },
  'cli.argument-dir': { zh: '文件夹', en: 'dir' },
  'cli.argument-rule': { zh: '规则', en: 'rule' },
  'cli.argument-findings': { zh: '问题编号', en: 'findings' },
  'cli.argument-registers': { zh: '登记册', en: 'registers' },
  'cli.argument-command': { zh: '命令', en: 'command' },
  'cli.argument-shell': { zh: '命令行', en: 'shell' },
  'cli.argument-config-or-dir': { zh: '配置文件或文件夹', en: 'config-or-dir' },
  'cli.help-command': { zh: '显示一个命令的帮助', en: 'show the help of a command' },
  'cli.group-what': { zh: '核对什么：', en: 'What is audited:' },
  'cli.group-output': { zh: '写出什么：', en: 'What is written:' },
  'cli.group-run': { zh: '怎样运行：', en: 'How it runs:' },
  'cli.man-name': { zh: '名称', en: 'NAME' },
  'cli.man-synopsis': { zh: '用法', en: 'SYNOPSIS' },
  'cli.man-commands': { zh: '命令', en: 'COMMANDS' },
  'cli.man-exit': { zh: '退出码', en: 'EXIT STATUS' },
  'cli.man-exits': {
    zh: '0 没有问题；1 有问题；2 未能核对；3 跳过部分文件后核对完；130 被中断。',
    en: '0 nothing found; 1 findings; 2 could not audit; 3 audited in part; 130 interrupted.',
  },
  'cli.group-check': { zh: '核对：', en: 'Audit:' },
  'cli.group-results': { zh: '结果：', en: 'Results:' },
  'cli.group-spot': { zh: '抽样核查：', en: 'Spot audits:' },
  'cli.group-setup': { zh: '准备和说明：', en: 'Set-up and reference:' },
  'cli.complete': {
    zh: '为 bash、zsh、fish、powershell 生成命令补全脚本',
    en: 'print a completion script for bash, zsh, fish or powershell',
  },
  'cli.guide-intro': { zh: 'Plumbline 统计核对', en: 'Plumbline, an audit of ledgers' },
  'cli.guide-folder': { zh: '要核对哪个文件夹？', en: 'Which folder is to be audited?' },
  'cli.guide-other': { zh: '别的文件夹……', en: 'another one …' },
  'cli.guide-path': {
    zh: '文件夹的路径（可以把文件夹拖进来）',
    en: 'Path of the folder (it can be dragged here)',
  },
  'cli.guide-absent': { zh: '找不到这个文件或文件夹', en: 'There is no such file or folder' },
  'cli.guide-period': {
    zh: '核对哪个期间？如 2023、2023-05；直接回车由程序判断',
    en: 'Which period? For example 2023 or 2023-05; Enter lets the program decide',
  },
  'cli.guide-report': { zh: '改错清单写到哪个文件？', en: 'Which file is the list to mend written to?' },
  'cli.guide-cancelled': { zh: '已取消。', en: 'Cancelled.' },
  'cli.guide-outro': { zh: '下次可以直接运行：{command}', en: 'Next time run at once: {command}' },
  'cli.help-option': { zh: '显示帮助', en: 'show help' },
  'cli.version-option': { zh: '显示版本号', en: 'show the version' },
  'cli.lang-option': { zh: '输出语言：zh（默认）或 en', en: 'language of the output: zh (default) or en' },
  'cli.color-option': { zh: '不用颜色', en: 'no colours' },
  'cli.debug-option': {
    zh: '供维护人员：出错时显示调用路径，核对时列出匹配的步骤',
    en: 'for maintainers: stack traces of errors, and the steps of matching in a check',
  },

  'cli.check': {
    zh: '核对文件或文件夹，列出漏报、重报、错报及其位置',
    en: 'audit files or folders: omissions, duplicates and mismatches, with their places',
  },
  'cli.check-epilogue': {
    zh: '例：\n  plumbline check 2023年资料\n  plumbline check 户卡 台账 信息系统 --period 2023 --community 朝阳社区\n  plumbline check 2023年资料 --format json --out 报告.json\n\n退出码：0 没有问题，1 有问题，2 未能核对，3 跳过部分文件后核对完。\n',
    en: 'Examples:\n  plumbline check ledgers-2023\n  plumbline check cards ledgers system --period 2023 --community Chaoyang\n  plumbline check ledgers-2023 --format json --out report.json\n\nExit codes: 0 nothing found, 1 findings, 2 could not audit, 3 audited in part.\n',
  },
  'cli.check-paths': { zh: '要核对的文件或文件夹', en: 'files or folders to audit' },
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
  'cli.unknown-rule': {
    zh: '没有“{name}”这样的规则，最接近的是“{nearest}”。全部规则见 plumbline rules。',
    en: 'There is no rule “{name}”; the nearest one is “{nearest}”. All of them: plumbline rules.',
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
  'cli.interrupted': { zh: '已中断，没有写出结果。', en: 'Interrupted; no result was written.' },
  'cli.time-left': { zh: '约剩 {time}', en: 'about {time} left' },
  'cli.seconds': { zh: '{count} 秒', en: '{count} s' },
  'cli.minutes': { zh: '{count} 分钟', en: '{count} min' },
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
  'cli.cannot-write': {
    zh: '报告写不进 {path}：{reason}。请检查文件夹是否存在、文件是否被占用，或换一个位置。',
    en: 'Cannot write the report to {path}: {reason}. Check that the folder exists and the file is not in use, or choose another place.',
  },
  'cli.reason-missing-folder': { zh: '文件或文件夹不存在', en: 'no such file or folder' },
  'cli.reason-is-folder': { zh: '这是一个文件夹', en: 'it is a folder' },
  'cli.reason-no-permission': { zh: '没有权限', en: 'permission is denied' },
  'cli.reason-disk-full': { zh: '磁盘已满', en: 'the disk is full' },
  'cli.reason-busy': { zh: '文件被其他程序占用', en: 'another program is using the file' },
  'cli.system-error': {
    zh: '操作系统报错，未能完成核对：{reason}（{path}）。处理后请重新运行。',
    en: 'The audit could not be completed: {reason} ({path}). Mend this and run again.',
  },
  'cli.written': { zh: '报告已写入 {path}', en: 'Report written to {path}' },

  'cli.refused': {
    zh: '有 {count} 个文件读不了，没有核对，也没有出报告：',
    en: 'Nothing was audited and there is no report, since files cannot be read ({count}):',
  },
  'cli.refused-advice': {
    zh: '请按上面的办法处理后重新运行；要跳过这些文件先核对其余的，加上 --keep-going。',
    en: 'Mend them as said above and run again, or add --keep-going to audit the others without them.',
  },
  'cli.step-survey': { zh: '查看文件', en: 'looking at files' },
  'cli.step-load': { zh: '读取', en: 'reading' },
  'cli.step-match': { zh: '比对', en: 'matching' },
  'cli.step-check': { zh: '检查', en: 'checking' },
  'cli.bad-period': {
    zh: '看不懂期间“{value}”。请写成 2023、2023-05、2023年5月、2023Q1、2023年1季度或 2023上半年。',
    en: 'The period “{value}” cannot be understood. Write 2023, 2023-05, 2023年5月, 2023Q1, 2023年1季度 or 2023上半年.',
  },
  'cli.internal': {
    zh: '程序内部错误：{message}。请加 --debug 重新运行，并把输出交给维护人员。',
    en: 'Internal error: {message}. Run again with --debug and hand the output to the maintainers.',
  },
} as const satisfies Record<string, { zh: string; en: string }>;
