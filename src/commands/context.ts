import type { Printing, Terminal } from '../report/terminal.js';

/** What every command gets: `registerX(program, context)` adds one verb to the program. */
export interface CommandContext extends Printing {
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
