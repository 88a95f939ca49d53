import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Interval, product, quotient, times, UNKNOWN } from '../../src/measure/interval.js';

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
