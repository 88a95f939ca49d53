import type { Bilingual, Named, Rule } from './rule.js';
import { isAsked, type RuleDescription, sharing } from './shared.js';

/**
 * A rule of the family `totals`. Intervals of rounded numbers, and the search for the smallest set of wrong figures, are
 * no set work: the measuring step writes its verdicts into `figure_faults` (see `measure/verdicts.ts`), and the rule
 * reads them. A rule without a message of its own shows the identity that is broken.
 */
export function verdictRule({ message = BROKEN, ...rule }: VerdictRule): Rule {
  return sharing(
    verdictSelect,
    { ...rule, message, needs: { all: ['figures'] }, reads: 'measures' },
    () => ({}),
  );
}

type VerdictRule = Omit<RuleDescription, 'needs' | 'reads' | 'message'> &
  Partial<Pick<RuleDescription, 'message'>>;

const BROKEN: Bilingual = {
  zh: '{community} {span}：{equation}。{corrections}{guess}',
  en: '{community} {span}: {equation}. {corrections}{guess}',
};

function verdictSelect(parts: readonly Named[]): string {
  return `SELECT rule, finding, ordinal, record, columns, NULLIF(cause, '') AS cause, NULLIF(covers, '') AS covers, community,
      severity, period, period AS span, figure, printed, recomputed, difference, error_percent, equation, repair, choices, detail, resembles
    FROM figure_faults WHERE ${isAsked(parts, 'rule')}`;
}
