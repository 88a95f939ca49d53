import { describe, expect, test } from 'vitest';
import { Random } from '../../src/simulate/random.js';
import { estimateRatio } from '../../src/statistics/estimate/ratio.js';
import { type Design, drawSample, inventPopulation } from '../statistics/estimate/population.js';

/** Audits simulated for every design. */
const AUDITS = 1_000;

const DESIGNS: (Design & { rate: number })[] = [
  {
    name: 'areas with equal chances, households in them',
    rate: 0.08,
    areas: 8,
    households: 15,
    selection: 'equal',
  },
  { name: 'areas in proportion to size', rate: 0.08, areas: 8, households: 15, selection: 'size' },
  { name: 'few areas', rate: 0.12, areas: 4, households: 30, selection: 'equal' },
  { name: 'every area, a part of its households', rate: 0.08, areas: 10, households: 10, selection: 'equal' },
  { name: 'rare errors', rate: 0.03, areas: 8, households: 20, selection: 'equal' },
];

describe('the intervals of a clustered, weighted sample hold the truth', () => {
  test.each(DESIGNS)('$name', (design) => {
    const random = new Random('coverage', design.name);
    const held = { wilson: 0, clopperPearson: 0 };
    let effects = 0;
    for (let audit = 0; audit < AUDITS; audit++) {
      const population = inventPopulation(random, design.rate);
      const { clusters, areas } = drawSample(population, design, random);
      const estimate = estimateRatio(clusters, areas);
      if (!estimate) throw new Error('nothing was checked');
      effects += estimate.designEffect / AUDITS;
      for (const kind of ['wilson', 'clopperPearson'] as const) {
        const [low, high] = estimate[kind];
        if (low <= population.truth && population.truth <= high) held[kind]++;
      }
    }
    console.log(
      `${design.name}: Wilson ${held.wilson / 10} %, Clopper–Pearson ${held.clopperPearson / 10} %, design effect ${effects.toFixed(2)}`,
    );
    expect(held.wilson / AUDITS).toBeGreaterThanOrEqual(0.93);
    expect(held.wilson / AUDITS).toBeLessThanOrEqual(0.97);
    expect(held.clopperPearson).toBeGreaterThanOrEqual(held.wilson);
  });
});
