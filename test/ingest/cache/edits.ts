import path from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { place, readingOf, worldFiles, write } from './tables.js';

export const CSV = [
  '医院/医院出生名单.csv',
  '民政/民政婚姻名单.csv',
  '信息系统/迁移登记.csv',
  '信息系统/统计报表_月报.csv',
];
export const SMALL = worldFiles('messy', CSV);

/** What somebody does to a folder of ledgers in a month. */
type Edit = (files: Map<string, Buffer>) => void;

const anyName = fc.constantFrom(...CSV);
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(anyName, fc.nat(9)).map(
    ([name, digit]): Edit =>
      (files) => {
        const text = files.get(name)?.toString('latin1');
        if (text) files.set(name, Buffer.from(text.replace(/\d(?=\D*$)/, String(digit)), 'latin1'));
      },
  ),
  fc.tuple(anyName, fc.constantFrom('红旗社区.csv', '户卡/a.csv', '2023年5月.csv', 'b.csv')).map(
    ([name, end]): Edit =>
      (files) => {
        const bytes = files.get(name);
        if (bytes) files.set(`${path.dirname(name)}/${end}`, bytes);
        files.delete(name);
      },
  ),
  anyName.map(
    (name): Edit =>
      (files) =>
        void files.delete(name),
  ),
  anyName.map(
    (name): Edit =>
      (files) => {
        const bytes = files.get(name);
        if (bytes) files.set(`备份/${name}`, bytes);
      },
  ),
  fc.constant<Edit>((files) => void files.set('坏.xlsx', Buffer.from('PK'))),
  fc.constant<Edit>((files) => void files.set('说明.txt', Buffer.from('请各社区按时上报。'))),
);

export async function expectSame(folder: string, cache: string): Promise<void> {
  const [plain, cached] = [await readingOf(folder), await readingOf(folder, cache)];
  expect(cached.result).toEqual(plain.result);
  expect(cached.notices).toEqual([]);
}

/** A folder whose ledgers change from month to month is read with a cache as it is without. */
export async function changesNothing(numRuns: number): Promise<void> {
  const months = fc.array(fc.array(edits, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(months, async (all) => {
      const [folder, cache] = [place(), place()];
      const files = new Map(SMALL);
      // A ledger that stays, so that there is always something to audit.
      files.set(
        '死亡登记.csv',
        worldFiles('messy', ['信息系统/死亡登记.csv']).values().next().value as Buffer,
      );
      write(folder, files);
      await expectSame(folder, cache);
      for (const month of all) {
        for (const edit of month) edit(files);
        write(folder, files);
        await expectSame(folder, cache);
      }
    }),
    { numRuns, seed: 20231231 },
  );
}
