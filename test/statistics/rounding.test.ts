import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fixed, rounded } from '../../src/statistics/rounding.js';

/** k ÷ n × scale, half up, in whole numbers: what a clerk does by hand. */
function byHand(k: number, n: number, scale: number, decimals: number): string {
  const top = 2n * BigInt(k) * BigInt(scale) * 10n ** BigInt(decimals) + BigInt(n);
  const units = (top / (2n * BigInt(n))).toString().padStart(decimals + 1, '0');
  const at = units.length - decimals;
  return decimals === 0 ? units : `${units.slice(0, at)}.${units.slice(at)}`;
}

describe('rounding half up', () => {
  test.each<[number, number, string]>([
    [(51 / 160) * 100, 2, '31.88'],
    [1.005, 2, '1.01'],
    [9.995, 2, '10.00'],
    [0.005, 2, '0.01'],
    [0.0049999, 2, '0.00'],
    [-2.5, 0, '-3'],
    [-0.004, 2, '0.00'],
    [0, 2, '0.00'],
    [1234567.5, 0, '1234568'],
    [31.87499999999994, 2, '31.88'],
    [31.8749999999994, 2, '31.87'],
    [1e21, 1, '1000000000000000000000.0'],
    [Number.NaN, 2, 'n/a'],
    [Number.POSITIVE_INFINITY, 2, 'n/a'],
  ])('%f to %i places is %s', (value, decimals, text) => expect(fixed(value, decimals)).toBe(text));

  it('is that of the exact fraction, up to a population of a hundred million', () => {
    const fraction = fc
      .integer({ min: 1, max: 100_000_000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(
        fraction,
        fc.constantFrom(1, 100, 1000),
        fc.integer({ min: 0, max: 4 }),
        ([k, n], scale, decimals) => {
          expect(fixed((k / n) * scale, decimals)).toBe(byHand(k, n, scale, decimals));
        },
      ),
    );
  });

  it('is the same as a number', () => expect(rounded((51 / 160) * 100, 2)).toBe(31.88));
});
