import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { audit } from '../../src/audit/audit.js';
import { asked } from '../asked.js';

const root = mkdtempSync(join(tmpdir(), 'plumbline-located-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A card of each person, with the street that its row names; the district stands in some rows only. */
const ROWS = [
  ['甲社区', '东街道', '云溪区'],
  ['甲社区', '东街道', ''],
  ['甲社区', '西街道', ''],
  ['乙社区', '西街道', '云溪区'],
  ['乙社区', '', ''],
];

it('takes for the street of a community what most of its rows say, blank ones apart', async () => {
  mkdirSync(join(root, '户卡'));
  const lines = ROWS.map(([community, street, district], n) => {
    const card = `${n + 1},${community},${street},${district}`;
    return `${card},王${'一二三四五'[n]},女,23019119800101000${n},1980-01-01`;
  });
  const head = '户卡编号,社区,街道,区县,姓名,性别,身份证号,出生日期';
  writeFileSync(join(root, '户卡', '家庭户卡.csv'), [head, ...lines].join('\n'));
  const { areas } = await audit(asked(root));
  expect(areas?.map(({ area, parts }) => `${area}: ${parts.join(' ')}`)).toEqual([
    '乙社区: ',
    '甲社区: ',
    '东街道: 甲社区',
    '西街道: 乙社区',
    '云溪区: 东街道 西街道',
  ]);
});
