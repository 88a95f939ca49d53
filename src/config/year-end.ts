import { monthsOfPeriod } from '../keys/months.js';
import { DEFAULT_CONFIG } from './defaults.js';
import { filled } from './filled.js';
import type { Mistake } from './mistakes.js';
import type { RawConfig } from './schema.js';
import type { YearEndConfig } from './types.js';

/** The year-end run as the file has it. */
export function toYearEnd(raw: RawConfig['yearend']): YearEndConfig {
  return { ...DEFAULT_CONFIG.yearEnd, ...filled(raw ?? {}), thresholds: (raw?.thresholds ?? []).map(filled) };
}

/** The audited period is written as on the command line. */
function badPeriod({ yearend, year_start }: RawConfig): Mistake[] {
  const period = yearend?.period;
  if (!period || monthsOfPeriod(period, year_start ?? 1)) return [];
  return [{ path: ['yearend', 'period'], name: period, kind: 'said', message: 'config.bad-period' }];
}

/** Points of error percentages that are no points of records: all together, and the reported figures. */
const OTHER_POINTS = ['all', 'figures'];

/** What the shape of the year-end run cannot say: thresholds have a limit, and name points that exist. */
export function yearEndMistakes(raw: RawConfig, points: readonly string[]): Mistake[] {
  const valid = [...points, ...OTHER_POINTS];
  return [
    ...badPeriod(raw),
    ...(raw.yearend?.thresholds ?? []).flatMap(({ point, at_most, at_least }, at): Mistake[] => {
      const path = ['yearend', 'thresholds', at];
      if (at_most == null && at_least == null) return [{ path, kind: 'missing', name: 'at_most' }];
      if (!point || valid.includes(point)) return [];
      return [{ path: [...path, 'point'], kind: 'unknown', name: point, valid }];
    }),
  ];
}
