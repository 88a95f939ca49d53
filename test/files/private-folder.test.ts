import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { privateFolder } from '../../src/files/private-folder.js';

const root = mkdtempSync(join(tmpdir(), 'private-folder-'));
afterAll(() => rmSync(root, { recursive: true }));

/** The number of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '0']).pid;
}

describe('privateFolder', () => {
  it('is the owner’s alone and goes when removed', () => {
    const { path, remove } = privateFolder(root);
    writeFileSync(join(path, 'rows.tsv'), 'x');
    remove();
    expect(existsSync(path)).toBe(false);
  });

  it('first sweeps what a killed process left, and nothing else', () => {
    const left = join(root, `plumbline-${deadPid()}-abc`);
    const running = join(root, `plumbline-${process.pid}-abc`);
    const foreign = join(root, 'plumbline-notes');
    for (const folder of [left, running, foreign]) {
      mkdirSync(folder);
      writeFileSync(join(folder, 'rows.tsv'), 'personal');
    }
    privateFolder(root).remove();
    expect(readdirSync(root).sort()).toEqual([`plumbline-${process.pid}-abc`, 'plumbline-notes'].sort());
  });
});
