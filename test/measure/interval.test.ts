import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  holds,
  type Interval,
  product,
  quotient,
  times,
  UNKNOWN,
  wholeWithin,
} from '../../src/measure/interval.js';

const ends = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }));
const interval = ends.map(([a, b]): Interval => ({ low: Math.min(a, b), high: Math.max(a, b) }));

it('a product spans what the ends give, whatever their signs', () => {
  fc.assert(
    fc.property(interval, interval, (a, b) => {
      const all = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => x * y));
      const { low, high } = product(a, b);
      expect([low + 0, high + 0]).toEqual([Math.min(...all) + 0, Math.max(...all) + 0]);
    }),
  );
});

it('a quotient times its divisor holds the dividend again; by what may be zero it is unknown', () => {
  fc.assert(
    fc.property(interval, interval, (a, b) => {
      const found = quotient(a, b);
      if (b.low <= 0 && b.high >= 0) {
        expect(found).toBe(UNKNOWN);
        return;
      }
      const back = product(found, b);
      expect(back.low).toBeLessThanOrEqual(a.low + 1e-9);
      expect(back.high).toBeGreaterThanOrEqual(a.high - 1e-9);
    }),
  );
});

it('a negative factor turns an interval round', () => {
  expect(times({ low: 1, high: 3 }, -2)).toEqual({ low: -6, high: -2 });
});

it.each<[number, number, number, number]>([
  [0.5, 2.5, 1, 2],
  [2 + 1e-10, 3 - 1e-10, 2, 3],
  [2 + 1e-8, 3 - 1e-8, 3, 2],
  [3_000_000.001, 4_000_000 - 0.001, 3_000_000, 4_000_000],
  [3_000_000.01, 4_000_000 - 0.01, 3_000_001, 3_999_999],
  [-3_000_000.01, -2_999_999.99, -3_000_000, -3_000_000],
  [0.3, 0.6, 1, 0],
])(
  'the whole numbers within %d and %d are %d to %d: what a binary fraction is off by is no number',
  (low, high, ...ends) => {
    const { low: first, high: last } = wholeWithin({ low, high });
    expect([first + 0, last + 0]).toEqual(ends);
  },
);

it.each([
  [1 + 1e-10, true],
  [1 + 1e-8, false],
  [3_000_000.001, false],
])('1 holds %d: %s', (value, held) => {
  expect(holds({ low: 1, high: 1 }, value)).toBe(held);
  expect(holds({ low: 3_000_000, high: 3_000_000 }, value)).toBe(value > 2);
});
