import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Audit } from '../../src/commands/check.js';
import { RefusedFiles } from '../../src/ingest/options.js';
import type { AuditResult } from '../../src/model/result.js';
import { exampleResult } from '../report/fixture.js';
import { type Run, run } from './fake.js';

let root: string;
let data: string;
let out: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plumbline-yearend-'));
  data = join(root, 'data');
  out = join(root, 'out');
  mkdirSync(data);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const FILES = [
  'assessment.csv',
  'assessment.xlsx',
  'filing.csv',
  'filing.xlsx',
  'manifest.json',
  'report.html',
  'report.xlsx',
  'result.json',
  'summary.txt',
];

type Options = Parameters<Audit>[0];
let asked: Options | undefined;
/** An audit that remembers what it was asked and finds what the example has. */
function finding(change: Partial<AuditResult> = {}): Audit {
  return async (options, hooks) => {
    asked = options;
    hooks.onProgress?.('survey', 0, 40);
    for (let done = 1; done <= 40; done++) hooks.onProgress?.('survey', done, 40);
    hooks.onProgress?.('match', 0, 0);
    return { ...exampleResult(options.lang), ...change };
  };
}
const clean = finding({ findings: [] });
const EXAMPLE = exampleResult('zh').findings[0] as AuditResult['findings'][number];
const yearend = (audit: Audit, ...argv: string[]): Promise<Run> =>
  run(['yearend', data, '--out', out, ...argv], audit);

describe('plumbline yearend', () => {
  it('writes its results together, prints the summary, and leaves nothing behind', async () => {
    const { code, out: printed, err } = await yearend(finding());
    expect(code).toBe(1);
    expect(readdirSync(out).sort()).toEqual(FILES);
    expect(printed).toContain('年终核对');
    expect(printed).toBe(readFileSync(join(out, 'summary.txt'), 'utf8'));
    expect(err).toContain(out);
    expect(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))).toMatchObject({
      schema: 'plumbline.yearend/1',
      exit: 1,
      run: { period: '2023', complete: true },
    });
  });

  it('asks for the folder, masked, with a cache in the folder of results', async () => {
    await yearend(clean, '--period', '2023', '--as-of', '2023-12-31');
    expect(asked).toMatchObject({
      paths: [data],
      period: '2023',
      asOf: '2023-12-31',
    });
    expect([asked?.reveal, asked?.keepGoing]).not.toContain(true);
    expect(asked?.cache).toBe(join(out, '.plumbline-work', 'cache'));
  });

  it('keeps nothing here that is read for a cluster', async () => {
    await yearend(clean, '--engine', 'spark', '--remote', 'sc://spark');
    expect(asked).toMatchObject({ engine: 'spark', remote: 'sc://spark' });
    expect(asked).not.toHaveProperty('cache');
  });

  it.each<[string, Partial<AuditResult>, string[], number]>([
    ['nothing found', { findings: [] }, [], 0],
    ['errors', {}, [], 1],
    ['errors that do not count', {}, ['--fail-on', 'none'], 0],
    [
      'a threshold exceeded, whatever counts',
      {},
      ['--fail-on', 'none', '--threshold', 'omission_rate=0.5'],
      1,
    ],
    ['a threshold kept', { findings: [] }, ['--threshold', 'omission_rate=99'], 0],
    [
      'incomplete',
      { run: { ...exampleResult('zh').run, complete: false } },
      ['--threshold', 'omission_rate=0.5'],
      3,
    ],
  ])('ends by what it found: %s', async (_, change, argv, code) => {
    const place = { event: 'birth', point: 'ledger', community: '朝阳社区', period: '2023' };
    const rates = [{ ...place, rate: 'omission_rate', numerator: 4, denominator: 200, value: 2 }];
    expect((await yearend(finding({ errorRates: rates, ...change }), ...argv)).code).toBe(code);
  });

  it.each([
    [[{ area: '朝阳社区', level: 'community' as const, parts: [] }], [], 0],
    [
      [{ area: '朝阳社区', level: 'community' as const, parts: [] }],
      [{ ...EXAMPLE, rule: 'coverage/register-absent', severity: 'warning' as const }],
      1,
    ],
  ])('ends with 1 where an area is not ready, if that is asked', async (areas, findings, code) => {
    const ran = await yearend(finding({ areas, findings }), '--fail-on', 'unready');
    expect(ran.code).toBe(code);
    expect((await yearend(finding({ areas, findings }), '--fail-on', 'error')).code).toBe(0);
  });

  it('warns of what was missed in years before, by the history that the configuration names', async () => {
    const history = join(root, 'history.json');
    writeFileSync(join(root, 'plumbline.yaml'), 'yearend: { paths: [data], history: history.json }');
    const run2 = () => run(['yearend', join(root, 'plumbline.yaml'), '--out', out], clean);
    expect((await run2()).err).toContain('history.json');
    writeFileSync(history, '{"schema":"plumbline.assessment-history/1","entries":[]}');
    expect((await run2()).code).toBe(0);
    writeFileSync(history, '{}');
    expect((await run2()).code).toBe(2);
  });

  it('takes from the configuration what the command line leaves open', async () => {
    const config = join(root, 'plumbline.yaml');
    const text =
      'yearend: { paths: [data], period: 2022, as_of: 2022-12-31, reports: [csv], fail_on: none, keep_going: true }';
    writeFileSync(config, text);
    const { code } = await run(['yearend', config, '--out', out, '--period', '2023'], finding());
    expect(code).toBe(0);
    expect(asked).toMatchObject({
      paths: [resolve(data)],
      period: '2023',
      asOf: '2022-12-31',
      keepGoing: true,
      config,
    });
    expect(readdirSync(out)).toContain('report.csv');
    expect(readdirSync(out)).not.toContain('report.xlsx');
  });

  it('audits the folder that is named, though the configuration in it names none', async () => {
    writeFileSync(join(data, 'plumbline.yaml'), 'yearend: { period: 2023 }');
    await yearend(clean);
    expect(asked).toMatchObject({ paths: [data], period: '2023' });
  });

  it.each([
    [['yearend', 'DATA'], '--out'],
    [['yearend', 'nowhere', '--out', 'OUT'], 'nowhere'],
    [['yearend', 'DATA', '--out', 'DATA/results'], 'DATA/results'],
    [['yearend', 'DATA', '--out', 'DATA'], 'DATA'],
    [['yearend', 'DATA', '--out', 'OUT', '--threshold', 'omision_rate=2'], 'omission_rate'],
    [['yearend', 'DATA', '--out', 'OUT', '--threshold', 'omission_rate'], 'omission_rate=2'],
    [['yearend', 'DATA', '--out', 'OUT', '--log', 'xml'], 'json'],
    [['yearend', 'DATA', '--out', 'OUT', '--as-of', '2023-02-30'], '2023-02-30'],
  ])('refuses %j, and says what to write', async (argv, said) => {
    const real = (word: string) => word.replace('DATA', data).replace('OUT', out);
    const { code, err } = await run(argv.map(real), clean);
    expect(code).toBe(2);
    expect(err).toContain(real(said));
  });

  it('keeps an earlier set where the audit cannot be done, and says where what was read is', async () => {
    await yearend(clean);
    const before = readFileSync(join(out, 'manifest.json'), 'utf8');
    const refusing: Audit = async ({ cache = '' }) => {
      mkdirSync(cache, { recursive: true });
      writeFileSync(join(cache, 'index.json'), '{}');
      throw new RefusedFiles([{ path: '台账/a.xls', reason: '旧格式' }]);
    };
    const { code, err } = await yearend(refusing);
    expect(code).toBe(2);
    expect(err).toContain('台账/a.xls');
    expect(err).toContain(join(out, '.plumbline-work', 'cache'));
    expect(readFileSync(join(out, 'manifest.json'), 'utf8')).toBe(before);
    const next = await yearend(clean);
    expect(next.err).toContain('上次运行没有完成');
    expect(readdirSync(out).sort()).toEqual(FILES);
  });

  it('keeps no work folder where nothing was read', async () => {
    const { code, err } = await yearend(async ({ cache = '' }) => {
      mkdirSync(cache, { recursive: true });
      writeFileSync(join(cache, 'CACHEDIR.TAG'), '');
      throw new RefusedFiles([{ path: '台账/a.xls', reason: '旧格式' }]);
    });
    expect(code).toBe(2);
    expect(err).not.toContain('.plumbline-work');
    expect(readdirSync(out)).toEqual([]);
  });

  it('lets no second run into the folder', async () => {
    let inner: Run | undefined;
    const { code } = await yearend(async (options, hooks) => {
      inner ??= await yearend(clean);
      return clean(options, hooks);
    });
    expect(code).toBe(0);
    expect(inner?.code).toBe(2);
    expect(inner?.err).toContain(String(process.pid));
  });
});

