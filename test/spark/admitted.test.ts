import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../../src/store/open.js';
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
    const [row] = await store.all(
      `SELECT days_between(DATE '2023-01-01', DATE '2023-03-01') AS days,
         years_between(DATE '1990-06-15', DATE '2023-06-14') AS years, month_of(DATE '2023-05-09') AS month,
         iso(add_days(DATE '2023-02-27', 2)) AS later, source_of(268435456 * 3 + 7) AS source,
         has_text(NULL, 'a') AS nothing, is_digits('0123') AS digits, is_digits('12X') AS no_digits`,
    );
    expect(row).toEqual({
      days: 59,
      years: 32,
      month: '2023-05',
      later: '2023-03-01',
      source: 3,
      nothing: false,
      digits: true,
      no_digits: false,
    });
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
