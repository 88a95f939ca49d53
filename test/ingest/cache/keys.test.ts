import { expect, test } from 'vitest';
import { DEFAULT_CONFIG } from '../../../src/config/defaults.js';
import { rowsKey } from '../../../src/ingest/cache/keys.js';
import type { Source } from '../../../src/model/source.js';

const SOURCE: Source = {
  source: 3,
  path: '户卡/a.csv',
  file: '/ledgers/户卡/a.csv',
  kind: 'csv',
  sha256: 'ab',
  bytes: 100,
  register: 'births',
  point: 'card',
  witness: false,
  header: { from: 1, to: 1 },
  columns: [{ name: 'child_name', index: 0, heading: '婴儿姓名' }],
  rivals: [{ name: 'child_name', index: 1, heading: '姓名' }],
  width: { headings: 2, cells: 2 },
  problems: [],
  notes: [],
};
const KEY = rowsKey([SOURCE], DEFAULT_CONFIG);

test('rows are known again, wherever their file lies and whatever its number', () => {
  const elsewhere = { ...structuredClone(SOURCE), source: 4, path: 'b.csv', file: '/b.csv' };
  expect(rowsKey([elsewhere], { ...DEFAULT_CONFIG, communities: [], codes: {} })).toBe(KEY);
});

test.each<[string, Partial<Source>]>([
  ['columns', { columns: [{ name: 'child_name', index: 2, heading: '婴儿姓名' }] }],
  ['rivals', { rivals: [] }],
  ['columns for rivals', { columns: SOURCE.rivals, rivals: SOURCE.columns }],
  ['bytes', { sha256: 'ac' }],
  ['point', { point: 'ledger' }],
  ['community', { community: '朝阳社区' }],
  ['indicators', { wide: [{ index: 1, heading: '出生人数' }] }],
])('other %s, other rows', (_, change) => {
  expect(rowsKey([{ ...SOURCE, ...change }], DEFAULT_CONFIG)).not.toBe(KEY);
});

test('other words of the configuration, other rows', () => {
  const community = { name: '朝阳社区', synonyms: ['朝阳'] };
  expect(rowsKey([SOURCE], { ...DEFAULT_CONFIG, communities: [community] })).not.toBe(KEY);
  expect(rowsKey([SOURCE], { ...DEFAULT_CONFIG, codes: { sex: { 男: ['雄'] } } })).not.toBe(KEY);
});
