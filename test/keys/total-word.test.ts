import { expect, test } from 'vitest';
import { totalWord } from '../../src/keys/total-word.js';

test.each([
  '合  计',
  '总 计',
  '（合计）',
  '【合计】',
  '合计：',
  '合计数',
  '本页合计',
  '共 3 人',
  'Grand Total',
  'SUM',
  '计',
])('%s is a total', (text) => expect(totalWord(text)).toBeDefined());

test.each(['永安社区', '计芳', '共和社区', '总部', 'Summer', '会计', '统计', ''])('%j is none', (text) =>
  expect(totalWord(text)).toBeUndefined(),
);

test.each([
  ['合计', '', false, false],
  ['永安社区合计', '永安社区', false, false],
  ['小计', '', true, false],
  ['Subtotal', '', true, false],
  ['本页合计', '本页', true, false],
  ['本年累计', '本年', false, true],
])('%s', (text, before, sub, running) => {
  expect(totalWord(text)).toEqual({ before, sub, running });
});
