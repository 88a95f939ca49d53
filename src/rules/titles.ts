import type { Lang } from '../model/language.js';
import type { RuleStatus } from '../model/result.js';
import { RULES } from './index.js';
import type { Rule } from './rule.js';

/** Adds the titles that people read to the statuses of rules; `own` are a bureau's own. */
export function withTitles(
  statuses: readonly RuleStatus[],
  lang: Lang,
  own: readonly Rule[] = [],
): RuleStatus[] {
  const titles = new Map([...RULES, ...own].map(({ name, title }) => [name, title[lang]]));
  return statuses.map((status) => ({ ...status, title: titles.get(status.rule) ?? status.rule }));
}
