/** What an audit fetches from the engine: bounded by communities and faults, never by people (docs/architecture.md). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { audit } from '../../src/audit/audit.js';
import { simulate } from '../../src/simulate/simulate.js';
import { DuckDBStore } from '../../src/store/duckdb/store.js';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-fetched-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Audits so many clean people in two communities. @returns how many rows each query fetched */
async function fetched(people: number): Promise<Map<string, number>> {
  const district = join(folder, String(people));
  const invented = { people, communities: 2, seed: 5, year: 2023, faults: 0 };
  await simulate(district, { ...invented, layout: 'plain', format: 'csv' });
  const rows = new Map<string, number>();
  const real = DuckDBStore.prototype.each;
  vi.spyOn(DuckDBStore.prototype, 'each').mockImplementation(function (this: DuckDBStore, sql, use) {
    return real.call(this, sql, (some) => {
      rows.set(sql, (rows.get(sql) ?? 0) + some.length);
      use(some as never[]);
    });
  });
  const { findings } = await audit({ paths: [join(district, 'data')], lang: 'zh' });
  vi.restoreAllMocks();
  expect(findings.filter(({ severity }) => severity !== 'notice')).toEqual([]);
  return rows;
}

it('five times the people in as many communities fetch hardly more rows, whatever is asked', async () => {
  const few = await fetched(4000);
  const many = await fetched(20_000);
  expect([...many.values()].reduce((sum, n) => sum + n, 0)).toBeGreaterThan(1000);
  // What is counted by month, age or value fills up; what goes by people would be five times as much.
  const grown = [...many].filter(([sql, n]) => n > 10 && n > 2 * (few.get(sql) ?? 0));
  expect(grown).toEqual([]);
});
