import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.js';
import { type Cluster, startCluster } from './cluster.js';
import { run, start } from './program.js';

/** Spark is slow where there is little: some hundred statements, and all of them are new to it at first. */
const MINUTES = 60_000;
/** The log of a year-end run says it when all rows are on the cluster and matching begins. */
const MATCHING = '"step":"match"';
const SAMPLE = 'samples/yunxi';

// One server for all tests, in this order: it is faster once it is warm, and the last test kills it.
let cluster: Cluster;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-same-'));
  cluster = await startCluster();
}, 5 * MINUTES);
afterAll(async () => {
  await cluster?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string) => join(folder, name);
const bytes = (name: string) => readFileSync(at(name), 'latin1');
const check = (path: string, out: string, ...more: string[]) =>
  run('check', path, '--format', 'json', '--out', at(out), ...more);
const yearEnd = (out: string, ...more: string[]) =>
  start('yearend', SAMPLE, '--out', at(out), '--log', 'json', ...more);
/** What a run has left in its folder of results, whatever it is. */
const resultsIn = (out: string) =>
  existsSync(at(out))
    ? readdirSync(at(out), { recursive: true, encoding: 'utf8' }).filter((name) => !name.startsWith('.'))
    : [];

/** Tables that a new session sees: those of the warehouse would be there for all. */
async function tablesLeft(): Promise<unknown[]> {
  const store = await openStore({ memory: '', threads: 1, remote: cluster.remote });
  try {
    return await store.all('SHOW TABLES');
  } finally {
    await store.close();
  }
}

describe('an audit on Spark', () => {
  it(
    'that is killed has written nothing, and leaves no table',
    async () => {
      const killed = yearEnd('killed', '--remote', cluster.remote);
      await killed.said(MATCHING);
      killed.process.kill('SIGKILL');
      expect((await killed.done).code).toBeNull();
      expect(resultsIn('killed')).toEqual([]);
      expect(await tablesLeft()).toEqual([]);
      expect(cluster.warehouse()).toEqual([]);
    },
    10 * MINUTES,
  );

  it(
    'gives the same bytes as here, and so do two at once',
    async () => {
      const done = await Promise.all([
        check(SAMPLE, 'local.json'),
        check(SAMPLE, 'one.json', '--remote', cluster.remote),
        check(SAMPLE, 'other.json', '--remote', cluster.remote),
      ]);
      expect(done.map(({ code, err }) => [code, code === 1 ? '' : err])).toEqual([
        [1, ''],
        [1, ''],
        [1, ''],
      ]);
      expect(bytes('one.json') === bytes('local.json')).toBe(true);
      expect(bytes('other.json') === bytes('local.json')).toBe(true);
      expect(await tablesLeft()).toEqual([]);
    },
    20 * MINUTES,
  );

  it(
    'of a district with faults in it, its last month beside it, gives the same bytes',
    async () => {
      const size = ['--people', '4000', '--seed', '7', '--faults', '0.02', '--format', 'csv', '--previous'];
      await run('simulate', at('district'), ...size);
      const previous = ['--previous', at('district/previous')];
      const local = await check(at('district/data'), 'here.json', ...previous);
      const remote = await check(at('district/data'), 'there.json', ...previous, '--remote', cluster.remote);
      expect([remote.code, remote.code === 1 ? '' : remote.err]).toEqual([1, '']);
      expect(local.code).toBe(1);
      expect(bytes('there.json') === bytes('here.json')).toBe(true);
    },
    20 * MINUTES,
  );

  it(
    'of a year gives the same files',
    async () => {
      const local = await yearEnd('year-here').done;
      const remote = await yearEnd('year-there', '--remote', cluster.remote).done;
      expect([remote.code, remote.out]).toEqual([local.code, local.out]);
      const files = resultsIn('year-here').filter((name) => /\.\w+$/.test(name));
      expect(files).toContain('result.json');
      expect(resultsIn('year-there').sort()).toEqual(resultsIn('year-here').sort());
      const differ = files.filter(
        (name) => bytes(join('year-here', name)) !== bytes(join('year-there', name)),
      );
      expect(differ).toEqual([]);
    },
    20 * MINUTES,
  );

  it(
    'whose server is killed says so in a sentence, and has written nothing',
    async () => {
      const running = yearEnd('lost', '--remote', cluster.remote);
      await running.said(MATCHING);
      await cluster.kill();
      const { code, err } = await running.done;
      expect(code).toBe(2);
      expect(err).toContain(`与 ${cluster.remote.slice('sc://'.length)} 的 Spark 失去了联系`);
      expect(err).not.toMatch(/ {4}at |gRPC/);
      expect(resultsIn('lost')).toEqual([]);
    },
    10 * MINUTES,
  );
});
