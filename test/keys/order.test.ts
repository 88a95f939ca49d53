import { expect, it } from 'vitest';
import { byText } from '../../src/keys/order.js';

it('texts go by their code units', () => {
  const texts = ['朝', 'b', '1', 'B', '10', 'a', '2', ''];
  expect(texts.toSorted(byText)).toEqual(['', '1', '10', '2', 'B', 'a', 'b', '朝']);
  expect(byText('a', 'a')).toBe(0);
});
