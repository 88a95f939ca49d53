import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/config/defaults.js';
import { codeReader } from '../../src/ingest/normalise/code.js';
import { parseDate } from '../../src/ingest/normalise/date.js';
import { parseInteger } from '../../src/ingest/normalise/number.js';
import { survey } from '../../src/ingest/read/survey.js';
import { zipOf } from '../../src/ingest/read/zip.js';
import { parseId } from '../../src/keys/id.js';
import { monthsOfPeriod } from '../../src/keys/months.js';
import { nameKey } from '../../src/keys/name.js';
import { isBlank, tidy, unquoted } from '../../src/keys/text.js';
import { sayOr } from '../../src/messages/index.js';
import type { Lang } from '../../src/model/language.js';
import { REGISTERS } from '../../src/registers/index.js';
import { markdownTable } from '../../src/report/rule-page.js';
import { encoded, folderOf, readingOf } from '../ingest/read/folder.js';

/** A form in which tables come, by an example: the table in `docs/reading.md` is made of what becomes of it. */
interface Form {
  zh: string;
  en: string;
  name: string;
  content: string | Uint8Array;
  /** As the page shows it, where the content is no text. */
  shown?: string;
}

const TABLE = '社区,姓名,性别,身份证号,死亡日期\n永安社区,王芳,女,230192195207120951,2023-03-22\n';
const divided = (sign: string) => TABLE.replaceAll(',', sign);
const people = TABLE.repeat(8)
  .split('\n')
  .filter((line, at) => at === 0 || line.startsWith('永'))
  .join('\n');
const report = (folder: string) => readFileSync(`test/reports/${folder}`);
const OLE = Buffer.from('d0cf11e0a1b11ae1000000', 'hex');
const ARCHIVE = zipOf([
  { name: 'a.csv', method: 8, checksum: 0, size: 1, data: deflateRawSync(Buffer.from('x')) },
]);

const FORMS: readonly Form[] = [
  { zh: '逗号分隔', en: 'Divided by commas', name: '死亡登记.csv', content: TABLE },
  { zh: '制表符分隔', en: 'Divided by tabs', name: '死亡登记.txt', content: divided('\t') },
  { zh: '分号分隔', en: 'Divided by semicolons', name: '死亡登记.csv', content: divided(';') },
  ...['|', '，', '；', '、', '~', '^', '　', ' '].map((sign) => ({
    zh: `“${sign}”分隔`,
    en: `Divided by "${sign}"`,
    name: '死亡登记.csv',
    content: divided(sign),
  })),
  {
    zh: '各格前后都补了制表符',
    en: 'Every cell padded with a tab',
    name: '死亡登记.csv',
    content: TABLE.replaceAll(',', '\t,'),
  },
  {
    zh: '各格都加了单引号',
    en: 'Every cell in single quotes',
    name: '死亡登记.csv',
    content: TABLE.replace(/[^,\n]+/g, "'$&'"),
  },
  {
    zh: 'UTF-8，有无 BOM 均可',
    en: 'UTF-8, with or without BOM',
    name: '死亡登记.csv',
    content: `\ufeff${TABLE}`,
  },
  {
    zh: 'GB18030',
    en: 'GB18030',
    name: '死亡登记.csv',
    content: encoded(TABLE, 'gb18030'),
    shown: 'GB18030',
  },
  {
    zh: 'UTF-16',
    en: 'UTF-16',
    name: '死亡登记.csv',
    content: Buffer.from(TABLE, 'utf16le'),
    shown: 'UTF-16',
  },
  {
    zh: 'GB18030，前面是 100 KiB 的 ASCII（看整个文件，不只看开头）',
    en: 'GB18030 behind 100 KiB of ASCII (the whole file decides, not its head)',
    name: '死亡登记.csv',
    content: Buffer.concat([
      encoded(TABLE, 'gb18030'),
      Buffer.alloc(102_400, ' '),
      encoded(people, 'gb18030'),
    ]),
    shown: 'ASCII … GB18030',
  },
  {
    zh: 'GB18030，个别字节损坏（非 ASCII 字符中不到百分之一；所在格报“文字无法解码”）',
    en: 'GB18030 with a bad byte (fewer than 1 in 100 of the characters that are not ASCII; its cell is reported)',
    name: '死亡登记.csv',
    content: Buffer.concat([encoded(people.repeat(4), 'gb18030'), Buffer.of(0xff)]),
    shown: '… FF',
  },
  {
    zh: 'Big5',
    en: 'Big5',
    name: '死亡登记.csv',
    content: encoded('社區,姓名,性別,身份證號,死亡日期\n', 'big5'),
    shown: 'Big5',
  },
  { zh: '没有内容', en: 'Nothing in it', name: '死亡登记.csv', content: ',,,,\n', shown: ',,,,' },
  {
    zh: '网页表格，前面有空行也算',
    en: 'A table of a web page, also behind blank lines',
    name: '死亡登记.csv',
    content: '\n\n<html><table><tr><td>姓名</td></tr></table></html>',
  },
  {
    zh: '另存的单个网页（.mht）',
    en: 'A page saved in one file (.mht)',
    name: '死亡登记.csv',
    content: 'From: <saved>\nSubject: x\nMIME-Version: 1.0\n',
  },
  {
    zh: '程序导出的 JSON 改名为表格',
    en: 'JSON of a program under the name of a table',
    name: '死亡登记.csv',
    content: '[{"姓名": "王芳", "死亡日期": "2023-03-22"}]\n',
  },
  {
    zh: '旧版 Excel 换了扩展名',
    en: 'An old Excel file under another name',
    name: '死亡登记.xlsx',
    content: OLE,
    shown: 'OLE',
  },
  {
    zh: '其他格式的表格',
    en: 'Tables of other formats',
    name: '死亡登记.xls',
    content: OLE,
    shown: '.xls .et .ods .xlsb .dbf .mdb …',
  },
  {
    zh: '工作簿，zip64 记录',
    en: 'A workbook with zip64 records',
    name: '死亡登记.xlsx',
    content: report('F13-zip64-workbook/红旗社区_死亡登记.xlsx'),
    shown: 'SXSSF',
  },
  {
    zh: '工作簿，部件名用反斜杠',
    en: 'A workbook whose parts have back slashes',
    name: '死亡登记.xlsx',
    content: report('F14-part-names/a_反斜杠/永安社区死亡登记.xlsx'),
    shown: 'xl\\workbook.xml',
  },
  {
    zh: '工作簿，部件名大小写不同或在其他文件夹',
    en: 'A workbook whose parts are in another case or folder',
    name: '死亡登记.xlsx',
    content: report('F14-part-names/b_大小写/永安社区死亡登记.xlsx'),
    shown: 'xl/SharedStrings.xml',
  },
  {
    zh: '压缩包改名为工作簿',
    en: 'An archive under the name of a workbook',
    name: '死亡登记.xlsx',
    content: ARCHIVE,
    shown: 'a.csv',
  },
  {
    zh: '压缩包（点名略过）',
    en: 'An archive (passed over by name)',
    name: '死亡登记.zip',
    content: ARCHIVE,
    shown: '.zip .rar .7z …',
  },
];

