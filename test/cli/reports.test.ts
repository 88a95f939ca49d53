import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/audit.js';
import { auditOnce } from '../audit-once.js';
import { exampleResult } from '../report/fixture.js';
import { run } from './fake.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-test-reports-'));
});
afterAll(() => rm(folder, { recursive: true }));

const example = async () => exampleResult('zh');

describe('--report', () => {
  it('writes several formats in one run, besides what is shown', async () => {
    const argv = [
      'check',
      'x',
      '--quiet',
      '--report',
      `csv=${join(folder, 'a=b.csv')}`,
      '--report',
      `md=${join(folder, 'a.md')}`,
    ];
    const done = await run(argv, example);
    expect(done).toMatchObject({ code: 1, err: '' });
    expect(done.out).toContain('三点一线');
    expect(await readFile(join(folder, 'a=b.csv'), 'utf8')).toContain('birth/omitted');
    expect(await readFile(join(folder, 'a.md'), 'utf8')).toContain('# Plumbline');
  });

  it.each([
    [['--report', 'pdf=x.pdf'], '--report “pdf=x.pdf”不对'],
    [['--report', 'csv'], '--report “csv”不对'],
    [['--report', 'csv='], '--report “csv=”不对'],
    [['--out', '问题.xls'], '不能写成 .xls 文件（问题.xls）。可用的扩展名：.txt'],
    [['--report', '问题.PDF'], '不能写成 .pdf 文件'],
    [['--report', 'docx=通报.doc'], '不能写成 .doc 文件'],
    [['--format', 'xlsx'], '--out 报告.xlsx'],
    [['--report', 'csv=a', '--report', 'md=a'], '两份报告都要写入 a'],
  ])('%j is explained', async (options, words) => {
    const done = await run(['check', 'x', ...options], example);
    expect(done).toMatchObject({ code: 2, out: '' });
    expect(done.err).toContain(words);
  });
});

describe('plumbline report', () => {
  it.each([
    ['{', '不是 plumbline 的 JSON 结果（JSON）'],
    ['{"schema":"plumbline.audit/2"}', '不是 plumbline 的 JSON 结果（schema）'],
  ])('explains %s', async (text, words) => {
    const path = join(folder, 'bad.json');
    await writeFile(path, text);
    const done = await run(['report', path]);
    expect(done).toMatchObject({ code: 2, out: '' });
    expect(done.err).toContain(words);
  });

  describe('of the sample', () => {
    const at = (name: string) => join(folder, name);
    beforeAll(async () => {
      const check = ['check', 'samples/yunxi', '--quiet', '--format', 'json'];
      await run([...check, '--out', at('r.json'), '--report', `html=${at('r.html')}`], auditOnce);
    });

    it('is what the check wrote', async () => {
      await run(['report', at('r.json'), '--format', 'html', '--out', at('again.html'), '--quiet']);
      expect(await readFile(at('again.html'), 'utf8')).toBe(await readFile(at('r.html'), 'utf8'));
    });

    it('links to the ledgers where it is told where they are', async () => {
      expect(await links()).toEqual([]);
      expect((await links('--sources', 'samples/yunxi')).join('\n')).toContain('samples/yunxi/data/');
      const lost = await run(['report', at('r.json'), '--sources', at('nowhere')]);
      expect(lost).toMatchObject({ code: 2, out: '', err: expect.stringContaining('nowhere') });
    });

    /** Where the cells of the report's workbook lead outside of it. */
    async function links(...more: string[]): Promise<string[]> {
      const argv = ['report', at('r.json'), '--format', 'xlsx', '--out', at('r.xlsx'), '--quiet', ...more];
      expect(await run(argv)).toMatchObject({ code: 1, err: '' });
      const workbook = new exceljs.Workbook();
      await workbook.xlsx.readFile(at('r.xlsx'));
      const found: string[] = [];
      for (const sheet of workbook.worksheets)
        sheet.eachRow((row) => row.eachCell(({ hyperlink }) => hyperlink && found.push(hyperlink)));
      return found.filter((link) => !link.startsWith('#'));
    }
  });

  it('explains a missing file', async () => {
    const done = await run(['report', join(folder, 'none.json')]);
    expect(done).toMatchObject({ code: 2, out: '' });
    expect(done.err).toContain('读不了');
  });
});

describe('--annotate', () => {
  let data = '';
  beforeAll(async () => {
    data = join(folder, 'data');
    await mkdir(join(data, '台账'), { recursive: true });
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet('出生登记');
    sheet.addRow(['社区', '婴儿姓名', '婴儿性别', '出生日期', '孩次', '母亲姓名', '母亲身份证号']);
    sheet.addRow(['朝阳社区', '=HYPERLINK("x")', '女', '2023-02-30', '1', '王芳', '230191198503071245']);
    sheet.addRow([
      '朝阳社区',
      '张一',
      '女',
      '2023-03-01',
      { formula: '1+1', result: 2 },
      '李芳',
      '230192199001012342',
    ]);
    sheet.getCell('D2').font = { italic: true };
    sheet.getCell('D2').note = '原有批注';
    await workbook.xlsx.writeFile(join(data, '台账', '朝阳社区.xlsx'));
    const csv =
      '社区,婴儿姓名,婴儿性别,出生日期,孩次,母亲姓名,母亲身份证号\n朝阳社区,=1+1,女,2023-13-01,1,王芳,230191198503071245\n';
    await writeFile(join(data, '信息系统_出生登记.csv'), csv);
  });

  it('marks and comments faulty cells in copies, and leaves the originals alone', async () => {
    const before = await readFile(join(data, '台账', '朝阳社区.xlsx'));
    const copies = join(folder, 'copies');
    const done = await run(['check', data, '--period', '2023', '--quiet', '--annotate', copies], audit);
    expect(done).toMatchObject({ code: 1, err: '' });
    expect((await readdir(copies)).sort()).toEqual(['信息系统_出生登记.csv.xlsx', '台账']);
    expect((await readFile(join(data, '台账', '朝阳社区.xlsx'))).equals(before)).toBe(true);

    const copy = new exceljs.Workbook();
    await copy.xlsx.readFile(join(copies, '台账', '朝阳社区.xlsx'));
    const cell = copy.worksheets[0]?.getCell('D2');
    expect(cell?.font?.italic).toBe(true);
    expect(cell?.fill).toMatchObject({ pattern: 'solid', fgColor: { argb: 'FFF3B4B4' } });
    const note =
      typeof cell?.note === 'string' ? cell.note : cell?.note.texts?.map(({ text }) => text).join('');
    expect(note).toMatch(/^原有批注\n\n错误：.*2023-02-30/s);
    expect(copy.worksheets[0]?.getCell('B2').value).toBe('\'=HYPERLINK("x")');
    expect(copy.worksheets[0]?.getCell('E3').value).toBe(2);

    await copy.xlsx.readFile(join(copies, '信息系统_出生登记.csv.xlsx'));
    expect(copy.worksheets[0]?.getCell('B2').value).toBe("'=1+1");
    expect(copy.worksheets[0]?.getCell('D2').fill).toMatchObject({ fgColor: { argb: 'FFF3B4B4' } });
  });

  it.each(['', 'new', '台账/in'])('refuses a folder that is audited: %j', async (inside) => {
    const done = await run(['check', data, '--annotate', join(data, inside)], audit);
    expect(done).toMatchObject({ code: 2, out: '' });
    expect(done.err).toContain('批注副本不能放进正在核对的文件夹');
  });
});
