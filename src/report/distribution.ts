import { gathered } from '../keys/order.js';
import type { ErrorRate } from '../model/measured.js';
import type { AuditResult } from '../model/result.js';
import { fixed } from '../statistics/rounding.js';
import { sumOf } from '../statistics/sum.js';
import { grid, heading, type Page } from './table/page.js';

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
    const lie = distributionOf(group);
    if (!first || !lie || (lie.lowest === lie.highest && lie.factor === lie.lowest)) return [];
    const point = first.point === 'figures' ? page.say('rates.point-figures') : page.label.point(first.point);
    return [[page.label.event(first.event), point, ...COLUMNS.map((column) => String(lie[column]))]];
  });
  if (rows.length === 0) return [];
  const head = ['event', 'point', ...COLUMNS].map((column) => page.say(`rates.${column as 'event'}`));
  return [
    ...heading(page, page.say('rates.distribution-title')),
    ...grid(page, { head, rows, text: [0, 1] }),
  ];
}

const COLUMNS = ['factor', 'communities', 'lowest', 'median', 'highest', 'over', 'under'] as const;

function distributionOf(
  group: readonly ErrorRate[],
): Record<(typeof COLUMNS)[number], string | number> | undefined {
  const values = group.flatMap(({ value }) => value ?? []).sort((a, b) => a - b);
  const sum = (of: 'numerator' | 'denominator') => sumOf(group, (one) => one[of]);
  const [lowest, highest] = [values[0], values.at(-1)];
  if (values.length < 2 || lowest === undefined || highest === undefined || sum('denominator') === 0)
    return undefined;
  const half = (values.length - 1) / 2;
  const median = ((values[Math.floor(half)] ?? 0) + (values[Math.ceil(half)] ?? 0)) / 2;
  return {
    factor: fixed(sum('numerator') / sum('denominator'), 2),
    communities: values.length,
    lowest: fixed(lowest, 2),
    median: fixed(median, 2),
    highest: fixed(highest, 2),
    over: values.filter((value) => value < 0.9).length,
    under: values.filter((value) => value > 1.1).length,
  };
}
