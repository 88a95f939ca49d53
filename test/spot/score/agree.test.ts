import { expect, test } from 'vitest';
import { agrees } from '../../../src/spot/score/judge.js';

test.each([
  ['sex', '男', '男', true],
  ['sex', '男', '女', false],
  ['birth_date', '2020-03', '2020-03-15', true],
  ['birth_date', '2020-03-15', '2020-03', true],
  ['birth_date', '2020-03-15', '2020-05-13', false],
  ['marital', '已婚', '再婚', true],
  ['marital', '已婚', '事实婚姻', true],
  ['marital', '初婚', '再婚', false],
  ['marital', '初婚', '事实婚姻', false],
  ['marital', '已婚', '离婚', false],
  ['method', 'supplies', 'condom', true],
  ['method', 'pill', 'condom', false],
  ['method', 'none', 'none_pregnant', true],
  ['method', 'iud', 'none', false],
  ['parity', '1', '2', false],
])('%s: %s and %s', (item, found, recorded, same) => {
  expect(agrees(item, found, recorded)).toBe(same);
});