const WORDS = {
  zh: { form: '形式', example: '例', becomes: '处理', read: '读', passed: '略过', refused: '不接受' },
  en: {
    form: 'Form',
    example: 'Example',
    becomes: 'What becomes of it',
    read: 'read',
    passed: 'passed over',
    refused: 'refused',
  },
};

/** What becomes of a form beside a ledger that is read. */
async function becomes({ name, content }: Form, lang: Lang): Promise<string> {
  const folder = folderOf({ [name]: content, '婚姻登记.csv': MARRIAGES });
  const { sources, refused } = await survey([folder], DEFAULT_CONFIG, { lang });
  if (refused[0]) return refused[0].reason;
  return sources.some(({ path }) => path === name) ? WORDS[lang].read : WORDS[lang].passed;
}

/** A table by its first lines, under the name of its file: which register it is taken for. */
const REGISTER_TABLES: readonly Form[] = [
  {
    zh: '有两种性别，或有与户主关系：没有户编号也是家庭户卡',
    en: 'Both sexes, or relations: a card, also without household numbers',
    name: '名单.csv',
    content: `社区,姓名,性别,与户主关系,身份证号,出生日期\n${resident('王芳', '女')}${resident('王强', '男')}`,
  },
  {
    zh: '多数人死亡日期空白：十人里九人健在',
    en: 'The date of death blank for most: nine of ten live',
    name: '名单.csv',
    content: `社区,姓名,性别,身份证号,死亡日期\n${TABLE.split('\n')[1]}\n${'永安社区,王强,男,230192198707120958,\n'.repeat(9)}`,
  },
  {
    zh: '内容否定名称：名为“死亡登记”而人人没有死亡日期',
    en: 'Content that denies the name: a register of deaths (死亡登记) in which nobody has a date of death',
    name: '死亡登记.csv',
    content: `社区,姓名,性别,身份证号,出生日期,与户主关系,死亡日期\n${'永安社区,王强,男,230192198707120958,1987-07-12,户主,\n'.repeat(9)}`,
  },
  {
    zh: '两行表头，“其中”下面是分项：一个表头，各分项用自己的名称',
    en: 'Two lines of headings, parts under 其中: one header, and each part has its own name',
    name: '统计报表.csv',
    content: '社区,期间,出生人数,其中,\n,,,男性出生,女性出生\n永安社区,2023年,15,8,7\n',
  },
  {
    zh: '右侧（下方也一样）另有一个表头：不读，请让它单独占一张工作表',
    en: 'Another header beside it (or below): not read, give it a sheet of its own',
    name: '死亡登记.csv',
    content:
      '社区,姓名,性别,身份证号,死亡日期,,社区,女方姓名,结婚日期\n永安社区,王芳,女,230192195207120951,2023-03-22,,永安社区,王芳,2023-03-22\n',
  },
];

