import type { Lang, RuleStatus } from '../report/result.js';
import { RULES } from './index.js';

/** Adds the titles that people read to the statuses of rules. */
export function withTitles(statuses: readonly RuleStatus[], lang: Lang): RuleStatus[] {
  const titles = new Map(RULES.map(({ name, title }) => [name, title[lang]]));
  return statuses.map((status) => ({ ...status, title: titles.get(status.rule) ?? status.rule }));
}
