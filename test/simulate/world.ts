import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll } from 'vitest';
import type { SimulateOptions } from '../../src/simulate/options.js';
import { simulate } from '../../src/simulate/simulate.js';
import type { Truth } from '../../src/simulate/truth.js';

/** A record by its Chinese headings. */
export type Entry = Record<string, string>;

const SMALL: SimulateOptions = {
  people: 900,
  communities: 3,
  seed: 7,
  year: 2023,
  faults: 0,
  layout: 'plain',
  format: 'csv',
};

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Writes a world to a folder that is removed after the tests. */
export async function world(
  options: Partial<SimulateOptions> = {},
  more: { field?: boolean } = {},
): Promise<{ folder: string; truth: Truth }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-world-'));
  folders.push(folder);
  await simulate(folder, { ...SMALL, ...options }, more);
  const truth = JSON.parse(readFileSync(path.join(folder, 'truth.json'), 'utf8')) as Truth;
  return { folder, truth };
}

/** All files of a folder, by relative path. */
export function filesOf(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => statSync(path.join(folder, name)).isFile()).sort();
}

/** One hash of all files' names and bytes. */
export function hashOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of filesOf(folder)) hash.update(name).update(readFileSync(path.join(folder, name)));
  return hash.digest('hex');
}

/** The records of all plain CSV files whose names end so, read with a library of their own. */
export function entries(folder: string, ending: string): Entry[] {
  const names = filesOf(path.join(folder, 'data')).filter((name) => name.endsWith(`${ending}.csv`));
  return names.flatMap((name) => {
    const bytes = readFileSync(path.join(folder, 'data', name));
    return parse(bytes, { columns: true }) as Entry[];
  });
}
