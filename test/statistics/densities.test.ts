import { expect, it } from 'vitest';
import { binomialDensity, hypergeometric, poissonDensity } from '../../src/statistics/densities.js';

/** Probabilities by their definition: gamma functions, powers, and what lies at the ends. */
it.each([
  [binomialDensity(2.5, 5, 0.5), 0.33953054526271015],
  [binomialDensity(2, 4, 0.25), 27 / 128],
  [binomialDensity(0, 3, 0.25), 27 / 64],
  [binomialDensity(3, 3, 0.25), 1 / 64],
  [binomialDensity(0, 3, 0.75), 1 / 64],
  [binomialDensity(3, 3, 0.75), 27 / 64],
  [binomialDensity(0, 3, 0), 1],
  [binomialDensity(1, 3, 0), 0],
  [binomialDensity(3, 3, 1), 1],
  [binomialDensity(2, 3, 1), 0],
  [binomialDensity(-1, 3, 0.5), 0],
  [binomialDensity(4, 3, 0.5), 0],
  [poissonDensity(0.5, 2), 0.21596386605275225],
  [poissonDensity(3, 2), Math.exp(-2) * (8 / 6)],
  [poissonDensity(0, 2), Math.exp(-2)],
  [poissonDensity(-1, 2), 0],
  [poissonDensity(0, 0), 1],
  [poissonDensity(1, 0), 0],
  [hypergeometric(1, 2, 2, 4), 4 / 6],
  [hypergeometric(0, 2, 2, 4), 1 / 6],
  [hypergeometric(2, 2, 2, 4), 1 / 6],
  [hypergeometric(0, 3, 2, 4), 0],
  [hypergeometric(3, 3, 2, 4), 0],
  [hypergeometric(2, 4, 2, 4), 1],
  [hypergeometric(0, 0, 2, 4), 1],
])('%d is %d', (density, exact) => {
  expect(Math.abs(density - exact)).toBeLessThan(1e-14);
});
