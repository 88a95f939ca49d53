import { mkdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { type MessageKey, say, UserError } from '../messages/index.js';
import type { AuditResult } from '../model/result.js';
import type { CommandContext } from './context.js';
import type { SourceFinder } from './links.js';
import { writeRendered } from './write-out.js';

/**
 * What we write must not stand where it would be audited next time, nor in place of a ledger.
 * @param key the sentence that says so of `folder`
 * @throws UserError that names the folder
 */
export async function checkFolder(
  folder: string,
  paths: readonly string[],
  key: MessageKey = 'reports.annotate-inside',
): Promise<void> {
  const target = await real(folder);
  for (const argument of paths) {
    const source = await real(argument);
    const inside = `${target}${path.sep}`.startsWith(`${source}${path.sep}`);
    if (inside || path.dirname(source) === target) throw new UserError(key, { folder });
  }
}

/** The real path of a file or folder, or of the nearest folder above it that exists. */
async function real(given: string): Promise<string> {
  const absolute = path.resolve(given);
  try {
    return await realpath(absolute);
  } catch {
    const above = path.dirname(absolute);
    return above === absolute ? absolute : path.join(await real(above), path.basename(absolute));
  }
}

/** Writes a copy of every file in which something was found, and says how many there are. */
export async function writeCopies(
  result: AuditResult,
  folder: string,
  sources: SourceFinder,
  { lang, terminal }: Pick<CommandContext, 'lang' | 'terminal'>,
  quiet: boolean,
): Promise<void> {
  const { annotate } = await import('../report/annotate.js');
  let count = 0;
  for await (const { path: relative, bytes } of annotate(result, sources)) {
    const target = path.join(folder, relative);
    await mkdir(path.dirname(target), { recursive: true });
    await writeRendered(target, { kind: 'bytes', bytes }, lang);
    count++;
  }
  if (!quiet) terminal.err(`${say(lang, 'reports.annotated', { count, folder })}\n`);
}
