import * as arrow from 'apache-arrow';
import { expect, it } from 'vitest';
import { Cluster } from '../../../src/store/spark/cluster.js';
import type { Piece, SparkPlan } from '../../../src/store/spark/plan.js';
import type { Session } from '../../../src/store/spark/session.js';

/** A session that keeps whatever it is told to, and counts so many rows everywhere. */
function clusterOf(rows: number) {
  const asked: string[] = [];
  const execute = async (plan: SparkPlan, use: (piece: Piece) => void = () => {}) => {
    asked.push(JSON.stringify(plan));
    const table = new arrow.Table({ n: arrow.vectorFromArray([BigInt(rows)], new arrow.Int64()) });
    use({
      response_id: '',
      arrow_batch: { data: arrow.tableToIPC(table, 'stream') },
      checkpoint_command_result: { relation: { relation_id: `kept-${asked.length}` } },
    });
  };
  const cluster = new Cluster({ execute } as unknown as Session, arrow, () => {});
  return { cluster, asked };
}

it.each([
  [0, 'LIMIT 1'],
  [200_000, 'LIMIT 200000'],
])('what was kept of %i rows is measured by a limit', async (rows, limit) => {
  const { cluster, asked } = clusterOf(rows);
  const before = await cluster.keep({ sql: { query: 'SELECT 1 AS n' } });
  expect(await cluster.measure(before)).not.toEqual(before);
  expect(asked.filter((plan) => plan.includes(limit))).toHaveLength(1);
  expect(asked.at(-1)).toContain(
    '"remove_cached_remote_relation_command":{"relation":{"relation_id":"kept-1"}}',
  );
  expect(asked.join()).not.toContain('CACHE TABLE');
});

it('what was kept of more rows is measured by the cache, and nothing but what is kept is left of that', async () => {
  const { cluster, asked } = clusterOf(200_001);
  const before = await cluster.keep({ sql: { query: 'SELECT 1 AS n' } });
  await cluster.measure(before);
  const sql = asked.flatMap((plan) => /"sql":"((?:CACHE|DROP) \w+ \w+)/.exec(plan)?.[1] ?? []);
  expect(sql).toEqual(['CACHE TABLE measured_1', 'DROP VIEW measured_1', 'DROP VIEW measured_1_rows']);
  expect(asked.at(-1)).toContain('"relation_id":"kept-1"');
});
