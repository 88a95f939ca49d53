import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { allEnded, dealt, sideBySide } from '../../src/files/side-by-side.js';

describe('work side by side', () => {
  it.each([
    [[], []],
    [[5], [[5]]],
    [
      [1, 2, 3, 4, 5],
      [
        [1, 3, 5],
        [2, 4],
      ],
    ],
  ])('is dealt out in turn, and nobody gets nothing: %j', (items, shares) => {
    expect(dealt(items, 2, (_, position) => position)).toEqual(shares);
  });

  it('is dealt out so that what has one place stays together', () => {
    const places = { a: 0, b: 1, c: 2 };
    const items = ['a1', 'b1', 'c1', 'a2', 'b2'];
    expect(dealt(items, 2, (item) => places[item[0] as 'a'])).toEqual([
      ['a1', 'c1', 'a2'],
      ['b1', 'b2'],
    ]);
  });

  it('returns results in the order of the items, so many at once', async () => {
    let running = 0;
    let most = 0;
    const results = await sideBySide([3, 1, 2, 0], 2, async (item, place) => {
      most = Math.max(most, ++running);
      await setTimeout(item * 5);
      running--;
      return `${place}:${item}`;
    });
    expect(results).toEqual(['0:3', '1:1', '2:2', '3:0']);
    expect(most).toBe(2);
  });

  it('waits for what was begun and begins nothing more when one fails', async () => {
    const begun: string[] = [];
    const ended: string[] = [];
    const work = sideBySide(['slow', 'failing', 'never'], 2, async (item) => {
      begun.push(item);
      await setTimeout(item === 'slow' ? 20 : 1);
      if (item === 'failing') throw new Error('no room');
      ended.push(item);
    });
    await expect(work).rejects.toThrow('no room');
    expect(begun).toEqual(['slow', 'failing']);
    expect(ended).toEqual(['slow']);
  });

  it('has nothing to wait for without items', async () => {
    expect(await sideBySide([], 2, () => Promise.reject(new Error('called')))).toEqual([]);
  });
});

describe('all ended', () => {
  it('throws as the first in their order that failed', async () => {
    const late = setTimeout(5).then(() => Promise.reject(new Error('first in order')));
    await expect(
      allEnded([Promise.resolve(), late, Promise.reject(new Error('first in time'))]),
    ).rejects.toThrow('first in order');
  });
});
