import { UserError } from '../messages/index.js';
import type { CommandContext } from './context.js';
import type { Verb } from './verb.js';

const NAME = 'complete';
const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** Names `plumbline complete SHELL` in the help; `offerCompletions` is what does it. */
export function registerComplete(program: Verb, { argv }: CommandContext): void {
  if (argv[0] === NAME) return;
  program.verb(NAME, 'cli.complete').argument('<shell>', SHELLS.join(' '));
}

/**
 * Adds `plumbline complete SHELL`, which prints a script for that shell, and what the script asks, `plumbline complete --
 * WORDS…`: only where it is asked for, since the library describes every command when it is loaded.
 * @throws UserError for a shell that it does not know
 */
export async function offerCompletions(program: Verb, argv: readonly string[]): Promise<void> {
  const [name, shell = ''] = argv;
  if (name !== NAME || argv.includes('--help') || argv.includes('-h')) return;
  if (shell !== '--' && !SHELLS.some((one) => one === shell)) {
    throw new UserError('cli.bad-choice', { option: NAME, value: shell, choices: SHELLS.join(' ') });
  }
  const { default: describe } = await import('@bomb.sh/tab/commander');
  describe(program);
}
