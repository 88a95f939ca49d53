import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { AuditResult } from '../../src/model/result.js';
import { auditOnce } from '../audit-once.js';
import { run } from '../cli/fake.js';

/**
 * Every total of every format is that of the JSON: faults (uncaused, not accepted, not known), and beside them what
 * follows from them.
 */
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-test-totals-'));
});
afterAll(() => rm(folder, { recursive: true }));

type Totals = Record<'error' | 'warning' | 'notice' | 'caused', number>;

const numbers = (text: string, pattern: RegExp): number[] =>
  (pattern.exec(text) ?? []).slice(1).map((digits) => Number(digits.replaceAll(',', '')));
const named = ([error = NaN, warning = NaN, notice = NaN, caused = NaN]: number[]): Totals => ({
  error,
  warning,
  notice,
  caused,
});

/** The totals that each format prints, read from it as a person would. */
const READERS: Record<string, (file: Buffer) => Totals | Promise<Totals>> = {
  table: (file) =>
    named(
      numbers(String(file), /共 ([\d,]+) 项错误、([\d,]+) 项警告、([\d,]+) 项提示，及其引起的 ([\d,]+) 项/),
    ),
  md: (file) =>
    named(numbers(String(file), /错误 ([\d,]+) · 警告 ([\d,]+) · 提示 ([\d,]+)，及其引起的 ([\d,]+) 项/)),
  csv: (file) => {
    const records = parse(file, { bom: true, columns: true }) as Record<string, string>[];
    const of = (word: string) => records.filter((row) => row.起因 === '' && row.级别 === word).length;
    return named([...['错误', '警告', '提示'].map(of), records.filter((row) => row.起因 !== '').length]);
  },
  junit: (file) => {
    const cases = String(file).split('<testcase').slice(1);
    const of = (level: string) =>
      cases.filter((text) => text.includes(`>${level}: `) && !text.includes('<skipped')).length;
    const caused = cases.filter((text) => text.includes('message="起因')).length;
    expect(Number(/failures="(\d+)"/.exec(String(file))?.[1])).toBe(of('错误'));
    return named([...['错误', '警告', '提示'].map(of), caused]);
  },
  sarif: (file) => {
    const all = JSON.parse(String(file)).runs[0].results;
    const results = all.filter((one: object) => !('suppressions' in one));
    const own = results.filter((one: { properties: object }) => !('causedBy' in one.properties));
    const of = (level: string) => own.filter((one: { level: string }) => one.level === level).length;
    return named([...['error', 'warning', 'note'].map(of), results.length - own.length]);
  },
  html: (file) => {
    const shown = (name: string) => numbers(String(file), new RegExp(`<b>([\\d,]+)</b>${name}`))[0] ?? NaN;
    return named(['错误', '警告', '提示', '及其引起的'].map(shown));
  },
  xlsx: async (file) => {
    const book = new exceljs.Workbook();
    await book.xlsx.load(file as unknown as Parameters<typeof book.xlsx.load>[0]);
    const rows: unknown[][] = [];
    book.worksheets[0]?.eachRow(({ values }) => rows.push((values as unknown[]).slice(1)));
    const sums = rows.find(([name]) => name === '合计') ?? [];
    const sheets = book.worksheets.filter(({ name }) => name.endsWith('社区') || name.endsWith('区'));
    const listed = sheets.reduce((sum, { rowCount }) => sum + rowCount - 2, 0);
    const [, error, warning, notice, , caused] = sums as number[];
    expect(listed).toBe((error ?? 0) + (warning ?? 0) + (notice ?? 0) + (caused ?? 0));
    return named([error ?? NaN, warning ?? NaN, notice ?? NaN, caused ?? NaN]);
  },
};

async function reportsOf(name: string, ledgers: string, ...options: string[]) {
  const formats = [...Object.keys(READERS), 'docx'];
  const reports = formats.flatMap((format) => ['--report', `${format}=${join(folder, `${name}.${format}`)}`]);
  const out = join(folder, `${name}.json`);
  const split = join(folder, `${name}-split`);
  const asked = ['check', ledgers, '--quiet', ...options];
  const files = ['--format', 'json', '--out', out, ...reports, '--split', split];
  expect((await run([...asked, ...files], auditOnce)).err).toBe('');
  const screen = await run([...asked, '--brief'], auditOnce);
  const result = JSON.parse(await readFile(out, 'utf8')) as AuditResult;
  const { error, warning, notice, caused } = result.summary;
  return {
    result,
    totals: { error, warning, notice, caused },
    screen: screen.out,
    file: (format: string) => readFile(join(folder, `${name}.${format}`)),
    split: async (ending: string) => {
      const names = (await readdir(split)).filter((one) => one.endsWith(ending));
      return Promise.all(names.map((one) => readFile(join(split, one))));
    },
  };
}

/** The ledgers of a small faulty district. */
let made: Promise<string> | undefined;
function district(): Promise<string> {
  made ??= (async () => {
    const size = [
      '--people',
      '450',
      '--communities',
      '3',
      '--seed',
      '4',
      '--faults',
      '0.3',
      '--layout',
      'messy',
    ];
    await run(['simulate', join(folder, 'made'), ...size]);
    return join(folder, 'made', 'data');
  })();
  return made;
}

/** The sample, a faulty district, and that district with some findings accepted. */
const RUNS = ['sample', 'district', 'accepted'] as const;

