import { expect, test } from 'vitest';
import { boxesOf, tickedIn } from '../../../src/spot/sheet/boxes.js';
import { choicesOf } from '../../../src/spot/sheet/layout.js';

test('few words have boxes to tick by pen, short ones first', () => {
  expect(boxesOf('outcome', 'zh')).toBe('□符合 □不符 □拒访\n□未见面 □查无此人');
  expect(boxesOf('yes-no', 'en')).toBe('□yes □no');
  expect(['date', 'method', 'name', 'integer'].map((type) => boxesOf(type as 'date', 'zh'))).toEqual([
    ...[null, null, null, null],
  ]);
});

test.each(['outcome', 'yes-no', 'sex'] as const)('of %s nothing is answered until one is ticked', (type) => {
  for (const lang of ['zh', 'en'] as const) {
    const boxes = boxesOf(type, lang) ?? '';
    expect(tickedIn(boxes)).toBe('');
    expect(tickedIn(boxes.replaceAll('\n', ' '))).toBe('');
    for (const word of choicesOf(type, lang)) {
      for (const tick of ['☑', '√', '■'])
        expect(tickedIn(boxes.replace(`□${word}`, `${tick}${word}`))).toBe(word);
    }
  }
});

test.each([
  ['符合', '符合'],
  ['√', '√'],
  ['☑是 ☑否 □', '☑是 ☑否 □'],
  ['', ''],
])('%j is %j', (text, answer) => {
  expect(tickedIn(text)).toBe(answer);
});
