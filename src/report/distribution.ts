import { gathered } from '../keys/order.js';
import { distributionOf } from '../measure/error-rates.js';
import type { ErrorRate } from '../model/measured.js';
import type { AuditResult } from '../model/result.js';
import { fixed } from '../statistics/rounding.js';
import { sumOf } from '../statistics/sum.js';
import { type Page, titledGrid } from './table/page.js';

/**
 * Verification factors of each kind of event and point: the aggregate, and how the communities lie, since errors that
 * cancel still are errors. Only where there are two communities or more, and where they are not all alike.
 */
export function renderDistribution(page: Page, { errorRates, indicators }: AuditResult): string[] {
  const wholes = new Set(indicators.filter(({ level }) => level !== 'community').map(({ area }) => area));
  const factors = errorRates.filter(({ rate }) => rate === 'verification_factor');
  const parts = factors.filter(({ community }) => !wholes.has(community));
  const groups = gathered(parts, ({ event, point }) => `${event}|${point}`);
  const rows = [...groups.values()].flatMap((group) => {
    const [first] = group;
    const lie = lieOf(group);
    if (!first || !lie || (lie.lowest === lie.highest && lie.factor === lie.lowest)) return [];
    const point = first.point === 'figures' ? page.say('rates.point-figures') : page.label.point(first.point);
    return [[page.label.event(first.event), point, ...COLUMNS.map((column) => String(lie[column]))]];
  });
  if (rows.length === 0) return [];
  const head = ['event', 'point', ...COLUMNS].map((column) => page.say(`rates.${column as 'event'}`));
  return titledGrid(page, page.say('rates.distribution-title'), { head, rows, text: [0, 1] });
}

const COLUMNS = ['factor', 'communities', 'lowest', 'median', 'highest', 'over', 'under'] as const;

/** How the factors of a group lie; nothing where there are not two of them. */
function lieOf(group: readonly ErrorRate[]) {
  const factors = group.flatMap(({ value }) => value ?? []);
  const denominator = sumOf(group, (one) => one.denominator);
  if (factors.length < 2 || denominator === 0) return undefined;
  const { communities, lowest, median, highest, overReporting, underReporting } = distributionOf(factors);
  return {
    factor: fixed(sumOf(group, (one) => one.numerator) / denominator, 2),
    communities,
    lowest: fixed(lowest, 2),
    median: fixed(median, 2),
    highest: fixed(highest, 2),
    over: overReporting,
    under: underReporting,
  };
}
