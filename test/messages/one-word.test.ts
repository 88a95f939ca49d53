import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** One word for one thing in everything Chinese that people read: what is not said, and what is said instead. */
const INSTEAD: readonly [RegExp, string][] = [
  [/重算|(?<!参)数得/, '复算'],
  [/相符/, '一致'],
  [/审核(?![人：])/, '核对'],
  [/登记簿/, '登记册'],
];

function textsUnder(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => path.join(folder, name));
}

test.each([
  ...textsUnder('src/messages', /\.ts$/),
  ...textsUnder('src/rules', /\.ts$/),
  ...textsUnder('docs', /\.zh-CN\.(?:md|1)$/),
  ...textsUnder('docs/rules', /\.md$/),
  'README.zh-CN.md',
])('%s', (file) => {
  const text = readFileSync(file, 'utf8');
  expect(INSTEAD.filter(([other]) => other.test(text)).map(([, word]) => word)).toEqual([]);
});
