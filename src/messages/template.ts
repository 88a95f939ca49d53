/** Sentences of `plumbline template` and of the templates themselves. */
export const templateMessages = {
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
