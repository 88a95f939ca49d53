import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { RefusedFiles } from '../../src/ingest/options.js';
import { auditOnce } from '../audit-once.js';

/** Folders as bureaus sent them, rebuilt with invented people. */
const auditOf = (folder: string) =>
  auditOnce({ paths: [path.join('test/reports', folder)], lang: 'zh', threads: 1 });

describe('containers as they come', () => {
  test.each([
    ['F11-empty-shared-string-cell', 2],
    ['F13-zip64-workbook', 2],
    ['F14-part-names/a_反斜杠', 3],
    ['F14-part-names/b_大小写', 3],
    ['F21-two-tables-on-one-sheet/a_上下', 3],
    ['F21-two-tables-on-one-sheet/b_左右', 3],
  ])('%s: %i rows, no findings', async (folder, rows) => {
    const { run, findings } = await auditOf(folder);
    expect(findings.map(({ rule }) => rule)).toEqual([]);
    expect(run.inputs.reduce((sum, input) => sum + input.rows.read, 0)).toBe(rows);
  });

  test.each([
    ['a_上下', '2023年 A8'],
    ['b_左右', '死亡登记 I2'],
  ])('the second table of %s is named once', async (folder, place) => {
    const { run } = await auditOf(`F21-two-tables-on-one-sheet/${folder}`);
    const notes = run.inputs.flatMap((input) => input.notes).filter(({ code }) => code === 'second-table');
    expect(notes).toEqual([{ code: 'second-table', count: 1, detail: place }]);
  });

  test.each([
    ['F15-html-behind-blank-lines', 'HTML'],
    ['F22-table-passed-over-silently', '“|”'],
  ])('%s is refused with the steps', async (folder, said) => {
    const failed = await auditOf(folder).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(RefusedFiles);
    const { refused } = failed as RefusedFiles;
    expect(refused.map((one) => one.path)).toEqual(['信息系统/死亡登记.csv']);
    expect(refused[0]?.reason).toContain(said);
    expect(refused[0]?.reason).toContain('另存为');
  });
});
