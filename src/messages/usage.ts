/** What is wrong with a command line. */
export const usageMessages = {
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
