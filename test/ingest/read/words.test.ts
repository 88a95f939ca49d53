import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../../../src/config/defaults.js';
import { NameReader } from '../../../src/ingest/read/names.js';
import { byLength, longestWord, WordIndex } from '../../../src/ingest/read/words.js';

/** Few letters, so that words stand in texts, and in each other. */
const text = fc.string({ unit: fc.constantFrom('朝', '阳', '社', '区', ' ', 'a'), maxLength: 12 });
const words = fc.array(
  text.filter((word) => word !== ''),
  { maxLength: 8 },
);

describe('words in a text', () => {
  test('are found as by looking for each of them, the longest first', () => {
    fc.assert(
      fc.property(words, text, (all, one) => {
        const index = new WordIndex();
        for (const word of all) index.add(word);
        const within = [...new Set(all)].filter((word) => one.includes(word));
        expect(index.within(one)).toEqual(within.sort(byLength));
      }),
    );
  });

  test('the longest decides, of equals the first', () => {
    const lists = { births: ['出生', 'births'], deaths: ['死亡', '出生死亡', ''] };
    const find = longestWord(Object.entries(lists), ([, list]) => list);
    expect(find('2023年出生死亡登记')?.[0]).toBe('deaths');
    expect(find('死亡和出生')?.[0]).toBe('births');
    expect(find('births 2023')?.[0]).toBe('births');
    expect(find('rebirths')).toBeUndefined();
  });
});

describe('a reader of names', () => {
  const names = (file: string) => ({ file, folders: [], titles: [] });
  const reader = (...communities: string[]) =>
    new NameReader({
      ...DEFAULT_CONFIG,
      communities: communities.map((name) => ({ name, synonyms: [] })),
    });

  test('forgets what it made of a name once it learns another community', () => {
    const one = reader();
    expect(one.point(names('公安新村名单'))).toBe('police');
    expect(one.community(names('公安新村名单'))).toBe('新村');
    one.learnFrom(['公安新村']);
    expect(one.point(names('公安新村名单'))).toBe('ledger');
    expect(one.community(names('公安新村名单'))).toBe('公安新村');
  });

  test('strikes a community that another one, once struck, brings out', () => {
    const one = reader('朝阳花园社区', '医院 区');
    expect(one.point(names('医院朝阳花园社区区'))).toBe('ledger');
    expect(one.point(names('医院朝阳花园社区'))).toBe('hospital');
  });
});
