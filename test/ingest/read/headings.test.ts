import { describe, expect, test } from 'vitest';
import { headingKey } from '../../../src/ingest/read/headings.js';
import { readingOf } from './folder.js';

/** Canonical name → 0-based column of a CSV with the given header lines and one row of cells below. */
async function boundBy(name: string, ...lines: string[]): Promise<Record<string, number>> {
  const width = (lines[0] ?? '').split(',').length;
  const row = Array.from({ length: width }, (_, i) => `x${i}`).join(',');
  const { source } = await readingOf(name, `${[...lines, row, row].join('\n')}\n`);
  return Object.fromEntries(source.columns.map((column) => [column.name, column.index]));
}

describe('headingKey', () => {
  test.each([
    ['*身份\n证号', '身份证号'],
    [' 出生　日期 ', '出生日期'],
    ['身份證號', '身份证号'],
    ['台帐', '台账'],
    ['Birth_Date', 'birthdate'],
    ['出生日期（年月日）', '出生日期(年月日)'],
  ])('%s', (text, key) => expect(headingKey(text)).toBe(key));
});

describe('binding', () => {
  test('brackets count first, and then do not', async () => {
    const bound = await boundBy('死亡登记.csv', '村(居),姓名,性别,身份证号（18位）,死亡日期（年月日）');
    expect(bound).toEqual({ community: 0, name: 1, sex: 2, id: 3, death_date: 4 });
  });

  test('English canonical names and traditional characters are headings', async () => {
    const bound = await boundBy('deaths.csv', 'community,Name,sex,身份證號,death_date');
    expect(bound).toEqual({ community: 0, name: 1, sex: 2, id: 3, death_date: 4 });
  });

  test('登记日期 alone is the marriage date, beside 结婚日期 the registration date', async () => {
    const names = '社区,男方姓名,男方身份证号,女方姓名,女方身份证号';
    expect(await boundBy('婚姻登记.csv', `${names},登记日期`)).toMatchObject({ marriage_date: 5 });
    const beside = await boundBy('婚姻登记.csv', `${names},登记日期,结婚日期`);
    expect(beside).toMatchObject({ marriage_date: 6, registration_date: 5 });
  });

  test('two lines: the group completes the heading, or is left out', async () => {
    const bound = await boundBy(
      '出生登记.csv',
      '社区,婴儿,,,出生日期,孩次,母亲,,父亲,,其他',
      ',姓名,性别,身份证号,,,姓名,身份证号,姓名,身份证号,备注',
    );
    expect(bound).toEqual({
      ...{ community: 0, child_name: 1, child_sex: 2, child_id: 3, birth_date: 4, parity: 5 },
      ...{ mother_name: 6, mother_id: 7, father_name: 8, father_id: 9, note: 10 },
    });
  });

  test('the canonical heading wins over a synonym, which is then unknown', async () => {
    const header = '社区,妇女姓名,姓名,身份证号,婚姻状况';
    const { source } = await readingOf('育龄妇女登记.csv', `${header}\n朝阳社区,甲,乙,x,初婚\n`);
    expect(source.columns.find((column) => column.name === 'name')?.index).toBe(2);
    expect(source.rivals).toEqual([]);
    expect(source.notes).toContainEqual({ code: 'unknown-column', count: 1, detail: '妇女姓名' });
  });

  test('of two columns for one name the left one counts; rows where they differ conflict', async () => {
    const header = '社区,姓名,姓名,性别,身份证号,死亡日期';
    const rows = ['甲,甲', '甲,', '甲,乙', '乙,甲'].map((names) => `朝阳社区,${names},男,x,2023-01-01`);
    const { source, account } = await readingOf('死亡登记.csv', `${header}\n${rows.join('\n')}\n`);
    expect(source.columns.find((column) => column.name === 'name')?.index).toBe(1);
    expect(account.conflicts).toEqual([{ column: 'name', count: 2, firstRow: 4 }]);
  });

  test('headings of the configuration are synonyms', async () => {
    const config = { headings: { deaths: { death_date: ['故去时间'] } } };
    const { source } = await readingOf(
      '死亡登记.csv',
      '社区,姓名,性别,身份证号,故去时间\na,b,男,c,d\n',
      config,
    );
    expect(source.columns.map((column) => column.name)).toContain('death_date');
    expect(source.problems).toEqual([]);
  });

  test('a missing required column is a problem of the sheet', async () => {
    const { source } = await readingOf('死亡登记.csv', '社区,姓名,身份证号,死亡日期\na,b,c,d\n');
    expect(source.problems).toEqual([{ code: 'missing-column', column: 'sex', row: 1 }]);
  });
});
