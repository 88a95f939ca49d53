/** A year of a small district, month by month, in one run: through the built program. Needs `npm run build` first. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/model/result.js';
import type { Truth } from '../../src/simulate/truth.js';
import { evaluate } from '../simulate/evaluate.js';

const BIN = process.env.PLUMBLINE_BIN ?? resolve('bin/plumbline.js');
const MINUTES = 60_000;
const PERIOD = ['--period', '2023', '--as-of', '2023-12-31'];
const WORK = '.plumbline-work';

const root = mkdtempSync(join(tmpdir(), 'yearend-'));
afterAll(() => rmSync(root, { recursive: true }));

/** Three streets of four communities, twelve months. */
function simulate(name: string, ...more: string[]): string {
  const size = ['--people', '4800', '--communities', '12', '--months', '--streets', '3'];
  expect(plumbline('simulate', join(root, name), ...size, ...more).status).toBe(0);
  return join(root, name, 'data');
}

function plumbline(...args: string[]) {
  return spawnSync(process.execPath, [BIN, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
}

const out = (name: string): string => join(root, `out-${name}`);
const argsOf = (data: string, name: string): string[] => [
  'yearend',
  data,
  '--out',
  out(name),
  ...PERIOD,
  '--log',
  'json',
];

interface Entry {
  step: string;
  done?: number;
  total?: number;
}
const logOf = (stderr: string): Entry[] =>
  stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Entry);

/** The filing list: area → cells. */
function filing(name: string): Map<string, string[]> {
  const lines = readFileSync(join(out(name), 'filing.csv'), 'utf8')
    .trim()
    .split('\r\n')
    .slice(1);
  return new Map(lines.map((line) => [line.split(',')[1] ?? '', line.split(',')]));
}

/** Hashes of all files in a folder of results. */
function bytesOf(name: string): Record<string, string> {
  const files = readdirSync(out(name)).filter((file) => !file.startsWith('.'));
  return Object.fromEntries(
    files.sort().map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(out(name), file)))
        .digest('hex'),
    ]),
  );
}

/** Whether the files of a folder are those that its manifest names, with their hashes. */
function isWhole(name: string): boolean {
  const { files } = JSON.parse(readFileSync(join(out(name), 'manifest.json'), 'utf8')) as {
    files: { name: string; sha256: string }[];
  };
  const hashes = bytesOf(name);
  return files.every((file) => hashes[file.name] === file.sha256);
}

/** Starts a run and kills it when its log comes to a step. @returns whether it came so far */
function killedAt(args: readonly string[], isMoment: (entry: Entry) => boolean): Promise<boolean> {
  const child = spawn(process.execPath, [BIN, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let killed = false;
  let rest = '';
  child.stderr.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    if (killed || !lines.some((line) => isMoment(JSON.parse(line) as Entry))) return;
    killed = true;
    child.kill('SIGKILL');
  });
  return new Promise((done) => child.on('close', () => done(killed)));
}

describe('a clean year', { timeout: 5 * MINUTES }, () => {
  let data: string;
  beforeAll(() => {
    data = simulate('clean');
    const { status, stderr } = plumbline(...argsOf(data, 'clean'));
    expect(status, stderr.slice(-2000)).toBe(0);
  }, 5 * MINUTES);

  it('is ready to report in every area, from the district down', () => {
    const rows = [...filing('clean').values()];
    expect(rows).toHaveLength(1 + 3 + 12);
    expect(rows.map(([level]) => level).slice(0, 3)).toEqual(['区县', '街道', '社区']);
    expect(rows.filter(([, , , state]) => state !== '可以上报')).toEqual([]);
    expect(isWhole('clean')).toBe(true);
    expect(existsSync(join(out('clean'), WORK))).toBe(false);
  });

  it('gives the same bytes again, and with a cache that is kept', () => {
    const { 'manifest.json': _, ...before } = bytesOf('clean');
    const cache = ['--cache', join(root, 'cache')];
    for (const more of [[], cache, cache]) {
      expect(plumbline(...argsOf(data, 'again'), ...more).status).toBe(0);
      expect(bytesOf('again')).toMatchObject(before);
    }
  });

  it('waits for months, reports and figures of single communities, and says which', () => {
    const spoilt = join(root, 'spoilt');
    cpSync(data, spoilt, { recursive: true });
    rmSync(join(spoilt, '台账/城东街道/红旗社区/红旗社区_2023年05月.xlsx'));
    const annual = join(spoilt, '信息系统/统计报表_年报.csv');
    const lines = readFileSync(annual, 'utf8').split('\n');
    const changed = lines
      .filter((line) => !line.startsWith('和平社区,'))
      .map((line) =>
        line.replace(/^(城南街道,2023,迁入人数,)(\d+)/, (_, head, n) => `${head}${Number(n) + 5}`),
      );
    writeFileSync(annual, changed.join('\n'));
    writeFileSync(join(spoilt, '户卡/城西街道/扫描件.xls'), 'no workbook');

    expect(plumbline(...argsOf(spoilt, 'spoilt')).status).toBe(2);
    const { status } = plumbline(...argsOf(spoilt, 'spoilt'), '--keep-going');
    expect(status).toBe(3);
    const rows = filing('spoilt');
    const why = (area: string): string => rows.get(area)?.at(-1) ?? '';
    expect(why('红旗社区')).toMatch(
      /登记缺交 1 项（台账·.*死亡登记.* 2023-05）；报表缺交 1 份（月报 2023-05）/,
    );
    expect(why('和平社区')).toContain('报表缺交 1 份（2023 年报）');
    expect(why('城南街道')).toContain('报表数字错误 1 处');
    expect(why('城西街道')).toContain('有 1 个文件读不了（户卡/城西街道/扫描件.xls）');
    expect(why('城西街道')).toContain('下级 1 个还不能上报（和平社区）');
    expect(why('云溪区')).toContain('下级 3 个还不能上报');
    expect(rows.get('新华社区')?.[3]).toBe('可以上报');
    expect(readFileSync(join(out('spoilt'), 'summary.txt'), 'utf8')).toMatch(/^Plumbline .*\n核对不完整/);
  });
});

