import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.js';
import type { Store } from '../../src/store/store.js';
import { MEANING, WORDS } from '../store/words.js';
import { type Cluster, HAS_WORKERS, startCluster } from './cluster.js';
import { leftBehind } from './left.js';
import { type Running, start } from './program.js';

const MINUTES = 60_000;
/** The log of a year-end run says it when all rows are on the cluster and matching begins. */
const MATCHING = '"step":"match"';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-failing-'));
/** A disk of 48 MB, where the system lets us have one. */
const disk = mkdtempSync(join(tmpdir(), 'plumbline-disk-'));
const hasDisk = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'none', disk]).status === 0;

/** How long a session may be idle; no statement of these tests takes half as long. */
const IDLE = 40;

// One cluster for all, in this order: each test takes something more away from it.
let cluster: Cluster;
let remote: string;
let idle: Store;
let opened: number;
const open = (address: string) => openStore({ memory: '', threads: 1, remote: address });
beforeAll(async () => {
  const settings = {
    'spark.connect.authenticate.token': 'geheim',
    'spark.connect.session.manager.defaultSessionTimeout': `${IDLE}s`,
    'spark.connect.session.manager.maintenanceInterval': '1s',
    'spark.task.maxFailures': '1',
  };
  cluster = await startCluster(settings, hasDisk ? disk : undefined);
  remote = `${cluster.remote}/;token=geheim`;
  idle = await open(remote);
  opened = Date.now();
}, 5 * MINUTES);
afterAll(async () => {
  await idle?.close();
  await cluster?.stop();
  if (hasDisk) spawnSync('umount', [disk]);
  for (const made of [disk, folder]) rmSync(made, { recursive: true, force: true });
});

/** Works in a session of its own. */
async function inSession(work: (store: Store) => Promise<unknown>): Promise<void> {
  const store = await open(remote);
  try {
    await work(store);
  } finally {
    await store.close();
  }
}
/** Expects a statement to fail with a sentence. */
const fails = (key: string, statement: (store: Store) => Promise<unknown>) =>
  inSession((store) => expect(statement(store)).rejects.toMatchObject({ key }));

/** A run that has come as far as matching. */
async function matching(out: string): Promise<Running> {
  const running = start(
    'yearend',
    'samples/yunxi',
    '--out',
    join(folder, out),
    '--log',
    'json',
    '--remote',
    remote,
  );
  await running.said(MATCHING);
  return running;
}
/** What a run has left in its folder of results, whatever it is. */
const resultsIn = (out: string) =>
  existsSync(join(folder, out))
    ? readdirSync(join(folder, out), { recursive: true, encoding: 'utf8' }).filter(
        (name) => !name.startsWith('.'),
      )
    : [];

it.each(['', '/;token=falsch'])('Spark does not admit without its token: %j', async (parameters) => {
  await expect(open(cluster.remote + parameters)).rejects.toMatchObject({ key: 'spark.not-admitted' });
});

it('Spark admits with its token, and knows the words of the vocabulary', () =>
  inSession(async (store) => expect(await store.all(WORDS)).toEqual([MEANING])));

it('says what cannot be worked out by its class, and quotes no value', () =>
  inSession(async (store) => {
    const failed = store.all("SELECT CAST('张三' AS INTEGER) AS n FROM (SELECT 1 AS one) AS x");
    await expect(failed).rejects.toThrow(/^Spark: CAST_INVALID_INPUT, 22018$/);
  }));

it('says that the cluster does not see what was loaded', () =>
  fails('spark.files-unseen', async (store) => {
    await store.create('births', [['record', 'BIGINT']]);
    const file = join(folder, 'births.parquet');
    await store.loadParquet('births', [file], (files) => `SELECT record FROM ${files}`);
  }));

it.runIf(hasDisk)(
  'says that a disk of the cluster is full',
  () =>
    fails('spark.disk-full', (store) =>
      store.all(`SELECT COUNT(*) AS n FROM (
      SELECT DISTINCT SHA2(CAST(id AS STRING), 512) AS t FROM RANGE(0, 2000000, 1, 4)) AS many`),
    ),
  MINUTES,
);

it(
  'a run that is killed has written nothing, and leaves no table',
  async () => {
    const killed = await matching('killed');
    killed.process.kill('SIGKILL');
    expect((await killed.done).code).toBeNull();
    expect(resultsIn('killed')).toEqual([]);
    expect(await leftBehind(remote, cluster.warehouse)).toEqual([]);
  },
  10 * MINUTES,
);

it(
  'says that the time of a session was up',
  async () => {
    await setTimeout(Math.max(0, opened + (IDLE + 5) * 1000 - Date.now()));
    await expect(idle.all('SELECT 1 AS one')).rejects.toMatchObject({ key: 'spark.session-ended' });
  },
  MINUTES,
);

it.runIf(HAS_WORKERS)(
  'says that a machine was lost, with what it kept',
  () =>
    fails('spark.executor-lost', async (store) => {
      await store.make('kept', 'SELECT id FROM RANGE(0, 1000, 1, 8)');
      await cluster.loseWorker?.();
      await store.all('SELECT COUNT(*) AS n FROM kept');
    }),
  2 * MINUTES,
);

it.runIf(HAS_WORKERS)(
  'says that the memory of an executor does not suffice',
  () =>
    fails('spark.out-of-memory', (store) =>
      store.all(`SELECT SIZE(COLLECT_LIST(CONCAT(REPEAT('x', 4000000), CAST(id AS STRING)))) AS n
      FROM RANGE(0, 4000, 1, 1)`),
    ),
  2 * MINUTES,
);

it(
  'a run whose server is killed says so, and has written nothing',
  async () => {
    const running = await matching('lost');
    await cluster.kill();
    const { code, err } = await running.done;
    expect(code).toBe(2);
    expect(err).toContain(`与 ${cluster.remote.slice('sc://'.length)} 的 Spark 失去了联系`);
    expect(err).not.toMatch(/ {4}at |gRPC|geheim/);
    expect(resultsIn('lost')).toEqual([]);
  },
  10 * MINUTES,
);

it('says that nobody listens any more', async () => {
  await expect(open(remote)).rejects.toMatchObject({ key: 'spark.unreachable' });
});
