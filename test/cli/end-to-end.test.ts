import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditOnce } from '../audit-once.js';
import { run } from './fake.js';

/** What `npm test` has built: building here would pull the files from under other tests. */
const BIN = new URL('../../bin/plumbline.js', import.meta.url).pathname;
const WORLD = new URL('../worlds/plain', import.meta.url).pathname;
const SAMPLE = new URL('../../samples/yunxi', import.meta.url).pathname;
const PERIOD = ['--period', '2023', '--as-of', '2023-12-31'];

const HEADER = '社区,婴儿姓名,婴儿性别,出生日期,孩次,母亲姓名,母亲身份证号';
const BIRTHS = [
  '朝阳社区,张一,女,2023-05-03,1,王芳,230191198503071245',
  '红旗社区,李二,男,2023-06-01,1,赵敏,230192199001012342',
];

let folder = '';
/** The child's temporary folder: nothing may stay in it. */
let temporary = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-test-e2e-'));
  temporary = join(folder, 'tmp');
  await mkdir(temporary);
});
afterAll(() => rm(folder, { recursive: true }));

interface Done {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the built program as a user does. `during` may interfere with it. */
function plumbline(
  argv: string[],
  during: (child: ReturnType<typeof spawn>) => void = () => {},
): Promise<Done> {
  return started(process.execPath, [BIN, ...argv], during);
}

function started(
  program: string,
  argv: string[],
  during: (child: ReturnType<typeof spawn>) => void = () => {},
  more: NodeJS.ProcessEnv = {},
): Promise<Done> {
  const env = { ...process.env, TMPDIR: temporary, NO_COLOR: '', FORCE_COLOR: '', ...more };
  const child = spawn(program, argv, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const done = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    done.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    done.err += text;
  });
  during(child);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...done })));
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

/** Two points that agree on two births. */
async function smallDistrict(name: string): Promise<string> {
  const data = join(folder, name);
  for (const point of ['台账', '信息系统']) {
    await mkdir(join(data, point), { recursive: true });
    await writeFile(join(data, point, '出生登记.csv'), [HEADER, ...BIRTHS, ''].join('\n'));
  }
  return data;
}

/** Two points that differ in the date of a birth. */
async function differingDistrict(name: string): Promise<string> {
  const data = await smallDistrict(name);
  const wrong = BIRTHS.map((row) => row.replace('2023-05-03', '2023-05-08'));
  await writeFile(join(data, '信息系统', '出生登记.csv'), [HEADER, ...wrong, ''].join('\n'));
  return data;
}

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

  it('names commands that work when they are pasted into a shell', async () => {
    const starter = join(folder, '核对 程序');
    await writeFile(starter, `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`, { mode: 0o755 });
    const own = { PLUMBLINE_COMMAND: starter };
    const screen = await started(
      starter,
      ['check', await differingDistrict('pasted'), '--brief'],
      undefined,
      own,
    );
    const lines = screen.out.trimEnd().split('\n');
    const commands = lines.flatMap((line) => line.split(`："${starter}" `)[1] ?? []);
    expect(commands.length).toBe(3);
    for (const command of commands) {
      const done = await started('sh', ['-c', `"${starter}" ${command}`]);
      expect([command, done.code, done.err.replace(/^报告已写入 .*\n/, '')]).toEqual([command, 1, '']);
    }
    expect(await readdir(folder)).toEqual(expect.arrayContaining(['问题.xlsx', '问题.html']));
  });
});

describe("the workbook of a year's end", () => {
  /** The first row of the sheet of all findings, as the columns are called. */
  const firstOf = async (file: string) => {
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(file);
    for (const sheet of book.worksheets) {
      for (const head of [1, 2, 3]) {
        const words = (sheet.getRow(head).values as unknown[]).map(String);
        const cell = (word: string) => sheet.getRow(head + 1).getCell(words.indexOf(word));
        if (words.includes('已改正')) return { book, cell };
      }
    }
    throw new Error('no sheet to tick');
  };

  it('keeps what was filled in when the run is done again', async () => {
    const out = join(folder, 'yearend');
    const data = await differingDistrict('ticked');
    const argv = ['yearend', data, ...PERIOD, '--out', out, '--quiet'];
    expect((await plumbline(argv)).code).toBe(1);
    const file = join(out, 'report.xlsx');
    const { book, cell } = await firstOf(file);
    const number = cell('编号').text;
    expect(number).toMatch(/^[0-9a-f]{16}$/);
    cell('已改正').value = '不需改';
    cell('备注').value = '已核对出生医学证明';
    await book.xlsx.writeFile(file);
    expect((await run(argv)).code).toBe(1);
    const kept = await firstOf(file);
    expect(['编号', '已改正', '备注'].map((word) => kept.cell(word).text)).toEqual([
      number,
      '不需改',
      '已核对出生医学证明',
    ]);
  });
});
