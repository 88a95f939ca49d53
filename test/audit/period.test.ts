import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { audit } from '../../src/audit/audit.js';
import { ingest } from '../../src/audit/ingest.js';
import { withWorkspace } from '../../src/audit/open.js';
import type { AuditOptions } from '../../src/audit/options.js';
import { definePeriod, type Period } from '../../src/audit/period.js';
import type { AuditResult } from '../../src/model/result.js';

type Files = Record<string, string[]>;

/** An audit of the given files, whose folder is deleted when the test ends; of one rule, since no other is asked about. */
function asked(files: Files, period?: string): AuditOptions {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-period-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, lines] of Object.entries(files)) {
    writeFileSync(path.join(folder, name), lines.join('\n'));
  }
  return { paths: [folder], period, lang: 'zh', rules: { only: ['format/future-date'], except: [] } };
}

const auditOf = (files: Files, period?: string): Promise<AuditResult> => audit(asked(files, period));

/** The period of an audit that goes no further. */
function periodOf(files: Files, written?: string): Promise<Period> {
  const options = asked(files, written);
  return withWorkspace(options, async (workspace) => {
    await ingest(workspace, options);
    return definePeriod(workspace.store, options, workspace.config);
  });
}

const DEATHS = '社区,姓名,性别,身份证号,死亡日期,登记日期';
const death = (date: string, registered: string) =>
  `永安社区,王芳,女,230193195001011006,${date},${registered}`;
const WOMEN = '社区,姓名,身份证号,出生日期,婚姻状况,移交日期';
const woman = (handover = '') => `永安社区,王芳,230193198501011006,1985-01-01,初婚,${handover}`;
const FIGURES = ['地区,期间,指标,数值', '永安社区,本年,出生人数,3'];
const MARRIAGES = '社区,男方姓名,男方身份证号,女方姓名,女方身份证号,结婚日期';
const marriage = (date: string) => `永安社区,李强,230193199106121031,王芳,230193198501011006,${date}`;

describe('the audited period', () => {
  test.each<[string, Record<string, string[]>, string, string, string[]]>([
    ['people alone', { '育龄妇女登记.csv': [WOMEN, woman()] }, '—', '1985-01-01', ['no-period']],
    [
      'people beside such figures',
      { '统计报表.csv': FIGURES, '育龄妇女登记.csv': [WOMEN, woman()] },
      '本年',
      '1985-01-01',
      [],
    ],
    [
      'people alone, one handed over',
      { '育龄妇女登记.csv': [WOMEN, woman('2022-03-01')] },
      '2022',
      '2022-12-31',
      [],
    ],
    [
      'registers whose years differ',
      {
        '死亡登记.csv': [DEATHS, death('2022-05-01', '')],
        '婚姻登记.csv': [MARRIAGES, marriage('2021-05-01')],
      },
      '2022',
      '2022-12-31',
      [],
    ],
    [
      'a year that all registers share before a later one',
      {
        '死亡登记.csv': [DEATHS, death('2021-05-01', '')],
        '婚姻登记.csv': [MARRIAGES, marriage('2021-05-01'), marriage('2022-05-01')],
      },
      '2021',
      '2021-12-31',
      [],
    ],
  ])('without --period: %s', async (_, files, period, asOf, notes) => {
    const found = await periodOf(files);
    expect([found.label, found.asOf, found.notes.map(({ code }) => code)]).toEqual([period, asOf, notes]);
  });

  test.each<[string, Files, string, string[]]>([
    [
      'people of whom no date is known',
      { '育龄妇女登记.csv': ['社区,姓名,身份证号,婚姻状况', '永安社区,王芳,230193198501011006,初婚'] },
      '—',
      ['no-period'],
    ],
    ['figures of a year that has no number', { '统计报表.csv': FIGURES }, '本年', []],
  ])('without --period: %s: the result has no as-of date', async (_, files, period, notes) => {
    const { run } = await auditOf(files);
    expect([run.period, run.asOf, run.notes.map(({ code }) => code)]).toEqual([period, '—', notes]);
  });

  test.each([
    ['2023-05-10', '2023-05-10'],
    ['2023-12-20', '2023-12-20'],
    ['2024-05-31', '2024-05-31'],
    ['2024-06-01', '2023-05-31'],
    ['2023-04-30', '2023-05-31'],
    ['', '2023-05-31'],
  ])('in May, with %s as the latest registration date, the as-of date is %s', async (registered, asOf) => {
    const files = { '死亡登记.csv': [DEATHS, death('2023-05-01', registered)] };
    expect((await periodOf(files, '2023-05')).asOf).toBe(asOf);
  });

  test('a month of a folder that goes on to December has no dates in the future', async () => {
    const lines = [DEATHS, death('2023-05-01', '2023-05-02'), death('2023-12-01', '2023-12-03')];
    const { findings } = await auditOf({ '死亡登记.csv': lines }, '2023-05');
    expect(findings.filter(({ rule }) => rule === 'format/future-date')).toEqual([]);
  });

  test('a period without an event is said', async () => {
    const files = { '死亡登记.csv': [DEATHS, death('2023-05-01', '')] };
    expect((await periodOf(files, '2021')).notes).toEqual([{ code: 'no-events', count: 1 }]);
    expect((await periodOf(files, '2023-05')).notes).toEqual([]);
  });

  test('is that of the result', async () => {
    const { run } = await auditOf({ '死亡登记.csv': [DEATHS, death('2023-05-01', '')] }, '2021');
    expect([run.period, run.asOf, run.notes]).toEqual([
      '2021',
      '2021-12-31',
      [{ code: 'no-events', count: 1 }],
    ]);
  });

  test.each([
    '2023-13',
    '2023/05',
    '2023-01..2023-05',
    '2023年1-6月',
    '202305',
    '本年',
    '23',
    '2023-05-01',
    '2023年13月',
  ])('the period %s is refused with the forms', async (period) => {
    const files = { '死亡登记.csv': [DEATHS, death('2023-05-01', '')] };
    await expect(periodOf(files, period)).rejects.toThrow('2023Q1');
  });

  test.each(['2023', '2023年', '2023-05', '2023年5月', '2023Q1', '2023年1季度', '2023上半年'])(
    'the period %s is understood',
    async (period) => {
      const files = { '死亡登记.csv': [DEATHS, death('2023-05-01', '')] };
      expect((await periodOf(files, period)).label).toBe(period);
    },
  );
});
