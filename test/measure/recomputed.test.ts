import { expect, it } from 'vitest';
import { catalogueOf } from '../../src/measure/catalogue.js';
import type { Indicator } from '../../src/measure/indicators/indicator.js';
import { recomputedNumbers } from '../../src/measure/recomputed.js';

const CATALOGUE = catalogueOf([]);

/** What the table of indicators shows of a sex ratio that was counted again. */
const ratio = (numerator: number, denominator: number) =>
  recomputedNumbers(
    { value: (numerator / denominator) * 100, numerator, denominator },
    CATALOGUE.get('sex_ratio_at_birth') as Indicator,
  );

// binom.test(51, 100) of R: 0.4080 to 0.6114; boys to a hundred girls.
it('the sex ratio at birth has its exact interval', () => {
  const { recomputed, interval: [low = 0, high = 0] = [] } = ratio(51, 49);
  expect(recomputed).toBe(104.08);
  expect(low).toBeCloseTo(68.93, 1);
  expect(high).toBeCloseTo(157.31, 1);
});

it.each([
  ['girls alone: the ratio ends', 0, 9, true],
  ['no girls: it has no end', 9, 0, false],
  ['nobody', 0, 0, false],
  ['numbers that are not whole', 4.5, 9, false],
])('%s', (_, boys, girls, has) => {
  expect(ratio(boys, girls).interval !== undefined).toBe(has);
});

it('other rates have none', () => {
  const rate = CATALOGUE.get('birth_rate') as Indicator;
  const found = recomputedNumbers({ value: 12.345, numerator: 5, denominator: 405 }, rate);
  expect(found).toEqual({ recomputed: 12.35, numerator: 5, denominator: 405, interval: undefined });
});
