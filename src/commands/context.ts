import type { MessageKey } from '../messages/index.js';
import type { Printing, Terminal } from '../report/terminal.js';

/** What every command gets: `registerX(program, context)` adds one verb to the program. */
export interface CommandContext extends Printing {
  /** The words of the command line. */
  argv: readonly string[];
  /** What is said where the run is interrupted. */
  interrupted: MessageKey;
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
    screen: Boolean(stdout.isTTY),
    asks: Boolean(process.stdin.isTTY && stdout.isTTY),
    width: stdout.columns ?? 80,
    color: takesColor(stdout, env),
    call: callOf(env),
  };
}

/** The starters of the bundle say what they are, and `npx` leaves its trace; else the program is on the search path. */
export function callOf({
  PLUMBLINE_COMMAND: starter,
  npm_lifecycle_event: event,
  npm_lifecycle_script: script = '',
}: NodeJS.ProcessEnv): string[] {
  if (starter) return [starter];
  return event === 'npx' && /^["']?plumbline\b/.test(script) ? ['npx', 'plumbline'] : ['plumbline'];
}

/** `FORCE_COLOR` and `NO_COLOR` say what a terminal cannot: https://no-color.org, https://force-color.org. */
function takesColor(stdout: NodeJS.WriteStream, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return !['0', 'false'].includes(env.FORCE_COLOR);
  return Boolean(stdout.isTTY) && env.TERM !== 'dumb';
}

/** `plumbline check … | head` closes the pipe early: that is the reader's right. */
function ignoreClosedReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
