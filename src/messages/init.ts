/** Sentences of `plumbline init` and `plumbline template`, and what stands in the files that they write. */
export const initMessages = {
  'init.about': {
    zh: '看一遍文件夹，写出带说明的 plumbline.yaml：认出的社区、数据点、登记册，拿不准的列成问题',
    en: 'look at a folder and write a commented plumbline.yaml: communities, points and registers as recognised, doubts as questions',
  },
  'init.dir': { zh: '存放台账的文件夹', en: 'the folder of ledgers' },
  'init.out-option': {
    zh: '写到哪个文件（默认：该文件夹里的 plumbline.yaml）',
    en: 'file to write (default: plumbline.yaml in that folder)',
  },
  'init.exists': {
    zh: '{path} 已经存在，没有改动。请先移走它，或用 --out 另写一份。',
    en: '{path} exists and was left as it is. Move it away first, or write another file with --out.',
  },
  'init.written': {
    zh: '已写入 {path}：认出 {tables} 张表，读不了 {refused} 个文件。请打开看一遍“拿不准的”那一段。',
    en: 'Wrote {path}: tables recognised {tables}, files that cannot be read {refused}. Open it and read the part with questions.',
  },
  'init.head': {
    zh: '由 plumbline init 根据文件夹写成。不改也能用：没有 # 的各行就是不写配置时的做法。\n每一项的写法见 docs/configuration.zh-CN.md。',
    en: 'Written by plumbline init from what the folder holds. It changes nothing as it stands:\nlines without # are what an audit assumes anyway. docs/configuration.md explains every entry.',
  },
  'init.communities': {
    zh: '认出的社区。一个社区有别的叫法时写成：- { name: 永安村, synonyms: [永安, 永安村委会], street: 云溪街道 }',
    en: 'The communities found. One with other names: - { name: 永安村, synonyms: [永安], street: 云溪街道 }',
  },
  'init.files': {
    zh: '{count} 张表各被当作什么（数据点 · 登记册 · 社区）。不对的，在下面 files 里写明：\n- { glob: 文件, point: 数据点, register: 登记册, community: 社区 }',
    en: 'What each of the {count} tables is taken for (point · register · community). Where it is wrong, say so under files:\n- { glob: FILE, point: POINT, register: REGISTER, community: NAME }',
  },
  'init.questions': { zh: '拿不准的（{count} 处）：', en: 'Questions ({count}):' },
  'init.refused': {
    zh: '？ {path} 读不了：{reason} 如果它不是台账：',
    en: '? {path} cannot be read: {reason} If it is no ledger:',
  },
  'init.point': {
    zh: '？ {path} 的名字里没有数据点的字样，当作台账（ledger）。如果是别的：',
    en: '? The name of {path} says no point; it is taken for a ledger. If it is another:',
  },
  'init.column': {
    zh: '？ {path} 有不认识的列：{headings}。如果其中有登记册 {register} 的列，写在 headings 里。',
    en: '? {path} has columns that are not known: {headings}. If one belongs to {register}, say so under headings.',
  },
  'init.alike': {
    zh: '？ “{one}”和“{other}”是不是同一个社区？是的话在 communities 里写成：',
    en: '? Are “{one}” and “{other}” one community? If so, write under communities:',
  },

  'template.about': { zh: '生成空白登记表模板（XLSX）', en: 'write blank register templates (XLSX)' },
  'template.registers': {
    zh: '登记册名称，如 births 或 出生登记（默认：全部）',
    en: 'registers, such as births (default: all)',
  },
  'template.out-option': { zh: '存放模板的文件夹', en: 'folder for the templates' },
  'template.exists': {
    zh: '{path} 已存在，为免覆盖已填内容，没有写入任何模板。请换一个 --out 文件夹，或先移走该文件。',
    en: '{path} exists; no template was written, so that nothing filled in is lost. Choose another --out folder or move the file away first.',
  },
  'template.not-writable': {
    zh: '模板写不进 {path}：{reason}。请检查文件夹，或用 --out 换一个位置。',
    en: 'Cannot write the template to {path}: {reason}. Check the folder, or choose another place with --out.',
  },

  'template.notes': { zh: '填表说明', en: 'Notes' },
  'template.notes-title': { zh: '{register} 填表说明', en: 'How to fill in {register}' },
  'template.notes-general': {
    zh: '带 * 的列必填。每行一条记录，不要合并单元格，不要改动表头。身份证号以文本保存，请勿改为数字格式。不清楚的留空。',
    en: 'Columns with * must be filled. One record a row; do not merge cells or change the headings. IDs are kept as text: do not turn them into numbers. Leave blank what is not known.',
  },
  'template.notes-column': { zh: '列', en: 'Column' },
  'template.notes-required': { zh: '必填', en: 'Required' },
  'template.notes-type': { zh: '填写内容', en: 'What to enter' },
  'template.notes-codes': { zh: '可选值', en: 'Accepted values' },
  'template.notes-headings': { zh: '也接受的列名', en: 'Other headings accepted' },

  'template.type-text': { zh: '文字', en: 'text' },
  'template.type-name': {
    zh: '姓名，不加空格；未取名的留空',
    en: 'name without spaces; blank if not yet given',
  },
  'template.type-id': {
    zh: '18 位身份证号（文本，末位可为 X）；其他证件照填',
    en: 'resident ID of 18 characters (as text; the last may be X); other documents as they are',
  },
  'template.type-date': { zh: '日期，如 2023-05-03', en: 'date, such as 2023-05-03' },
  'template.type-integer': { zh: '整数', en: 'whole number' },
  'template.type-number': { zh: '数字，保留上报时的小数位数', en: 'number, with its decimals as reported' },
  'template.type-code': { zh: '从下拉列表中选择', en: 'choose from the list' },
} as const satisfies Record<string, { zh: string; en: string }>;
