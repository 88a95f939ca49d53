/** Invented districts in a folder of the tests' own: written, planted into, audited, thrown away. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { audit, type Verdict, weigh } from './evaluate.js';
import type { Truth } from './plant.js';
import { readWorld, type Table, writeWorld } from './world.js';

const BIN = process.env.PLUMBLINE_BIN ?? resolve('bin/plumbline.js');

export const NOTHING: Truth = { seed: 0, traps: [], faults: [] };

/** A new folder for the worlds of one test file, and how to throw it away. */
export function workshop(name: string): { root: string; clear: () => void } {
  const root = mkdtempSync(join(tmpdir(), `${name}-`));
  return { root, clear: () => rmSync(root, { recursive: true, force: true }) };
}

export interface Size {
  people: number;
  communities: number;
  seed: number;
  /** `csv`: plain CSV files; `xlsx`: plain workbooks; `messy`: workbooks as clerks keep them. */
  layout?: 'csv' | 'xlsx' | 'messy';
}

/** Writes a clean district under `root`, and returns the folder of its ledgers. */
export function simulated(root: string, { people, communities, seed, layout = 'csv' }: Size): string {
  const folder = join(root, `${people}-${seed}-${layout}`);
  const size = ['--people', String(people), '--communities', String(communities), '--seed', String(seed)];
  const look = layout === 'messy' ? ['--layout', 'messy'] : ['--format', layout];
  const run = spawnSync(process.execPath, [BIN, 'simulate', folder, ...size, ...look], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`exit ${run.status}: ${run.stderr}`);
  return join(folder, 'data');
}

/** The tables of a clean district; its files are gone again. */
export async function districtOf(root: string, size: Size): Promise<Table[]> {
  const data = simulated(root, size);
  const tables = await readWorld(data);
  rmSync(resolve(data, '..'), { recursive: true });
  return tables;
}

/** What an audit of the tables says of the truth. */
export async function verdictOn(root: string, tables: Table[], truth: Truth): Promise<Verdict> {
  const to = mkdtempSync(join(root, 'world-'));
  await writeWorld(to, tables);
  const verdict = weigh(audit(to), truth);
  rmSync(to, { recursive: true });
  return verdict;
}
