import { readFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Entry, entries, filesOf, hashOf, world } from './world.js';

/** A year as a district hands it in: two streets of two communities, every month a file of each register. */
describe('ledgers handed in month by month', () => {
  const options = { people: 1200, communities: 4, months: { streets: 2 } } as const;
  let folder: string;
  const of = (row: Entry, heading: string): string => row[heading] ?? '';
  const sum = (rows: Entry[], heading: string): number =>
    rows.reduce((total, row) => total + Number(of(row, heading)), 0);
  const yearly = (area: string, indicator: string): number =>
    Number(entries(folder, '统计报表_年报').find((row) => row.地区 === area && row.指标 === indicator)?.数值);

  beforeAll(async () => {
    ({ folder } = await world(options));
  });

  it('keeps twelve of each register of events, one of women and one of cards', () => {
    const own = filesOf(path.join(folder, 'data')).filter((name) => name.includes('朝阳社区'));
    const births = own.filter((name) => name.endsWith('月出生登记.csv'));
    expect(births).toHaveLength(12);
    expect(births[4]).toBe('台账/城东街道/朝阳社区/朝阳社区_2023年05月出生登记.csv');
    expect(own).toContain('台账/城东街道/朝阳社区/朝阳社区_育龄妇女登记.csv');
    expect(own).toContain('户卡/城东街道/朝阳社区_家庭户卡.csv');
  });

  it.each([
    ['出生登记', '出生日期'],
    ['婚姻登记', '结婚日期'],
    ['节育登记', '手术日期'],
    ['流动人口登记', '流动日期'],
    ['死亡登记', '死亡日期'],
    ['迁移登记', '迁移日期'],
  ])('puts every row of %s into the month of its event, and none of earlier years', (register, date) => {
    let rows = 0;
    for (let month = 1; month <= 12; month++) {
      const number = String(month).padStart(2, '0');
      for (const row of entries(folder, `2023年${number}月${register}`)) {
        expect(of(row, date).slice(0, 7)).toBe(`2023-${number}`);
        rows += 1;
      }
    }
    const known = entries(folder, `信息系统/${register}`).filter((row) => of(row, date).startsWith('2023'));
    expect(rows).toBe(known.length);
  });

  it('names street and district in the export of the system alone', () => {
    const births = entries(folder, '信息系统/出生登记');
    expect(new Set(births.map((row) => `${row.社区} ${row.街道} ${row.区县}`))).toEqual(
      new Set([
        '朝阳社区 城东街道 云溪区',
        '红旗社区 城东街道 云溪区',
        '新华社区 城西街道 云溪区',
        '云溪社区 城西街道 云溪区',
      ]),
    );
    expect(entries(folder, '月出生登记').flatMap((row) => Object.keys(row))).not.toContain('街道');
  });

  it('reports months that make the year, communities that make streets, streets that make the district', () => {
    const monthly = entries(folder, '月统计报表');
    expect(monthly).toHaveLength(4 * 12);
    const areas = entries(folder, '统计报表_月报');
    for (const indicator of ['出生人数', '死亡人数', '迁入人数', '结婚对数']) {
      const here = (rows: Entry[], area: string) =>
        sum(
          rows.filter((row) => row.地区 === area),
          indicator,
        );
      expect(here(monthly, '朝阳社区')).toBe(yearly('朝阳社区', indicator));
      expect(here(areas, '城东街道')).toBe(here(monthly, '朝阳社区') + here(monthly, '红旗社区'));
      expect(here(areas, '云溪区')).toBe(here(areas, '城东街道') + here(areas, '城西街道'));
      expect(yearly('云溪区', indicator)).toBe(here(areas, '云溪区'));
    }
  });

  it('carries the population over from month to month', () => {
    const months = entries(folder, '月统计报表').filter((row) => row.地区 === '红旗社区');
    months.sort((a, b) => (of(a, '期间') < of(b, '期间') ? -1 : 1));
    expect(months.slice(1).map((row) => row.期初总人口)).toEqual(
      months.slice(0, -1).map((row) => row.期末总人口),
    );
    expect(months[11]?.期末总人口).toBe(String(yearly('红旗社区', '期末总人口')));
  });

  it('writes the same bytes for the same seed', async () => {
    const again = await world(options);
    expect(hashOf(again.folder)).toBe(hashOf(folder));
  });

  it('has in a workbook the report of the month and a sheet of each register, empty ones too', async () => {
    const small = await world({ ...options, people: 600, format: 'xlsx' });
    const book = new ExcelJS.Workbook();
    const file = '台账/城西街道/新华社区/新华社区_2023年02月.xlsx';
    await book.xlsx.readFile(path.join(small.folder, 'data', file));
    expect(book.worksheets.map(({ name }) => name)).toEqual(
      [
        '统计报表',
        '出生登记',
        '婚姻登记',
        '节育登记',
        '流动人口登记',
        '死亡登记',
        '迁移登记',
        '访视登记',
      ].map((name) => `2023年02月${name}`),
    );
    expect(book.worksheets[0]?.getRow(2).values).toContain('2023-02');
  });

  it('says of planted faults where they stand', async () => {
    const { folder: faulty, truth } = await world({ ...options, people: 3000, faults: 0.2 });
    const monthly = truth.faults.filter((fault) => fault.path?.includes('月'));
    expect(monthly.length).toBeGreaterThan(10);
    expect(monthly.some(({ register }) => register === 'figures')).toBe(true);
    for (const { path: name = '', row = 0, community, description } of monthly) {
      const lines = readFileSync(path.join(faulty, 'data', name), 'utf8').split('\n');
      expect(row).toBeGreaterThan(1);
      const elsewhere = description.includes('另一社区');
      expect(lines[row - 1]).toContain(elsewhere ? '社区' : community);
    }
    const twice = truth.faults.find(({ kind }) => kind === 'coverage/register-twice');
    expect(twice?.others.length).toBeGreaterThan(0);
  });
});
