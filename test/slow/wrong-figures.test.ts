/**
 * One to six wrong figures at once, in the reports of as many communities or of one: how many are found, and in how many
 * findings. Prints the table. Needs `npm run build` first.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOTHING, simulated, workshop } from '../adversary/bench.js';
import { shuffled } from '../adversary/district.js';
import { audit, weigh } from '../adversary/evaluate.js';
import { FIGURE_FAULTS, plantFigures } from '../adversary/figures.js';

const { root, clear } = workshop('wrong-figures');
afterAll(clear);

const NAMES = Object.keys(FIGURE_FAULTS);
const ROUNDS = 6;
/** Faults of one community may lie in one figure, and then nothing parts them: they are held to less. */
const PLACES: Record<string, { areaOf: (n: number) => number; found: number; most: number }> = {
  'a community each': { areaOf: (n) => n, found: 0.99, most: 1.05 },
  'two a community': { areaOf: (n) => Math.floor(n / 2), found: 0.95, most: 1.15 },
};

/** A repeatable stream of numbers in [0, 1) (a linear congruential generator). */
function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

let data = '';
beforeAll(() => {
  data = simulated(root, { people: 2000, communities: 8, seed: 42 });
}, 120_000);

describe.each(Object.entries(PLACES))('wrong figures, %s', (place, { areaOf, found: least, most }) => {
  test('are found, one finding each', { timeout: 900_000 }, async () => {
    const all = { planted: 0, found: 0, findings: 0 };
    for (let count = 1; count <= 6; count++) {
      const sum = { planted: 0, found: 0, findings: 0 };
      for (let round = 0; round < ROUNDS; round++) {
        const to = mkdtempSync(join(root, 'world-'));
        await cp(data, to, { recursive: true });
        const names = shuffled(NAMES, stream(100 * count + round)).slice(0, count);
        const faults = plantFigures(to, names, round + 1, areaOf);
        const verdict = weigh(audit(to), { ...NOTHING, faults });
        rmSync(to, { recursive: true });
        sum.planted += faults.length;
        sum.found += verdict.found;
        sum.findings += verdict.findings;
      }
      console.log(
        `${place} | ${count} at once | ${sum.planted} planted | ${sum.found} found | ${sum.findings} findings`,
      );
      all.planted += sum.planted;
      all.found += sum.found;
      all.findings += sum.findings;
    }
    expect(all.found / all.planted).toBeGreaterThanOrEqual(least);
    expect(all.findings / all.planted).toBeLessThanOrEqual(most);
  });
});
