import { expect, it } from 'vitest';
import { remember } from '../../src/keys/remember.js';

it.each([
  ['all values', undefined, ['a', 'b']],
  ['as many as it may', 1, ['a', 'b', 'b']],
])('remembers %s', (_, most, worked) => {
  const asked: string[] = [];
  const known = remember((key: string) => {
    asked.push(key);
    return key === 'a' ? undefined : key.toUpperCase();
  }, most);
  expect(['a', 'b', 'a', 'b'].map(known)).toEqual([undefined, 'B', undefined, 'B']);
  expect(asked).toEqual(worked);
});
