/** Plants, writes, audits and weighs one district. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { districtOf, type Plan } from './district.js';
import type { Ways } from './faults-events.js';
import { Hand, type Planted } from './hand.js';
import { type Finding, type Verdict, weigh } from './weigh.js';
import { type Sheet, sheetsOf, write } from './write.js';

const BIN = process.env.PLUMBLINE_BIN ?? resolve('bin/plumbline.js');

/** The findings of an audit of 2023, by the command line. */
function audit(folder: string, more: readonly string[] = []): Finding[] {
  const out = `${folder}.json`;
  const options = [
    '--period',
    '2023',
    '--as-of',
    '2023-12-31',
    '--format',
    'json',
    '--quiet',
    '--out',
    out,
    ...more,
  ];
  const run = spawnSync(process.execPath, [BIN, 'check', folder, ...options], { encoding: 'utf8' });
  if (run.status !== 0 && run.status !== 1) throw new Error(`exit ${run.status}: ${run.stderr}${run.stdout}`);
  const { findings }: { findings: Finding[] } = JSON.parse(readFileSync(out, 'utf8'));
  rmSync(out);
  return findings;
}

export interface Trial {
  plan: Plan;
  ways?: Ways;
  /** Changes tables as a whole. */
  shape?(sheets: Sheet[]): void;
}

/** Ways that no family of the district fits are named in the verdict as not planted. */
export async function verdictOn(root: string, { plan, ways = {}, shape }: Trial): Promise<Verdict> {
  const district = districtOf(plan);
  const hand = new Hand(district);
  const planted = Object.entries(ways).map(([way, { rules, notice, plant }]): Planted => {
    const done = plant(hand);
    if (done === false) throw new Error(`nobody fits: ${way}`);
    const families = new Set(hand.release());
    const rows = district.rows.filter(({ family }) => family !== undefined && families.has(family));
    return { way, rules, notice: notice ?? false, rows: new Set(rows) };
  });
  const folder = mkdtempSync(join(root, 'district-'));
  const sheets = sheetsOf(district);
  shape?.(sheets);
  const places = await write(folder, sheets);
  const verdict = weigh(audit(folder), planted, places);
  if (process.env.KEEP !== '1') rmSync(folder, { recursive: true });
  return verdict;
}
