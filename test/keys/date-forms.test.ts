import { expect, test } from 'vitest';
import { formsOf, isPlainDay, isWritten, writeDay } from '../../src/keys/date-forms.js';

const DAY = '2023-05-03';

test.each([
  ['2023-05-03', true],
  ['2023-5-3', true],
  ['2023/5/3', true],
  ['2023/05/03', true],
  ['2023.5.3', true],
  ['2023.05.03', true],
  ['20230503', true],
  ['2023年5月3日', true],
  ['2023年05月03日', true],
  ['45049', false],
  ['43587', false],
])('%s is a form of its own, and read back as written', (text, isPlain) => {
  expect(formsOf(text, DAY)).toEqual([text]);
  expect(writeDay(text, DAY)).toBe(text);
  expect(isPlainDay(text, DAY)).toBe(isPlain);
});

test('a time of day changes no form', () => {
  expect(formsOf('2023/5/3 0:00', DAY)).toEqual(['2023/5/3']);
  expect(formsOf('20230503143000', DAY)).toEqual(['20230503']);
  expect(isPlainDay('2023年5月3日14时', DAY)).toBe(true);
});

test('a day of two digits in both places looks alike in several forms', () => {
  expect(formsOf('2023/12/13', '2023-12-13')).toEqual(['2023/5/3', '2023/05/03']);
  expect(isWritten('2023/5/3', '2023/05/13', '2023-05-13')).toBe(false);
});

test.each(['二〇二三年五月三日', '3/5/2023', '2023年05月3日', '不详'])('%s has no form', (text) => {
  expect(formsOf(text, DAY)).toEqual([]);
});

test.each([
  ['2023.5.30', '2023-05-03'],
  ['2023-05-03', '2023-05-04'],
  ['3/5/2023', '2023-05-03'],
  ['', '2023-05-03'],
])('nobody sees in “%s” the day %s', (text, day) => {
  expect(isPlainDay(text, day)).toBe(false);
});
