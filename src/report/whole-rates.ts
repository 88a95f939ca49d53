import { gathered } from '../keys/order.js';
import type { ErrorRate } from '../model/measured.js';
import type { AuditResult } from '../model/result.js';
import { rounded } from '../statistics/rounding.js';
import { sumOf } from '../statistics/sum.js';

/** Percentages whose numerators and denominators may be added up over communities. */
const ADDITIVE = 'omission_rate duplication_rate misentry_rate agreement_rate reporting_accuracy'.split(' ');

/**
 * The error percentages of all communities together: sums of the numerators over sums of the denominators. Areas that
 * are made of communities are left out, since they would count twice.
 */
export function wholeRates({ errorRates, line }: Pick<AuditResult, 'errorRates' | 'line'>): ErrorRate[] {
  const communities = new Set(line.map(({ community }) => community));
  const additive = errorRates.filter((one) => ADDITIVE.includes(one.rate) && communities.has(one.community));
  const groups = gathered(additive, ({ event, point, rate }) => `${event}|${point}|${rate}`);
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows;
    if (!first) return [];
    const numerator = sumOf(rows, (row) => row.numerator);
    const denominator = sumOf(rows, (row) => row.denominator);
    const value = denominator === 0 ? null : rounded((numerator / denominator) * 100);
    return { ...first, community: '', numerator, denominator, value };
  });
}
