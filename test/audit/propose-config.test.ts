import { describe, expect, it } from 'vitest';
import { proposeConfig } from '../../src/audit/propose-config.js';
import { parseConfig } from '../../src/config/parse.js';
import type { Source, Survey } from '../../src/model/source.js';

function source(path: string, more: Partial<Source> = {}): Source {
  return { path, register: 'births', point: 'ledger', notes: [], ...more } as Source;
}

const FOUND: Survey = {
  sources: [
    source('台账/永安村.xlsx', { sheet: '出生登记', community: '永安村' }),
    source('导出/出生.csv', {
      notes: [{ code: 'unknown-column', count: 1, detail: '产妇姓名' }],
    }),
    source('户卡/永安.xlsx', { point: 'card', register: 'households', community: '永安' }),
  ],
  refused: [{ path: '旧/台账.xls', reason: '旧格式。' }],
  notes: [],
  communities: ['合计', '和平社区'],
};

describe.each(['zh', 'en'] as const)('a proposed configuration in %s', (lang) => {
  const text = proposeConfig(FOUND, lang);

  it('is one that can be read, and changes nothing but the communities', () => {
    const config = parseConfig(text, 'plumbline.yaml');
    expect(config.communities.map(({ name }) => name)).toEqual(['和平社区', '永安', '永安村']);
    expect(config.files).toEqual([]);
  });

  it('asks what it is not sure of', () => {
    for (const line of [
      '{ glob: 旧/台账.xls, ignore: true }',
      '{ glob: 导出/出生.csv, point: system }',
      '{ name: 永安村, synonyms: [ 永安 ] }',
    ]) {
      expect(text).toContain(line);
    }
    expect(text).toContain('产妇姓名');
    expect(text).not.toContain('glob: 台账/永安村.xlsx');
  });
});
