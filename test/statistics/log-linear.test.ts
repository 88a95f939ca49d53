import { describe, expect, it } from 'vitest';
import { LOG_LINEAR_MODELS, logLinear } from '../../src/statistics/log-linear.js';

/** The unseen cell in closed form (Bishop, Fienberg and Holland 1975, chapter 6): all models but that of independent lists. */
const UNSEEN: Readonly<Record<string, (c: number[]) => number>> = {
  '[12,3]': ([, a = 0, b = 0, ab = 0, c = 0, ac = 0, bc = 0, abc = 0]) =>
    (c * (a + b + ab)) / (ac + bc + abc),
  '[13,2]': ([, a = 0, b = 0, ab = 0, c = 0, ac = 0, bc = 0, abc = 0]) =>
    (b * (a + c + ac)) / (ab + bc + abc),
  '[23,1]': ([, a = 0, b = 0, ab = 0, c = 0, ac = 0, bc = 0, abc = 0]) =>
    (a * (b + c + bc)) / (ab + ac + abc),
  '[12,13]': ([, , b = 0, , c = 0, , bc = 0]) => (b * c) / bc,
  '[12,23]': ([, a = 0, , , c = 0, ac = 0]) => (a * c) / ac,
  '[13,23]': ([, a = 0, b = 0, ab = 0]) => (a * b) / ab,
  '[12,13,23]': ([, a = 0, b = 0, ab = 0, c = 0, ac = 0, bc = 0, abc = 0]) =>
    (abc * a * b * c) / (ab * ac * bc),
};

/** All small tables of a kind: counts of 0, 1 or 5 in seven cells. */
function tables(): number[][] {
  return Array.from({ length: 3 ** 7 }, (_, n) => [
    0,
    ...Array.from({ length: 7 }, (_, cell) => [0, 1, 5][Math.floor(n / 3 ** cell) % 3] ?? 0),
  ]);
}

describe('log-linear models that the cells cannot support', () => {
  it('leaves out a model whose unseen cell is 2 × 5 ÷ 0', () => {
    const models = logLinear([0, 2, 5, 1, 5, 0, 2, 5]);
    expect(models.map(({ model }) => model)).toEqual(
      LOG_LINEAR_MODELS.filter((model) => model !== '[12,23]' && model !== '[12,13,23]'),
    );
    expect(Math.max(...models.map(({ total }) => total))).toBeCloseTo(32.5, 6);
  });

  it('gives the closed form wherever that is a number above zero, and nothing elsewhere', () => {
    for (const cells of tables()) {
      const held = cells.reduce((sum, n) => sum + n, 0);
      const totals = new Map(logLinear(cells).map(({ model, total }) => [model, total]));
      for (const [model, unseen] of Object.entries(UNSEEN)) {
        const expected = unseen(cells);
        const total = totals.get(model);
        if (expected > 0 && Number.isFinite(expected)) {
          expect(Math.abs((total ?? 0) - held - expected), `${model} of ${cells}`).toBeLessThan(1e-4);
        } else expect(total, `${model} of ${cells}`).toBeUndefined();
      }
      // Independent lists have no closed form, but an estimate wherever any two of them share an event.
      const shared = [3, 5, 6, 7].some((mask) => (cells[mask] ?? 0) > 0);
      expect(totals.has('[1,2,3]'), `[1,2,3] of ${cells}`).toBe(shared);
      expect(totals.get('[1,2,3]') ?? 0).toBeLessThan(1000);
    }
  });
});
