import { existsSync } from 'node:fs';
import type { Command } from 'commander';

/** The sub-commands that words of the command line name, one below the other. */
function named(program: Command, argv: readonly string[]): Command[] {
  const path: Command[] = [];
  let at = program;
  for (const word of argv) {
    const next = at.commands.find((command) => command.name() === word);
    if (next) path.push(next);
    else if (path.length > 0 && !word.startsWith('-')) break;
    at = next ?? at;
  }
  return path;
}

/** The command that a command line means, as it is written: its help lists what it takes. */
export function commandOf(program: Command, argv: readonly string[]): string {
  return [program, ...named(program, argv)].map((command) => command.name()).join(' ');
}

/** A file or folder where a command should stand is to be checked: `plumbline 资料` is `plumbline check 资料`. */
export function withCommand(program: Command, argv: readonly string[]): string[] {
  const [first] = argv;
  const isPath = first !== undefined && !first.startsWith('-') && existsSync(first);
  return isPath && named(program, [first]).length === 0 ? ['check', ...argv] : [...argv];
}
