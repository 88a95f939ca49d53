/** The product against faults and traps that were planted without knowledge of it. Needs `npm run build` first. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  add,
  audit,
  explain,
  perFault,
  precision,
  recall,
  type Verdict,
  weigh,
} from '../adversary/evaluate.js';
import { hands, plant, plantStructure } from '../adversary/plant.js';
import { STRUCTURES } from '../adversary/structure.js';

const WORLDS = ['plain', 'messy'] as const;
const HANDS = hands(16);
const root = mkdtempSync(join(tmpdir(), 'adversary-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const from = (world: string): string => join('test', 'worlds', world);

async function verdictOf(world: string, seed: number, classes: string[], traps: boolean): Promise<Verdict> {
  const to = join(root, `${world}-${seed}-${traps ? 'traps' : 'bare'}`);
  const truth = await plant({ from: from(world), to, seed, classes, each: 2, traps });
  const verdict = weigh(audit(to), truth);
  rmSync(to, { recursive: true });
  return verdict;
}

describe.each(WORLDS)('%s: nothing is invented', (world) => {
  test('in the world as it is', () => {
    const verdict = weigh(audit(from(world)), { seed: 0, traps: [], faults: [] });
    expect(verdict.findings, explain(verdict)).toBe(0);
  });

  test.each([1, 2, 3])('with every harmless edit, seed %i', async (seed) => {
    const verdict = await verdictOf(world, seed, [], true);
    expect(verdict.findings, explain(verdict)).toBe(0);
  });
});

describe.each(WORLDS)('%s: faults', (world) => {
  let all: Verdict;
  beforeAll(async () => {
    const verdicts: Verdict[] = [];
    for (const [i, classes] of HANDS.entries())
      verdicts.push(await verdictOf(world, 100 + i, classes, i % 2 === 1));
    all = add(verdicts);
  }, 600_000);

  test('at least 99 of 100 are found', () => expect(recall(all), explain(all)).toBeGreaterThanOrEqual(0.99));
  test('at least 99 of 100 findings are deserved', () =>
    expect(precision(all), explain(all)).toBeGreaterThanOrEqual(0.99));
  test('a fault makes one finding', () => expect(perFault(all), explain(all)).toBeLessThanOrEqual(1.1));
});

describe.each(WORLDS)('%s: whole registers and files', (world) => {
  test.each(Object.keys(STRUCTURES))('%s', async (name) => {
    const to = join(root, `${world}-structure`);
    rmSync(to, { recursive: true, force: true });
    const truth = await plantStructure(name, from(world), to);
    const verdict = weigh(audit(to), truth);
    const clean = verdict.missed.length + verdict.surplus.length + verdict.invented.length === 0;
    expect(clean, explain(verdict)).toBe(true);
  });
});
