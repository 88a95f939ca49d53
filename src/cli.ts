import { inspect } from 'node:util';
import { CommanderError } from 'commander';
import { commandOf, withCommand } from './commands/argv.js';
import type { Audit } from './commands/check.js';
import { offerCompletions } from './commands/complete.js';
import { type CommandContext, processTerminal } from './commands/context.js';
import { explain } from './commands/explain-error.js';
import { buildProgram } from './commands/program.js';
import { sayFarewells } from './files/leaving.js';
import { say } from './messages/index.js';
import type { Lang } from './model/language.js';
import type { Terminal } from './report/terminal.js';
import { clean } from './report/text.js';

/**
 * The command line. Nothing deeper prints or exits.
 * @param argv the words after `plumbline`
 * @returns exit code: 0 clean, 1 findings, 2 could not audit, 3 audited in part, 130 interrupted
 */
export async function main(
  argv: string[],
  terminal: Terminal = processTerminal(),
  audit?: Audit,
): Promise<number> {
  let code = 0;
  // Its maps cost time to load: only where somebody wants to see where an error came from.
  if (argv.includes('--debug')) process.setSourceMapsEnabled(true);
  const context: CommandContext = {
    lang: langOf(argv),
    terminal: argv.includes('--no-color') ? { ...terminal, color: false } : terminal,
    argv,
    interrupted: 'cli.interrupted',
    finish: (given) => {
      code = given;
    },
  };
  const program = buildProgram(context, audit);
  const stopWatching = exitOnSignals(context);
  try {
    const words = await wordsFor(argv, context);
    context.argv = words;
    if (words[0] === 'complete') await offerCompletions(program, words);
    await program.parseAsync(withCommand(program, words), { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const sentence = explain(error, context.lang, commandOf(program, context.argv));
    if (sentence) terminal.err(`${sentence.split('\n').map(clean).join('\n')}\n`);
    if (argv.includes('--debug')) terminal.err(`${inspect(error)}\n`);
    return 2;
  } finally {
    stopWatching();
  }
}

/** The words of the command line; without any, where somebody sits at a terminal, those that a short guide asks for. */
async function wordsFor(argv: string[], context: CommandContext): Promise<string[]> {
  if (argv.length > 0 || !context.terminal.asks) return argv;
  const { guide } = await import('./commands/guide.js');
  return guide(context);
}

/** Read before everything else, since help and complaints about other options are in this language too. */
function langOf(argv: string[]): Lang {
  const at = argv.lastIndexOf('--lang');
  const value = at >= 0 ? argv[at + 1] : argv.findLast((word) => word.startsWith('--lang='))?.slice(7);
  return value === 'en' ? 'en' : 'zh';
}

/** A cluster is told that nobody waits for its answer any more; one that does not hear it finds out by itself. */
const FAREWELL_MS = 2000;

/** An interrupted run leaves at once, but through `exit`, so that private folders are deleted. */
function exitOnSignals(context: CommandContext): () => void {
  const leave = () => {
    context.terminal.err(`\n${say(context.lang, context.interrupted)}\n`);
    sayFarewells(FAREWELL_MS).finally(() => process.exit(130));
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.on(signal, leave);
  return () => {
    for (const signal of signals) process.off(signal, leave);
  };
}
