import type { Named, Rule } from './rule.js';
import { isAsked, type RuleDescription, sharing } from './shared.js';

/**
 * A rule of the family `totals`. Intervals of rounded numbers, and the search for the smallest set of wrong figures, are
 * no set work: the measuring step writes its verdicts into `figure_faults` (see `measure/verdicts.ts`), and the rule
 * reads them.
 */
export function verdictRule(rule: Omit<RuleDescription, 'needs' | 'reads'>): Rule {
  const facts = { ...rule, ...OF_FIGURES };
  return sharing(verdictSelect, facts, () => ({}));
}

const OF_FIGURES = {
  needs: { all: ['figures'] },
  reads: 'measures',
} as const;

function verdictSelect(parts: readonly Named[]): string {
  return `SELECT rule, finding, ordinal, record, columns, NULLIF(cause, '') AS cause, NULLIF(covers, '') AS covers, community,
      severity, period, period AS span, figure, printed, recomputed, difference, error_percent, equation, repair, choices, detail, resembles
    FROM figure_faults WHERE ${isAsked(parts, 'rule')}`;
}
