/** Runs that are killed, disks that are full, two runs at once: through the built program. Needs `npm run build` first. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LOCK_FILE } from '../../src/files/lock.js';
import type { AuditResult } from '../../src/model/result.js';

const BIN = process.env.PLUMBLINE_BIN ?? resolve('bin/plumbline.js');
const KILLS = 50;
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

const root = mkdtempSync(join(tmpdir(), 'faults-'));
afterAll(() => rmSync(root, { recursive: true }));

const data = join(root, 'data');
const temporary = join(root, 'tmp');
let out = '';
let cache = '';
/** The report that every run must give, and how long a run takes (milliseconds). */
let right = '';
let whole = 0;

beforeAll(() => {
  cpSync('test/worlds/plain', data, { recursive: true });
  mkdirSync(temporary, { mode: 0o777 });
  for (const folder of [root, temporary]) chmodSync(folder, 0o777);
  const begin = performance.now();
  right = run(['check', data, ...ASKED]).stdout;
  whole = performance.now() - begin;
  writeFileSync(join(root, 'right.json'), right);
});

/** A small disk can be mounted here: it takes root. */
const canMount = (() => {
  const disk = mkdtempSync(join(root, 'try-'));
  const isMounted = mount(disk, 64);
  if (isMounted) spawnSync('umount', [disk]);
  return isMounted;
})();

let tests = 0;
beforeEach(() => {
  out = join(root, `out-${tests}`);
  cache = join(root, `cache-${tests++}`);
  mkdirSync(out);
});

const ASKED = ['--period', '2023', '--as-of', '2023-12-31', '--format', 'json', '--lang', 'en', '--quiet'];
const report = () => join(out, 'report.json');
const cached = () => ['check', data, ...ASKED, '--cache', cache, '--out', report()];

function run(argv: string[], options: { uid?: number; env?: Record<string, string> } = {}) {
  const env = { ...process.env, TMPDIR: temporary, ...options.env };
  const ids = options.uid === undefined ? {} : { uid: options.uid, gid: options.uid };
  return spawnSync(process.execPath, [BIN, ...argv], { encoding: 'utf8', env, maxBuffer: 1 << 28, ...ids });
}