describe.each(RUNS)('the totals of %s', (name) => {
  let reports: Awaited<ReturnType<typeof reportsOf>>;
  beforeAll(async () => {
    reports = await MAKE[name]();
  }, 60_000);

  it('count faults and their consequences once each', () => {
    const { findings, summary } = reports.result;
    const open = findings.filter(({ accepted }) => !accepted);
    const { error, warning, notice, caused, byRule, byCommunity } = summary;
    const faults = error + warning + notice;
    expect(faults + caused).toBe(open.length);
    expect(caused).toBe(open.filter(({ causedBy }) => causedBy !== null).length);
    expect(caused).toBeGreaterThan(0);
    const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
    expect([sum(byRule), sum(byCommunity)]).toEqual([faults, faults]);
    if (name === 'accepted') expect(summary.accepted).toBeGreaterThan(0);
  });

  it.each(Object.keys(READERS))('are the same in %s', async (format) => {
    expect(await READERS[format]?.(await reports.file(format))).toEqual(reports.totals);
  });

  it('are the same in the circular, as far as they are no small numbers', async () => {
    const text = await textOf(await reports.file('docx'));
    const [, all, caused] = /共发现问题 ([\d,]+) 项（.*?），及其引起的 (\S+) 项/.exec(text) ?? [];
    const { error, warning, notice } = reports.totals;
    expect(Number(all?.replaceAll(',', ''))).toBe(error + warning + notice);
    expect(Number(caused?.replaceAll(',', ''))).toBe(reports.totals.caused);
  });

  it('are the same on the first screen', () => {
    const said = /：([\d,]+) 项错误、([\d,]+) 项警告、([\d,]+) 项提示，及其引起的 ([\d,]+) 项/;
    expect(named(numbers(reports.screen, said))).toEqual(reports.totals);
    const block = /社区 +错误 .*\n((?:\S.*\n)+)/.exec(reports.screen)?.[1] ?? '';
    const rows = [...block.matchAll(/ (\d+) +(\d+) +(\d+) {2}/g)].map((row) => row.slice(1).map(Number));
    const { error, warning, notice } = reports.totals;
    const of = (at: number) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0);
    expect([of(0), of(1), of(2)]).toEqual([error, warning, notice]);
  });

  it('are the sums of what is handed out, and stand in the brief', async () => {
    const { error, warning, notice, caused } = reports.totals;
    const books = await Promise.all((await reports.split('.xlsx')).map((file) => READERS.xlsx?.(file)));
    for (const level of ['error', 'warning', 'notice', 'caused'] as const)
      expect([level, books.reduce((sum, book) => sum + (book?.[level] ?? NaN), 0)]).toEqual([
        level,
        reports.totals[level],
      ]);
    const notices = await Promise.all((await reports.split('-整改通知.docx')).map(textOf));
    const listed = notices.map((text) => numbers(text, /问题共 ([\d,]+) 项/)[0] ?? NaN);
    expect(listed.reduce((sum, count) => sum + count, 0)).toBe(error + warning + notice);
    const [brief = ''] = await Promise.all((await reports.split('简报.docx')).map(textOf));
    const said = numbers(brief, /发现问题 ([\d,]+) 项，及其引起的 ([\d,]+) 项/);
    expect(said).toEqual([error + warning + notice, caused]);
  });
});

async function textOf(document: Buffer): Promise<string> {
  const zip = await JSZip.loadAsync(document);
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  return xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');
}

const MAKE: Record<(typeof RUNS)[number], () => ReturnType<typeof reportsOf>> = {
  sample: () => reportsOf('sample', 'samples/yunxi'),
  district: async () => reportsOf('district', await district()),
  accepted: async () => {
    const ledgers = await district();
    const { findings } = await auditOnce({ paths: [ledgers], lang: 'zh' });
    const ids = findings
      .filter(({ rule, causedBy }) => rule === 'identity/split-id' && causedBy === null)
      .map(({ id }) => id);
    const config = join(folder, 'plumbline.yaml');
    await writeFile(config, 'population: registered\n');
    const chosen = ['--folder', ledgers, '--config', config];
    await run(['accept', ...ids, '--reason', '已核实', ...chosen]);
    return reportsOf('accepted', ledgers, '--config', config);
  },
};

test("a year's end has the totals of its result in every file", async () => {
  const out = join(folder, 'yearend');
  const formats = ['md', 'csv', 'junit', 'sarif', 'html', 'xlsx'];
  const config = join(folder, 'yearend.yaml');
  await writeFile(config, `yearend: { paths: [${await district()}], reports: [${formats.join(', ')}] }\n`);
  await run(['yearend', config, '--out', out], auditOnce);
  const file = (name: string) => readFile(join(out, name));
  const { summary } = JSON.parse(String(await file('result.json'))) as AuditResult;
  const { error, warning, notice, caused } = summary;
  const totals = { error, warning, notice, caused };
  const said = /错误 ([\d,]+) 项，警告 ([\d,]+) 项，提示 ([\d,]+) 项，及其引起的 ([\d,]+) 项/;
  expect(named(numbers(String(await file('summary.txt')), said))).toEqual(totals);
  for (const format of formats) {
    expect([format, await READERS[format]?.(await file(`report.${format}`))]).toEqual([format, totals]);
  }
});