describe('the log for programs', () => {
  const lines = ({ err }: Run): Record<string, unknown>[] =>
    err
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  it('is a line of JSON a step, at every tenth, and nothing else', async () => {
    const ran = await yearend(finding(), '--log', 'json');
    const log = lines(ran);
    expect(ran.out).toBe('');
    expect(log.filter(({ step }) => step === 'survey')).toHaveLength(11);
    expect(log[0]).toEqual({ step: 'survey', done: 0, total: 40 });
    expect(log.filter(({ step }) => step === 'write').map(({ file }) => file)).toEqual([
      'result.json',
      'report.xlsx',
      'report.html',
      'filing.csv',
      'filing.xlsx',
      'assessment.csv',
      'assessment.xlsx',
      'summary.txt',
    ]);
    expect(log.at(-1)).toMatchObject({
      step: 'end',
      exit: 1,
      complete: true,
      error: 3,
      warning: 2,
      refused: 0,
    });
  });

  it('is the same for the same input, and has times where they are asked for', async () => {
    const [first, second] = [await yearend(clean, '--log', 'json'), await yearend(clean, '--log', 'json')];
    expect(second.err).toBe(first.err);
    const timed = lines(await yearend(clean, '--log', 'json', '--timestamps'));
    expect(timed.every(({ at, ms }) => typeof at === 'string' && typeof ms === 'number')).toBe(true);
  });

  it('tells where the time went where that is asked for', async () => {
    const told: Audit = async (options, listener) => {
      listener.onStage?.('open', 'begins', { statements: 0 });
      listener.onStage?.('ingest', 'begins', { statements: 2 });
      listener.onStage?.('ingest', 'ends', { statements: 9, rows: 5, bytes: 70 });
      return clean(options, listener);
    };
    const log = lines(await yearend(told, '--log', 'json', '--timings'));
    const timings = log.filter(({ step }) => step === 'timings');
    expect(timings.map(({ phase }) => phase)).toEqual(['start', 'open', 'ingest', 'total']);
    expect(timings[2]).toMatchObject({ statements: 7, rows: 5, bytes: 70 });
    expect(log.at(-1)?.step).toBe('end');
  });

  it('ends with why a run failed', async () => {
    const refusing: Audit = async () => {
      throw new RefusedFiles([{ path: 'a.xls', reason: '旧格式' }]);
    };
    const ran = await yearend(refusing, '--log', 'json');
    expect(ran.code).toBe(2);
    expect(lines(ran)).toEqual([{ step: 'failed', exit: 2, message: expect.stringContaining('a.xls') }]);
  });
});
