import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { isInside } from '../files/inside.js';
import { refusal } from '../files/system-error.js';
import { UserError } from '../messages/index.js';
import type { CommandContext } from './context.js';

/** Whether a cache holds more than the tag that tells backups to pass it over. */
export function holdsRows(cache: string): boolean {
  return existsSync(cache) && readdirSync(cache).some((name) => name !== 'CACHEDIR.TAG');
}

/** @throws UserError where a run would read its own results */
export function mustBeOutside(out: string, paths: readonly string[]): void {
  for (const path of paths) {
    if (isInside(resolve(out), resolve(path))) throw new UserError('yearend.inside', { out, path });
  }
}

/** @throws UserError where the folder of results cannot be had */
export function openFolder(out: string, lang: CommandContext['lang']): void {
  try {
    if (statSync(out, { throwIfNoEntry: false })?.isDirectory() === false)
      throw new UserError('yearend.not-a-folder', { path: out });
    mkdirSync(out, { recursive: true });
  } catch (cause) {
    throw refusal(cause, 'cli.cannot-write', out, lang);
  }
}
