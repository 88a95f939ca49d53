import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditOptions } from '../../src/audit/options.js';
import { RefusedFiles } from '../../src/ingest/options.js';
import { UserError } from '../../src/messages/index.js';
import type { AuditResult } from '../../src/model/result.js';
import type { Severity } from '../../src/model/severity.js';
import { exampleResult, finding } from '../report/fixture.js';
import { run } from './fake.js';

function resultWith(severities: Severity[], complete = true): AuditResult {
  const result = exampleResult('zh');
  const findings = severities.map((severity, i) => finding(`${i}`, 'birth/omitted', { severity }));
  return { ...result, findings, run: { ...result.run, complete } };
}

describe('exit codes', () => {
  it.each<[number, Severity[], string[], boolean]>([
    [0, [], [], true],
    [1, ['error'], [], true],
    [0, ['warning', 'notice'], [], true],
    [1, ['warning'], ['--fail-on', 'warning'], true],
    [0, ['notice'], ['--fail-on', 'warning'], true],
    [1, ['notice'], ['--fail-on', 'notice'], true],
    [0, ['error'], ['--fail-on', 'none'], true],
    [3, ['error'], ['--keep-going'], false],
    [3, [], ['--keep-going', '--fail-on', 'none'], false],
  ])('%i for %j with %j', async (code, severities, options, complete) => {
    const done = await run(['check', 'x', ...options], async () => resultWith(severities, complete));
    expect(done.code).toBe(code);
    expect(done.out).toContain(`退出码 ${code}`);
    expect(done.err).toBe('');
  });
});

describe('options', () => {
  const optionsOf = async (...argv: string[]) => {
    let seen: AuditOptions | undefined;
    const done = await run(['check', ...argv], async (options) => {
      seen = options;
      return resultWith([]);
    });
    expect(done.err).toBe('');
    return seen;
  };

  it('are few where nothing is asked', async () => {
    expect(await optionsOf('台账', '户卡')).toEqual({ paths: ['台账', '户卡'], lang: 'zh' });
  });

  it('arrive checked and typed', async () => {
    const argv = [
      ...['x', '--period', '2023', '--as-of', '2023-12-31', '--community', '甲', '--community', '乙'],
      ...['--point', 'a=b/*=system', '--config', 'c.yaml', '--keep-going', '--lang', 'en', '--reveal'],
      ...['--memory', '1.5gb', '--threads', '2', '--timestamps', '--cache', '缓存'],
    ];
    expect(await optionsOf(...argv)).toEqual({
      paths: ['x'],
      period: '2023',
      asOf: '2023-12-31',
      communities: ['甲', '乙'],
      points: [{ glob: 'a=b/*', point: 'system' }],
      config: 'c.yaml',
      keepGoing: true,
      lang: 'en',
      reveal: true,
      memory: '1.5GB',
      threads: 2,
      timestamps: true,
      cache: '缓存',
    });
  });
});

