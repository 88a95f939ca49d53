import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../messages/index.js';
import { CONFIG_FILE, DEFAULT_CONFIG } from './defaults.js';
import type { Config, TargetConfig } from './types.js';

/**
 * The configuration of a run.
 *
 * @param explicit the file of `--config`, which must exist
 * @param folders where `plumbline.yaml` is looked for, the first found counts; a path that is no folder holds none
 * @returns the configuration, complete with defaults; the defaults alone where there is no file
 * @throws UserError that names file, line and what is wrong
 */
export async function loadConfig(explicit: string | undefined, folders: readonly string[]): Promise<Config> {
  const candidates = explicit === undefined ? folders.map((folder) => join(folder, CONFIG_FILE)) : [explicit];
  for (const path of candidates) {
    const text = await readIfThere(path);
    if (text !== undefined) return parse(text, path);
  }
  if (explicit !== undefined) throw new UserError('config.absent', { path: explicit });
  return DEFAULT_CONFIG;
}

/**
 * The targets of `--targets`.
 *
 * @throws UserError where the file is not there, or something in it is wrong
 */
export async function loadTargets(path: string): Promise<TargetConfig[]> {
  const text = await readIfThere(path);
  if (text === undefined) throw new UserError('config.targets-absent', { path });
  const { parseTargets } = await import('./parse.js');
  return parseTargets(text, path);
}

/** The YAML and schema libraries take longer to load than most runs need them: only when there is a file. */
async function parse(text: string, path: string): Promise<Config> {
  const { parseConfig } = await import('./parse.js');
  return parseConfig(text, path);
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return decode(await readFile(path));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new UserError('config.unreadable', { path, code }, { cause: error });
  }
}

/** Editors on a clerk's machine save UTF-8 or GB18030. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
