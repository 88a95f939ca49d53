import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { components } from '../../src/match/components.js';

describe('components', () => {
  it('names each component by its least node', () => {
    const roots = components([
      ['b', 'c'],
      ['c', 'a'],
      ['x', 'y'],
    ]);
    expect(Object.fromEntries(roots)).toEqual({ a: 'a', b: 'a', c: 'a', x: 'x', y: 'x' });
  });

  it('does not depend on the order or direction of edges', () => {
    const edge = fc.tuple(fc.constantFrom(...'abcdefgh'), fc.constantFrom(...'abcdefgh'));
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 12 }), (edges) => {
        const turned = edges.map(([a, b]) => [b, a] as const).reverse();
        expect([...components(turned)].sort()).toEqual([...components(edges)].sort());
        for (const [a, b] of edges) expect(components(edges).get(a)).toBe(components(edges).get(b));
      }),
    );
  });
});
