import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.js';
import { MEANING, WORDS } from '../store/words.js';
import { type Cluster, startCluster } from './cluster.js';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster({ 'spark.connect.authenticate.token': 'geheim' });
}, 300_000);
afterAll(() => cluster?.stop());

const open = (parameters: string) =>
  openStore({ memory: '', threads: 1, remote: `${cluster.remote}${parameters}` });

it.each(['', '/;token=falsch'])('Spark does not admit without its token: %j', async (parameters) => {
  await expect(open(parameters)).rejects.toMatchObject({ key: 'spark.not-admitted' });
});

it('Spark admits with its token, and knows the words of the vocabulary', async () => {
  const store = await open('/;token=geheim');
  try {
    const [row] = await store.all(WORDS);
    expect(row).toEqual(MEANING);
  } finally {
    await store.close();
  }
});

it('says what cannot be worked out by its class, and quotes no value', async () => {
  const store = await open('/;token=geheim');
  try {
    const failed = store.all("SELECT CAST('张三' AS INTEGER) AS n FROM (SELECT 1 AS one) AS x");
    await expect(failed).rejects.toThrow(/^Spark: CAST_INVALID_INPUT, 22018$/);
  } finally {
    await store.close();
  }
});
