import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  merge,
  nextFraction,
  type SampleOptions,
  sample,
  shortTicket,
  tickets,
} from '../../src/statistics/sampler.js';

const idsOf = (ids: Iterable<string>, options: SampleOptions) => sample(ids, options).map(({ id }) => id);
const range = (prefix: string, n: number) => Array.from({ length: n }, (_, i) => `${prefix}-${i}`);

/** Examples of github.com/ron-rivest/consistent_sampler (README, USAGE_EXAMPLES.md, docstrings). */
describe('published vectors', () => {
  test('the next fraction', () => {
    expect(nextFraction('0.25471')).toBe(
      '0.642853261655004694691182528114375607701032283189922170593838029306715548381901',
    );
  });

  test('the first and second ticket of a ballot', () => {
    const [first, second] = sample(['AB-130'], {
      seed: '01382438112797316654',
      take: 2,
      withReplacement: true,
    });
    expect(first?.ticket).toBe(
      '0.26299714122838008416507544297546663599715395525154425586041245287750224561854',
    );
    expect(second?.ticket).toBe(
      '0.8232357229934205790595761924514048157652891124687533667363938813600770093316',
    );
  });

  test.each([
    [['A-1', 'A-2', 'A-3', 'B-1', 'B-2', 'B-3'], '314159', 4, ['B-2', 'B-3', 'A-3', 'A-2']],
    [['a', 'b', 'c', 'd'], '31', 4, ['b', 'a', 'd', 'c']],
    [['a', 'b', 'c', 'd'], '77', 4, ['b', 'd', 'c', 'a']],
    [Array.from({ length: 100 }, (_, i) => `${i}`), '41', 5, ['73', '51', '17', '58', '38']],
  ])('without replacement: %j, seed %s', (ids, seed, take, expected) => {
    expect(idsOf(ids, { seed, take })).toEqual(expected);
  });

  test('an extended sample, by what is dropped', () => {
    const ids = Array.from({ length: 100 }, (_, i) => `${i}`);
    expect(idsOf(ids, { seed: '41', drop: 5, take: 5 })).toEqual(['42', '39', '20', '11', '67']);
  });

  test('with replacement', () => {
    const ids = ['A#2', 'B#7', 'C#1', 'D#4'];
    const drawn = idsOf(ids, { seed: '314159', take: 8, withReplacement: true });
    expect(drawn).toEqual(['D#4', 'C#1', 'C#1', 'B#7', 'A#2', 'C#1', 'D#4', 'B#7']);
  });

  test('tickets with replacement, short and with leading nines', () => {
    const drawn = sample(['a', 'b'], { seed: '52', take: 20, withReplacement: true });
    const shown = drawn.map(({ ticket, id, generation }) => [shortTicket(ticket), id, generation]);
    expect(shown.slice(0, 4)).toEqual([
      ['0.197384308', 'b', 1],
      ['0.255926637', 'b', 2],
      ['0.366142288', 'a', 1],
      ['0.647437512', 'a', 2],
    ]);
    expect(shown.slice(-2)).toEqual([
      ['0.99840177044', 'b', 10],
      ['0.99882694976', 'b', 11],
    ]);
  });

  test.each([
    [
      ['a', 'b', 'c', 'd', 'e'],
      '52',
      [
        ['0.054468191', 'd'],
        ['0.197384308', 'b'],
        ['0.302883911', 'e'],
        ['0.366142288', 'a'],
        ['0.492683857', 'c'],
      ],
    ],
    [
      ['户-001', '户-002', '户-003', '户-004', '户-005'],
      '20241231',
      [
        ['0.283905503', '户-004'],
        ['0.310596259', '户-002'],
        ['0.887077654', '户-001'],
      ],
    ],
  ])('short tickets of %j', (ids, seed, expected) => {
    const drawn = sample(ids, { seed, take: expected.length });
    expect(drawn.map(({ ticket, id }) => [shortTicket(ticket), id])).toEqual(expected);
  });

  test('strata merge into the whole', () => {
    const [ab, cd] = [range('AB', 2000), range('CD', 1000)];
    const options = { seed: '314159', below: '0.01' };
    const [first, second] = [sample(ab, options), sample(cd, options)];
    expect([first.length, second.length, first[0]?.id]).toEqual([24, 9, 'AB-135']);
    expect(second.map(({ id }) => id)).toEqual(
      [871, 47, 446, 688, 954, 919, 485, 455, 272].map((i) => `CD-${i}`),
    );
    expect(merge([first, second])).toEqual(sample([...ab, ...cd], options));
  });
});

const frames = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 40 });

describe('consistency', () => {
  test('an extended draw begins with the smaller one, with and without replacement', () => {
    fc.assert(
      fc.property(frames, fc.string(), fc.nat(60), fc.boolean(), (ids, seed, take, withReplacement) => {
        const larger = sample(ids, { seed, take: take + 5, withReplacement });
        expect(larger.slice(0, take)).toEqual(sample(ids, { seed, take, withReplacement }));
        expect(sample(ids, { seed, take: 5, drop: take, withReplacement })).toEqual(larger.slice(take));
      }),
      { numRuns: 50 },
    );
  });

  test('units that join or leave change no other ticket, nor does the order of the frame', () => {
    fc.assert(
      fc.property(frames, frames, fc.string(), (some, others, seed) => {
        const both = new Set([...some, ...others]);
        const kept = tickets(both, seed).filter(({ id }) => some.includes(id));
        expect(kept).toEqual(tickets([...some].reverse(), seed));
      }),
      { numRuns: 50 },
    );
  });

  test('tickets grow', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const drawn = sample(['户-001'], { seed, take: 8, withReplacement: true });
        expect(drawn.map(({ generation }) => generation)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
        expect(drawn.every(({ ticket }, i) => i === 0 || ticket > (drawn[i - 1]?.ticket ?? ''))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    [['户-001', '户-001'], { seed: '1', take: 1 }],
    [['户-001'], { seed: '1', withReplacement: true }],
  ])('refuses %j, %j', (ids, options) => expect(() => sample(ids, options)).toThrow(RangeError));
});
