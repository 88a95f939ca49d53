import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHEET_COLUMNS, SIGNATURES } from '../../src/spot/sheet/layout.js';
import { run } from '../cli/fake.js';

/** The sheets and briefs of a draw print as they should: every page says what it belongs to, and nothing is cut. */
const SAMPLE = 'samples/yunxi/data';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-test-office-spot-'));
  const sizes = ['--areas', '1', '--households', '25', '--reserves', '5', '--stratify', 'none'];
  await run([
    'spot',
    'draw',
    SAMPLE,
    '--seed',
    '5 3 1',
    ...sizes,
    '--out',
    join(folder, 'd.json'),
    '--quiet',
  ]);
  await run(['spot', 'sheet', join(folder, 'd.json'), SAMPLE, '--out', join(folder, 's'), '--reveal']);
});
afterAll(() => rm(folder, { recursive: true }));

async function pagesOf(ending: RegExp): Promise<string[]> {
  const name = (await readdir(join(folder, 's'))).find((one) => ending.test(one)) ?? '';
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const path = join(folder, 's', name);
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, path], {
    stdio: 'ignore',
  });
  const pdf = join(folder, name.replace(/xlsx$/, 'pdf'));
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  return text
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/\s/g, ''));
}

describe('LibreOffice prints', () => {
  it('the sheet: headings, draw and area on every page, lines to sign on at the end of each list', async () => {
    const pages = await pagesOf(/社区\.xlsx$/);
    const notes = pages.pop() ?? '';
    expect(pages.length).toBeGreaterThanOrEqual(3);
    expect(pages.length).toBeLessThanOrEqual(6);
    for (const page of pages) {
      for (const { heading } of SHEET_COLUMNS.filter(({ width }) => width > 8))
        expect(page).toContain(heading.zh);
      expect(page).toMatch(/抽样[0-9a-f]{8}.*(抽中户|备用户)第\d页，共\d页/);
    }
    const all = pages.join('');
    for (const { zh } of SIGNATURES) expect(all.split(`${zh}（签字）`).length).toBe(3);
    expect(all).toContain('备用户核查表');
    expect(notes).toContain('填表说明');
    expect(notes).toContain('不孕');
  });

  it('the brief: where to look on every page, and that it never enters an estimate', async () => {
    const pages = await pagesOf(/-核对提示\.xlsx$/);
    for (const page of pages) {
      expect(page).toContain('一律不计入抽样估计');
      expect(page).toContain('核对什么');
    }
  });
});
