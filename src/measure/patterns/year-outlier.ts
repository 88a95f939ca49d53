import { rounded } from '../../statistics/rounding.js';
import { binomialTest } from '../../statistics/tests.js';
import type { FigureCell, Reported } from '../figures.js';
import { keyBefore, keyOf, monthsOf } from '../periods.js';
import { isTotal } from '../total-rows.js';
import type { Pattern } from './pattern.js';

/** Counts of a year that stand for themselves; their parts rise and fall with them. */
const COUNTS = ['births', 'deaths', 'marriages', 'moved_in', 'moved_out'];

/**
 * A year's reported count of every area against that of the year before: exact binomial test of equal years. Registers
 * say nothing here: one that runs on from earlier years holds what is left of them.
 *
 * @param period first and last day of a year
 */
export function reportedYears({ cells }: Reported, period: { from: string; to: string }): Pattern[] {
  const months = monthsOf(period);
  const key = keyOf(months);
  return cells.values().flatMap((cell) => {
    if (cell.span.key !== key || isTotal(cell.area) || !COUNTS.includes(cell.indicator.code)) return [];
    const before = cells.get(cell.area, keyBefore(months), cell.indicator.code);
    return before ? compared(cell, before) : [];
  });
}

function compared(cell: FigureCell, earlier: FigureCell): Pattern | [] {
  const [now, before] = [countOf(cell), countOf(earlier)];
  if (now === undefined || before === undefined || before === 0) return [];
  const change = (100 * (now - before)) / before;
  return {
    rule: 'pattern/outlier',
    subject: `${cell.indicator.code}|${cell.area}`,
    community: cell.area,
    event_kind: cell.indicator.name,
    record: cell.figures[0].record,
    n: now + before,
    observed: now,
    statistic: rounded(change, 1),
    p: binomialTest(now, now + before, 1 / 2),
    low: before,
    detail: 'outlier-year',
  };
}

/** The count as printed; nothing where figures contradict each other or are rounded. */
function countOf({ figures, conflict }: FigureCell): number | undefined {
  const { value } = figures[0].printed;
  return conflict || !Number.isInteger(value) || value < 0 ? undefined : value;
}