function start(argv: string[]): {
  child: ChildProcess;
  ended: Promise<{ code: number | null; err: string }>;
} {
  const env = { ...process.env, TMPDIR: temporary };
  const child = spawn(process.execPath, [BIN, ...argv], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return { child, ended: new Promise((done) => child.on('close', (code) => done({ code, err }))) };
}

/** Numbers from 0 to 1 that are the same in every run of the test (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A run that succeeds, gives the right report, and leaves nothing but that and a sound cache. */
function expectRight(): void {
  const { status, stderr } = run(cached());
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(readFileSync(report(), 'utf8')).toBe(right);
  expect(readdirSync(out)).toEqual(['report.json']);
  expect(readdirSync(temporary)).toEqual([]);
  const strange = readdirSync(cache).filter((name) => /tmp|lock/.test(name));
  expect(strange).toEqual([]);
}

describe('a run that is killed', () => {
  it(`at any of ${KILLS} moments leaves the last report whole, and the next run as it should be`, {
    timeout: 1_200_000,
  }, async () => {
    const random = randomOf(20231231);
    const seen = { old: 0, fresh: 0 };
    for (let kill = 0; kill < KILLS; kill++) {
      // Every other run finds nothing in the cache, and so writes to it.
      if (kill % 2 === 0) rmSync(cache, { recursive: true, force: true });
      writeFileSync(report(), 'the last report');
      const { child, ended } = start(cached());
      await wait(random() * whole * 1.2);
      child.kill('SIGKILL');
      await ended;
      const left = readFileSync(report(), 'utf8');
      if (left === 'the last report') seen.old++;
      else {
        expect(left).toBe(right);
        seen.fresh++;
      }
      if (kill % 5 === 4) expectRight();
    }
    expect(seen.old).toBeGreaterThan(KILLS / 4);
    expectRight();
  });

  it('while the report is being written leaves the last one whole', { timeout: 300_000 }, async () => {
    expectRight();
    for (let kill = 0; kill < 10; kill++) {
      writeFileSync(report(), 'the last report');
      const { child, ended } = start(cached());
      while (readdirSync(out).length === 1 && child.exitCode === null) await wait(1);
      child.kill('SIGKILL');
      await ended;
      expect(['the last report', right]).toContain(readFileSync(report(), 'utf8'));
    }
    expectRight();
  });
});

describe('a cache', () => {
  it.each<[string, () => void]>([
    ['cut short', () => truncateSync(join(cache, 'plumbline-cache.json'), 100)],
    ['overwritten', () => writeFileSync(join(segment(), 'mentions.parquet'), 'PAR1 nonsense PAR1')],
  ])('that was %s is said in one sentence and built anew', { timeout: 120_000 }, (_, damage) => {
    expectRight();
    damage();
    const { status, stderr } = run(cached());
    expect(stderr).toMatch(/^The cache "[^"]+" is damaged[^\n]+\n$/);
    expect(status).toBe(0);
    expectRight();
  });

  it('is one run’s at a time; the sentence names the other', { timeout: 120_000 }, async () => {
    const { child, ended } = await stopped();
    const other = run(cached());
    child.kill('SIGCONT');
    expect(other.status).toBe(2);
    expect(other.stderr).toContain(`(process ${child.pid}) is at work in the folder`);
    expect(await ended).toEqual({ code: 0, err: '' });
    expectRight();
  });

  it.skipIf(!canMount)('without room costs a sentence, not the audit', { timeout: 120_000 }, () => {
    const { status, stderr } = onDisk(200, (disk) =>
      run(['check', data, ...ASKED, '--cache', join(disk, 'cache'), '--out', report()]),
    );
    expect(stderr).toMatch(/^Nothing can be written to the cache "[^"]+" \(the disk is full\)[^\n]+\n$/);
    expect(status).toBe(0);
    expect(readFileSync(report(), 'utf8')).toBe(right);
  });
});

/** A run that stands still while its lock names it: it may have been done with the cache before it was stopped. */
async function stopped(): Promise<ReturnType<typeof start>> {
  const running = start(cached());
  const lock = join(cache, LOCK_FILE);
  const holds = () => existsSync(lock) && readFileSync(lock, 'utf8').includes(`"pid":${running.child.pid},`);
  while (!holds() && running.child.exitCode === null) await wait(2);
  running.child.kill('SIGSTOP');
  if (holds()) return running;
  running.child.kill('SIGCONT');
  await running.ended;
  return stopped();
}

function segment(): string {
  return join(cache, readdirSync(cache).find((name) => name.startsWith('plumbline-segment-')) ?? '');
}

/** Works with a disk of so many kilobytes. */
function onDisk<Result>(kilobytes: number, act: (disk: string) => Result): Result {
  const disk = mkdtempSync(join(root, 'disk-'));
  mount(disk, kilobytes);
  try {
    return act(disk);
  } finally {
    spawnSync('umount', [disk]);
  }
}

function mount(disk: string, kilobytes: number): boolean {
  const words = ['-t', 'tmpfs', '-o', `size=${kilobytes}k,mode=777`, 'tmpfs', disk];
  return spawnSync('mount', words).status === 0;
}

describe('a report', () => {
  const rendered = () => ['report', join(root, 'right.json'), '--format', 'html', '--lang', 'en', '--out'];

  function expectOld(folder: string, { status, stderr }: ReturnType<typeof run>, reason: RegExp): void {
    expect(stderr).toMatch(/report\.html[^\n]*\n$/);
    expect(stderr).toMatch(reason);
    expect(status).toBe(2);
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toBe('the last report');
    expect(readdirSync(folder)).toEqual(['report.html']);
  }

  it.skipIf(!canMount)('that does not fit on the disk leaves the last one whole', () => {
    onDisk(64, (disk) => {
      const path = join(disk, 'report.html');
      writeFileSync(path, 'the last report');
      expectOld(disk, run([...rendered(), path]), /the disk is full/);
    });
  });

  // Where no disk can be mounted (it takes root), a limit on the size of files makes writing fail half-way just so.
  it('that grows beyond what the system allows leaves the last one whole', () => {
    const path = join(out, 'report.html');
    writeFileSync(path, 'the last report');
    const words = ['-c', 'ulimit -f 64 && exec "$0" "$@"', process.execPath, BIN, ...rendered(), path];
    expectOld(out, spawnSync('sh', words, { encoding: 'utf8' }), /file too large/);
  });

  it('that may not be written says so, and touches nothing', { timeout: 120_000 }, () => {
    writeFileSync(report(), 'the last report');
    chmodSync(out, 0o555);
    // Root may write anywhere: the run is then somebody else's.
    const { status, stderr } = run(
      ['check', data, ...ASKED, '--out', report()],
      isRoot ? { uid: NOBODY } : {},
    );
    chmodSync(out, 0o755);
    expect(stderr).toMatch(/report\.json[^\n]*permission is denied[^\n]*\n$/);
    expect(status).toBe(2);
    expect(readFileSync(report(), 'utf8')).toBe('the last report');
    expect(readdirSync(out)).toEqual(['report.json']);
  });

  it('that two runs write at once is one of the two, whole', { timeout: 120_000 }, async () => {
    const runs = [1, 2].map(() => start(['check', data, ...ASKED, '--out', report()]).ended);
    expect(await Promise.all(runs)).toEqual([1, 2].map(() => ({ code: 0, err: '' })));
    expect(readFileSync(report(), 'utf8')).toBe(right);
    expect(readdirSync(out)).toEqual(['report.json']);
  });
});

describe('one workbook of three hundred that cannot be read', () => {
  it('does not sink the others, and stands at the top', { timeout: 300_000 }, () => {
    const district = join(root, 'district');
    const size = ['--people', '22500', '--communities', '150', '--seed', '5'];
    expect(run(['simulate', district, ...size]).status).toBe(0);
    const books = readdirSync(district, { recursive: true }).map(String);
    const workbooks = books.filter((name) => name.endsWith('.xlsx')).sort();
    expect(workbooks).toHaveLength(300);
    const damaged = workbooks[137] as string;
    truncateSync(join(district, damaged), 3000);

    const asked = [
      'check',
      join(district, 'data'),
      '--period',
      '2023',
      '--as-of',
      '2023-12-31',
      '--lang',
      'en',
    ];
    const refused = run(asked);
    expect([refused.status, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain(damaged.replace('data/', ''));

    const kept = run([...asked, '--keep-going', '--format', 'json', '--quiet', '--cache', cache]);
    expect(kept.status).toBe(3);
    const { run: about } = JSON.parse(kept.stdout) as AuditResult;
    expect(about).toMatchObject({ complete: false, refused: [{ path: damaged.replace('data/', '') }] });
    expect(new Set(about.inputs.map(({ path }) => path)).size).toBeGreaterThanOrEqual(299);

    const shown = run([...asked, '--keep-going', '--quiet', '--cache', cache]);
    expect(shown.status).toBe(3);
    expect(shown.stdout.split('\n').slice(0, 3).join('\n')).toMatch(
      /incomplete|not complete|could not be read/i,
    );
  });
});
