import type { ListedRule } from '../audit/catalogue.js';
import { say } from '../messages/index.js';
import { SEVERITIES } from '../model/severity.js';
import { widthOf } from '../report/text.js';
import { choice, collect } from './choice.js';
import type { CommandContext } from './context.js';
import type { Lists, Texts, Verb } from './verb.js';

type RawRulesOptions = Lists<'rule'> & Texts<'severity' | 'config'> & { format: string };

/** Adds `plumbline rules` and `plumbline explain RULE`. */
export function registerRules(program: Verb, context: CommandContext): void {
  const { lang, terminal } = context;
  program
    .verb('rules', 'catalogue.rules-about')
    .with('--rule <glob>', 'catalogue.rule-option', collect)
    .with('--severity <severity>', 'catalogue.severity-option')
    .with('-f, --format <format>', 'catalogue.format-option', 'table')
    .with('--config <file>', 'cli.config-option')
    .action(async ({ rule = [], severity, format, config }: RawRulesOptions) => {
      const form = choice('--format', format, ['table', 'json'] as const);
      const level = severity === undefined ? undefined : choice('--severity', severity, SEVERITIES);
      const { listRules } = await import('../audit/catalogue.js');
      const rules = await listRules({ config, globs: rule, severity: level }, lang);
      await terminal.out(form === 'json' ? asJson(rules) : asTable(rules, context));
    });
  program
    .verb('explain', 'catalogue.explain-about')
    .takes('<rule>', 'catalogue.explain-rule')
    .with('--config <file>', 'cli.config-option')
    .action(async (name: string, { config }: { config?: string }) => {
      const { explainRule } = await import('../audit/catalogue.js');
      await terminal.out(await explainRule(name, config, lang));
    });
}

function asTable(rules: readonly ListedRule[], { lang }: CommandContext): string {
  const widest = Math.max(0, ...rules.map(({ facts }) => facts.name.length));
  const lines = rules.map(({ facts: { name, severity, title }, off }) => {
    const word = say(lang, `report.${severity}`);
    const gap = ' '.repeat(9 - widthOf(word));
    return `${name.padEnd(widest)}  ${word}${gap}${title[lang]}${off ? say(lang, 'catalogue.off') : ''}`;
  });
  return `${[...lines, '', say(lang, 'catalogue.count', { count: rules.length })].join('\n')}\n`;
}

function asJson(rules: readonly ListedRule[]): string {
  const plain = rules.map(({ facts: { options, select, ...facts }, off }) => ({
    ...facts,
    options: Object.fromEntries(options.map(({ name, value }) => [name, value])),
    off,
  }));
  return `${JSON.stringify(plain, null, 2)}\n`;
}
