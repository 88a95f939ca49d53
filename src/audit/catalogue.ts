import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { loadConfig } from '../config/load.js';
import type { Config } from '../config/types.js';
import { UserError } from '../messages/index.js';
import { nearestOf } from '../messages/nearest.js';
import type { Lang } from '../model/language.js';
import type { Severity } from '../model/severity.js';
import { exampleOf, type OptionFacts, type RuleFacts, rulePart, selectPart } from '../report/rule-page.js';
import { RULES } from '../rules/index.js';
import type { Rule } from '../rules/rule.js';
import { isOffEverywhere, passesOf, type Tuning } from '../rules/tuning.js';
import { expand } from '../store/vocabulary.js';
import { HOME } from '../version.js';
import { loadOwnRules } from './own-rules.js';
import { chooser } from './selection.js';

/** A rule in the list of rules. */
export interface ListedRule {
  facts: RuleFacts;
  off: boolean;
}

/**
 * All rules as the configuration has them, a bureau's own among them.
 *
 * @param globs on names of rules; all where there are none
 * @throws UserError for a glob that chooses none, and for what is wrong in the configuration
 */
export async function listRules(
  options: { config?: string | undefined; globs?: readonly string[]; severity?: Severity | undefined },
  lang: Lang,
): Promise<ListedRule[]> {
  const config = await loadConfig(options.config, ['.']);
  const rules = [...RULES, ...(await loadOwnRules(config, lang))];
  const names = rules.map(({ name }) => name);
  const chosen = (options.globs ?? []).map((glob) => chooser(glob, names));
  return rules
    .filter(({ name }) => chosen.length === 0 || chosen.some((matches) => matches(name)))
    .map((rule) => ({ facts: ruleFacts(rule, config), off: isOffEverywhere(config.rules[rule.name]) }))
    .filter(({ facts }) => options.severity === undefined || facts.severity === options.severity);
}

/**
 * What is to be said about a rule: why, what to do, options in force, an example, and the SELECT as the engine gets it.
 * @throws UserError for a name that no rule bears
 */
export async function explainRule(name: string, path: string | undefined, lang: Lang): Promise<string> {
  const config = await loadConfig(path, ['.']);
  const rules = [...RULES, ...(await loadOwnRules(config, lang))];
  const rule = rules.find((one) => one.name === name);
  const names = rules.map((one) => one.name);
  if (!rule) throw new UserError('catalogue.unknown', { name, nearest: nearestOf(name, names) });
  const facts = ruleFacts(rule, config);
  // Pages of rules lie beside the program; those of own rules do not exist.
  const page = await readFile(new URL(`docs/rules/${name}.md`, HOME), 'utf8').catch(() => '');
  return `${rulePart(facts, lang, exampleOf(page, lang))}\n${selectPart({ ...facts, select: expand(facts.select) })}`;
}

/** What people read about a rule, with the options that a configuration sets. */
export function ruleFacts(rule: Rule, config: Pick<Config, 'rules'>): RuleFacts {
  const { name, title, why, remedy, message, needs = {} } = rule;
  const tuning: Tuning | undefined = config.rules[name];
  const options = passesOf(rule, tuning)[0]?.options;
  const select = rule.select({ options, supplied: new Map() });
  const severity = tuning?.severity ?? rule.severity;
  return { name, severity, title, why, remedy, message, needs, options: optionFacts(rule, options), select };
}

function optionFacts(rule: Rule, values: unknown): OptionFacts[] {
  if (!rule.options) return [];
  const { properties = {} } = z.toJSONSchema(rule.options);
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    value: Object(values)[name],
    allowed: typeof schema === 'object' ? allowedBy(schema) : '',
  }));
}

/** What a schema allows, in signs: `a | b`, `0 … 1`, `≥ 1`. */
function allowedBy(schema: z.core.JSONSchema.JSONSchema): string {
  const { enum: words, type, minimum, exclusiveMinimum, maximum } = schema;
  if (words) return words.join(' / ');
  if (type === 'boolean') return 'true / false';
  const least = minimum === undefined ? '' : `≥ ${minimum}`;
  const low = exclusiveMinimum === undefined ? least : `> ${exclusiveMinimum}`;
  const high = maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? '' : `≤ ${maximum}`;
  return [low, high].filter(Boolean).join(', ');
}
