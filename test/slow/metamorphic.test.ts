/** What changes nothing of a district changes nothing of its findings. Needs `npm run build` first. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import type { AuditResult } from '../../src/model/result.js';
import { encodeGb18030 } from '../../src/simulate/encodings.js';
import { districtOf } from '../adversary/bench.js';
import { shuffled } from '../adversary/district.js';
import { audit } from '../adversary/evaluate.js';
import { FAULTS, plantInto } from '../adversary/plant.js';
import { checkDigit, dateOf } from '../adversary/values.js';
import { copyTables, readWorld, type Table, writeWorld } from '../adversary/world.js';

const BIN = process.env.PLUMBLINE_BIN ?? resolve('bin/plumbline.js');
const root = mkdtempSync(join(tmpdir(), 'metamorphic-'));
afterAll(() => rmSync(root, { recursive: true }));

/** @param change what is done to the folder once it is written */
async function audited(
  tables: Table[],
  change: (folder: string) => void = () => {},
  year?: number,
): Promise<AuditResult> {
  const to = mkdtempSync(join(root, 'world-'));
  await writeWorld(to, tables);
  change(to);
  const result = audit(to, year);
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

/** What findings say of which rows, where these stand in the same order. */
const placed = (result: AuditResult): string[] =>
  grave(result)
    .map(({ rule, severity, records }) => {
      const rows = records.map(
        ({ register, point, path, sheet, row }) => `${register}@${point} ${path}${sheet}:${row}`,
      );
      return `${rule} ${severity} ${rows.sort().join(' ; ')}`;
    })
    .sort();

/** A district of a few hundred people with some faults in it. */
let district: Table[] = [];
let before: AuditResult;
let unused: string[] = [];
let planted: string[] = [];
beforeAll(async () => {
  const folder = join(root, 'district');
  const size = ['--people', '900', '--communities', '3', '--seed', '77', '--format', 'csv'];
  expect(spawnSync(process.execPath, [BIN, 'simulate', folder, ...size]).status).toBe(0);
  district = await readWorld(join(folder, 'data'));
  planted = Object.keys(FAULTS).filter((_, n) => n % 40 === 7);
  plantInto(district, { seed: 5, classes: planted, each: 1, traps: false });
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

  test('with a row of every table taken out and put back', { timeout: 300_000 }, () =>
    fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const random = stream(seed);
        const tables = copyTables(district);
        for (const table of tables) {
          const row = table.data[Math.floor(random() * table.data.length)];
          row?.drop();
          if (row) table.rows.push(row);
        }
        expect(said(await audited(tables))).toEqual(said(before));
      }),
      RUNS,
    ),
  );

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
        const kept = [...after];
        const gone = said(before).filter((one) => {
          const at = kept.indexOf(one);
          if (at >= 0) kept.splice(at, 1);
          return at < 0;
        });
        expect(gone, name).toEqual([]);
      }),
      { numRuns: 8 },
    ),
  );

  test('in other encodings', { timeout: 300_000 }, async () => {
    const encodings = [
      encodeGb18030,
      (text: string) => Buffer.from(`\ufeff${text}`),
      (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
    ];
    for (const encode of encodings) {
      const change = (folder: string): void => {
        for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
          if (path.endsWith('.csv')) {
            const file = join(folder, path);
            writeFileSync(file, encode(readFileSync(file, 'utf8')));
          }
      };
      expect(placed(await audited(copyTables(district), change))).toEqual(placed(before));
    }
  });

  test('in the statistical year has the findings of its months', { timeout: 300_000 }, async () => {
    const fromOctober = (folder: string): void =>
      writeFileSync(join(folder, 'plumbline.yaml'), 'year_start: 10\n');
    const later = await audited(copyTables(district), fromOctober);
    const monthly = ({ rule, period = '' }: Finding): boolean =>
      /omitted|duplicated|mismatched/.test(rule) && period > '2023';
    const until = (result: AuditResult): AuditResult => ({
      ...result,
      findings: result.findings.filter((one) => monthly(one) && (one.period ?? '') < '2023-10'),
    });
    expect(later.findings.filter((one) => monthly(one) && (one.period ?? '') >= '2023-10')).toEqual([]);
    expect(said(until(later))).toEqual(said(until(before)));
  });

  test('handed in as workbooks, or as CSV files, a sheet each', { timeout: 300_000 }, async () => {
    const sheets = await districtOf(root, { people: 900, communities: 3, seed: 77, layout: 'xlsx' });
    plantInto(sheets, { seed: 5, classes: planted, each: 1, traps: false });
    const files = copyTables(sheets);
    for (const table of files) {
      table.path =
        table.sheet === undefined ? table.path : table.path.replace('.xlsx', `_${table.sheet}.csv`);
      table.sheet = undefined;
    }
    const told = said(await audited(sheets));
    expect(told.length).toBeGreaterThan(5);
    expect(said(await audited(files))).toEqual(told);
  });

  test('four years earlier', { timeout: 300_000 }, async () => {
    const tables = await districtOf(root, { people: 900, communities: 3, seed: 78 });
    // a mistyped ID is near the right one, which no shift of its own can keep
    const classes = Object.keys(FAULTS).filter(
      (name, n) => n % 9 === 4 && !/ID|_id|cell|typed again/.test(name),
    );
    plantInto(tables, { seed: 6, classes, each: 1, traps: false });
    const now = placed(await audited(tables));
    expect(now.length).toBeGreaterThan(5);
    for (const cells of tables.flatMap(({ rows }) => rows.map((row) => row.cells)))
      cells.forEach((cell, n) => {
        cells[n] = typeof cell === 'string' ? fourYearsEarlier(cell) : cell;
      });
    expect(placed(await audited(tables, undefined, 2019))).toEqual(now);
  });

  test('beside itself under other names has every finding twice', { timeout: 300_000 }, async () => {
    const double = copyTables(district);
    const renamed = (text: string): string =>
      text
        .replaceAll(/(\p{Script=Han}{2})社区/gu, (_, name: string) => `外${name.slice(1)}社区`)
        .replaceAll(/\b([WJL])\d/g, '$19');
    for (const table of double) {
      table.path = renamed(table.path).replace(/\/([^/]+)$/, '/另_$1');
      const named = [...table.columns]
        .filter(([column]) => column.endsWith('name'))
        .map(([, place]) => place);
      for (const { cells } of table.rows)
        cells.forEach((cell, n) => {
          if (typeof cell === 'string') cells[n] = outside(renamed(named.includes(n) ? called(cell) : cell));
        });
    }
    const twice = [
      ...said(before),
      ...said(before, (text) =>
        outside(renamed(text.replaceAll(NAMED, (_, column, name) => `${column}${called(name)}"`))),
      ),
    ].sort();
    expect(said(await audited([...copyTables(district), ...double]))).toEqual(twice);
  });
});