function resident(name: string, sex: string): string {
  return `永安社区,${name},${sex},户主,230192195207120951,1952-07-12\n`;
}

/** The register of a table, what its sheet lacks, its parts and what is not read; or why it is refused. */
async function registerOf({ name, content }: Form, lang: Lang): Promise<string> {
  const { sources, refused } = await survey([folderOf({ [name]: content })], DEFAULT_CONFIG, { lang });
  const [source] = sources;
  if (!source) return refused[0]?.reason ?? '';
  const lacks = source.problems.map(({ code, column }) => `\`format/${code}\` (\`${column}\`)`);
  const parts = (source.wide ?? []).map(({ heading }) => `\`${heading}\``);
  const notes = source.notes.filter(({ code }) => code === 'second-table');
  return [
    lang === 'zh' ? REGISTERS[source.register].heading : `\`${source.register}\``,
    ...lacks,
    ...parts,
    ...notes.map(({ code }) => sayOr(lang, `report.note-${code}`, code)),
  ].join(lang === 'zh' ? '，' : ', ');
}

function linesOf({ name, content }: Form): string {
  const lines = String(content)
    .split('\n')
    .slice(0, name.startsWith('统计') ? 2 : 1);
  return `\`${name}\`: ${lines.map((line) => `\`${line}\``).join(' ')}`;
}

const MARRIAGES = '社区,男方姓名,男方身份证号,女方姓名,女方身份证号,结婚日期\n永安社区,a,b,c,d,2023-01-01\n';

function shownOf({ content, shown }: Form): string {
  const text = shown ?? String(content).replace('\ufeff', '').trim().split('\n')[0] ?? '';
  return `\`${text.replaceAll('\t', '→')}\``;
}

/** A line below the header of a register of deaths, or a value: what the page says of it is what the reader does. */
interface Row {
  zh: string;
  en: string;
  example: string;
}

const LINES: readonly Row[] = [
  { zh: '签字、填报、审批', en: 'Signatures, filling in, approval', example: '制表人：张某,,,审核：李某,' },
  { zh: '只写职务和姓名', en: 'An office and a name alone', example: '计生专干,赵某,,,' },
  { zh: '注、填表说明', en: 'Notes', example: '注,本表一式两份,,,' },
  { zh: '页码、接转下页', en: 'Page numbers', example: '第 1 页 共 3 页,,,,' },
  { zh: '单独一个地名或组名', en: 'A place or a group alone', example: ',二组,,,' },
  { zh: '合计、小计，怎样写都算', en: 'Totals of any wording', example: '全社区总 计：,,,,3' },
  { zh: '其中', en: 'Of which', example: '其中：男,,,,2' },
  { zh: '本月无', en: 'Nothing this month', example: '永安社区,本月无死亡,,,' },
  { zh: '用 / 划掉的行', en: 'Crossed out with /', example: '/,/,/,/,/' },
  { zh: '续页重复的表头', en: 'The header again', example: '社区,姓名,性别,身份证号,死亡日期' },
  {
    zh: '有姓名和身份证号的一行，不论姓名怎样',
    en: 'A name and an ID, whatever the name',
    example: '永安社区,总计,女,230192195207120951,',
  },
  { zh: '有姓名和日期的一行', en: 'A name and a date', example: '永安社区,合明,男,,2023-03-22' },
  { zh: '末尾漏了必填的栏', en: 'Required cells left out at the end', example: '永安社区,王芳' },
];

/** Which reason a line is skipped for, if any. */
async function fateOf(line: string, lang: Lang): Promise<string> {
  const text = people.replace('\n', `\n${people.split('\n')[1]}\n${line}\n`);
  const { account } = await readingOf('死亡登记.csv', text);
  const skipped = account.skippedRows.find(({ row }) => row === 3);
  if (skipped) return sayOr(lang, `report.skip-${skipped.reason}`, skipped.reason);
  return account.refusedRows.some(({ row }) => row === 3) ? WORDS[lang].refused : WORDS[lang].read;
}

const ID = '230192195207120951';
const code = (list: Parameters<typeof codeReader>[0], raw: string) => codeReader(list)(raw);
const date = (raw: string | number) => JSON.stringify(parseDate(raw));

