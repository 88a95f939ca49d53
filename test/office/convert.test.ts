import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeRendered } from '../../src/commands/write-out.js';
import type { AuditResult } from '../../src/model/result.js';
import { type Format, render } from '../../src/report/reporters.js';
import { annotateTable } from '../../src/workbook/annotate.js';
import { exampleResult } from '../report/fixture.js';
import { hostileResult } from '../report/hostile.js';

/** The office programs open what we write, and print it on as many pages as it should have. */
const OFFICE = {
  name: '云溪区人口统计办公室',
  number: '云人统核〔2024〕3号',
  date: '2024年1月15日',
  deadline: '2024年2月15日',
};
const OPTIONS = {
  width: 80,
  color: false,
  exitCode: 1,
  failOn: 'error',
  office: OFFICE,
  linkTo: () => 'x.xlsx#A1',
} as const;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-test-office-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The text of every page that LibreOffice makes of a file. */
function pagesOf(path: string): string[] {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, path], {
    stdio: 'ignore',
  });
  const text = execFileSync('pdftotext', ['-layout', path.replace(/\.\w+$/, '.pdf'), '-'], {
    encoding: 'utf8',
  });
  return text.split('\f').slice(0, -1);
}

async function converted(format: Format, name: string, result: AuditResult): Promise<string[]> {
  const path = join(folder, `${name}.${format}`);
  await writeRendered(path, await render(format, result, OPTIONS), 'zh');
  return pagesOf(path);
}

describe('LibreOffice', () => {
  it('prints the workbook: a summary, then a page for each community', async () => {
    const pages = await converted('xlsx', 'example', exampleResult('zh'));
    expect(pages.length).toBe(4);
    expect(pages[0]).toContain('各社区问题');
    expect(pages[1]).toContain('全部问题');
    expect(pages[2]).toContain('朝阳社区');
    expect(pages[3]).toContain('请该社区补交');
    expect(pages.join('')).toContain('第 1 页，共 4 页');
  });

  it('prints the circular and a notice for each community', async () => {
    const pages = await converted('docx', 'example', exampleResult('zh'));
    const text = pages.join('\n').replaceAll(' ', '');
    expect(text).toContain('关于2023年人口统计台账核查情况的通报');
    expect(pages.filter((page) => page.includes('整改通知') && page.includes('社区签收')).length).toBe(2);
    for (const word of Object.values(OFFICE)) expect(text).toContain(word);
    expect(text).toContain('<5');
  });

  it.each(['xlsx', 'docx'] as const)('opens %s with text that means harm', async (format) => {
    expect((await converted(format, 'hostile', hostileResult())).join('')).toContain('<script>');
  });

  it('opens an annotated copy', async () => {
    const path = join(folder, 'copy.xlsx');
    const mark = { cell: 'A2', severity: 'error', comment: '日期不对' } as const;
    await writeFile(path, await annotateTable('台账', [['日期'], ['2023-02-30']], [mark], (text) => text));
    expect(pagesOf(path).join('')).toContain('2023-02-30');
    expect((await readFile(path)).length).toBeGreaterThan(1000);
  });
});
