/** Sentences of the read room, and what is remarked of sources: rows that were skipped or filled, and what was not read. */
export const readMessages = {
  'read.missing-path': {
    zh: '找不到“{path}”。请检查路径和文件名是否写对。',
    en: 'There is no "{path}". Check the path and the file name.',
  },
  'read.closed-folder': {
    zh: '打不开文件夹“{path}”。请检查读取权限。',
    en: 'The folder "{path}" cannot be opened. Check that you may read it.',
  },
  'read.no-ledgers': {
    zh: '在“{paths}”中没有找到台账（.csv、.txt、.tsv、.xlsx、.xlsm；另有 {passed} 个其他文件未读）。请指定存放台账的文件夹。',
    en: 'No ledgers in "{paths}" (looked for .csv, .txt, .tsv, .xlsx, .xlsm; passed over {passed} other files). Name the folder that holds them.',
  },
  'read.nothing': {
    zh: '“{paths}”里没有文件。请指定存放台账（.csv、.xlsx 等）的文件夹。',
    en: 'There are no files in "{paths}". Name the folder that holds the ledgers (.csv, .xlsx …).',
  },
  'read.no-access': {
    zh: '无法打开。请检查读取权限，或先在其他程序中关闭该文件。',
    en: 'Cannot be opened. Check that you may read it, or close it in the other program.',
  },
  'read.changed': {
    zh: '读到“{path}”时出错：文件在核对期间被移走、改动或损坏。请确认文件完好后重新核对。',
    en: '"{path}" could not be read: it was moved, changed or damaged during the audit. Check the file and audit again.',
  },
  'read.foreign-format': {
    zh: '不能读取这种格式，而它可能是台账。请用 WPS 或 Excel 打开，选择“文件 → 另存为”，类型选 .xlsx，保存后再核对。',
    en: 'This format cannot be read, and it may be a ledger. Open it in WPS or Excel, choose File → Save As, type .xlsx, and audit that.',
  },
  'read.old-format': {
    zh: '内容是旧版 Excel（.xls）或其他 OLE 文件，与扩展名不符。请用 WPS 或 Excel 打开，“另存为” .xlsx 后再核对。',
    en: 'The content is an old Excel (.xls) or other OLE file, whatever its name says. Open it in WPS or Excel, save it as .xlsx, and audit that.',
  },
  'read.html-table': {
    zh: '内容是网页表格（HTML/XML），不是所示扩展名的格式。请用 WPS 或 Excel 打开，“另存为” .xlsx 后再核对。',
    en: 'The content is a web page (HTML/XML) and not what its name says. Open it in WPS or Excel, save it as .xlsx, and audit that.',
  },
  'read.workbook-as-text': {
    zh: '内容是工作簿，扩展名却是文本。请把扩展名改为 .xlsx 后再核对。',
    en: 'The content is a workbook under the name of a text file. Rename it to .xlsx.',
  },
  'read.no-workbook': {
    zh: '内容不是工作簿。若是文本表格，请把扩展名改为 .csv；否则请用 WPS 或 Excel 打开后“另存为” .xlsx。',
    en: 'This is no workbook. If it is a text table, rename it to .csv; else open it in WPS or Excel and save it as .xlsx.',
  },
  'read.no-workbook-inside': {
    zh: '内容是压缩包，里面没有工作簿（可能是压缩文件、文档或其他程序的表格）。请先解压；若是表格，请用 WPS 或 Excel 打开，“另存为” .xlsx 后再核对。',
    en: 'The content is a zip without a workbook in it (an archive, a document, or a table of another program). Unpack it; or open it in WPS or Excel, save it as .xlsx, and audit that.',
  },
  'read.empty-file': {
    zh: '文件是空的，没有任何内容。请重新导出或复制；若确实不需要，请删除，或在 plumbline.yaml 的 files 中用 ignore 排除它。',
    en: 'The file is empty. Export or copy it again; if it is not needed, delete it, or exclude it with ignore under files in plumbline.yaml.',
  },
  'read.other-delimiter': {
    zh: '各列用“{sign}”分隔，不能读取。请用 WPS 或 Excel 打开（数据 → 分列，分隔符号填“{sign}”），“另存为” .xlsx 后再核对；或在导出时改用逗号、制表符或分号。',
    en: 'The columns are divided by "{sign}", which cannot be read. Open it in WPS or Excel (Data → Text to Columns, delimiter "{sign}"), save it as .xlsx, and audit that; or export it with commas, tabs or semicolons.',
  },
  'read.archive': {
    zh: '是压缩包。请先解压，再核对解压出来的文件夹。',
    en: 'An archive. Unpack it, and audit the folder that comes out of it.',
  },
  'read.not-a-ledger': {
    zh: '不是台账文件。可核对的类型：.csv、.txt、.tsv、.xlsx、.xlsm。',
    en: 'Not a ledger. These can be audited: .csv, .txt, .tsv, .xlsx, .xlsm.',
  },
  'read.no-table': {
    zh: '找不到表格：各行没有逗号、制表符或分号分隔的列。请导出为 .csv 或另存为 .xlsx。',
    en: 'No table: the lines have no columns separated by commas, tabs or semicolons. Export it as .csv or save it as .xlsx.',
  },
  'read.encrypted': {
    zh: '工作簿设有打开密码。请打开后去掉密码（Excel：文件 → 信息 → 保护工作簿；WPS：文件 → 文档加密 → 密码加密），保存后再核对。',
    en: 'The workbook has a password. Open it, remove the password (Excel: File → Info → Protect Workbook; WPS: File → Encrypt Document → Password), save it, and audit it again.',
  },
  'read.damaged-workbook': {
    zh: '工作簿已损坏，无法读出。请用 WPS 或 Excel 打开修复后另存为 .xlsx，或重新复制。',
    en: 'The workbook is damaged. Repair it in WPS or Excel and save it as .xlsx, or copy it again.',
  },
  'read.too-large-inside': {
    zh: '工作簿内的“{part}”解压后有 {size} MiB，超出限度（可能是恶意压缩）。请另存为新的 .xlsx，或拆分成几个文件。',
    en: 'The part "{part}" of the workbook inflates to {size} MiB, beyond the limit (perhaps a zip bomb). Save it as a new .xlsx, or split it.',
  },
  'read.too-many-parts': {
    zh: '工作簿内有 {count} 个部件，超出限度。请另存为新的 .xlsx 后再核对。',
    en: 'The workbook has {count} parts, beyond the limit. Save it as a new .xlsx and audit that.',
  },
  'read.document-type': {
    zh: '工作簿内的“{part}”含有文档类型或实体声明，出于安全不予读取。请用 WPS 或 Excel 另存为新的 .xlsx。',
    en: 'The part "{part}" of the workbook declares a document type or entities, and is not read for safety. Save it as a new .xlsx.',
  },
  'read.other-encoding': {
    zh: '文字编码是 {encoding}，不能读取。请用 WPS 或 Excel 打开，另存为 .xlsx 或 UTF-8 的 .csv。',
    en: 'The text is encoded as {encoding}, which cannot be read. Open it in WPS or Excel and save it as .xlsx or as UTF-8 .csv.',
  },
  'read.no-encoding': {
    zh: '认不出文字编码（不是 UTF-8、GB18030 或 UTF-16）。请用 WPS 或 Excel 打开，另存为 .xlsx 或 UTF-8 的 .csv。',
    en: 'The text encoding is not known (neither UTF-8, GB18030 nor UTF-16). Open it in WPS or Excel and save it as .xlsx or as UTF-8 .csv.',
  },
  'read.two-registers': {
    zh: '分不清{table}是“{one}”还是“{other}”。像“{one}”：有 {one_for}；不像：{one_against}。像“{other}”：有 {other_for}；不像：{other_against}。请在 plumbline.yaml 的 files 中写明，例如：- { glob: "{path}", register: {register} }；也可以在文件名或工作表名中写明登记册名称。',
    en: 'It is not clear whether {table} is "{one}" or "{other}". For "{one}": it has {one_for}; against: {one_against}. For "{other}": it has {other_for}; against: {other_against}. Say which under files in plumbline.yaml, for example: - { glob: "{path}", register: {register} }; or put the name of the register into the file or sheet name.',
  },
  'read.this-sheet': { zh: '工作表“{sheet}”', en: 'the sheet "{sheet}"' },
  'read.this-table': { zh: '这张表', en: 'this table' },
  'read.lacks': { zh: '缺少表头 {headings}', en: 'it lacks the headings {headings}' },
  'read.denied-men': { zh: '所列的人中有男性', en: 'there are men in it' },
  'read.denied-residents': {
    zh: '有性别或与户主关系一栏，是居民名单的样子',
    en: 'it has a column of sexes or relations, as lists of residents have',
  },
  'read.denied-date': { zh: '多数人没有填写事件日期', en: 'most of its rows have no date of the event' },
  'read.and': { zh: '，', en: ', ' },
  'read.nothing-against': { zh: '没有', en: 'nothing' },
  'read.missing-headings': {
    zh: '认不出是哪种登记册。{table}最接近“{register}”，但缺少表头：{headings}。请补上或改正表头，或在 plumbline.yaml 的 headings 中加入别名。',
    en: 'Not recognised as any register: {table} comes nearest to "{register}", but lacks the headings {headings}. Add or correct them, or add synonyms under headings in plumbline.yaml.',
  },
  'read.unrecognised': {
    zh: '没有找到任何登记册的表头。请检查文件，或在 plumbline.yaml 的 files 中用 ignore 排除它。',
    en: 'No headings of any register were found. Check the file, or exclude it with ignore under files in plumbline.yaml.',
  },

  'report.skip-title': { zh: '标题', en: 'titles' },
  'report.skip-header': { zh: '表头', en: 'headers' },
  'report.skip-blank': { zh: '空行', en: 'blank' },
  'report.skip-total': { zh: '合计行', en: 'totals' },
  'report.skip-note': { zh: '说明', en: 'notes' },
  'report.skip-other-table': { zh: '另一张表', en: 'of another table' },
  'report.note-hidden-rows': { zh: '隐藏的行（已核对）', en: 'Hidden rows (audited)' },
  'report.note-hidden-columns': { zh: '隐藏的列（已核对）', en: 'Hidden columns (audited)' },
  'report.note-hidden-sheet': { zh: '隐藏的工作表（已核对）', en: 'Hidden sheets (audited)' },
  'report.note-sheet-not-read': { zh: '没有读的工作表', en: 'Sheets not read' },
  'report.note-unknown-column': { zh: '不认识的列（没有核对）', en: 'Unknown columns (not audited)' },
  'report.note-unknown-indicator': { zh: '不认识的指标', en: 'Unknown indicators' },
  'report.note-filled-community': {
    zh: '社区空白、按上一行补上的行',
    en: 'Rows whose blank community was taken from above',
  },
  'report.note-filled-household': {
    zh: '户卡编号空白、按本户首行补上的行',
    en: 'Members whose blank household number was taken from their first line',
  },
  'report.note-missing-last-cells': {
    zh: '行末空白格未写出的行',
    en: 'Rows whose last blank cells were left out',
  },
  'report.note-day-for-period': {
    zh: '期间写成某一天的行（只当作名称，不按年月核对；请写成 2023 或 2023-05）',
    en: 'Rows whose period is a day (taken for a name, without an order; write 2023 or 2023-05)',
  },
  'report.note-inherited-parents': {
    zh: '双胞胎第二行、父母按上一行补上的行',
    en: 'Rows of twins whose parents were taken from above',
  },
  'report.note-absent-since-last': {
    zh: '上次有、这次没有的登记',
    en: 'Registers that were there last time and are not now',
  },
  'report.note-second-table': {
    zh: '同一工作表上的第二张表（没有读；请各放一个工作表）',
    en: 'Second tables on a sheet (not read; give each a sheet of its own)',
  },
  'report.note-archives-passed-over': {
    zh: '没有打开的压缩包（里面若有台账，请先解压）',
    en: 'Archives not opened (unpack them if they hold ledgers)',
  },
  'report.note-no-period': {
    zh: '没有事件和办理日期，不知道核对哪一年：只核对与期间无关的内容（可用 --period 指定）',
    en: 'No date of an event, an entry or a service, so the year is not known: audited is what needs no period (--period names one)',
  },
  'report.note-no-events': {
    zh: '所审期间内没有任何登记的事件',
    en: 'No register has an event in the audited period',
  },
  'report.note-files-passed-over': { zh: '不是台账而略过的文件', en: 'Files passed over, no ledgers' },
  'report.note-unplaced-rows': {
    zh: '归不到社区的外部名单行',
    en: 'Witness rows that belong to no community',
  },
} as const satisfies Record<string, { zh: string; en: string }>;
