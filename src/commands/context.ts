import type { Lang } from '../report/result.js';

/** Where a command's output goes. Passed in, so that tests need no mocks. */
export interface Terminal {
  /** Payload. Resolves when written; a reader that went away is no error. */
  out(text: string): Promise<void>;
  /** Progress and diagnostics. */
  err(text: string): void;
  /** Standard error is a terminal: progress may be shown. */
  live: boolean;
  /** Columns of standard output. */
  width: number;
  /** Standard output takes colours. */
  color: boolean;
}

/** What every command gets: `registerX(program, context)` adds one verb to the program. */
export interface CommandContext {
  /** Language of help and output (`--lang`, else zh; never the locale's). */
  lang: Lang;
  terminal: Terminal;
  /** Sets the exit code; 0 where a command does not call it. Errors are thrown, not finished. */
  finish(code: number): void;
}

/** The real terminal of this process. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  for (const stream of [stdout, stderr]) stream.on('error', ignoreClosedReader);
  return {
    out: (text) => new Promise((resolve) => stdout.write(text, () => resolve())),
    err: (text) => void stderr.write(text),
    live: Boolean(stderr.isTTY),
    width: stdout.columns ?? 80,
    color: Boolean(stdout.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb',
  };
}

/** `plumbline check … | head` closes the pipe early: that is the reader's right. */
function ignoreClosedReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
