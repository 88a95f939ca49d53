import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { audit } from '../../src/audit/audit.js';
import type { AuditResult } from '../../src/model/result.js';
import { asked } from '../asked.js';

/** Audits a folder with the given files, deleted when the test ends. */
async function auditOf(files: Record<string, string>): Promise<AuditResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-copies-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return audit(asked(folder));
}

const HEADER = '社区,姓名,性别,身份证号,死亡日期';
const row = (n: number, month = n) =>
  `永安社区,王${n},女,23019219520712${String(n).padStart(4, '0')},2023-0${month}-11`;
const ROWS = [1, 2, 3, 4].map((n) => row(n));
const FILE = [HEADER, ...ROWS].join('\n');
const OTHER = [HEADER, ...ROWS.slice(0, 3), row(4, 5)].join('\n');

test.each([
  ['出生(1).csv', '出生.csv'],
  ['a - 副本.csv', 'a.csv'],
  ['备份/死亡.csv', '死亡.csv'],
  ['死亡_old.csv', '死亡.csv'],
  // Neither is called a copy: the later by name.
  ['死亡登记b.csv', '死亡登记a.csv'],
])('%s beside %s is set aside, and nothing else cites it', async (copy, original) => {
  const result = await auditOf({
    [`台账/${copy}`]: FILE,
    [`台账/${original}`]: FILE,
    '系统/死亡.csv': OTHER,
  });
  const cited = result.findings.map(({ rule, records }) => ({ rule, paths: records.map((one) => one.path) }));
  const twice = cited.filter(({ rule }) => rule === 'coverage/register-twice');
  expect(twice).toEqual([
    { rule: 'coverage/register-twice', paths: expect.arrayContaining([`台账/${copy}`, `台账/${original}`]) },
  ]);
  expect(twice[0]?.paths[0]).toBe(`台账/${copy}`);
  const others = cited.filter(({ rule }) => rule !== 'coverage/register-twice');
  expect(others.map(({ rule }) => rule)).toContain('death/mismatched');
  expect(others.flatMap(({ paths }) => paths)).not.toContain(`台账/${copy}`);
});