const PROVINCES = ['65', '64', '63', '62', '61', '54', '53', '50', '46', '45', '44', '42'];
const others = new Map<string, string>();

/** Three digits of another province that leave the check digit as it is, mistyped or not. */
function otherProvince(prefix: string): string {
  const sum = (digits: string): number =>
    [7, 9, 10].reduce((total, weight, n) => total + weight * Number(digits[n]), 0) % 11;
  const taken = [...others.values()];
  const found = PROVINCES.flatMap((province) =>
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `${province}${n}`),
  ).find((digits) => sum(digits) === sum(prefix) && !taken.includes(digits));
  const other = others.get(prefix) ?? found ?? prefix;
  others.set(prefix, other);
  return other;
}

/** Text with the IDs of people of another province in place of its own. */
const outside = (text: string): string =>
  text.replaceAll(
    /(?<![\dA-Z])(\d{3})(\d{14,16}X?)(?!\d)/g,
    (_, prefix: string, rest: string) => otherProvince(prefix) + rest,
  );

/** Somebody of another name that sounds alike wherever the first did; who has none yet has none. */
const called = (name: string): string => (/^(|未.*|待.*|.*之[子女])$/.test(name) ? name : `${name}甲`);
/** A name among the values of a record. */
const NAMED = /("\w*name",")([^"]+)"/g;

/** A date, or the ID of somebody, four years earlier: leap days stay, and so do ages. */
function fourYearsEarlier(text: string): string {
  if (/^\d{17}[\dX]$/.test(text)) {
    const body = `${text.slice(0, 6)}${Number(text.slice(6, 10)) - 4}${text.slice(10, 17)}`;
    return body + checkDigit(body);
  }
  const date = dateOf(text);
  return /^\d{4}-\d\d-\d\d$/.test(date) && /^\d{4}\D/.test(text)
    ? `${Number(date.slice(0, 4)) - 4}${date.slice(4)}`
    : text;
}
