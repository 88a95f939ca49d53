import { rmSync } from 'node:fs';
import { open, rename, stat } from 'node:fs/promises';
import { UserError } from '../messages/index.js';
import type { Lang } from '../report/result.js';
import { reasonOf } from './system-error.js';

const BATCH = 1 << 16;

/** Small pieces gathered into ones worth a write. */
export function* inBatches(chunks: Iterable<string>): Iterable<string> {
  let batch = '';
  for (const chunk of chunks) {
    batch += chunk;
    if (batch.length < BATCH) continue;
    yield batch;
    batch = '';
  }
  if (batch) yield batch;
}

/**
 * Writes a file whole or not at all: beside its place first, then renamed. What is left of an interrupted write
 * is deleted, since a report may hold personal values.
 * @throws UserError that names the path and the reason
 */
export async function writeAtomically(path: string, chunks: Iterable<string>, lang: Lang): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  const discard = () => rmSync(temporary, { force: true });
  process.on('exit', discard);
  try {
    if ((await stat(path).catch(() => null))?.isDirectory())
      throw Object.assign(new Error(), { code: 'EISDIR' });
    const file = await open(temporary, 'wx');
    try {
      for (const batch of inBatches(chunks)) await file.writeFile(batch);
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (cause) {
    discard();
    throw new UserError('cli.cannot-write', { path, reason: reasonOf(lang, cause) }, { cause });
  } finally {
    process.off('exit', discard);
  }
}
