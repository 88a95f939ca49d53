import { CommanderError } from 'commander';
import { isSystemError, reasonOf } from '../files/system-error.js';
import { RefusedFiles } from '../ingest/options.js';
import { say, UserError } from '../messages/index.js';
import type { Lang } from '../model/language.js';
import { usageError } from './help.js';

/**
 * What ended a run, as a sentence (of refused files, some): what, where, what to do.
 * @param command the one that was meant, whose help says how it is written
 */
export function explain(error: unknown, lang: Lang, command = 'plumbline'): string {
  if (error instanceof UserError) return say(lang, error.key, error.params);
  if (error instanceof RefusedFiles) return explainRefused(error, lang);
  if (error instanceof CommanderError) return usageError(error, lang, command);
  if (isSystemError(error))
    return say(lang, 'cli.system-error', { reason: reasonOf(lang, error), path: error.path });
  // The engine quotes rows from the second line on: they are for --debug only, since they may name people.
  const [message = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return say(lang, 'cli.internal', { message });
}

function explainRefused({ refused }: RefusedFiles, lang: Lang): string {
  const files = refused.map(({ path, reason }) => `  ${path}\n    ${reason}`);
  const head = say(lang, 'cli.refused', { count: refused.length });
  return [head, ...files, say(lang, 'cli.refused-advice')].join('\n');
}
