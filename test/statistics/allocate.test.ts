import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate, type StratumShare } from '../../src/statistics/allocate.js';

const share = (stratum: string, areas: number, weight = areas): StratumShare => ({ stratum, areas, weight });
const given = (shares: readonly StratumShare[], wanted: number) =>
  Object.fromEntries(allocate(shares, wanted));

describe('areas for strata', () => {
  test.each([
    ['in proportion', [share('a', 60), share('b', 30), share('c', 10)], 10, { a: 6, b: 3, c: 1 }],
    ['equally', [share('a', 60, 1), share('b', 30, 1), share('c', 10, 1)], 9, { a: 3, b: 3, c: 3 }],
    ['at least one each', [share('a', 98), share('b', 1), share('c', 1)], 4, { a: 2, b: 1, c: 1 }],
    ['no more than there are', [share('a', 2, 1), share('b', 30, 1)], 10, { a: 2, b: 8 }],
    ['all where more is asked', [share('a', 2), share('b', 3)], 10, { a: 2, b: 3 }],
    ['ties by name', [share('b', 5, 1), share('a', 5, 1)], 1, { a: 1, b: 0 }],
  ])('%s', (_, shares, wanted, expected) => expect(given(shares, wanted)).toEqual(expected));

  test('one more never takes from anybody, and nothing is lost', () => {
    const shares = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 9000 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 60 }), (specs, wanted) => {
        const all = specs.map(([areas, weight], i) => share(`s${i}`, areas, weight));
        const [smaller, larger] = [allocate(all, wanted), allocate(all, wanted + 1)];
        const room = all.reduce((sum, { areas }) => sum + areas, 0);
        expect([...smaller.values()].reduce((sum, n) => sum + n, 0)).toBe(Math.min(wanted, room));
        for (const [stratum, n] of smaller) expect(larger.get(stratum)).toBeGreaterThanOrEqual(n);
      }),
    );
  });
});
