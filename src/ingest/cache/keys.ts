import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import type { Config } from '../../config/types.js';
import type { Source } from '../../model/source.js';
import type { FoundFile } from '../read/walk.js';

const BLOCK = 1 << 20;
/** One for all files: to be given fresh memory takes as long as to hash a small file. */
let block: Buffer | undefined;

/** What the first rows of a file depend on: its bytes, what kind of file it is taken for, and the known headings. */
export function lookKey(sha256: string, { path, kind, named }: FoundFile, { headings }: Config): string {
  return hashOf([sha256, kind, named, extname(path).toLowerCase(), headings]);
}

/**
 * What the normalised rows of a file depend on: its bytes, and all that name, place and configuration say about its
 * tables. Where the file lies and which number it has do not matter.
 *
 * @param sources all of one file
 */
export function rowsKey(sources: readonly Source[], { codes, communities }: Config): string {
  const tables = sources.map((source) => ({
    ...source,
    ...ELSEWHERE,
    columns: markOf(source.columns),
    rivals: markOf(source.rivals),
  }));
  return hashOf([tables, markOf(codes), markOf(communities)]);
}

/** The hash of the paths that were asked for: which run of the same folder this is. */
export function pathsKey(paths: readonly string[]): string {
  return hashOf(paths.map((path) => resolve(path)).sort());
}

/** The hash of a file's bytes, in hexadecimal digits. @throws the system's error */
export function sha256Of(file: string): string {
  const hash = createHash('sha256');
  const handle = openSync(file, 'r');
  block ??= Buffer.allocUnsafe(BLOCK);
  try {
    for (let size = readSync(handle, block); size > 0; size = readSync(handle, block)) {
      hash.update(block.subarray(0, size));
    }
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}

/** Changes whenever the file does, as far as the system tells; never taken for its content. */
export function stateOf(file: string): string {
  const stats = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stats ? `${stats.ino} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}` : '';
}

/** What does not matter. */
const ELSEWHERE = { source: 0, path: '', file: '' } satisfies Partial<Source>;

const marks = new WeakMap<object, string>();

/** The hash of what many keys depend on, worked out once: nothing changes it meanwhile. */
function markOf(shared: object): string {
  const mark = marks.get(shared) ?? hashOf(shared);
  marks.set(shared, mark);
  return mark;
}

/** A hash of plain data. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
