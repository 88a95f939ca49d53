import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import stringWidth from 'string-width';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/assess/types.js';
import type { AuditResult } from '../../src/model/result.js';
import { exampleResult, HISTORY_TEXT } from '../assess/example.js';
import { auditOnce } from '../audit-once.js';
import { run } from './fake.js';

let folder = '';
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-assess-'));
  const page = await readFile('docs/assessment.md', 'utf8');
  await writeFile(path('result.json'), JSON.stringify(exampleResult()));
  await writeFile(path('rules.yaml'), /```yaml\n(.*?)```/s.exec(page)?.[1] ?? '');
  await writeFile(path('history.json'), HISTORY_TEXT);
  await writeFile(path('shipped.yaml'), '');
});
afterAll(() => rm(folder, { recursive: true }));

const assess = (...words: string[]) =>
  run(['assess', path('result.json'), '--config', path('rules.yaml'), ...words]);

describe('plumbline assess', () => {
  it('shows the ranks in 80 columns', async () => {
    const { code, out } = await assess('--history', path('history.json'));
    expect(code).toBe(0);
    expect(out).toMatch(/4 +乙镇 +53\.20 +45\.00\/100 \+ 65\.50\/100 +城市 \+ 农村/);
    expect(out).toContain('不排名：戊镇');
    expect(out).not.toMatch(/NaN|undefined|null/);
    for (const line of out.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80);
  });

  it.each(['zh', 'en'])('explains an area in %s, no line too long', async (lang) => {
    const { code, out } = await assess('--lang', lang, '--explain', '乙镇');
    expect(code).toBe(0);
    expect(out).toContain('45.00 × 6000/10000 + 65.50 × 4000/10000 = 53.20');
    for (const line of out.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80);
  });

  it('gives JSON: all areas without, one area with the origins of its numbers', async () => {
    const all = JSON.parse((await assess('--format', 'json')).out);
    expect(all).toMatchObject({ schema: 'plumbline.assessment/1', run: { year: 2023 } });
    expect(all.areas).toHaveLength(5);
    expect(JSON.stringify(all)).not.toContain('origins');
    const one = JSON.parse((await assess('--format', 'json', '--explain', '甲街道')).out);
    expect(one.areas).toHaveLength(1);
    expect(one.areas[0].schemes[0].items[0].origins).toContainEqual({
      from: 'errorRates',
      area: '甲街道',
      event: 'birth',
      point: 'ledger',
      numerator: 4,
      denominator: 200,
    });
    expect(one.areas[0].advice).toHaveLength(3);
  });

  it('gives CSV that reading knows as its own: a line for every item of every scheme', async () => {
    const { out } = await assess('--format', 'csv');
    const lines = out.slice(1).trim().split('\r\n');
    expect(lines[0]).toMatch(/^Plumbline 数据质量考核,level,area,rank,score/);
    expect(lines).toHaveLength(1 + 4 * 3 + 2 * 3);
    expect(lines).toContain(
      '2023,street,乙镇,4,53.2,,urban,6000,10000,45,omission_rate,omission_rate,6,200,3,,50,20,3,false',
    );
  });

  it('gives Markdown', async () => {
    const { out } = await assess('--format', 'md', '--lang', 'en', '--history', path('history.json'));
    expect(out).toContain('| 2 | 丙镇 | 61.50 | 61.50/100 | rural |  |');
    expect(out).toContain('| 乙镇 | timely rate | missed 3 years running: priority |');
    expect((await assess('--format', 'md', '--explain', '甲街道')).out).toContain('```\n甲街道');
  });

  it('writes a workbook with every number', async () => {
    const file = path('assessment.xlsx');
    const done = await assess('--format', 'xlsx', '--out', file, '--history', path('history.json'));
    expect(done).toMatchObject({ code: 0, out: '' });
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(file);
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      '名次',
      '项目',
      '目标',
      '连续未达标',
      '计分规则',
    ]);
    const rows = book.worksheets[0]?.getSheetValues() as unknown[][];
    expect(rows.find((row) => row?.[3] === '乙镇')?.slice(1, 5)).toEqual(['街道、乡镇', 4, '乙镇', 53.2]);
  });

  it('records a year once', async () => {
    const file = path('new.json');
    const first = await assess('--history', file, '--record');
    expect(first).toMatchObject({ code: 0, err: expect.stringContaining('2023 年的数值已记入') });
    const text = await readFile(file, 'utf8');
    expect((await assess('--history', file, '--record')).code).toBe(0);
    expect(await readFile(file, 'utf8')).toBe(text);

    await writeFile(path('other.json'), text.replace('"value":2,', '"value":1.5,'));
    const refused = await assess('--history', path('other.json'), '--record');
    expect(refused).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--replace') });
    expect((await assess('--history', path('other.json'), '--record', '--replace')).code).toBe(0);
    expect(await readFile(path('other.json'), 'utf8')).toBe(text);
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('ends with 3 where the audit was not complete, and says so', async () => {
    const result = exampleResult();
    await writeFile(
      path('part.json'),
      JSON.stringify({ ...result, run: { ...result.run, complete: false } }),
    );
    const { code, out } = await run(['assess', path('part.json'), '--config', path('rules.yaml')]);
    expect(code).toBe(3);
    const recorded = await run([
      'assess',
      path('part.json'),
      '--history',
      path('part-history.json'),
      '--record',
    ]);
    expect(recorded).toMatchObject({ code: 2, out: '', err: expect.stringContaining('part.json') });
    expect(out).toContain('得分只供参考');
  });

  it('takes the shipped rules where there is no configuration', async () => {
    const { code, out } = await run(['assess', path('result.json'), '--lang', 'en', '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(out).items).toHaveLength(9);
  });

  it.each([
    [['--record'], '--history'],
    [['--history', 'x.json', '--replace'], '--record'],
    [['--history', 'nowhere.json'], 'nowhere.json'],
    [['--explain', '甲街'], '甲街道'],
    [['--explain', '甲街道', '--format', 'csv'], 'csv'],
    [['--format', 'xlsx'], '--out'],
    [['--format', 'html'], 'table json csv md xlsx'],
    [['--config', 'docs/nowhere.yaml'], 'nowhere.yaml'],
  ])('refuses %j', async (words, named) => {
    const { code, out, err } = await assess(...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(named);
  });

  it('refuses a history that is none, and to record what is no year', async () => {
    await writeFile(path('broken.json'), '{"schema": 1}');
    expect(await assess('--history', path('broken.json'))).toMatchObject({ code: 2 });
    const result = exampleResult();
    await writeFile(
      path('may.json'),
      JSON.stringify({ ...result, run: { ...result.run, period: '2023-05' } }),
    );
    const done = await run(['assess', path('may.json'), '--history', path('may-history.json'), '--record']);
    expect(done).toMatchObject({ code: 2, err: expect.stringContaining('2023-05') });
  });
});

describe('the sample, from its ledgers to its scores', () => {
  let assessment: Assessment;
  let result: AuditResult;
  beforeAll(async () => {
    const json = path('sample.json');
    await run(
      ['check', 'samples/yunxi', '--period', '2023', '--quiet', '--format', 'json', '--out', json],
      auditOnce,
    );
    const shown = await run(['assess', json, '--format', 'json', '--config', path('shipped.yaml')]);
    assessment = JSON.parse(shown.out);
    result = JSON.parse(await readFile(json, 'utf8'));
  });

  it('adds communities up to their district', () => {
    const ofLevel = (level: string) => assessment.areas.filter((area) => area.level === level);
    const [district] = ofLevel('district');
    expect(district).toMatchObject({ area: '云溪区', communities: ofLevel('community').length });
    for (const { item, numerator, denominator } of district?.schemes[0]?.items ?? []) {
      if (item === 'statistical_error_rate') continue;
      const parts = ofLevel('community').flatMap(({ schemes }) =>
        (schemes[0]?.items ?? []).filter((one) => one.item === item),
      );
      const sum = (key: 'numerator' | 'denominator') => parts.reduce((all, part) => all + part[key], 0);
      expect({ item, numerator, denominator }).toEqual({
        item,
        numerator: sum('numerator'),
        denominator: sum('denominator'),
      });
    }
  });

  it('lowers the score of whoever did not hand in everything', () => {
    const absent = new Set(
      result.findings
        .filter(({ rule }) => rule === 'coverage/register-absent')
        .flatMap(({ missingFrom = [] }) => missingFrom.map(({ community }) => community)),
    );
    const lacking = assessment.areas.filter(({ level, schemes }) =>
      schemes[0]?.items.some(
        ({ item, points, weight }) => level === 'community' && item === 'handed_in_rate' && points !== weight,
      ),
    );
    expect(new Set(lacking.map(({ area }) => area))).toEqual(absent);
  });
});
