import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RULES } from '../../src/rules/index.js';
import { run } from './fake.js';

let folder: string;
let config: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-rules-'));
  config = join(folder, 'plumbline.yaml');
  writeFileSync(
    config,
    `rules_folder: .
rules:
  pattern/outlier: { off: true }
  logic/mother-age: { severity: notice, min: 16 }
`,
  );
  const front =
    'name: own/old-head\nseverity: notice\ntitle: 高龄户主\nwhy: 试。\nremedy: 试。\nmessage: 试。';
  const select = `SELECT CAST(t.record AS STRING) AS finding, 0 AS ordinal, t.record, '' AS columns, t.community
    FROM households t CROSS JOIN run WHERE years_between(t.birth_date, run.as_of) > 99`;
  writeFileSync(join(folder, 'old-head.sql'), `---\n${front}\n---\n${select}\n`);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('plumbline rules', () => {
  it.each([
    ['zh', '出生漏报'],
    ['en', 'Birth omitted'],
  ])('lists them all in %s', async (lang, title) => {
    const { code, out } = await run(['rules', '--lang', lang]);
    expect(code).toBe(0);
    for (const { name } of RULES) expect(out).toContain(name);
    expect(out).toContain(title);
  });

  it('chooses by name and severity', async () => {
    const { out } = await run(['rules', '--rule', 'birth', '--rule', 'pattern/*', '--severity', 'warning']);
    expect(out).toContain('pattern/copied-rows');
    expect(out).not.toMatch(/birth\/omitted|pattern\/outlier/);
  });

  it('tells what the configuration makes of them, as JSON', async () => {
    const { out } = await run(['rules', '--config', config, '--format', 'json']);
    const rules = new Map(JSON.parse(out).map((rule: { name: string }) => [rule.name, rule]));
    expect(rules.size).toBe(RULES.length + 1);
    expect(rules.get('own/old-head')).toMatchObject({ severity: 'notice', title: { zh: '高龄户主' } });
    expect(rules.get('pattern/outlier')).toMatchObject({ off: true, options: { z: 3.5 } });
    expect(rules.get('logic/mother-age')).toMatchObject({
      off: false,
      severity: 'notice',
      options: { min: 16 },
    });
  });

  it('knows when nothing is chosen', async () => {
    expect(await run(['rules', '--rule', 'brith'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('birth'),
    });
  });
});

describe('plumbline explain', () => {
  it('says why, what to do, shows an example and the SELECT as the engine gets it', async () => {
    const { code, out } = await run(['explain', 'birth/omitted', '--lang', 'en']);
    expect(code).toBe(0);
    expect(out).toMatch(/## Why\n.*## What to do\n.*## Example\n.*王芳.*## SELECT\n/s);
    expect(out).not.toMatch(/\p{Script=Han}：|## 为什么/u);
    expect(out).not.toMatch(/\b(?:iso|days_between|month_of)\(/);
  });

  it('shows the options in force', async () => {
    expect((await run(['explain', 'logic/mother-age', '--config', config])).out).toMatch(/\| `min` \| 16 \|/);
  });

  it('explains a rule of the bureau’s own', async () => {
    const { out } = await run(['explain', 'own/old-head', '--config', config]);
    expect(out).toMatch(/^# own\/old-head 高龄户主\n.*FROM households/s);
    expect(out).not.toContain('years_between');
  });

  it('names the nearest of an unknown one', async () => {
    const done = await run(['explain', 'birth/omited']);
    expect(done).toMatchObject({ code: 2, out: '', err: expect.stringContaining('birth/omitted') });
  });
});
