import type { Command, CommanderError } from 'commander';
import stringWidth from 'string-width';
import { type MessageKey, say } from '../messages/index.js';
import type { Lang } from '../model/language.js';
import { wrap } from '../report/text.js';

const TITLES: Record<string, MessageKey> = {
  'Usage:': 'cli.usage',
  'Arguments:': 'cli.arguments',
  'Options:': 'cli.options',
  'Global Options:': 'cli.global-options',
  'Commands:': 'cli.commands',
};

/** Help in the language of the run, measured with wide characters. Commands added later inherit it. */
export function configureHelp(program: Command, lang: Lang, width: number): void {
  program
    .helpOption('-h, --help', say(lang, 'cli.help-option'))
    .helpCommand(false)
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
        return `${names.join(' ')} ${command.usage()}`;
      },
    });
}

const USAGE: Record<string, MessageKey> = {
  'commander.unknownOption': 'cli.unknown-option',
  'commander.unknownCommand': 'cli.unknown-command',
  'commander.optionMissingArgument': 'cli.option-needs-value',
  'commander.missingMandatoryOptionValue': 'cli.missing-argument',
  'commander.missingArgument': 'cli.missing-argument',
};

/** Commander words its complaints in English only: what it quotes is kept, the sentence is ours. */
export function usageError({ code, message }: CommanderError, lang: Lang): string {
  const key = USAGE[code] ?? 'cli.bad-usage';
  const what = /'([^']*)'/.exec(message)?.[1] ?? '';
  const near = /\(Did you mean (?:one of )?(.*)\?\)/.exec(message)?.[1];
  const hint = near ? say(lang, 'cli.did-you-mean', { what: near }) : '';
  return say(lang, key, { what, hint, message: message.replace(/^error: /, '') });
}
