import { createReadStream, createWriteStream, readdirSync, rmSync } from 'node:fs';
import { open, realpath, rename, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isRunning } from '../files/lock.js';
import { privateFolder } from '../files/private-folder.js';
import { reasonOf } from '../files/system-error.js';
import { say, UserError } from '../messages/index.js';
import type { Lang } from '../model/language.js';
import type { Rendered } from '../report/reporter.js';
import type { Printing, Terminal } from '../report/terminal.js';
import { writeHere } from '../workbook/workbook-thread.js';

const BATCH = 1 << 16;

/** Small pieces gathered into ones worth a write. */
function* inBatches(chunks: Iterable<string>): Iterable<string> {
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
 * Writes text into a file, whole or not at all.
 * @throws UserError that names the path and the reason
 */
export function writeAtomically(path: string, chunks: Iterable<string>, lang: Lang): Promise<void> {
  return replace(path, lang, async (temporary) => {
    const file = await open(temporary, 'wx');
    try {
      for (const batch of inBatches(chunks)) await file.writeFile(batch);
    } finally {
      await file.close();
    }
  });
}

/**
 * Writes a report into a file, whole or not at all.
 *
 * @param writeWorkbook writes one that is a workbook
 * @throws UserError that names the path and the reason
 */
export function writeRendered(
  path: string,
  rendered: Rendered,
  lang: Lang,
  writeWorkbook = writeHere,
): Promise<void> {
  if (rendered.kind === 'text') return writeAtomically(path, rendered.chunks, lang);
  return replace(path, lang, async (temporary) => {
    if (rendered.kind === 'bytes') return writeFile(temporary, rendered.bytes, { flag: 'wx' });
    return writeWorkbook(temporary, rendered.sheets, { overwrite: false });
  });
}

/** Where something goes that is rendered: a file, which is named when it is written, or else standard output. */
export interface Target {
  out?: string | undefined;
  quiet?: boolean | undefined;
}

/** Hands over something rendered where it belongs; what is no text goes into files alone. */
export async function handOut(
  rendered: Rendered,
  { out, quiet }: Target,
  { lang, terminal }: Pick<Printing, 'lang' | 'terminal'>,
): Promise<void> {
  if (out !== undefined) {
    await writeRendered(out, rendered, lang);
    if (!quiet) terminal.err(`${say(lang, 'cli.written', { path: out })}\n`);
  } else if (rendered.kind === 'text') {
    for (const batch of inBatches(rendered.chunks)) await terminal.out(batch);
  }
}

/** How wide a text may be, and whether it is coloured: as the terminal is, where it goes there. */
export function screenFor(out: string | undefined, { width, color }: Pick<Terminal, 'width' | 'color'>) {
  return out === undefined ? { width, color } : { width: 80, color: false };
}

/**
 * Writes nothing, but would fail where writing the file later would.
 * @throws UserError that names the path and the reason
 */
export function tryWriting(path: string, lang: Lang): Promise<void> {
  return attempt(path, lang, async (target) => {
    if (target.kind === 'file')
      await beside(target.path, async (temporary) => (await open(temporary, 'wx')).close());
  });
}

/**
 * Puts a file in its place once it is whole: written beside it first, then renamed. What only passes on what is written,
 * such as a pipe or a device, stays where it is, and is handed the whole file.
 */
function replace(path: string, lang: Lang, write: (temporary: string) => Promise<void>): Promise<void> {
  return attempt(path, lang, async (target) => {
    if (target.kind === 'stream') return passOn(path, write);
    await beside(target.path, async (temporary) => {
      await write(temporary);
      await onDisk(temporary);
      await rename(temporary, target.path);
    });
  });
}

/** Where something is written: a file, there or not, by its own path where a link leads to it; or what passes it on. */
interface Place {
  kind: 'file' | 'stream';
  path: string;
}

async function placeOf(path: string): Promise<Place> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
  if (found && !found.isFile()) return { kind: 'stream', path };
  return { kind: 'file', path: found ? await realpath(path) : path };
}

/** @throws UserError that names the path and the reason */
async function attempt(path: string, lang: Lang, work: (target: Place) => Promise<void>): Promise<void> {
  try {
    await work(await placeOf(path));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === undefined) throw cause;
    throw new UserError('cli.cannot-write', { path, reason: reasonOf(lang, cause) }, { cause });
  }
}

/**
 * Works on a file beside the one meant, which is gone afterwards. What is left of an interrupted write is deleted, now
 * or by the next one, since a report may hold personal values.
 */
async function beside(path: string, work: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  const discard = () => rmSync(temporary, { force: true });
  process.on('exit', discard);
  try {
    sweep(path);
    await work(temporary);
  } finally {
    discard();
    process.off('exit', discard);
  }
}

async function passOn(path: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const folder = privateFolder();
  try {
    const temporary = join(folder.path, 'report');
    await write(temporary);
    await pipeline(createReadStream(temporary), createWriteStream(path));
  } finally {
    folder.remove();
  }
}

/** Waits until the disk has a file: otherwise, after a power cut, the new name may stand on nothing. */
async function onDisk(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Deletes what killed processes left of writing the same file. */
function sweep(path: string): void {
  const [folder, name] = [dirname(path), basename(path)];
  for (const entry of readdirSync(folder)) {
    const mark = entry.startsWith(`${name}.`) ? entry.slice(name.length + 1) : '';
    const pid = /^(\d+)\.tmp$/.exec(mark)?.[1];
    if (pid && !isRunning(Number(pid))) rmSync(join(folder, entry), { force: true });
  }
}
