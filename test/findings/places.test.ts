import { describe, expect, it } from 'vitest';
import { letters } from '../../src/findings/places.js';

describe('letters', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('column %i is %s', (index, expected) => {
    expect(letters(index)).toBe(expected);
  });
});
