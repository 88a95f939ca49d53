import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, cleanAll, grouped, shorten, widthOf, wrap } from '../../src/report/text.js';

describe('clean', () => {
  it.each([
    ['\u001b[31m红\u001b[0m', '红'],
    ['a\u001b]0;title\u0007b', 'ab'],
    ['一行\n二行\r\n三行', '一行 二行 三行'],
    ['王\u202e芳\u2066\u2069', '王芳'],
    ['零\u200b宽\ufeff', '零宽'],
    ['\u009b2J清', '清'],
    ['普通 text', '普通 text'],
  ])('%j becomes %j', (given, expected) => {
    expect(clean(given)).toBe(expected);
  });

  it('leaves no control character, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(clean(text)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it('reaches into lists, values and keys', () => {
    expect(cleanAll({ 'k\u0007': ['a\u0000', 1, null, true] })).toEqual({ k: ['a', 1, null, true] });
  });
});

describe('wrap', () => {
  const words = fc.string({
    unit: fc.constantFrom('王', '芳', '，', '。', '（', '）', 'a', 'B', '7', ' ', '›', '·'),
  });

  it('never exceeds the width, and loses nothing but spaces', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 12, max: 40 }), (text, width) => {
        const lines = wrap(text, width);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });

  it.each([
    ['台账没有这条记录，请补登。', 16, ['台账没有这条记', '录，请补登。']],
    ['the ledger lacks it', 10, ['the ledger', 'lacks it']],
    ['路径/很长的文件夹/很长的文件.xlsx', 12, ['路径/很长的', '文件夹/很长', '的文件.xlsx']],
    ['', 10, ['']],
  ])('%j at %i', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });

  it('begins no line with a comma', () => {
    expect(wrap('一二三四五，六', 10)).toEqual(['一二三四', '五，六']);
  });
});

it.each([
  ['朝阳社区', 8, '朝阳社区'],
  ['朝阳社区', 7, '朝阳社…'],
  ['朝阳社区', 6, '朝阳…'],
])('shortens %s to %i columns', (text, width, expected) => {
  expect(shorten(text, width)).toBe(expected);
});

it('keeps thousands apart', () => {
  expect(grouped(1234567)).toBe('1,234,567');
});
