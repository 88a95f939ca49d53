import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../messages/index.js';
import { isRunning } from './private-folder.js';

export { isRunning };

/** The file that says who is at work in a folder. */
export const LOCK_FILE = '.plumbline.lock';

/** A process, told from a later one that was given the same number. */
interface Holder {
  pid: number;
  host: string;
  /** When the process began, in the system's own words; null where the system does not say. */
  since: string | null;
}

/** How often a lock that somebody else is just taking over is looked at again. */
const ATTEMPTS = 5;
const PAUSE_MS = 50;

/** Locks of this process, by path: a lock with our number that is not among them is an earlier process's. */
const own = new Set<string>();

/**
 * Keeps other runs out of an existing folder, until the function returned is called or the process ends. The lock of
 * a process that no longer runs is taken over.
 *
 * @throws UserError that names the process at work there, and says what to do
 * @throws the system's error where nothing can be written there
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, LOCK_FILE);
  const holder = JSON.stringify({ pid: process.pid, host: hostname(), since: sinceOf(process.pid) });
  for (let attempt = 0; !create(file, holder); attempt++) {
    const text = readOrNothing(file);
    if (text === undefined) continue;
    const other = holderIn(text);
    if (other && isAtWork(other, file)) throw busy(folder, file, other);
    // A lock that names nobody is being written at this moment, or was left so by a kill.
    if (other || attempt >= ATTEMPTS) setAside(file, text);
    else pause();
  }
  own.add(file);
  const release = () => {
    process.off('exit', release);
    if (own.delete(file)) rmSync(file, { force: true });
  };
  process.on('exit', release);
  return release;
}

function create(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Takes a stale lock away. If another run was quicker, what we hold is its lock: it is given back. */
function setAside(file: string, expected: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const text = readOrNothing(aside);
  if (text !== undefined && text !== expected) create(file, text);
  rmSync(aside, { force: true });
}

function busy(folder: string, file: string, { pid, host }: Holder): UserError {
  return host === hostname()
    ? new UserError('lock.busy', { folder, pid, file })
    : new UserError('lock.elsewhere', { folder, pid, host, file });
}

/** Whether the holder may still be at work; on another machine nobody can tell. */
function isAtWork({ pid, host, since }: Holder, file: string): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid) return own.has(file);
  return isRunning(pid) && (since === null || since === sinceOf(pid));
}

function holderIn(text: string): Holder | undefined {
  try {
    const { pid, host, since } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === 'number' && typeof host === 'string'
      ? { pid, host, since: since ?? null }
      : undefined;
  } catch {
    return undefined;
  }
}

/** The boot and the tick at which a process began, where the system tells; a number alone is given out again. */
function sinceOf(pid: number): string | null {
  const boot = readOrNothing('/proc/sys/kernel/random/boot_id');
  // The name of the program, in brackets, may hold spaces: the fields are counted from behind it.
  const fields = readOrNothing(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ');
  const tick = fields?.[19];
  return boot && tick ? `${boot.trim()} ${tick}` : null;
}

function readOrNothing(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return undefined;
    throw error;
  }
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
}
