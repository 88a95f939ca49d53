import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

/**
 * What pages print is what the program prints: their sessions are run from the first command to the last, and the pages
 * are held against what comes out. `npx vitest run test/slow/printed.test.ts --update` renews them.
 */
const run = promisify(execFile);
const PROGRAM = `node ${resolve('bin/plumbline.js')}`;

/** Runs a line of a shell in a folder; the code does not matter, since audits that find something end with 1. */
async function shell(line: string, cwd: string): Promise<string> {
  const own = line.replaceAll('npx plumbline', PROGRAM);
  const ended = await run('sh', ['-c', `${own} 2>&1`], { cwd }).catch((error: { stdout: string }) => error);
  return ended.stdout;
}

async function inFolder(act: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-printed-'));
  try {
    await symlink(resolve('samples'), join(folder, 'samples'));
    await act(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe.each(['docs/inspector.md', 'docs/inspector.zh-CN.md'])('%s', (page) => {
  it('prints its session as it is', () =>
    inFolder(async (folder) => {
      const text = await readFile(page, 'utf8');
      const [, session = ''] = /```\n(\$ npx .*?)```/s.exec(text) ?? [];
      const commands = [...session.matchAll(/^\$ (.*)$/gm)].map(([, command = '']) => command);
      expect(commands.length).toBeGreaterThan(1);
      let printed = '';
      for (const command of commands) printed += `$ ${command}\n${await shell(command, folder)}`;
      await expect(text.replace(session, printed)).toMatchFileSnapshot(resolve(page));
    }));
});

describe.each(['docs/batch.md', 'docs/batch.zh-CN.md'])('%s', (page) => {
  it('prints the summary of its year-end run as it is', () =>
    inFolder(async (folder) => {
      const text = await readFile(page, 'utf8');
      const blocks = text.match(/(?:^ {4}.*\n|^\n(?= {4}))+/gm) ?? [];
      const block = blocks.find((one) => one.includes('simulate ')) ?? '';
      const [commands = '', ...rest] = block.trimStart().split(/\n\n(?= {4}Plumbline )/);
      expect(rest).toHaveLength(1);
      for (const line of commands.replace(/ \\\n\s*/g, ' ').split('\n')) await shell(line.trim(), folder);
      const out = /--out (\S+)/.exec(commands.replace(/ \\\n\s*/g, ' '))?.[1] ?? '';
      const summary = await readFile(join(folder, out, 'summary.txt'), 'utf8');
      const indented = summary.trimEnd().replace(/^(?=.)/gm, '    ');
      await expect(text.replace(rest[0] ?? '', `${indented}\n`)).toMatchFileSnapshot(resolve(page));
    }));
});
