import { remember } from '../keys/remember.js';
import type { IndicatorRow } from '../model/measured.js';
import type { Node } from './tree.js';
import type { DuePeriods } from './types.js';

/** Reports that an area did not hand in: the year's, and months by their labels. */
export interface MissingReports {
  whole: boolean;
  months: string[];
}

/**
 * What reports are missing: once one area of a level has reported the whole period, or a month of it, every area of
 * that level is expected to, and months all of the period.
 */
export function missingReports(
  nodes: readonly Node[],
  indicators: readonly IndicatorRow[],
  due: DuePeriods,
): Map<string, MissingReports> {
  const reported = reportedPeriods(indicators, due);
  const has = (area: string, key: string): boolean => reported.get(area)?.has(key) ?? false;
  const levels = new Map<string, { whole: boolean; months: boolean }>();
  for (const { area, level } of nodes) {
    const known = levels.get(level) ?? { whole: false, months: false };
    known.whole ||= has(area, due.whole);
    known.months ||= due.months.length > 1 && due.months.some(({ key }) => has(area, key));
    levels.set(level, known);
  }
  return new Map(
    nodes.map(({ area, level }) => {
      const expected = levels.get(level);
      const months = expected?.months ? due.months.filter(({ key }) => !has(area, key)) : [];
      const whole = Boolean(expected?.whole) && !has(area, due.whole);
      return [area, { whole, months: months.map(({ label }) => label) }];
    }),
  );
}

function reportedPeriods(indicators: readonly IndicatorRow[], due: DuePeriods): Map<string, Set<string>> {
  const keyOf = remember(due.keyOf);
  const reported = new Map<string, Set<string>>();
  for (const { area, period, reported: figure } of indicators) {
    if (figure === undefined) continue;
    reported.set(area, (reported.get(area) ?? new Set()).add(keyOf(period)));
  }
  return reported;
}
