/** Nothing personal stays on disk, not even after a kill and the next run. Needs `npm run build` first. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const BIN = resolve('bin/plumbline.js');
const root = mkdtempSync(join(tmpdir(), 'traces-'));
const temp = join(root, 'temp');
const data = join(root, 'district', 'data');
const env = { ...process.env, TMPDIR: temp, TEMP: temp, TMP: temp };
const check = ['check', data, '--format', 'json', '--out', join(root, 'out.json'), '--quiet'];

/** All files below the temporary folder that hold anything of the audit. */
function filesLeft(): string[] {
  return readdirSync(temp, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

async function killedWhileItHeldRows(): Promise<void> {
  const child = spawn(process.execPath, [BIN, ...check], { env, stdio: 'ignore' });
  const gone = new Promise((done) => child.once('exit', done));
  while (child.exitCode === null && !filesLeft().some((path) => path.endsWith('.tsv'))) {
    await new Promise((wait) => setTimeout(wait, 5));
  }
  child.kill('SIGKILL');
  await gone;
}

beforeAll(() => {
  mkdirSync(temp);
  const args = [
    'simulate',
    join(root, 'district'),
    '--people',
    '3000',
    '--communities',
    '2',
    '--format',
    'csv',
  ];
  expect(spawnSync(process.execPath, [BIN, ...args], { env }).status).toBe(0);
}, 60_000);
afterAll(() => rmSync(root, { recursive: true }));

describe('after a run', () => {
  it('the temporary folder is empty', () => {
    spawnSync(process.execPath, [BIN, ...check], { env });
    expect(JSON.parse(readFileSync(join(root, 'out.json'), 'utf8')).schema).toBe('plumbline.audit/1');
    expect(readdirSync(temp)).toEqual([]);
  });

  it('and after a kill in the middle, the next run empties it', async () => {
    await killedWhileItHeldRows();
    expect(filesLeft().length).toBeGreaterThan(0);
    spawnSync(process.execPath, [BIN, ...check], { env });
    expect(readdirSync(temp)).toEqual([]);
  });
});