describe('a run that is killed', { timeout: 10 * MINUTES }, () => {
  let data: string;
  let right: Record<string, string>;
  beforeAll(() => {
    data = simulate('killed', '--faults', '0.02', '--seed', '3');
    expect(plumbline(...argsOf(data, 'right')).status).toBe(1);
    right = bytesOf('right');
  }, 5 * MINUTES);

  it('while it matches: the next one reads nothing again, and ends as if nothing had happened', async () => {
    expect(await killedAt(argsOf(data, 'matching'), ({ step }) => step === 'match')).toBe(true);
    expect(statSync(join(out('matching'), WORK)).mode & 0o077).toBe(0);
    const { status, stderr } = plumbline(...argsOf(data, 'matching'));
    expect(status, stderr.slice(-2000)).toBe(1);
    expect(logOf(stderr)[0]?.step).toBe('notice');
    expect(logOf(stderr).filter(({ step, total }) => step === 'load' && total !== 0)).toEqual([]);
    expect(bytesOf('matching')).toEqual(right);
    expect(existsSync(join(out('matching'), WORK))).toBe(false);
  });

  it.each([1, 3, 5, 8])(
    'after writing %i files: the old results stay whole until the new ones are',
    async (nth) => {
      const name = `writing-${nth}`;
      const clean = join(root, 'old');
      cpSync(join(data, '户卡/城东街道'), join(clean, '户卡'), { recursive: true });
      expect(plumbline(...argsOf(clean, name)).status).toBeLessThan(2);
      const old = bytesOf(name);
      await killedAt(argsOf(data, name), ({ step, done }) => step === 'write' && done === nth);
      const after = bytesOf(name);
      if (nth < 8) expect(after).toEqual(old);
      expect(plumbline(...argsOf(data, name)).status).toBe(1);
      expect(bytesOf(name)).toEqual(right);
      expect(isWhole(name)).toBe(true);
    },
  );
});

it.each(['plain', 'messy'])(
  'finds every fault of a year, %s, and invents none',
  { timeout: 10 * MINUTES },
  (layout) => {
    const data = simulate(`faults-${layout}`, '--faults', '0.02', '--seed', '5', '--layout', layout);
    expect(plumbline(...argsOf(data, `faults-${layout}`)).status).toBe(1);
    const result = JSON.parse(
      readFileSync(join(out(`faults-${layout}`), 'result.json'), 'utf8'),
    ) as AuditResult;
    const truth = JSON.parse(readFileSync(join(data, '..', 'truth.json'), 'utf8')) as Truth;
    const { recall, precision, uncausedPerFault, missed, invented } = evaluate(result, truth);
    const told = JSON.stringify({ missed, invented }).slice(0, 4000);
    expect(recall, told).toBeGreaterThanOrEqual(0.99);
    expect(precision, told).toBeGreaterThanOrEqual(0.99);
    expect(uncausedPerFault, told).toBeLessThanOrEqual(1.1);
  },
);
