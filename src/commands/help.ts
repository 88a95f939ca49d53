import type { Command, CommanderError } from 'commander';
import stringWidth from 'string-width';
import { type MessageKey, say, sayOr } from '../messages/index.js';
import type { Lang } from '../model/language.js';
import { wrap } from '../report/text.js';

const TITLES: Record<string, MessageKey> = {
  'Usage:': 'cli.usage',
  'Arguments:': 'cli.arguments',
  'Options:': 'cli.options',
  'Global Options:': 'cli.global-options',
  'Commands:': 'cli.commands',
};

/** What an argument is called in the language of the run. */
export function argumentName(name: string, lang: Lang): string {
  return sayOr(lang, `cli.argument-${name}`, name);
}

/** Words that commander puts into a usage line. */
function usageWords(usage: string, lang: Lang): string {
  return usage
    .replace('[options]', `[${say(lang, 'cli.word-options')}]`)
    .replace('[command]', `[${say(lang, 'cli.word-command')}]`)
    .replace(/([<[])([a-z-]+)(\.{3})?([>\]])/g, (_, open: string, name: string, more = '', close: string) =>
      [open, argumentName(name, lang), more, close].join(''),
    );
}

/** Help in the language of the run, measured with wide characters. Commands added later inherit it. */
export function configureHelp(program: Command, lang: Lang, width: number): void {
  program
    .helpOption('-h, --help', say(lang, 'cli.help-option'))
    .helpCommand('help [command]', say(lang, 'cli.help-command'))
    .configureHelp({
      helpWidth: Math.min(width, 100),
      showGlobalOptions: true,
      displayWidth: stringWidth,
      boxWrap: (text, columns) => wrap(text, columns).join('\n'),
      styleTitle: (title) => (TITLES[title] ? say(lang, TITLES[title]) : title),
      // Defaults are in the descriptions, in the language of the run.
      optionDescription: ({ description }) => description,
      commandUsage: (command) => {
        const names: string[] = [];
        for (let at: Command | null = command; at; at = at.parent) names.unshift(at.name());
        return `${names.join(' ')} ${usageWords(command.usage(), lang)}`;
      },
      argumentTerm: (argument) => argumentName(argument.name(), lang),
      subcommandTerm: (command) => command.name(),
    });
}

const USAGE: Record<string, MessageKey> = {
  'commander.unknownOption': 'cli.unknown-option',
  'commander.unknownCommand': 'cli.unknown-command',
  'commander.optionMissingArgument': 'cli.option-needs-value',
  'commander.missingMandatoryOptionValue': 'cli.missing-argument',
  'commander.missingArgument': 'cli.missing-argument',
  'commander.excessArguments': 'cli.excess-arguments',
};

/** Commander words its complaints in English only: what it quotes is kept, the sentence is ours. */
export function usageError({ code, message }: CommanderError, lang: Lang, command: string): string {
  // A group without a verb prints its own help.
  if (code === 'commander.help') return '';
  const key = USAGE[code] ?? 'cli.bad-usage';
  const what = argumentName(/'([^']*)'/.exec(message)?.[1] ?? '', lang);
  const near = /\(Did you mean (?:one of )?(.*)\?\)/.exec(message)?.[1];
  const hint = near ? say(lang, 'cli.did-you-mean', { what: near }) : '';
  return say(lang, key, { what, hint, command, ...counted(message) });
}

/** How many arguments were expected and given, where that is what the complaint is about. */
function counted(message: string): { expected?: string; given?: string; message: string } {
  const [, expected, given] = /Expected (\d+) arguments? but got (\d+)/.exec(message) ?? [];
  return { expected, given, message: message.replace(/^error: /, '') };
}
