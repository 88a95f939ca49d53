import { describe, expect, test } from 'vitest';
import { encoded, readingOf, surveyOf } from './folder.js';

const HEADER = ['社区', '姓名', '性别', '身份证号', '死亡日期'];
const ROW = ['朝阳社区', '王芳', '女', '230192195207120951', '2023-03-22'];
const table = (sign: string, rows = [HEADER, ROW, ROW]) => rows.map((row) => row.join(sign)).join('\n');
const refusalOf = async (files: Record<string, string | Uint8Array>) => (await surveyOf(files)).refused;

describe('what divides the cells of a text file', () => {
  test.each([',', '\t', ';'])('%j is read', async (sign) => {
    const reading = await readingOf('死亡登记.csv', table(sign));
    expect(reading.rows).toHaveLength(2);
  });

  test.each<[string, string]>([
    ['|', '|'],
    ['||', '|'],
    [' | ', '|'],
    ['｜', '｜'],
    ['，', '，'],
    ['；', '；'],
    ['、', '、'],
    ['~', '~'],
    ['^', '^'],
    ['#', '#'],
    ['@@', '@'],
    ['\x01', '\\x01'],
    ['　', '　'],
    ['    ', ' '],
    [' ', ' '],
  ])('%j is refused by name', async (sign, shown) => {
    for (const name of ['死亡登记.csv', '死亡登记.txt']) {
      const refused = await refusalOf({ [name]: table(sign), 'b.csv': table(',') });
      expect(refused.map(({ path }) => path)).toEqual([name]);
      expect(refused[0]?.reason).toContain(`“${shown}”`);
      expect(refused[0]?.reason).toContain('另存为');
    }
  });

  test('also where commas stand in the cells, under titles, in GB18030, quoted, without a row', async () => {
    const noted = table('|', [
      ['死亡登记（2023年）'],
      [...HEADER, '备注'],
      [...ROW, '甲,乙'],
      [...ROW, '丙,丁'],
      [...ROW, '戊,己'],
    ]);
    const quoted = table(
      '|',
      [HEADER, ROW].map((row) => row.map((one) => `"${one}"`)),
    );
    const files = [
      noted,
      encoded(table('|'), 'gb18030'),
      quoted,
      table('|', [HEADER]),
      `|${table('|').replaceAll('\n', '|\n|')}|`,
    ];
    for (const content of files) {
      const refused = await refusalOf({ '死亡登记.csv': content, 'b.csv': table(',') });
      expect(refused.map(({ reason }) => reason)).toEqual([expect.stringContaining('“|”')]);
    }
  });

  test('texts are none of it, though they speak of headings', async () => {
    const notes = [
      '必填项：姓名、性别、身份证号、死亡日期。\n选填项见说明，逾期不候。\n',
      '请核对以下各项：\n姓名，性别，身份证号\n以及社区名称。\n',
      '姓名 性别 身份证号 都要填写\n谢谢\n',
    ];
    for (const note of notes) {
      const { refused, notes: passed } = await surveyOf({ '说明.txt': note, 'b.csv': table(',') });
      expect(refused).toEqual([]);
      expect(passed).toMatchObject([{ code: 'files-passed-over', count: 1 }]);
    }
  });
});

describe('pages under the name of a table', () => {
  const page = '<table><tr><td>姓名</td></tr></table>';

  test.each([
    ['behind blank lines', `\r\n\r\n\r\n<html>${page}</html>`],
    ['behind a mark and blank lines', `\ufeff\r\n \t\r\n<html xmlns:x="urn:x">${page}</html>`],
    ['behind pages of blank lines', `${'\r\n'.repeat(4000)}<HTML>${page}`],
    ['behind a comment', `\n<!-- 导出 -->${page}`],
    ['from its style on', `<style>td{mso-number-format:"\\@"}</style>${page}`],
    ['from a row on', '\n<tr><td>姓名</td></tr>'],
    ['as a spreadsheet in XML', '<?xml version="1.0"?><Workbook/>'],
    ['with its pictures in one file', `MIME-Version: 1.0\nContent-Type: multipart/related\n\n${page}`],
  ])('%s', async (_, content) => {
    for (const name of ['死亡登记.csv', '死亡登记.xlsx', '死亡登记.txt', '死亡登记.tsv']) {
      const refused = await refusalOf({ [name]: content, 'b.csv': table(',') });
      expect(refused.map(({ path }) => path)).toEqual([name]);
      expect(refused[0]?.reason).toContain('HTML');
    }
    const [foreign] = await refusalOf({ '死亡登记.xls': content, 'b.csv': table(',') });
    expect(foreign?.reason).toContain('另存为');
  });

  test('UTF-16 among them', async () => {
    const [refused] = await refusalOf({
      'a.csv': Buffer.from(`\ufeff\n${page}`, 'utf16le'),
      'b.csv': table(','),
    });
    expect(refused?.reason).toContain('HTML');
  });
});

describe('files without anything in them', () => {
  test.each<[string, string | Uint8Array]>([
    ['no byte', ''],
    ['a mark', '\ufeff'],
    ['line ends', '\r\n\r\n  \n'],
    ['delimiters', ',,,,\n,,,,\n'],
    ['zeros', '\0'.repeat(600)],
    ['UTF-16 line ends', Buffer.from('\ufeff\r\n', 'utf16le')],
  ])('%s', async (_, content) => {
    for (const name of ['死亡登记.csv', '死亡登记.txt', '死亡登记.tsv']) {
      const refused = await refusalOf({ [name]: content, 'b.csv': table(',') });
      expect(refused.map(({ path }) => path)).toEqual([name]);
      expect(refused[0]?.reason).toContain('空');
    }
  });
});

test('archives are passed over by name', async () => {
  const { notes } = await surveyOf({
    'b.csv': table(','),
    '五月/台账.zip': 'x',
    '备份.RAR': 'x',
    'a.jpg': 'x',
  });
  expect(notes).toEqual([
    { code: 'archives-passed-over', count: 2, detail: '五月/台账.zip、备份.RAR' },
    { code: 'files-passed-over', count: 3, detail: 'a.jpg、五月/台账.zip、备份.RAR' },
  ]);
});
