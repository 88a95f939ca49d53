import { chmodSync, mkdirSync, readdirSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInside, realPath } from '../../files/inside.js';
import { LOCK_FILE, lockFolder } from '../../files/lock.js';
import { UserError } from '../../messages/index.js';

/** The table of contents: what is not named there does not count. */
export const CONTENTS_FILE = 'plumbline-cache.json';
/** What was loaded (`manifest.ts`), where `plumbline load` has been at work. */
export const MANIFEST_FILE = 'plumbline-load.gz';
/** Tells programs that make backups to pass over the folder (bford.info/cachedir). */
export const TAG_FILE = 'CACHEDIR.TAG';
const TAG = 'Signature: 8a477f597d28d172789f06886806bc55\n# Made by plumbline. It holds personal data.\n';

const OURS = /^(CACHEDIR\.TAG|plumbline-cache\.json.*|plumbline-load\.gz.*|plumbline-segment-.*)$/;
/** What a file manager leaves in any folder that somebody has looked at. */
const LITTER = /^(\.DS_Store|thumbs\.db|desktop\.ini)$/i;

/**
 * Takes possession of a folder: makes it where it does not exist, closes it to everybody else, and locks it.
 *
 * @returns the function that unlocks it
 * @throws UserError where it holds files that are not ours, belongs to somebody else, or another run is at work there
 * @throws the system's error where nothing can be written there
 */
export function occupy(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  mustBeOurs(folder);
  chmodSync(folder, 0o700);
  const release = lockFolder(folder);
  writeFileSync(join(folder, TAG_FILE), TAG, { mode: 0o600 });
  return release;
}

/**
 * A cache among the ledgers would be looked through with them.
 * @throws UserError where the folder lies in one of the paths that are audited
 */
export function mustLieOutside(folder: string, paths: readonly string[]): void {
  const target = realPath(folder);
  const around = paths.find((path) => isInside(target, realPath(path)));
  if (around !== undefined) throw new UserError('cache.inside', { folder, path: around });
}

/**
 * Deletes a cache: what we wrote, and the folder if nothing else is in it.
 * @throws UserError where there is none, it is not ours, or a run is at work there
 */
export function clear(folder: string): void {
  mustBeCache(folder);
  const release = lockFolder(folder);
  for (const name of ownNames(folder)) rmSync(join(folder, name), { recursive: true, force: true });
  release();
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

/** @throws UserError where the folder is no cache */
export function mustBeCache(folder: string): void {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (!stats) throw new UserError('cache.absent', { folder });
  mustBeOurs(folder);
  if (ownNames(folder).length === 0) throw new UserError('cache.none-there', { folder });
}

/** The names in a cache that we gave. */
export function ownNames(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => OURS.test(name))
    .sort();
}

/** Personal data goes into no folder that holds something else, and nobody else's word is taken for what was read. */
function mustBeOurs(folder: string): void {
  const stats = statSync(folder);
  if (!stats.isDirectory()) throw new UserError('cache.no-folder', { folder });
  if (process.getuid && stats.uid !== process.getuid()) throw new UserError('cache.of-another', { folder });
  const names = readdirSync(folder);
  const strange = names.find((name) => !OURS.test(name) && !LITTER.test(name) && !name.startsWith(LOCK_FILE));
  if (strange !== undefined) throw new UserError('cache.not-ours', { folder, name: strange });
}

/** Write permission of a folder's group and of everybody. */
const OTHERS_WRITE = 0o022;

/**
 * Personal data is not put where others could change it unseen. Where the system keeps no such permissions, nothing is refused.
 * @throws UserError where others may write into the folder
 */
export function refuseShared(folder: string): void {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats && process.getuid && (stats.mode & OTHERS_WRITE) !== 0)
    throw new UserError('load.shared', { folder });
}
