import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditOnce } from '../audit-once.js';
import {
  BIN,
  BIRTHS,
  DIFFERENT_DATE,
  type Done,
  HEADER,
  started,
  testFolder,
  writeDistrict,
} from './built.js';
import { run } from './fake.js';

const WORLD = new URL('../worlds/plain', import.meta.url).pathname;
const SAMPLE = new URL('../../samples/yunxi', import.meta.url).pathname;
const PERIOD = ['--period', '2023', '--as-of', '2023-12-31'];

/** Nothing may stay in the temporary folder of a child. */
const { folder, temporary } = testFolder();

/** Runs the built program as a user does. `during` may interfere with it. */
function plumbline(argv: string[], during?: (child: ChildProcess) => void): Promise<Done> {
  return started(process.execPath, [BIN, ...argv], { cwd: folder, temporary, during });
}

describe('input that cannot be audited is one sentence and exit code 2', () => {
  let data = '';
  beforeEach(async () => {
    data = await mkdtemp(join(folder, 'data-'));
  });

  async function expectSentence(path: string, ...words: string[]): Promise<void> {
    const { code, out, err } = await run(['check', path]);
    for (const word of words) expect(err).toContain(word);
    expect(err).not.toMatch(/^\s+at /m);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  }

  it('of the built program', async () => {
    const done = await plumbline(['check', join(data, '没有')]);
    expect(done).toMatchObject({ code: 2, out: '', err: expect.stringContaining('找不到') });
  });

  it('an empty folder', () => expectSentence(data, '里没有文件', '请指定存放台账'));

  it('a folder of pictures', async () => {
    for (const name of ['合影.jpg', '扫描件.png'])
      await writeFile(join(data, name), Buffer.from([0x89, 0x50, 0, 1]));
    await expectSentence(data, '没有找到台账', '2 个其他文件');
  });

  it('a missing path', () => expectSentence(join(data, '没有'), '找不到', '请检查'));

  it('a workbook without a known sheet', async () => {
    const workbook = new exceljs.Workbook();
    workbook.addWorksheet('食堂菜单').addRows([
      ['日期', '菜'],
      ['星期一', '面条'],
    ]);
    await workbook.xlsx.writeFile(join(data, '菜单.xlsx'));
    await expectSentence(data, '菜单.xlsx', '--keep-going');
  });

  it('old and damaged workbooks, all named at once', async () => {
    await writeFile(join(data, '旧.xls'), 'old');
    await writeFile(join(data, '坏.xlsx'), 'PK no workbook');
    await expectSentence(data, '旧.xls', '坏.xlsx', '另存为');
  });

  it('a workbook with a password, of which both programs are told where it is taken off', async () => {
    const locked = new URL('../ingest/read/data/password.xlsx', import.meta.url).pathname;
    await writeFile(join(data, '出生登记.xlsx'), await readFile(locked));
    await expectSentence(data, '出生登记.xlsx', '工作簿设有打开密码', 'Excel', 'WPS', '--keep-going');
  });

  it('an archive, which is to be unpacked', async () => {
    await writeFile(join(data, '报表.zip'), 'PK');
    await expectSentence(join(data, '报表.zip'), '报表.zip', '请先解压');
  });

  it('a point that does not exist', async () => {
    const done = await run(['check', await smallDistrict('point'), '--point', '*=sytem']);
    expect(done).toMatchObject({ code: 2, out: '' });
    expect(done.err).toContain('是不是 system');
  });
});

it('reports a CSV cut in the middle of a quote, with every row accounted for', async () => {
  const data = await mkdtemp(join(folder, 'cut-'));
  await writeFile(join(data, '出生登记.csv'), `${HEADER}\n${BIRTHS[0]}\n朝阳社区,,女,2023-06-01,1,"李`);
  const { code, out, err } = await run(['check', data, ...PERIOD, '--format', 'json']);
  expect(err).toBe('');
  const result = JSON.parse(out);
  const { total, read, skipped, refused } = result.run.inputs[0].rows;
  expect(code).toBe(1);
  expect(total).toBe(read + skipped + refused);
  expect(result.findings.map(({ rule }: { rule: string }) => rule)).toContain('format/unreadable-row');
});

