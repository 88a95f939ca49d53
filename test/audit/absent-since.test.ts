import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audit } from '../../src/audit/audit.js';
import type { AuditOptions } from '../../src/audit/options.js';
import type { AuditResult } from '../../src/model/result.js';
import { asked } from '../asked.js';

type Files = Record<string, string>;

const HEADER = '社区,姓名,性别,身份证号,死亡日期';
const ID = (n: number) => `23019219520712${String(n).padStart(4, '0')}`;
const deaths = (community: string, n: number) => `${HEADER}\n${community},王${n}芳,女,${ID(n)},2023-0${n}-11`;
const births = (community: string) =>
  `社区,婴儿姓名,婴儿性别,出生日期,孩次,母亲姓名,母亲身份证号\n${community},王小,男,2023-05-03,1,王芳,23019219900101${community.length}00`;

const people = (community: string, n: number) =>
  `社区,户卡编号,姓名,性别,身份证号,出生日期\n${community},${n},王${n}芳,女,${ID(n)},1952-07-12`;

/** Three points, one of them a witness; two communities. */
const ALL: Files = {
  '台账/东安社区死亡登记.csv': deaths('东安社区', 1),
  '台账/西安社区死亡登记.csv': deaths('西安社区', 2),
  '台账/东安社区出生登记.csv': births('东安社区'),
  '台账/西安社区出生登记.csv': births('西安社区'),
  '信息系统/死亡登记.csv': `${deaths('东安社区', 1)}\n${deaths('西安社区', 2).split('\n')[1]}`,
  '公安/死亡.csv': deaths('东安社区', 1),
  '台账/东安社区花名册.csv': people('东安社区', 5),
  '台账/西安社区花名册.csv': people('西安社区', 6),
};

function put(folder: string, files: Files): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
}

const auditOf = (folder: string, more: Partial<AuditOptions> = {}) => {
  return audit(asked(folder, { rules: { only: ['coverage/register-absent'], except: [] }, ...more }));
};

const root = mkdtempSync(path.join(tmpdir(), 'plumbline-absent-'));
const [now, last, cache] = ['now', 'last', 'cache'].map((name) => path.join(root, name)) as Folders;
type Folders = [string, string, string];
afterAll(() => rmSync(root, { recursive: true, force: true }));

const withoutFiles = (gone: RegExp): Files =>
  Object.fromEntries(Object.entries(ALL).filter(([name]) => !gone.test(name)));

const absent = ({ findings }: AuditResult) =>
  findings
    .filter(({ rule }) => rule === 'coverage/register-absent')
    .map(({ community, missingFrom = [] }) => [
      community,
      ...missingFrom.map(({ point, register }) => `${point} ${register}`),
    ]);
const noteOf = ({ run }: AuditResult) => run.notes.find(({ code }) => code === 'absent-since-last');

const NO_SYSTEM = {
  found: [['', 'system deaths']],
  note: { code: 'absent-since-last', count: 1, detail: '信息系统的死亡登记' },
};

describe('what an earlier result had', () => {
  let before: AuditResult['run']['inputs'];
  beforeAll(async () => {
    put(last, ALL);
    before = (await auditOf(last)).run.inputs;
  });

  test.each<[string, RegExp, string[][], string | undefined]>([
    ['a register that nobody hands in any more', /信息系统/, NO_SYSTEM.found, NO_SYSTEM.note.detail],
    [
      'all of a community at a point: one finding',
      /台账.西安/,
      [['西安社区', 'ledger births', 'ledger deaths', 'ledger households']],
      '西安社区 台账的出生登记、台账的死亡登记、台账的家庭户卡',
    ],
    ['what peers show already is told once', /台账.西安社区出生/, [['西安社区', 'ledger births']], undefined],
    ['a witness is never expected', /公安/, [], undefined],
    ['nothing is absent', /^$/, [], undefined],
  ])('%s', async (_, gone, found, detail) => {
    put(now, withoutFiles(gone));
    const result = await auditOf(now, { before });
    expect(absent(result)).toEqual(found);
    expect(noteOf(result)?.detail).toBe(detail);
  });
});

test('what lies in the folder of last month', async () => {
  put(last, ALL);
  put(now, withoutFiles(/信息系统/));
  const result = await auditOf(now, { previous: [last] });
  expect(absent(result)).toEqual(NO_SYSTEM.found);
  expect(result.run.notes[0]).toEqual(NO_SYSTEM.note);
});

test('what the cache saw in the run before, and of the same folder', async () => {
  put(now, ALL);
  expect(absent(await auditOf(now, { cache }))).toEqual([]);
  put(now, withoutFiles(/信息系统/));
  const result = await auditOf(now, { cache });
  expect(absent(result)).toEqual(NO_SYSTEM.found);
  expect(noteOf(result)).toEqual(NO_SYSTEM.note);
  expect(absent(await auditOf(path.join(now, '台账'), { cache }))).toEqual([]);
});
