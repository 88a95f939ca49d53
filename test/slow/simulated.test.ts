/** Large invented districts, clean and faulty, through the built program. Needs `npm run build` first. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/model/result.js';
import { logic } from '../../src/rules/logic/index.js';
import { timing } from '../../src/rules/timing/index.js';
import type { Truth } from '../../src/simulate/truth.js';
import { evaluate } from '../simulate/evaluate.js';

const BIN = process.env.PLUMBLINE_BIN ?? resolve('bin/plumbline.js');
const root = mkdtempSync(join(tmpdir(), 'simulated-'));
afterAll(() => rmSync(root, { recursive: true }));

function plumbline(...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [BIN, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  expect(status, stderr).toBeLessThan(2);
  return stdout;
}

/** Simulates a district of 20,000 people, audits it, and removes it. */
function audited(seed: number, layout: string, faults: number): { result: AuditResult; truth: Truth } {
  const folder = join(root, `${layout}-${seed}-${faults}`);
  const format = layout === 'plain' ? 'csv' : 'xlsx';
  const size = ['--people', '20000', '--communities', '6', '--year', '2023'];
  plumbline(
    'simulate',
    folder,
    ...size,
    '--seed',
    `${seed}`,
    '--faults',
    `${faults}`,
    '--layout',
    layout,
    '--format',
    format,
  );
  const period = ['--period', '2023', '--as-of', '2023-12-31'];
  const result = JSON.parse(
    plumbline('check', join(folder, 'data'), ...period, '--format', 'json', '--reveal'),
  ) as AuditResult;
  const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth;
  rmSync(folder, { recursive: true });
  return { result, truth };
}

const LAYOUTS = ['plain', 'messy'];

describe.each(LAYOUTS)('a clean district, %s', (layout) => {
  it.each([1, 2, 3])('of seed %i has no error and no warning', { timeout: 300_000 }, (seed) => {
    const { findings } = audited(seed, layout, 0).result;
    const grave = findings.filter(({ severity }) => severity !== 'notice');
    expect(grave.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });
});

describe.each(LAYOUTS)('a district, %s, with faults in one event of fifty', (layout) => {
  it.each([11, 12])(
    'of seed %i: all found, nothing invented, one finding each',
    { timeout: 300_000 },
    (seed) => {
      const { result, truth } = audited(seed, layout, 0.02);
      const { recall, precision, uncausedPerFault, missed, invented } = evaluate(result, truth);
      const told = JSON.stringify({ missed, invented }).slice(0, 4000);
      expect(recall, told).toBeGreaterThanOrEqual(0.99);
      expect(precision, told).toBeGreaterThanOrEqual(0.99);
      expect(uncausedPerFault, told).toBeLessThanOrEqual(1.1);
    },
  );
});

describe.each(LAYOUTS)('a district, %s, with faults in four events of ten', (layout) => {
  it('of seed 13: every rule of logic and timing finds all that breaks it', { timeout: 300_000 }, () => {
    const { result, truth } = audited(13, layout, 0.4);
    const { perRule, missed } = evaluate(result, truth);
    for (const { name } of [...logic, ...timing]) {
      const { planted = 0, found = 0 } = perRule[name] ?? {};
      const told = JSON.stringify(missed.filter(({ kind }) => kind === name)).slice(0, 2000);
      expect(planted, name).toBeGreaterThan(0);
      expect(found / planted, `${name} ${told}`).toBeGreaterThanOrEqual(0.99);
    }
  });
});
