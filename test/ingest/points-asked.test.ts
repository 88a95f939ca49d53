import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../src/config/defaults.js';
import { pointsAsked, unusedPoints } from '../../src/ingest/points-asked.js';
import type { Survey } from '../../src/model/source.js';

describe('points set by hand', () => {
  it.each([
    ['system', 'system'],
    ['系统', 'system'],
    ['信息系统', 'system'],
    ['户卡', 'card'],
    ['公安', 'police'],
  ])('%s is %s', (word, point) => {
    expect(pointsAsked([{ glob: '*', point: word }], DEFAULT_CONFIG)).toEqual([{ glob: '*', point }]);
  });

  it.each(['sistem', '户'])('%s may mean several, or none', (word) => {
    expect(() => pointsAsked([{ glob: '*', point: word }], DEFAULT_CONFIG)).toThrow(word);
  });

  it('are told where no file has such a name', () => {
    const found = {
      sources: [{ path: '导出/出生.csv' }],
      refused: [{ path: '旧/台账.xls', reason: '' }],
    } as Survey;
    const asked = ['*.csv', '导出/*', '旧/*.xls', '导入/*', '*.tsv'].map((glob) => ({
      glob,
      point: 'system',
    }));
    expect(unusedPoints(asked, found)).toEqual(['导入/*', '*.tsv']);
  });
});
