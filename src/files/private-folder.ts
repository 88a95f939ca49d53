import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder of our own for what does not fit in memory. It holds personal data, so only its owner may read it, it is
 * deleted when the process ends, and what a killed process left is swept at the next start.
 */
const PREFIX = 'plumbline-';

export interface PrivateFolder {
  path: string;
  remove: () => void;
}

/** Creates the folder, sweeps those of dead processes, and arranges for deletion on exit. */
export function privateFolder(parent: string = tmpdir()): PrivateFolder {
  sweep(parent);
  const path = mkdtempSync(join(parent, `${PREFIX}${process.pid}-`));
  writeFileSync(join(path, 'pid'), String(process.pid), { mode: 0o600 });
  const remove = () => {
    process.off('exit', remove);
    rmSync(path, { recursive: true, force: true });
  };
  process.on('exit', remove);
  return { path, remove };
}

/** Deletes the folders of processes that no longer run. */
function sweep(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) removeOwn(join(parent, name));
  }
}

/** Whether a process of that number is there, whoever's it is. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Another user's folder is left alone: deleting it would fail, and it is theirs to sweep. */
function removeOwn(path: string): void {
  const owner = statSync(path, { throwIfNoEntry: false })?.uid;
  if (process.getuid && owner !== process.getuid()) return;
  rmSync(path, { recursive: true, force: true });
}
