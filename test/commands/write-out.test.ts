import { execFile, execFileSync } from 'node:child_process';
import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tryWriting, writeAtomically, writeRendered } from '../../src/commands/write-out.js';

let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-test-out-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a report', () => {
  it('takes the place of a file, and leaves nothing beside it', async () => {
    writeFileSync(at('a.txt'), 'old');
    await writeAtomically(at('a.txt'), ['new'], 'zh');
    expect(readFileSync(at('a.txt'), 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  it('goes where a link leads, and leaves the link', async () => {
    writeFileSync(at('a.txt'), 'old');
    symlinkSync(at('a.txt'), at('link.txt'));
    await tryWriting(at('link.txt'), 'zh');
    await writeAtomically(at('link.txt'), ['new'], 'zh');
    expect(lstatSync(at('link.txt')).isSymbolicLink()).toBe(true);
    expect(readFileSync(at('a.txt'), 'utf8')).toBe('new');
  });

  it.each(['text', 'bytes'] as const)('of %s goes through a pipe, which stays one', async (kind) => {
    execFileSync('mkfifo', [at('pipe')]);
    const reader = promisify(execFile)('cat', [at('pipe')]);
    await tryWriting(at('pipe'), 'zh');
    const rendered =
      kind === 'text' ? { kind, chunks: ['报', '告'] } : { kind, bytes: new TextEncoder().encode('报告') };
    await writeRendered(at('pipe'), rendered, 'zh');
    expect((await reader).stdout).toBe('报告');
    expect(lstatSync(at('pipe')).isFIFO()).toBe(true);
    expect(readdirSync(folder)).toEqual(['pipe']);
  });

  it('is refused where a folder stands', async () => {
    await expect(tryWriting(folder, 'zh')).rejects.toMatchObject({ key: 'cli.cannot-write' });
  });
});
