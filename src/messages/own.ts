/** Sentences about a bureau's own rules. */
export const ownMessages = {
  'own.no-folder': {
    zh: '找不到自定规则的文件夹 {path}（配置 {config} 的 rules_folder）。请检查路径，它相对于配置文件。',
    en: 'There is no folder of own rules {path} (rules_folder in {config}). Check the path; it is relative to the configuration file.',
  },
  'own.no-front-matter': {
    zh: '自定规则 {path} 的开头没有说明部分。请以一行 --- 开头，写 name、severity、title、why、remedy、message，再以一行 --- 结束，其后是一条 SELECT。',
    en: 'The own rule {path} has no front matter. Begin with a line ---, give name, severity, title, why, remedy and message, end with a line ---, and put one SELECT after it.',
  },
  'own.name': {
    zh: '自定规则 {path}：名称“{name}”应为 own/ 加小写字母、数字和连字符，如 own/late-cards。',
    en: 'Own rule {path}: the name “{name}” must be own/ and small letters, digits and hyphens, such as own/late-cards.',
  },
  'own.twice': {
    zh: '自定规则 {path}：名称“{name}”已用于 {other}。请改名。',
    en: 'Own rule {path}: the name “{name}” is taken by {other}. Rename one of them.',
  },
  'own.count': {
    zh: '自定规则 {path} 已拒绝：应当只有一条语句，实际有 {detail} 条。请只保留一条 SELECT。',
    en: 'Own rule {path} is refused: it must be one statement, and has {detail}. Keep one SELECT.',
  },
  'own.kind': {
    zh: '自定规则 {path} 已拒绝：只能是 SELECT，不能是 {detail} 语句。规则只读数据，不写文件、不改表。',
    en: 'Own rule {path} is refused: it must be a SELECT, not a {detail} statement. Rules read; they write no file and change no table.',
  },
  'own.parameters': {
    zh: '自定规则 {path} 已拒绝：SELECT 中有 {detail} 个未定的参数（? 或 $1）。请写成确定的值。',
    en: 'Own rule {path} is refused: its SELECT has {detail} open parameters (? or $1). Write values instead.',
  },
  'own.engine': {
    zh: '自定规则 {path} 已拒绝：{detail}。规则只能读核对用的表，不能读文件或网络；表和列见 docs/own-rules.zh-CN.md。',
    en: 'Own rule {path} is refused: {detail}. Rules read the tables of the audit only, no files and no network; for tables and columns see docs/own-rules.md.',
  },
  'own.column': {
    zh: '自定规则 {path} 已拒绝：SELECT 的结果缺少“{name}”列。必须有：{valid}。',
    en: 'Own rule {path} is refused: its SELECT returns no column “{name}”. Required: {valid}.',
  },
  'own.column-type': {
    zh: '自定规则 {path} 已拒绝：“{name}”列应为{expected}，实际为 {type}。',
    en: 'Own rule {path} is refused: column “{name}” must be {expected}, and is {type}.',
  },
  'own.whole-number': { zh: '整数', en: 'a whole number' },
  'own.placeholder': {
    zh: '自定规则 {path}：句子中的 “{name}” 既不是 SELECT 的列，也不是通用参数。可用：{valid}。',
    en: 'Own rule {path}: “{name}” in its sentences is neither a column of its SELECT nor a common parameter. Valid: {valid}.',
  },
} as const satisfies Record<string, { zh: string; en: string }>;
