import type { AcceptedEntry } from '../config/accepted.js';
import type { Config } from '../config/types.js';
import { LEDGER_RULES } from '../rules/index.js';
import type { Rule } from '../rules/rule.js';
import type { AuditOptions } from './options.js';
import { loadOwnRules } from './own-rules.js';
import { acceptedAmong, type RulesAsked, rulesAsked } from './selection.js';

/** The rules of one audit. */
export interface ChosenRules extends RulesAsked {
  /** A bureau's own, which the catalogue does not hold. */
  own: readonly Rule[];
  /** Decisions to leave findings as they are, by id. */
  accepted: ReadonlyMap<string, AcceptedEntry>;
}

/**
 * The rules to check and to report on: those on ledgers, a bureau's own, and what else is given.
 * @throws UserError for what is wrong in an own rule, or a glob that chooses none
 */
export async function chooseRules(
  config: Config,
  { rules: asked, lang, paths }: Pick<AuditOptions, 'rules' | 'lang' | 'paths'>,
  others: readonly Rule[] = [],
): Promise<ChosenRules> {
  const own = await loadOwnRules(config, lang);
  const rules = rulesAsked(asked, [...LEDGER_RULES, ...own, ...others]);
  return { ...rules, own, accepted: await acceptedAmong(rules.checked, config, paths) };
}
