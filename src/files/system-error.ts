import { type MessageKey, say, UserError } from '../messages/index.js';
import type { Lang } from '../model/language.js';

const REASONS: Record<string, MessageKey> = {
  ENOENT: 'cli.reason-missing-folder',
  ENOTDIR: 'cli.reason-missing-folder',
  EISDIR: 'cli.reason-is-folder',
  EACCES: 'cli.reason-no-permission',
  EPERM: 'cli.reason-no-permission',
  EROFS: 'cli.reason-no-permission',
  ENOSPC: 'cli.reason-disk-full',
  EBUSY: 'cli.reason-busy',
};

/** Why the operating system refused, in the language of the run; its own words where we have none. */
export function reasonOf(lang: Lang, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const key = code === undefined ? undefined : REASONS[code];
  return key ? say(lang, key) : String(message);
}

/** What the system refused of a path, under a sentence that says so; any other error is itself. */
export function refusal(error: unknown, key: MessageKey, path: string, lang: Lang): unknown {
  if (!isSystemError(error)) return error;
  return new UserError(key, { path, reason: reasonOf(lang, error) }, { cause: error });
}

/** The operating system said no: something the user can mend, not a fault of the program. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && (error as NodeJS.ErrnoException).code !== undefined && 'syscall' in error;
}
