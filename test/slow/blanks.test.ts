import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Audit, realAudit } from '../../src/commands/check.js';
import type { Lang } from '../../src/model/language.js';
import { FORMATS } from '../../src/report/reporters.js';
import { run } from '../cli/fake.js';

/**
 * A sentence whose parameter is blank closes up without a gap. What is said is listened to while commands run: it is
 * known only there which parameters are ever blank.
 */
type Said = [lang: Lang, key: string, params: Record<string, unknown>];
const heard = vi.hoisted(() => ({ said: new Map<string, unknown[]>(), keys: new Set<string>() }));
vi.mock('../../src/messages/index.js', async (original) => {
  const messages = await original<typeof import('../../src/messages/index.js')>();
  const say: typeof messages.say = (lang, key, params = {}) => {
    heard.keys.add(key);
    const blank = Object.entries(params).filter(([, value]) => String(value ?? '') === '');
    if (blank.length > 0)
      heard.said.set(`${lang} ${key} ${blank.map(([name]) => name)}`, [lang, key, params]);
    return messages.say(lang, key, params);
  };
  return { ...messages, say };
});

/** A gap that a blank parameter leaves. */
const GAP = /\S {2,}\S|[:：]$|\(\)|（）|“”|""|「」| [,.;:，。；：、)）]|[（(，：、] |^ | $/gm;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-test-blanks-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What cannot be read, each in its way. */
const UNREADABLE = {
  '死亡登记.csv': `社区,姓名,性别,身份证号,出生日期,与户主关系,死亡日期\n${'永安社区,王强,男,230192198707120958,1987-07-12,户主,\n'.repeat(9)}`,
  '名单.csv': '姓名,婚姻状况\n王一,已婚\n',
  '空.csv': '',
  '假.xlsx': 'PK',
};

describe.each(['zh', 'en'] as const)('sentences in %s with blank parameters', (lang) => {
  it('have no gap', async () => {
    heard.said.clear();
    const files = FORMATS.flatMap((format) => ['--report', `${format}=${join(folder, `${lang}.${format}`)}`]);
    const sample = ['check', 'samples/yunxi', '--lang', lang, '--debug'];
    let audited: ReturnType<Audit> | undefined;
    const once: Audit = (...asked) => {
      audited ??= realAudit(...asked);
      return audited;
    };
    await run([...sample, ...files, '--split', join(folder, `${lang}-split`)], once);
    await run(['check', 'samples/yunxi/data/台账', '--lang', lang, '--brief'], undefined, { live: true });
    for (const [name, text] of Object.entries(UNREADABLE)) {
      await writeFile(join(folder, name), text);
      expect([name, (await run(['check', join(folder, name), '--lang', lang])).code]).toEqual([name, 2]);
    }
    await run(['rates', 'samples/yunxi', '--lang', lang], once);
    expect(heard.keys.size).toBeGreaterThan(100);
    expect(await gaps()).toEqual([]);
  });
});

/** Sentences that have more gaps than they have with every parameter filled in. */
async function gaps(): Promise<string[]> {
  const { say } = await vi.importActual<typeof import('../../src/messages/index.js')>(
    '../../src/messages/index.js',
  );
  const count = (text: string) => text.match(GAP)?.length ?? 0;
  return [...heard.said.values()].flatMap((one) => {
    const [lang, key, params] = one as Said;
    const names = Object.keys(params);
    const filled = Object.fromEntries(names.map((name) => [name, 'X']));
    const blank = Object.fromEntries(names.map((name) => [name, String(params[name] ?? '') && 'X']));
    const told = (given: Record<string, string>) => say(lang, key as Parameters<typeof say>[1], given);
    return count(told(blank)) > count(told(filled)) ? [`${key}: ${told(blank)}`] : [];
  });
}