describe('mistakes are sentences, with exit code 2', () => {
  it.each([
    [['check'], '还缺资料。运行 plumbline check --help'],
    [['diff', 'a.json'], '还缺后来结果。运行 plumbline diff --help'],
    [['template'], '还缺-o, --out <dir>'],
    [['rules', 'a', 'b'], '多写了词：plumbline rules 要 0 个，写了 2 个'],
    [['spot', 'size', '--foo'], '运行 plumbline spot size --help 查看全部选项'],
    [['spot'], '抽样核查'],
    [['cache'], '查看或清除'],
    [['--lang', 'en'], 'Usage: plumbline [options] [command]'],
    [['complete', 'csh'], '可选：bash zsh fish powershell'],
    [
      ['check', 'x', '--out', '问题.xlsx', '--format', 'json'],
      '问题.xlsx 的扩展名是 xlsx 格式，又要求写成 json 格式',
    ],
    [['check', 'x', '--report', 'csv=问题.html'], '又要求写成 csv 格式'],
    [['check', 'x', '--report', '问题'], '请写文件名'],
    [['check', 'x', '--out', '没有/问题.xlsx'], '报告写不进 没有/问题.xlsx'],
    [['chek', 'x'], '没有 chek 这个命令。是不是 check？'],
    [['check', 'x', '--fromat', 'json'], '是不是 --format？'],
    [['check', 'x', '--period'], '后面要写一个值'],
    [['check', 'x', '--format', 'xml'], '可选：table json'],
    [['check', 'x', '--fail-on', 'all'], '可选：error warning notice none'],
    [['check', 'x', '--as-of', '2023-02-30'], '“2023-02-30”不对'],
    [['check', 'x', '--as-of', '2023-2-3'], '“2023-2-3”不对'],
    [['check', 'x', '--threads', '0'], '线程数“0”不对'],
    [['check', 'x', '--memory', '2'], '内存上限“2”不对'],
    [['check', 'x', '--point', 'system'], '--point “system”不对'],
    [['check', 'x', '--lang', 'fr'], '可选：zh en'],
    [['check', 'x', '--lang', 'en', '--format', 'xml'], 'choose one of table json'],
    [['check', 'x', '--lang=en', '--nothing'], 'There is no option --nothing.'],
    [[], '用法'],
  ])('%j', async (argv, sentence) => {
    const done = await run(argv, async () => resultWith([]));
    expect(done.err).toContain(sentence);
    expect(done.err).not.toContain('    at ');
    expect([done.code, done.out]).toEqual([2, '']);
  });

  it.each([
    [new UserError('cli.bad-memory', { value: 'x\u001b[2J' }), '内存上限“x”不对'],
    [new Error('something broke\n    at 王芳'), '程序内部错误：something broke'],
    [Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write', path: 'p' }), '磁盘已满'],
  ])('%s from the audit', async (error, sentence) => {
    const fail = async () => Promise.reject(error);
    const done = await run(['check', 'x'], fail);
    expect(done).toMatchObject({ code: 2, out: '' });
    expect(done.err).toContain(sentence);
    expect(done.err).not.toMatch(/ {4}at |\u001b/);
    expect((await run(['check', 'x', '--debug'], fail)).err).toContain('    at ');
  });

  it('tells what an error came of only with --debug', async () => {
    const fail = () => Promise.reject(new Error('broke', { cause: new Error('of this') }));
    expect((await run(['check', 'x'], fail)).err).not.toContain('of this');
    expect((await run(['check', 'x', '--debug'], fail)).err).toContain('[cause]: Error: of this');
  });

  it('names every file that was refused, and gives no report', async () => {
    const refused = ['甲.xls', '乙.et'].map((path) => ({ path, reason: `请把 ${path} 另存为 .xlsx。` }));
    const done = await run(['check', 'x'], async () => Promise.reject(new RefusedFiles(refused)));
    expect(done).toMatchObject({ code: 2, out: '' });
    for (const { path, reason } of refused) expect(done.err).toContain(`${path}\n    ${reason}`);
    expect(done.err).toContain('--keep-going');
  });
});

describe('output', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plumbline-test-cli-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is JSON where asked', async () => {
    const done = await run(['check', 'x', '--format', 'json'], async () => exampleResult('zh'));
    expect(JSON.parse(done.out)).toMatchObject({ schema: 'plumbline.audit/1' });
    expect(done.code).toBe(1);
  });

  it('goes into a file where asked, and leaves nothing beside it', async () => {
    const path = join(folder, '报告.json');
    await writeFile(path, 'old');
    const done = await run(['check', 'x', '--format', 'json', '--out', path], async () =>
      exampleResult('zh'),
    );
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ schema: 'plumbline.audit/1' });
    expect(done.out).toBe('');
    expect(done.err).toContain('报告已写入');
    expect(await readdir(folder)).toEqual(['报告.json']);
  });

  it.each([
    ['missing/report.txt', '文件或文件夹不存在'],
    ['.', '这是一个文件夹'],
  ])('that cannot be written to %s is a sentence', async (place, reason) => {
    const before = await readdir(folder);
    const done = await run(['check', 'x', '--out', join(folder, place)], async () => exampleResult('zh'));
    expect(done).toMatchObject({ code: 2, out: '' });
    expect(done.err).toContain(reason);
    expect(await readdir(folder)).toEqual(before);
  });

  it('has no colours with --no-color', async () => {
    const audit = async () => exampleResult('zh');
    expect((await run(['check', 'x'], audit, { color: true })).out).toContain('\u001b[31m');
    expect((await run(['check', 'x', '--no-color'], audit, { color: true })).out).not.toContain('\u001b');
  });

  it.each([
    [true, [], true],
    [false, [], false],
    [true, ['--quiet'], false],
  ])('shows progress on a terminal only (%s %j)', async (live, options, shown) => {
    const audit = async (
      _: AuditOptions,
      { onProgress }: { onProgress?(...step: ['load', number, number]): void },
    ) => {
      onProgress?.('load', 1, 2);
      return resultWith([]);
    };
    const done = await run(['check', 'x', ...options], audit, { live });
    expect(done.err.includes('读取 50%')).toBe(shown);
    expect(done.err === '' || done.err.endsWith('\u001b[2K')).toBe(true);
  });
});

describe('help', () => {
  it.each([
    ['zh', '用法：', '核对文件或文件夹'],
    ['en', 'Usage:', 'audit files or folders'],
  ])('in %s', async (lang, usage, description) => {
    const done = await run(['--help', '--lang', lang]);
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(done.out).toContain(usage);
    expect(done.out).toContain(description);
  });

  it('names the version', async () => {
    expect(await run(['--version'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});

describe('the first screen', () => {
  const audit = async () => resultWith(['error']);
  it.each([
    [{ screen: true }, [], true],
    [{ screen: true }, ['--all'], false],
    [{ screen: false }, [], false],
    [{ screen: false }, ['--brief'], true],
  ])('on %j with %j: %s', async (terminal, options, brief) => {
    const { out } = await run(['check', 'x', ...options], audit, terminal);
    expect(out.includes('先改这 1 项')).toBe(brief);
    expect(out.includes('逐条核实')).toBe(!brief);
  });

  it('names commands that can be pasted', async () => {
    const { out } = await run(['check', '王的 资料', '--period', '2023'], audit, { screen: true });
    expect(out).toContain('plumbline check "王的 资料" --period 2023 --report 问题.xlsx\n');
  });
});

describe('where no command is named', () => {
  it('a path is checked', async () => {
    let seen: AuditOptions | undefined;
    const done = await run(['package.json'], async (options) => {
      seen = options;
      return resultWith([]);
    });
    expect(done.code).toBe(0);
    expect(seen?.paths).toEqual(['package.json']);
  });

  it('a word that is no path is a mistake', async () => {
    const done = await run(['没有这个文件夹']);
    expect([done.code, done.err]).toEqual([2, expect.stringContaining('没有 没有这个文件夹 这个命令')]);
  });
});