/** Values: how they are written, and what the reader takes them for; `-` where it refuses them. */
const VALUES: readonly (Row & { value: (example: string) => unknown })[] = [
  ...['2023年3月22日', '2023.3.22', '20230322143000', '45007'].map((example) => ({
    zh: '日期',
    en: 'Date',
    example,
    value: (raw: string) => (parseDate(raw) as { date?: string }).date,
  })),
  {
    zh: '只写到月（提示）',
    en: 'A month alone (a notice)',
    example: '2023.02',
    value: (raw) => (parseDate(raw) as { date?: string }).date?.slice(0, 7),
  },
  ...['23-3-22', '5/3/2023', '2023-02-30'].map((example) => ({
    zh: '不是日期（错误）',
    en: 'No date (an error)',
    example,
    value: (raw: string) => (date(raw).includes('problem') ? undefined : raw),
  })),
  { zh: '导出时加的 ="…"', en: '="…" of exports', example: `="${ID}"`, value: unquoted },
  { zh: '性别代码 GB/T 2261.1', en: 'Sex, GB/T 2261.1', example: '2', value: (raw) => code('sex', raw) },
  {
    zh: '代码连同名称',
    en: 'A code with its word',
    example: '20-已婚',
    value: (raw) => code('marital', raw),
  },
  {
    zh: '名称加括号',
    en: 'A word with brackets',
    example: '上环（宫内节育器）',
    value: (raw) => code('method', raw),
  },
  {
    zh: '代码与名称矛盾（错误）',
    en: 'A code that contradicts its word (an error)',
    example: '1女',
    value: (raw) => code('sex', raw),
  },
  { zh: '整数', en: 'Integer', example: '两个', value: parseInteger },
  { zh: '负数、小数（错误）', en: 'Negative or fractional (an error)', example: '1.5', value: parseInteger },
  { zh: '空白', en: 'Blank', example: '不详', value: (raw) => (isBlank(tidy(raw)) ? '""' : raw) },
  {
    zh: '护照等其他证件',
    en: 'Passports and other documents',
    example: 'X1234567',
    value: (raw) => parseId(raw).status,
  },
  {
    zh: '表格软件改坏的身份证号（错误）',
    en: 'An ID that a spreadsheet damaged (an error)',
    example: '2.30103E+17',
    value: (raw) => parseId(raw).status,
  },
  {
    zh: '姓名：空格、间隔号、异体写法',
    en: 'Names: blanks, middle dots, other code points',
    example: '王　䶮︀',
    value: nameKey,
  },
];

const PERIODS = [
  '2023',
  '2023年',
  '2023-05',
  '2023年5月',
  '2023Q1',
  '2023年1季度',
  '2023上半年',
  '2023-13',
  '2023/05',
  '2023年1-5月',
  '本年',
];

async function tablesOf(lang: Lang): Promise<Record<string, string>> {
  const words = WORDS[lang];
  const quoted = (text: string) => `\`${text}\``;
  const table = (rows: string[][]) => markdownTable([words.form, words.example, words.becomes], rows);
  const forms: string[][] = [];
  for (const form of FORMS) forms.push([form[lang], shownOf(form), await becomes(form, lang)]);
  const registers: string[][] = [];
  for (const form of REGISTER_TABLES)
    registers.push([form[lang], linesOf(form), await registerOf(form, lang)]);
  const lines: string[][] = [];
  for (const row of LINES) lines.push([row[lang], quoted(row.example), await fateOf(row.example, lang)]);
  const values = VALUES.map((row) => {
    const value = row.value(row.example);
    return [
      row[lang],
      quoted(row.example),
      value === undefined || value === null ? words.refused : quoted(String(value)),
    ];
  });
  const periods = PERIODS.map((text) => {
    const months = monthsOfPeriod(text, 1);
    return [quoted(text), months ? `${months.from} – ${months.to}` : words.refused];
  });
  return {
    containers: table(forms),
    registers: table(registers),
    lines: table(lines),
    values: table(values),
    periods: markdownTable([words.example, words.becomes], periods),
  };
}

test.each<[Lang, string]>([
  ['en', 'reading.md'],
  ['zh', 'reading.zh-CN.md'],
])('the tables of forms in %s', async (lang, page) => {
  let drawn = readFileSync(`docs/${page}`, 'utf8');
  for (const [name, table] of Object.entries(await tablesOf(lang))) {
    drawn = drawn.replace(
      new RegExp(`(<!-- ${name} -->\n).*?(<!-- /${name} -->)`, 's'),
      (_, from, to) => `${from}\n${table}\n\n${to}`,
    );
    expect(drawn).toContain(table);
  }
  await expect(drawn).toMatchFileSnapshot(`../../docs/${page}`);
});
