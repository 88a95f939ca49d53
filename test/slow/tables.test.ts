/** Faults of whole tables and of reported figures in districts of the second generator: one finding each, and traps without any. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { districtOf, type Plan } from '../independent/district.js';
import { tableWays } from '../independent/faults-tables.js';
import { audit } from '../independent/run.js';
import { sheetsOf, write } from '../independent/write.js';

const root = mkdtempSync(join(tmpdir(), 'tables-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const PLAN: Plan = {
  ...{ seed: 5, communities: 2, each: 4, layout: 'csv' },
  points: ['card', 'ledger', 'system', 'hospital', 'civil'],
};

describe('a fault of a whole table', () => {
  test.each(Object.entries(tableWays))('%s', { timeout: 60_000 }, async (_, { rules, notice, shape }) => {
    const district = districtOf(PLAN);
    const sheets = sheetsOf(district);
    shape(sheets, district);
    const folder = mkdtempSync(join(root, 'district-'));
    await write(folder, sheets);
    const told = (await audit(folder)).filter(
      ({ causedBy, severity, rule }) =>
        causedBy === null && (severity !== 'notice' || (notice && rules.includes(rule))),
    );
    expect(told.map(({ rule, message }) => (rules.includes(rule) ? 'told' : `${rule} ${message}`))).toEqual(
      rules.length > 0 ? ['told'] : [],
    );
  });
});
