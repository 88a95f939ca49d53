/** Sentences of `plumbline rules`, `plumbline explain` and the pages of the rules, and about a bureau's own rules. */
export const catalogueMessages = {
  'catalogue.rules-about': { zh: '列出全部规则', en: 'list the rules' },
  'catalogue.rule-option': {
    zh: '只列这些规则，如 birth 或 "*/omitted"（可重复）',
    en: 'these rules only, such as birth or "*/omitted" (repeatable)',
  },
  'catalogue.severity-option': {
    zh: '只列此级别的：error、warning、notice',
    en: 'rules of this severity only: error, warning, notice',
  },
  'catalogue.format-option': { zh: '格式：table（默认）、json', en: 'format: table (default), json' },
  'catalogue.count': {
    zh: '共 {count} 条规则。说明见 plumbline explain 规则名',
    en: '{count} rules. More about one: plumbline explain RULE',
  },
  'catalogue.off': { zh: '（已停用）', en: ' (off)' },
  'catalogue.explain-about': {
    zh: '解释一条规则：为什么查、怎么办、参数、实例和所用的 SELECT',
    en: 'explain a rule: why, what to do, options, an example, and its SELECT',
  },
  'catalogue.explain-rule': { zh: '规则名，如 birth/omitted', en: 'name of a rule, such as birth/omitted' },
  'catalogue.unknown': {
    zh: '没有“{name}”这条规则，最接近的是“{nearest}”。全部规则见 plumbline rules。',
    en: 'There is no rule “{name}”; the nearest one is “{nearest}”. All of them: plumbline rules.',
  },

  'catalogue.severity': { zh: '级别', en: 'Severity' },
  'catalogue.needs': { zh: '需要的登记册', en: 'Registers needed' },
  'catalogue.needs-all': { zh: '{registers}，缺一不可', en: 'all of: {registers}' },
  'catalogue.needs-any': { zh: '{registers}，有一种即可', en: 'any of: {registers}' },
  'catalogue.needs-sheets': {
    zh: '只在抽查计分（plumbline spot score）时检查：需要收回的入户核查表',
    en: 'Checked in a spot audit only (plumbline spot score): needs the sheets that came back from the door',
  },
  'catalogue.why': { zh: '为什么', en: 'Why' },
  'catalogue.remedy': { zh: '怎么办', en: 'What to do' },
  'catalogue.message': { zh: '报告里的话', en: 'What the report says' },
  'catalogue.options': { zh: '参数', en: 'Options' },
  'catalogue.option': { zh: '名称', en: 'name' },
  'catalogue.title': { zh: '查什么', en: 'title' },
  'catalogue.value': { zh: '取值', en: 'value' },
  'catalogue.allowed': { zh: '可以是', en: 'may be' },
  'catalogue.tuning': {
    zh: '在 plumbline.yaml 的 rules 下修改，例如：',
    en: 'Change them under rules in plumbline.yaml, for example:',
  },
  'catalogue.example': { zh: '实例', en: 'Example' },
  'catalogue.faulty': { zh: '有问题，会报：', en: 'Faulty; it is found:' },
  'catalogue.clean': { zh: '没有问题，不会报：', en: 'Clean; nothing is found:' },
  'catalogue.as-it-was': { zh: '一切一致，没有改动。', en: 'Everything agrees; nothing was changed.' },
  'catalogue.row-added': { zh: '此行', en: 'this row' },
  'catalogue.row-removed': { zh: '原为', en: 'was' },
  'catalogue.row-joined': { zh: '本月新增', en: 'new this month' },
  'catalogue.row-left': { zh: '上月有，本月没有', en: 'there last month, gone now' },
  'catalogue.row-missing': { zh: '此行没有', en: 'this row is not there' },
  'catalogue.more-rows': { zh: '……另有 {count} 行', en: '… and {count} more rows' },
  'catalogue.generated': {
    zh: '本页由规则本身和它的测试生成（npm run docs），请勿手改。',
    en: 'Made from the rule itself and its tests (npm run docs); not to be edited by hand.',
  },
  'catalogue.index': { zh: '规则', en: 'Rules' },
  'catalogue.select': { zh: 'SELECT', en: 'SELECT' },

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
