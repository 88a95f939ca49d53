import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { LOCK_FILE, lockFolder } from '../../src/files/lock.js';
import { say } from '../../src/messages/index.js';

const root = mkdtempSync(join(tmpdir(), 'plumbline-lock-'));
afterAll(() => rmSync(root, { recursive: true }));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(root, 'x'));
});

const lockOf = (holder: object) => writeFileSync(join(folder, LOCK_FILE), JSON.stringify(holder));

/** The number of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '0']).pid;
}

describe('lockFolder', () => {
  it('lets one run in at a time, and the next when it has left', () => {
    const release = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ key: 'lock.busy' }));
    release();
    expect(readdirSync(folder)).toEqual([]);
    lockFolder(folder)();
  });

  it('names the process at work, and the file to delete', () => {
    lockOf({ pid: process.ppid, host: hostname(), since: null });
    const params = { folder, pid: process.ppid, file: join(folder, LOCK_FILE) };
    expect(() => lockFolder(folder)).toThrow(say('en', 'lock.busy', params));
    expect(existsSync(join(folder, LOCK_FILE))).toBe(true);
  });

  it.each<[string, () => void]>([
    ['of a process that has ended', () => lockOf({ pid: deadPid(), host: hostname(), since: null })],
    [
      'of an earlier process of a running one’s number',
      () => lockOf({ pid: process.ppid, host: hostname(), since: 'earlier boot 1' }),
    ],
    [
      'of an earlier process of our own number',
      () => lockOf({ pid: process.pid, host: hostname(), since: null }),
    ],
    ['that a kill left empty', () => writeFileSync(join(folder, LOCK_FILE), '')],
  ])('takes over a lock %s', (_, leave) => {
    leave();
    const release = lockFolder(folder);
    expect(JSON.parse(readFileSync(join(folder, LOCK_FILE), 'utf8'))).toMatchObject({ pid: process.pid });
    release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves a lock of another computer alone: nobody here can tell whether it still runs', () => {
    lockOf({ pid: deadPid(), host: 'another', since: null });
    expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ key: 'lock.elsewhere' }));
  });
});
