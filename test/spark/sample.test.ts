import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Cluster, startCluster } from './cluster.js';
import { run } from './program.js';

const MINUTES = 60_000;

let cluster: Cluster;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-sample-'));
  cluster = await startCluster();
}, 5 * MINUTES);
afterAll(async () => {
  await cluster?.stop();
  rmSync(folder, { recursive: true, force: true });
});

it(
  'the sample gives the same bytes on both engines, and no table is left',
  async () => {
    const [local, remote] = [join(folder, 'local.json'), join(folder, 'remote.json')];
    const check = (out: string, ...more: string[]) =>
      run('check', 'samples/yunxi', '--format', 'json', '--out', out, ...more);
    const here = await check(local);
    const there = await check(remote, '--remote', cluster.remote);
    expect([there.code, there.code === 1 ? '' : there.err]).toEqual([1, '']);
    expect(here.code).toBe(1);
    expect(readFileSync(remote).equals(readFileSync(local))).toBe(true);
    expect(cluster.warehouse()).toEqual([]);
  },
  20 * MINUTES,
);
