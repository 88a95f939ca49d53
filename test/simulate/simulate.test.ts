import { readFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkDigit } from '../../src/keys/id.js';
import type { Truth, TruthPlace } from '../../src/simulate/truth.js';
import { entries, filesOf, hashOf, world } from './world.js';

describe('simulate', () => {
  it.each([
    { layout: 'plain', format: 'csv' },
    { layout: 'messy', format: 'csv' },
    { layout: 'messy', format: 'xlsx' },
  ] as const)('writes the same bytes for the same seed ($layout, $format)', async (options) => {
    const [first, second] = [
      await world({ ...options, faults: 0.05 }),
      await world({ ...options, faults: 0.05 }),
    ];
    expect(hashOf(second.folder)).toBe(hashOf(first.folder));
  });

  it('writes another world for another seed', async () => {
    const [first, second] = [await world({ people: 450 }), await world({ people: 450, seed: 8 })];
    expect(hashOf(second.folder)).not.toBe(hashOf(first.folder));
  });

  it('plants nothing unless asked', async () => {
    const { truth } = await world({ people: 450 });
    expect(truth.faults).toEqual([]);
  });

  it('can make a single community', async () => {
    const { folder } = await world({ people: 300, communities: 1 });
    expect(entries(folder, '家庭户卡')).toHaveLength(300);
  });

  it('keeps one workbook of cards and one of ledgers a community', async () => {
    const { folder } = await world({ people: 450, format: 'xlsx' });
    const names = filesOf(path.join(folder, 'data'));
    expect(names).toEqual(
      expect.arrayContaining(['户卡/朝阳社区.xlsx', '台账/红旗社区.xlsx', '信息系统/出生登记.csv']),
    );
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path.join(folder, 'data', '台账/朝阳社区.xlsx'));
    const sheets = workbook.worksheets.map((sheet) => sheet.name);
    expect(sheets).toEqual(expect.arrayContaining(['出生登记', '育龄妇女登记', '流动人口登记', '楼院册']));
  });
});

describe('truth', () => {
  let folder: string;
  let truth: Truth;
  beforeAll(async () => {
    ({ folder, truth } = await world({ people: 6000, faults: 0.3 }));
  });

  const record = ({ path: name, row }: TruthPlace): string => {
    const lines = readFileSync(path.join(folder, 'data', name), 'utf8').split('\n');
    return lines[row - 1] ?? '';
  };

  it('knows many kinds of faults', () => {
    const kinds = new Set(truth.faults.map((fault) => fault.kind));
    expect(kinds.size).toBeGreaterThan(20);
    const ids = truth.faults.map((fault) => fault.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('cites data rows of the community concerned', () => {
    for (const fault of truth.faults) {
      for (const place of [fault, ...fault.others]) {
        if (place.path === undefined || place.row === undefined) continue;
        expect(place.row).toBeGreaterThan(1);
        const elsewhere = fault.description.includes('另一社区');
        expect(record(place as TruthPlace)).toContain(elsewhere ? '社区' : fault.community);
      }
    }
  });

  it('plants one fault on a record at most', () => {
    const places = truth.faults.flatMap((fault) =>
      fault.path === undefined ? [] : [`${fault.path}:${fault.row}`],
    );
    expect(new Set(places).size).toBe(places.length);
  });

  it('cites IDs that are wrong where it says so', () => {
    const invalid = truth.faults.filter((fault) => fault.kind === 'identity/invalid-id');
    expect(invalid.length).toBeGreaterThan(0);
    for (const fault of invalid) {
      const id = record(fault as TruthPlace).split(',')[8] ?? '';
      expect(checkDigit(id.slice(0, 17))).not.toBe(id.slice(17));
    }
  });

  it('cites both rows of a duplicate', () => {
    const copies = truth.faults.filter((fault) => fault.kind === 'enrolment/duplicated');
    expect(copies.length).toBeGreaterThan(0);
    for (const fault of copies) {
      const name = (place: TruthPlace): string => record(place).split(',')[4] ?? '';
      expect(fault.others.map(name)).toEqual([name(fault as TruthPlace)]);
    }
  });

  it('leaves out what it says is omitted', () => {
    const alike = ['deaths', 'marriages', 'contraception', 'migrants'];
    const omitted = truth.faults.filter(
      ({ kind, point, register, unconfirmed }) =>
        kind.endsWith('/omitted') && point === 'system' && alike.includes(register) && !unconfirmed,
    );
    expect(omitted.length).toBeGreaterThan(0);
    for (const fault of omitted) {
      const { path: name = '' } = fault;
      const exported = `信息系统/${name.slice(name.indexOf('_') + 1)}`;
      const lines = readFileSync(path.join(folder, 'data', exported), 'utf8').split('\n');
      expect(lines).not.toContain(record(fault as TruthPlace));
    }
  });

  it('cites workbook rows as a spreadsheet shows them', async () => {
    const messy = await world({ people: 900, faults: 0.3, layout: 'messy', format: 'xlsx' });
    const workbooks = new Map<string, ExcelJS.Workbook>();
    const cited = messy.truth.faults.filter((fault) => fault.sheet && fault.kind === 'format/invalid-date');
    expect(cited.length).toBeGreaterThan(0);
    for (const { path: name = '', sheet = '', row = 0 } of cited) {
      const workbook = workbooks.get(name) ?? new ExcelJS.Workbook();
      if (!workbooks.has(name)) await workbook.xlsx.readFile(path.join(messy.folder, 'data', name));
      workbooks.set(name, workbook);
      const cells = workbook.getWorksheet(sheet)?.getRow(row).values as unknown[];
      expect(cells.join()).toMatch(/5\/3\/2023|-02-30|0000-00-00/);
    }
  });
});
