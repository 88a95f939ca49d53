import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/config/defaults.js';
import { survey } from '../../src/ingest/read/survey.js';
import { zipOf } from '../../src/ingest/read/zip.js';
import type { Lang } from '../../src/model/language.js';
import { markdownTable } from '../../src/report/rule-page.js';
import { encoded, folderOf } from '../ingest/read/folder.js';

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
  zh: { form: '形式', example: '例', becomes: '处理', read: '读', passed: '略过' },
  en: {
    form: 'Form',
    example: 'Example',
    becomes: 'What becomes of it',
    read: 'read',
    passed: 'passed over',
  },
};

/** What becomes of a form beside a ledger that is read. */
async function becomes({ name, content }: Form, lang: Lang): Promise<string> {
  const folder = folderOf({ [name]: content, '婚姻登记.csv': MARRIAGES });
  const { sources, refused } = await survey([folder], DEFAULT_CONFIG, { lang });
  if (refused[0]) return refused[0].reason;
  return sources.some(({ path }) => path === name) ? WORDS[lang].read : WORDS[lang].passed;
}

const MARRIAGES = '社区,男方姓名,男方身份证号,女方姓名,女方身份证号,结婚日期\n永安社区,a,b,c,d,2023-01-01\n';

function shownOf({ content, shown }: Form): string {
  const text = shown ?? String(content).replace('\ufeff', '').trim().split('\n')[0] ?? '';
  return `\`${text.replaceAll('\t', '→')}\``;
}

test.each<[Lang, string]>([
  ['en', 'reading.md'],
  ['zh', 'reading.zh-CN.md'],
])('the table of containers and encodings in %s', async (lang, page) => {
  const words = WORDS[lang];
  const rows: string[][] = [];
  for (const form of FORMS) {
    rows.push([form[lang], shownOf(form), await becomes(form, lang)]);
  }
  const table = markdownTable([words.form, words.example, words.becomes], rows);
  const text = readFileSync(`docs/${page}`, 'utf8');
  const drawn = text.replace(/(<!-- containers -->\n).*?(<!-- \/containers -->)/s, `$1\n${table}\n\n$2`);
  expect(drawn).toContain(table);
  await expect(drawn).toMatchFileSnapshot(`../../docs/${page}`);
});
