import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { isInside, realPath } from '../files/inside.js';
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
export function checkFolder(
  folder: string,
  paths: readonly string[],
  key: MessageKey = 'reports.annotate-inside',
): void {
  const target = realPath(folder);
  for (const argument of paths) {
    const source = realPath(argument);
    if (isInside(target, source) || path.dirname(source) === target) throw new UserError(key, { folder });
  }
}

/** Writes a copy of every file in which something was found, and says how many there are. */
export async function writeCopies(
  result: AuditResult,
  folder: string,
  sources: SourceFinder,
  { lang, terminal }: Pick<CommandContext, 'lang' | 'terminal'>,
  quiet: boolean | undefined,
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
