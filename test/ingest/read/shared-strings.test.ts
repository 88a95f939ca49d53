import { expect, test } from 'vitest';
import { onlyUsedStrings } from '../../../src/ingest/read/shared-strings.js';

const cell = (index: number) => `<c r="A1" s="3" t="s"><v>${index}</v></c>`;

test.each([
  ['plain', '<sst><si><t>甲</t></si><si/><si><r><t>乙</t></r></si><si><t>丙</t></si></sst>'],
  [
    'with a prefix',
    '<x:sst><x:si><t>甲</t></x:si><x:si/><x:si><r><t>乙</t></r></x:si><x:si><t>丙</t></x:si></x:sst>',
  ],
])('keeps the strings that the sheets use, and numbers them anew: %s', (_, table) => {
  const { sheets, strings } = onlyUsedStrings([cell(3) + cell(2), `${cell(3)}<c r="B1"><v>9</v></c>`], table);
  expect(sheets).toEqual([cell(1) + cell(0), `${cell(1)}<c r="B1"><v>9</v></c>`]);
  expect(strings.replaceAll('x:', '')).toBe('<sst><si><r><t>乙</t></r></si><si><t>丙</t></si></sst>');
});

test('an empty string, and one that the table lacks', () => {
  const { sheets, strings } = onlyUsedStrings([cell(1) + cell(7)], '<sst><si><t>甲</t></si><si/></sst>');
  expect(sheets).toEqual([cell(0) + cell(1)]);
  expect(strings).toBe('<sst><si/></sst>');
});
