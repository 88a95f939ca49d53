import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const MEGABYTE = 1_000_000;

let folder: string;
let program: string;
let bytes = 0;

/** The zip as npm run bundle makes it here, unpacked where nothing else of the project is. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-unpacked-'));
  const zipped = join(folder, 'bundle.zip');
  await run(process.execPath, ['scripts/bundle.mjs', '--out', zipped]);
  const zip = await JSZip.loadAsync(await readFile(zipped));
  for (const file of Object.values(zip.files).filter(({ dir }) => !dir)) {
    const content = await file.async('nodebuffer');
    bytes += content.length;
    await mkdir(join(folder, dirname(file.name)), { recursive: true });
    await writeFile(join(folder, file.name), content);
    if (file.name.endsWith('/plumbline')) program = join(folder, file.name);
  }
  await chmod(program, 0o755);
}, 180_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Exit code and output of a program, whatever the code. */
async function outcome(file: string, argv: readonly string[]) {
  const ended = await run(file, argv).catch(
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
  return { code: 'code' in ended ? ended.code : 0, out: ended.stdout, err: ended.stderr };
}

describe('the zip without installation', () => {
  it('audits as the installed program does', async () => {
    const argv = ['check', 'samples/yunxi/data', '--format', 'json', '--quiet'];
    const installed = await outcome(process.execPath, ['bin/plumbline.js', ...argv]);
    expect(await outcome(program, argv)).toEqual(installed);
  });

  it.each(['xlsx', 'html', 'docx'])('writes %s', async (format) => {
    const file = join(folder, `问题.${format}`);
    const done = await outcome(program, ['check', 'samples/yunxi/data', '--quiet', '--out', file]);
    expect([done.code, done.err]).toEqual([1, '']);
    expect((await readFile(file)).length).toBeGreaterThan(10_000);
  });

  it('writes the script of the page with the names that its functions call each other by', async () => {
    const page = await readFile(join(folder, '问题.html'), 'utf8');
    const script = page.split('<script>')[1]?.split('</script>')[0] ?? '';
    const defined = [...script.matchAll(/^function (\S+)\(/gm)].map(([, name]) => name);
    expect(defined).toContain('start');
    expect(defined.filter((name) => name?.includes('$'))).toEqual([]);
  });

  it('keeps what it has read', async () => {
    const argv = [
      'check',
      'samples/yunxi/data',
      '--format',
      'json',
      '--quiet',
      '--cache',
      join(folder, 'cache'),
    ];
    expect(await outcome(program, argv)).toEqual(await outcome(program, argv));
  });

  it('explains rules from its pages', async () => {
    const { code, out } = await outcome(program, ['explain', 'birth/omitted']);
    expect(code).toBe(0);
    expect(out).toContain('例');
  });

  it('has a starter for Windows, with its line ends', async () => {
    const text = await readFile(join(dirname(program), '核对.cmd'), 'utf8');
    expect(text).toContain('check "%WHAT%" --report "%~dp1问题.xlsx"');
    expect(text.split('\r\n').length).toBe(text.split('\n').length);
    // The code page comes before all Chinese, which the program reads by it; a mark of UTF-8 would be a command.
    const [first, second, ...rest] = text.split('\r\n');
    expect([first, second]).toEqual(['@echo off', 'chcp 65001 >nul']);
    // Blanks, brackets and Chinese in paths: whatever comes from outside stands in quotes.
    for (const line of rest) {
      const bare = line.replace(/"[^"]*"/g, '');
      expect([line, /%/.test(bare)]).toEqual([line, false]);
    }
  });

  it('says in Chinese and English that Node.js is missing or too old', async () => {
    for (const name of ['核对.cmd', 'plumbline.cmd']) {
      const text = await readFile(join(dirname(program), name), 'utf8');
      expect(text).toMatch(/echo 没有找到 Node\.js .*\r\n +echo Node\.js .* was not found/);
    }
  });

  it('names commands that can be pasted', async () => {
    const { out } = await outcome(program, ['check', 'samples/yunxi', '--brief']);
    expect(out).toContain(`改错清单：${program} check samples/yunxi --report 问题.xlsx`);
  });

  it('weighs less than half of an installation', () => expect(bytes).toBeLessThan(100 * MEGABYTE));
});
