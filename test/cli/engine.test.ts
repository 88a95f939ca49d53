import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { realAudit } from '../../src/commands/check.js';
import { run } from './fake.js';

/** Nothing listens on the port that is reserved for nothing. */
const NOBODY = 'sc://127.0.0.1:9/;token=geheim';

describe('a cluster that cannot be had', () => {
  it.each([
    [['--engine', 'presto'], '可选：duckdb spark'],
    [['--engine', 'spark'], '没有说明 Spark 在哪里'],
    [['--remote', 'http://spark'], 'Spark 的地址写法不对'],
    [['--remote', NOBODY], '连不上 127.0.0.1:9 的 Spark（ECONNREFUSED）'],
    [['--remote', NOBODY, '--lang', 'en'], 'Spark at 127.0.0.1:9 cannot be reached (ECONNREFUSED)'],
    [['--remote', NOBODY, '--cache', 'x'], '--cache 的数据留在本机'],
  ])('%j', async (options, sentence) => {
    const done = await run(['check', 'samples/yunxi', ...options], realAudit);
    expect(done).toMatchObject({ code: 2, out: '' });
    expect(done.err).toContain(sentence);
    expect(done.err).not.toMatch(/ {4}at |geheim/);
  });

  it('ends a year-end run before anything is written', async () => {
    const out = 'test/cli/never';
    try {
      const done = await run(['yearend', 'samples/yunxi', '--out', out, '--remote', NOBODY], realAudit);
      expect(done.code).toBe(2);
      expect(done.err).toContain('连不上 127.0.0.1:9 的 Spark');
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  });
});
