import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkedJson, run } from '../cli/fake.js';

const WORLD = 'test/worlds/messy';
/** Counties that know nothing of each other's files, in one folder. */
const COUNTIES = ['信息系统', '台账', '医院'];
const root = mkdtempSync(join(tmpdir(), 'plumbline-load-'));
const ledgers = join(root, '资料');
const loaded = join(root, 'loaded');
afterAll(() => rmSync(root, { recursive: true, force: true }));

beforeAll(async () => {
  for (const county of COUNTIES) cpSync(join(WORLD, county), join(ledgers, county), { recursive: true });
  expect(await run(['load', ledgers, '--to', loaded])).toMatchObject({ code: 0, err: '' });
});

describe('what was loaded', () => {
  it('is audited as the files are, byte for byte, and needs them no more', async () => {
    const expected = await checkedJson(ledgers);
    const away = join(root, 'away');
    cpSync(ledgers, away, { recursive: true });
    rmSync(ledgers, { recursive: true });
    expect(await checkedJson('--from', loaded)).toBe(expected);
    cpSync(away, ledgers, { recursive: true });
  });

  it('may lie in several folders, each of its own county', async () => {
    const folders = COUNTIES.map((county) => join(root, `of-${county}`));
    for (const [place, county] of COUNTIES.entries())
      await run(['load', join(ledgers, county), '--to', folders[place] ?? '', '--quiet']);
    const expected = await checkedJson(...COUNTIES.map((county) => join(ledgers, county)));
    expect(await checkedJson(...folders.flatMap((folder) => ['--from', folder]))).toBe(expected);
  });
});
