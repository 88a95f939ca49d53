import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shortTicket, tickets } from '../../src/statistics/sampler.js';

const idsOf = (ids: Iterable<string>, seed: string) => tickets(ids, seed).map(({ id }) => id);
const range = (prefix: string, n: number) => Array.from({ length: n }, (_, i) => `${prefix}-${i}`);

/** Examples of github.com/ron-rivest/consistent_sampler (README, USAGE_EXAMPLES.md, docstrings). */
describe('published vectors', () => {
  test('the ticket of a ballot', () => {
    const [first] = tickets(['AB-130'], '01382438112797316654');
    expect(first?.ticket).toBe(
      '0.26299714122838008416507544297546663599715395525154425586041245287750224561854',
    );
  });

  test.each([
    [['A-1', 'A-2', 'A-3', 'B-1', 'B-2', 'B-3'], '314159', 4, ['B-2', 'B-3', 'A-3', 'A-2']],
    [['a', 'b', 'c', 'd'], '31', 4, ['b', 'a', 'd', 'c']],
    [['a', 'b', 'c', 'd'], '77', 4, ['b', 'd', 'c', 'a']],
    [Array.from({ length: 100 }, (_, i) => `${i}`), '41', 5, ['73', '51', '17', '58', '38']],
  ])('without replacement: %j, seed %s', (ids, seed, take, expected) => {
    expect(idsOf(ids, seed).slice(0, take)).toEqual(expected);
  });

  test('an extended sample, by what comes after the first five', () => {
    const ids = Array.from({ length: 100 }, (_, i) => `${i}`);
    expect(idsOf(ids, '41').slice(5, 10)).toEqual(['42', '39', '20', '11', '67']);
  });

  test('a short ticket keeps its leading nines', () => {
    expect(['0.1973843080123', '0.9984017704412'].map(shortTicket)).toEqual(['0.197384308', '0.99840177044']);
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
    const drawn = tickets(ids, seed).slice(0, expected.length);
    expect(drawn.map(({ ticket, id }) => [shortTicket(ticket), id])).toEqual(expected);
  });

  test('strata merge into the whole', () => {
    const [ab, cd] = [range('AB', 2000), range('CD', 1000)];
    const small = (ids: string[]) => tickets(ids, '314159').filter(({ ticket }) => ticket < '0.01');
    const [first, second] = [small(ab), small(cd)];
    expect([first.length, second.length, first[0]?.id]).toEqual([24, 9, 'AB-135']);
    expect(second.map(({ id }) => id)).toEqual(
      [871, 47, 446, 688, 954, 919, 485, 455, 272].map((i) => `CD-${i}`),
    );
    expect(small([...ab, ...cd]).filter(({ id }) => id.startsWith('CD'))).toEqual(second);
  });
});

const frames = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 40 });

describe('consistency', () => {
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

  test('refuses a unit that is there twice', () => {
    expect(() => tickets(['户-001', '户-001'], '1')).toThrow(RangeError);
  });
});
