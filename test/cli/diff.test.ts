import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Lang } from '../../src/model/language.js';
import type { AuditResult } from '../../src/model/result.js';
import { renderJson } from '../../src/report/json.js';
import { exampleMonth } from '../diff/example.js';
import { run } from './fake.js';

const MONTHS = ['2023-09-30', '2023-10-31', '2023-11-30'] as const;
let folder: string;

/** Writes a result as `check --format json` does, and says where. */
function written(name: string, result: AuditResult): string {
  const path = join(folder, name);
  writeFileSync(path, [...renderJson(result)].join(''));
  return path;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-diff-'));
  for (const lang of ['zh', 'en'] as const)
    for (const month of MONTHS) written(`${lang}-${month}.json`, exampleMonth(month, lang));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** The example of the docs, in a language. */
function diff(lang: Lang, ...options: string[]) {
  const [september, october, november] = MONTHS.map((month) => join(folder, `${lang}-${month}.json`));
  const argv = ['diff', october ?? '', november ?? '', '--history', september ?? '', '--overdue', '45'];
  return run([...argv, '--lang', lang, ...options]);
}

describe.each([
  ['docs/diff.md', 'en'],
  ['docs/diff.zh-CN.md', 'zh'],
] as const)('%s', (page, lang) => {
  const text = readFileSync(page, 'utf8');

  it('shows what the command prints', async () => {
    const { out, code } = await diff(lang);
    expect(code).toBe(1);
    expect(text).toContain(`\`\`\`\n${out.trimEnd()}\n\`\`\``);
  });

  it('works the rates out by hand, and the command agrees', async () => {
    const { total, areas } = JSON.parse((await diff(lang, '--format', 'json')).out);
    const sums = [...text.matchAll(/(\d+) \/ (\d+) = ([\d.]+) %/g)].map(([, top, bottom, value]) => [
      Number(top),
      Number(bottom),
      Number(value),
    ]);
    for (const [top, bottom, value] of sums)
      expect(((100 * (top ?? 0)) / (bottom ?? 1)).toFixed(1)).toBe(value?.toFixed(1));
    const rates = [...areas, total].map(({ rectification: { numerator, denominator } }) => [
      numerator,
      denominator,
    ]);
    expect(sums.map(([top, bottom]) => [top, bottom])).toEqual(expect.arrayContaining(rates));
    expect(rates).toHaveLength(4);
  });
});

describe('plumbline diff', () => {
  it('lists every finding in CSV, behind a mark by which reading knows it', async () => {
    const { out } = await diff('zh', '--format', 'csv');
    const lines = out.trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/^\ufeffPlumbline .*,变化,级别,规则,/);
    expect(lines.filter((line) => line.includes(',已整改,'))).toHaveLength(32);
    expect(lines.filter((line) => /,新增,|,反复,/.test(line))).toHaveLength(4);
  });

  it('says the same in Markdown', async () => {
    const { out } = await diff('zh', '--format', 'md');
    expect(out).toContain('| 朝阳社区 | 24 | 18 | 6 | 75.0 % | 3 | 0 | 2 |');
    expect(out).toContain('| 新华社区 | 5 | 4 | 1 | 80.0 % \\* | 0 | 0 | 0 |');
  });

  it.each([
    ['error', 1],
    ['none', 0],
  ])('--fail-on %s ends with %i', async (severity, code) => {
    expect((await diff('zh', '--fail-on', severity)).code).toBe(code);
  });

  it('ends with 0 where nothing is new', async () => {
    const same = join(folder, 'zh-2023-10-31.json');
    expect(await run(['diff', same, same])).toMatchObject({ code: 0, err: '' });
  });

  it('writes to a file', async () => {
    const out = join(folder, 'diff.json');
    expect((await diff('zh', '--format', 'json', '--out', out)).err).toContain(out);
    expect(JSON.parse(readFileSync(out, 'utf8')).schema).toBe('plumbline.diff/1');
  });

  it.each([
    ['a bad number of days', ['--overdue', 'soon'], 'soon'],
    ['an unknown format', ['--format', 'docx'], 'docx'],
    ['a file that is no result', ['--history', 'package.json'], 'package.json'],
  ])('refuses %s', async (_, options, named) => {
    const { code, err } = await diff('zh', ...options);
    expect(code).toBe(2);
    expect(err).toContain(named);
  });

  it('refuses results whose ids different keys made', async () => {
    const month = exampleMonth('2023-11-30', 'zh');
    const other = written('other.json', { ...month, run: { ...month.run, idKey: 'ffffffff' } });
    const { code, err } = await run(['diff', join(folder, 'zh-2023-10-31.json'), other]);
    expect(code).toBe(2);
    expect(err).toContain('fingerprint_key');
  });
});

describe('plumbline check --baseline', () => {
  const check = (now: AuditResult, ...options: string[]) => {
    const baseline = join(folder, 'zh-2023-10-31.json');
    return run(['check', '.', '--baseline', baseline, ...options], async () => now);
  };
  const now = () => exampleMonth('2023-11-30', 'zh');

  it('lists what is new, and counts the rest in one line', async () => {
    const { out, code } = await check(now());
    expect(code).toBe(1);
    expect(out).toContain('以前已查出的问题，不再列出：17（2023-10-31）');
    expect(out).toMatch(/共 3 项错误、1 项警告、0 项提示/);
  });

  it('ends with 0 where nothing is new', async () => {
    expect((await check(exampleMonth('2023-10-31', 'zh'))).code).toBe(0);
  });

  it('keeps everything in JSON, so that the next month can be compared with it', async () => {
    const { out } = await check(now(), '--format', 'json');
    const { findings, summary } = JSON.parse(out);
    expect(findings).toHaveLength(now().findings.length);
    expect(findings.filter(({ known }: { known?: true }) => known)).toHaveLength(17);
    expect(summary).toMatchObject({ error: 3, warning: 1 });
  });

  it('refuses a baseline that is no result before anything is read', async () => {
    const never = async () => {
      throw new Error('audited');
    };
    const { code, err } = await run(['check', '.', '--baseline', 'package.json'], never);
    expect(code).toBe(2);
    expect(err).toContain('package.json');
  });
});
