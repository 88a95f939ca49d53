import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { logic } from '../../src/rules/logic/index.js';
import { timing } from '../../src/rules/timing/index.js';
import type { Truth, TruthFault, TruthPlace } from '../../src/simulate/truth.js';
import { world } from './world.js';

describe('faults that all points agree on', () => {
  let folder: string;
  let truth: Truth;
  const files = new Map<string, string[][]>();

  beforeAll(async () => {
    ({ folder, truth } = await world({ people: 9000, communities: 4, seed: 5, faults: 0.4 }));
  });

  /** The values of a record, read back by a library of its own, by heading. */
  function record({ path: file, row }: TruthPlace): Record<string, string> {
    const known = files.get(file) ?? (parse(readFileSync(path.join(folder, 'data', file))) as string[][]);
    files.set(file, known);
    const [header = [], cells = []] = [known[0], known[row - 1]];
    return Object.fromEntries(header.map((heading, i) => [heading, cells[i] ?? '']));
  }

  function recordsOf({ path: file, row, others }: TruthFault): Record<string, string>[] {
    const places = file === undefined || row === undefined ? others : [{ path: file, row }, ...others];
    return places.map(record);
  }

  it.each([...logic, ...timing].map(({ name }) => name))('%s is planted', (rule) => {
    expect(truth.faults.filter(({ kind }) => kind === rule)).not.toEqual([]);
  });

  it.each([
    ['logic/children-sum', ['女孩数', '姓名']],
    ['logic/class-differs', ['管理类别', '居住状态', '姓名']],
    ['timing/late-registration', ['登记日期', '上报日期']],
    ['timing/certificate-missing', ['婚育证明编号', '姓名']],
    ['timing/notice-overdue', ['最近通报日期', '姓名']],
    ['logic/parity-order', ['孩次', '出生日期']],
  ])('%s stands alike at all points', (rule, headings) => {
    const planted = truth.faults.filter(({ kind }) => kind === rule);
    for (const fault of planted) {
      const records = recordsOf(fault);
      expect(records.length).toBeGreaterThan(1);
      for (const heading of headings) expect(new Set(records.map((row) => row[heading])).size).toBe(1);
    }
  });

  it('plants no two faults on one person', () => {
    const ofWomen = truth.faults.filter(({ kind }) => /^(logic|timing)\//.test(kind));
    const keys = ofWomen.map(({ path: file, row }) => `${file} ${row}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
