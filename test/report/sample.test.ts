import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import type { AuditResult } from '../../src/model/result.js';
import { rolesOf } from '../../src/report/roles.js';
import { auditOnce } from '../audit-once.js';
import { run } from '../cli/fake.js';

/**
 * The sample in every format, against golden files. After a change that is meant:
 * npx vitest run test/report/sample.test.ts -u
 */
/** Formats of text, kept whole. */
const GOLDEN = ['csv', 'md', 'junit', 'sarif'] as const;
const FORMATS = ['json', ...GOLDEN, 'html', 'xlsx', 'docx'] as const;

let folder = '';
let result: AuditResult;
const path = (name: string) => join(folder, name);
const golden = (name: string) => `./golden/yunxi/${name}`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-test-sample-'));
  const reports = FORMATS.flatMap((format) => ['--report', `${format}=${path(`r.${format}`)}`]);
  const done = await run(['check', 'samples/yunxi', '--period', '2023', '--quiet', ...reports], auditOnce);
  expect(done).toMatchObject({ code: 1, err: '' });
  result = JSON.parse(await readFile(path('r.json'), 'utf8'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The file that lacks a record, else that of the first cell that is wrong. */
function placeToMend(finding: Finding): string {
  const lacking = finding.missingFrom?.[0];
  return lacking ? (lacking.path ?? '') : (rolesOf(finding).mend[0]?.path ?? '');
}

const text = (format: string) => readFile(path(`r.${format}`), 'utf8');

async function firstSheet(): Promise<string> {
  const zip = await JSZip.loadAsync(await readFile(path('r.xlsx')));
  return (await zip.file('xl/worksheets/sheet1.xml')?.async('string')) ?? '';
}

describe('the sample', () => {
  it.each(GOLDEN)('as %s', async (format) => {
    await expect(await text(format)).toMatchFileSnapshot(golden(`report.${format}`));
  });

  it('as html, without its script and what its charts are drawn with', async () => {
    const page = (await text('html'))
      .replace(/<script>[\s\S]*<\/script>/, '<script>…</script>')
      .replace(/sha256-[^&]+/, 'sha256-…')
      .replace(/<style>[\s\S]*?<\/style>/, '<style>…</style>')
      .replace(/(<svg [^>]*>)[\s\S]*?<\/svg>/g, '$1…</svg>');
    await expect(page).toMatchFileSnapshot(golden('report.html'));
  });

  it('as docx, its text', async () => {
    const zip = await JSZip.loadAsync(await readFile(path('r.docx')));
    const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
    const lines = xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');
    await expect(lines).toMatchFileSnapshot(golden('report.docx.txt'));
  });

  it('names nobody in docx', async () => {
    const zip = await JSZip.loadAsync(await readFile(path('r.docx')));
    const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
    expect(xml).not.toMatch(/[\u4e00-\u9fff]\*|\d{6}\*/);
  });

  it.each(FORMATS.filter((format) => format !== 'docx'))(
    'as %s says that names and IDs are masked',
    async (format) => {
      if (format === 'json') return expect(result.run.masked).toBe(true);
      const said = format === 'xlsx' ? await firstSheet() : await text(format);
      expect(said).toContain('姓名和身份证号已隐去');
    },
  );

  it('as xlsx holds every finding of the json, cell by cell', async () => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(path('r.xlsx'));
    const rows = new Map<string, string[]>();
    workbook.eachSheet((sheet) => {
      const head = Array.from(sheet.getRow(2).values as unknown[], String);
      if (!head.includes('编号')) return;
      sheet.eachRow((row, at) => {
        const cells = Object.fromEntries(head.map((name, column) => [name, row.getCell(column || 1).text]));
        if (at > 2)
          rows.set(
            cells.编号 ?? '',
            [cells.级别, cells.楼院, cells.文件, cells.问题, cells.怎么办].map(String),
          );
      });
    });
    const LEVELS = { error: '错误', warning: '警告', notice: '提示' };
    const expected = (finding: Finding) => [
      LEVELS[finding.severity],
      finding.building ?? '',
      placeToMend(finding),
      finding.message,
      finding.suggestion,
    ];
    expect(rows.size).toBe(result.findings.length);
    for (const finding of result.findings)
      expect([finding.id, rows.get(finding.id)]).toEqual([finding.id, expected(finding)]);
  });

  it('says the same when it is rendered again from its JSON', async () => {
    for (const format of GOLDEN) {
      const again = await run(['report', path('r.json'), '--format', format]);
      expect(again).toMatchObject({ code: 1, err: '' });
      expect(again.out).toBe(await text(format));
    }
  });

  it('is rendered again in the other language, with no Chinese but that of the data', async () => {
    const { out, code } = await run(['--lang', 'en', 'report', path('r.json'), '--format', 'csv']);
    expect(code).toBe(1);
    expect(out).toContain('names and IDs masked');
    expect(out).toContain('is entered 2 times at ledger');
    expect(out).not.toMatch(/错误|登记了 2 次|核对后/);
  });

  it('has the same bytes twice, in every format', async () => {
    for (const format of ['html', 'xlsx', 'docx'] as const) {
      await run(['report', path('r.json'), '--quiet', '--out', path(`1.${format}`), '--format', format]);
      await run(['report', path('r.json'), '--quiet', '--out', path(`2.${format}`), '--format', format]);
      const same = (await readFile(path(`1.${format}`))).equals(await readFile(path(`2.${format}`)));
      expect([format, same]).toEqual([format, true]);
    }
  });
});
