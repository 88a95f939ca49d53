import { expect, it } from 'vitest';
import { nearestOf } from '../../src/messages/nearest.js';

it.each([
  ['iudd', ['pill', 'iud'], 'iud'],
  ['台帐', ['户卡', '台账'], '台账'],
  ['x', ['a', 'b'], 'a'],
])('%s is nearest to', (name, valid, nearest) => {
  expect(nearestOf(name, valid)).toBe(nearest);
});