const smallDistrict = (name: string) => writeDistrict(join(folder, name));
const differingDistrict = (name: string) => writeDistrict(join(folder, name), DIFFERENT_DATE);

describe('a district in which everything agrees', () => {
  it('is clean, and gives the same bytes twice', async () => {
    const argv = [
      'check',
      await smallDistrict('same'),
      ...PERIOD,
      '--fail-on',
      'warning',
      '--format',
      'json',
    ];
    const first = await plumbline(argv);
    expect(first.code).toBe(0);
    expect(await run(argv)).toEqual(first);
    expect(await readdir(temporary)).toEqual([]);
  });

  it('is audited without a file that cannot be read, and says so', async () => {
    const data = await smallDistrict('partial');
    await writeFile(join(data, '台账', '旧.xls'), 'old');
    const { code, out } = await run(['check', data, ...PERIOD, '--keep-going']);
    expect(code).toBe(3);
    expect(out.indexOf('台账/旧.xls')).toBeLessThan(out.indexOf('核对期间'));
  });

  it('passes over its own report', async () => {
    const data = await smallDistrict('with-report');
    const argv = ['check', data, ...PERIOD, '--lang', 'en'];
    const report = join(data, 'report.txt');
    expect(await run([...argv, '--out', report])).toMatchObject({ code: 0, out: '' });
    expect(await readFile(report, 'utf8')).toContain('Exit code 0');
    expect(await run(argv)).toMatchObject({ code: 0, err: '' });
  });

  it('does not mind a reader that leaves', async () => {
    const done = await plumbline(
      ['check', await smallDistrict('left'), ...PERIOD, '--format', 'json'],
      (child) => child.stdout?.destroy(),
    );
    expect(done).toMatchObject({ code: 0, err: '' });
  });

  it('leaves nothing behind when it is interrupted', async () => {
    const { code } = await plumbline(['check', WORLD, ...PERIOD], (child) => {
      const watch = setInterval(async () => {
        if ((await readdir(temporary)).length === 0) return;
        clearInterval(watch);
        child.kill('SIGINT');
      }, 5);
      child.on('close', () => clearInterval(watch));
    });
    expect(code).toBe(130);
    expect(await readdir(temporary)).toEqual([]);
  });
});

describe('a district in which one value differs', () => {
  let data = '';
  beforeAll(async () => {
    data = await differingDistrict('differs');
  });

  it.each(['table', 'json'])('hides names and IDs in %s unless they are asked for', async (format) => {
    const argv = ['check', data, ...PERIOD, '--format', format];
    const [masked, revealed] = [await run(argv, auditOnce), await run([...argv, '--reveal'], auditOnce)];
    expect([masked.code, revealed.code]).toEqual([1, 1]);
    expect(masked.out).toContain('birth/mismatched');
    expect(masked.out).not.toMatch(/王芳|张一|23019119850307/);
    expect(revealed.out).toMatch(/王芳|张一/);
  });

  it('is reported for the community asked for, and a misspelt one is no clean one', async () => {
    const argv = ['check', data, ...PERIOD, '--community'];
    expect(await run([...argv, '红旗社区'])).toMatchObject({ code: 0, err: '' });
    expect(await run([...argv, '朝阳社区'])).toMatchObject({ code: 1, err: '' });
    const misspelt = await run([...argv, '朝阳']);
    expect(misspelt).toMatchObject({ code: 2, out: '' });
    expect(misspelt.err).toContain('是不是“朝阳社区”');
  });
});

describe('the first screen', () => {
  it('is short on the sample', async () => {
    const { out } = await run(['check', SAMPLE, '--brief'], auditOnce);
    expect(out.trimEnd().split('\n').length).toBeLessThanOrEqual(40);
  });
});
