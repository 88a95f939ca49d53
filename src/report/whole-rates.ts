import type { AuditResult, ErrorRate } from './result.js';
import { groupBy } from './table/groups.js';

/** Percentages whose numerators and denominators may be added up over communities. */
const ADDITIVE: ReadonlySet<string> = new Set([
  'omission_rate',
  'duplication_rate',
  'misentry_rate',
  'agreement_rate',
  'reporting_accuracy',
]);

/** The error percentages of all communities together: sums of the numerators over sums of the denominators. */
export function wholeRates({ errorRates }: Pick<AuditResult, 'errorRates'>): ErrorRate[] {
  const additive = errorRates.filter(({ rate }) => ADDITIVE.has(rate));
  return [...groupBy(additive, ({ event, point, rate }) => `${event}|${point}|${rate}`).values()].flatMap(
    (rows) => {
      const [first] = rows;
      if (!first) return [];
      const numerator = rows.reduce((sum, row) => sum + row.numerator, 0);
      const denominator = rows.reduce((sum, row) => sum + row.denominator, 0);
      const value = denominator === 0 ? null : Math.round((numerator / denominator) * 10_000) / 100;
      return { ...first, community: '', numerator, denominator, value };
    },
  );
}
