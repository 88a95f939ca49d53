import { pinyin } from 'pinyin-pro';
import { expect, test } from 'vitest';
import { pinyinKey } from '../../src/keys/pinyin.js';

test.each([
  ['张伟', 'zhang wei'],
  ['吕绿', 'lv lv'],
  ['了', 'liao'],
  ['𫭟A·', 'ou a ·'],
])('%s is %s', (name, key) => {
  expect(pinyinKey(name)).toBe(key);
});

test('every character has the reading that the library gives it alone', () => {
  const differing: string[] = [];
  for (let code = 0x20; code < 0x32000; code++) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const character = String.fromCodePoint(code);
    const said = pinyin(character, { toneType: 'none', v: true, nonZh: 'consecutive' }).toLowerCase();
    if (pinyinKey(character) !== said) differing.push(character);
  }
  expect(differing).toEqual([]);
});
