import { describe, expect, it } from 'vitest';
import { columnLetters } from '../../src/keys/column-letters.js';

describe('letters of columns', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('column %i is %s', (index, expected) => {
    expect(columnLetters(index)).toBe(expected);
  });
});
