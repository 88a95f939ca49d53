import type { Command } from 'commander';
import { argumentName } from '../../src/commands/help.js';
import { say } from '../../src/messages/index.js';
import type { Lang } from '../../src/model/language.js';
import { VERSION } from '../../src/version.js';

/** Text as roff takes it: no line of it is a request, and hyphens can be copied. */
function roff(text: string): string {
  const escaped = text.replaceAll('\\', '\\e').replaceAll('-', '\\-');
  return escaped.replace(/^(['.])/gm, '\\&$1');
}

/** The manual page of the program, from the commands themselves. */
export function manualPage(program: Command, lang: Lang): string {
  const lines = [
    `.TH PLUMBLINE 1 "" "plumbline ${VERSION}"`,
    `.SH ${say(lang, 'cli.man-name')}`,
    `plumbline \\- ${roff(program.description())}`,
    `.SH ${say(lang, 'cli.man-synopsis')}`,
    ...synopsis(lang),
    `.SH ${say(lang, 'cli.options').replace(/[：:]/, '')}`,
    ...options(program),
    `.SH ${say(lang, 'cli.man-commands')}`,
    ...program.commands.flatMap((command) => section(command, 'plumbline', lang)),
    `.SH ${say(lang, 'cli.man-exit')}`,
    roff(say(lang, 'cli.man-exits')),
  ];
  return `${lines.join('\n')}\n`;
}

function synopsis(lang: Lang): string[] {
  const word = say(lang, 'cli.word-command');
  return [`.B plumbline`, `[${say(lang, 'cli.word-options')}] [${word}] …`];
}

/** A command and those below it. */
function section(command: Command, parent: string, lang: Lang): string[] {
  const name = `${parent} ${command.name()}`;
  const given = command.registeredArguments.map((argument) => {
    const text = argumentName(argument.name(), lang) + (argument.variadic ? '…' : '');
    return argument.required ? `<${text}>` : `[${text}]`;
  });
  if (command.commands.length > 0) return command.commands.flatMap((one) => section(one, name, lang));
  return [`.SS ${roff([name, ...given].join(' '))}`, roff(command.description()), ...options(command)];
}

function options(command: Command): string[] {
  return command.options.flatMap(({ flags, description }) => ['.TP', `.B ${roff(flags)}`, roff(description)]);
}
