/** What changes nothing of a district changes nothing of its findings. Needs `npm run build` first. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import type { AuditResult } from '../../src/model/result.js';
import { shuffled } from '../adversary/district.js';
import { audit } from '../adversary/evaluate.js';
import { FAULTS, plantInto } from '../adversary/plant.js';
import { checkDigit } from '../adversary/values.js';
import { copyTables, readWorld, type Table, writeWorld } from '../adversary/world.js';

const BIN = process.env.PLUMBLINE_BIN ?? resolve('bin/plumbline.js');
const root = mkdtempSync(join(tmpdir(), 'metamorphic-'));
afterAll(() => rmSync(root, { recursive: true }));

async function audited(tables: Table[]): Promise<AuditResult> {
  const to = mkdtempSync(join(root, 'world-'));
  await writeWorld(to, tables);
  const result = audit(to);
  rmSync(to, { recursive: true });
  return result;
}

const grave = ({ findings }: AuditResult): Finding[] =>
  findings.filter(({ causedBy, severity }) => causedBy === null && severity !== 'notice');

/** What findings say of whom, without places: rule, event and the values cited, in one order. */
const said = (result: AuditResult, name: (text: string) => string = (text) => text): string[] =>
  grave(result)
    .map(({ rule, severity, records }) => {
      const values = records.map(({ register, point, values: cells }) => {
        const known = Object.entries(cells).filter(([column]) => column !== 'community');
        return `${register}@${point} ${JSON.stringify(known.sort())}`;
      });
      return name(`${rule} ${severity} ${values.sort().join(' ; ')}`);
    })
    .sort();

/** A district of a few hundred people with some faults in it. */
let district: Table[] = [];
let before: AuditResult;
let unused: string[] = [];
beforeAll(async () => {
  const folder = join(root, 'district');
  const size = ['--people', '900', '--communities', '3', '--seed', '77', '--format', 'csv'];
  expect(spawnSync(process.execPath, [BIN, 'simulate', folder, ...size]).status).toBe(0);
  district = await readWorld(join(folder, 'data'));
  const classes = Object.keys(FAULTS).filter((_, n) => n % 40 === 7);
  plantInto(district, { seed: 5, classes, each: 1, traps: false });
  unused = Object.keys(FAULTS).filter(
    (name, n) => n % 40 !== 7 && /^(cell|birth: date|marriage: date)/.test(name),
  );
  before = await audited(district);
}, 300_000);

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const RUNS = { numRuns: 3 };

/** A repeatable stream of numbers in [0, 1) (a linear congruential generator; order is all that is asked of it). */
function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('a faulty district', () => {
  test('has findings to compare', () => expect(grave(before).length).toBeGreaterThan(5));

  test('in another order of rows and files', { timeout: 300_000 }, () =>
    fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const random = stream(seed);
        const tables = shuffled(copyTables(district), random);
        for (const table of tables) table.rows = shuffled(table.rows, random);
        tables.forEach((table, n) => {
          table.path = table.path.replace(/\/([^/]+)$/, `/${n}_$1`);
        });
        expect(said(await audited(tables))).toEqual(said(before));
      }),
      RUNS,
    ),
  );

  test('with its communities renamed', { timeout: 300_000 }, async () => {
    const names: Record<string, string> = {};
    const tables = copyTables(district);
    const known = [...new Set(tables.flatMap(({ community }) => community ?? []))];
    for (const [n, name] of known.entries()) names[name] = `${['东沟', '西岭', '南坡', '北滩'][n]}社区`;
    const renamed = (text: string): string =>
      Object.entries(names).reduce((all, [from, to]) => all.replaceAll(from, to), text);
    for (const table of tables) {
      table.path = renamed(table.path);
      for (const row of table.rows)
        row.cells.forEach((cell, n) => {
          if (typeof cell === 'string') row.cells[n] = renamed(cell);
        });
    }
    expect(said(await audited(tables))).toEqual(said(before, renamed));
  });

  test('with a clean district of other people beside it', { timeout: 300_000 }, async () => {
    const folder = join(root, 'beside');
    const size = ['--people', '600', '--communities', '2', '--seed', '991', '--format', 'csv'];
    expect(spawnSync(process.execPath, [BIN, 'simulate', folder, ...size]).status).toBe(0);
    const others = await readWorld(join(folder, 'data'));
    // the program numbers the people of every district alike: these come from elsewhere
    const elsewhere = (id: string): string => `650102${id.slice(6, 17)}`;
    const renamed = (text: string): string =>
      text
        .replaceAll(/(\p{Script=Han}{2})社区/gu, (_, name: string) => `外${name.slice(1)}社区`)
        .replace(/^\d{17}[\dX]$/, (id) => elsewhere(id) + checkDigit(elsewhere(id)))
        .replace(/^([WJL])\d/, '$19');
    for (const table of others) {
      table.path = renamed(table.path).replace(/\/([^/]+)$/, '/另_$1');
      for (const row of table.rows)
        row.cells.forEach((cell, n) => {
          if (typeof cell === 'string') row.cells[n] = renamed(cell);
        });
    }
    expect(said(await audited([...copyTables(district), ...others]))).toEqual(said(before));
  });

  test('with a row taken out and put back', { timeout: 300_000 }, async () => {
    const tables = copyTables(district);
    const [births] = tables.filter(({ register, point }) => register === 'births' && point === 'ledger');
    const [row] = births?.data ?? [];
    if (!births || !row) throw new Error('a district has births');
    row.drop();
    births.rows.push(row);
    expect(said(await audited(tables))).toEqual(said(before));
  });

  test('with one fault more has one finding more', { timeout: 600_000 }, () =>
    fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const tables = copyTables(district);
        const touched = grave(before).flatMap(({ records }) =>
          records.map(({ path, row }) => `${path}|${row}`),
        );
        const name = unused[seed % unused.length] ?? '';
        const truth = plantInto(tables, { seed, classes: [name], each: 1, traps: false });
        const [fault] = truth.faults;
        fc.pre(
          fault !== undefined && !fault.around.some(({ path, row }) => touched.includes(`${path}|${row}`)),
        );
        const after = said(await audited(tables));
        expect(after.length, name).toBe(grave(before).length + 1);
      }),
      { numRuns: 8 },
    ),
  );
});
