import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vocabularies } from '../../../src/ingest/read/headings.js';
import { inspect } from '../../../src/ingest/read/inspect.js';
import { knownHeadings } from '../../../src/ingest/read/known-headings.js';
import { isOwnOutput } from '../../../src/ingest/read/own-output.js';
import { briefSheets } from '../../../src/spot/sheet/brief-workbook.js';
import { checkSheets } from '../../../src/spot/sheet/check-workbook.js';
import type { Sheet } from '../../../src/workbook/sheet.js';
import { writeWorkbook } from '../../../src/workbook/workbook.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plumbline-test-own-'));
});
afterAll(() => rm(folder, { recursive: true }));

const CODE = '12345678';
const BLOCK = {
  code: CODE,
  area: '朝阳社区',
  part: '抽中户',
  round: '',
  list: '0a1b2c3d',
  period: '2023',
  seed: '7',
  order: '1',
};
const PERSON = { no: 1, order: '1', household_no: '001-0001', door: '1号楼 1-0101', name: '王*' };

/** Whether a folder's audit passes over a workbook of these sheets. */
async function isPassedOver(name: string, sheets: readonly Sheet[]): Promise<boolean> {
  const file = path.join(folder, name);
  await writeWorkbook(file, sheets);
  const found = { file, path: name, kind: 'xlsx' as const, named: false, folders: [] };
  return (await inspect(found, knownHeadings(vocabularies({})))) === undefined;
}

describe('what we wrote ourselves and somebody keeps beside the ledgers', () => {
  test.each(['zh', 'en'] as const)('a household check is no ledger (%s)', async (lang) => {
    const list = {
      part: 'drawn' as const,
      title: '入户核查表　朝阳社区',
      block: BLOCK,
      people: [PERSON],
      whole: true,
    };
    expect(await isPassedOver(`check-${lang}.xlsx`, checkSheets([list], lang))).toBe(true);
  });

  test.each(['zh', 'en'] as const)('nor are the cells to verify (%s)', async (lang) => {
    const head = { code: CODE, area: '朝阳社区', period: '2023' };
    expect(await isPassedOver(`brief-${lang}.xlsx`, briefSheets(head, [], lang))).toBe(true);
  });

  test.each<[string, string[][], boolean]>([
    ['a report', [['Plumbline 0.1.0 统计核对报告']], true],
    ['a check whose merged cells came back apart', [['入户核查表'], ['', '抽样编号 ', '', CODE]], true],
    ['a form of the bureau under the same title', [['入户核查表'], ['姓名', '身份证号']], false],
    ['a register that counts draws', [['出生登记'], ['抽样编号', '姓名']], false],
    ['a register of a draw without a code of ours', [['家庭户卡　抽样 2023'], ['姓名']], false],
    [
      'a ledger',
      [
        ['姓名', '身份证号'],
        ['王小明', ''],
      ],
      false,
    ],
    ['nothing', [], false],
  ])('%s', (_, rows, own) => expect(isOwnOutput(rows)).toBe(own));
});
