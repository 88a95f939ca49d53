import type { AssessmentItem, Config, TargetConfig } from '../config/types.js';
import { catalogueOf } from '../measure/catalogue.js';
import { judgeTarget } from '../measure/targets.js';
import type { IndicatorRow } from '../model/measured.js';
import type { AuditResult } from '../model/result.js';
import { moreIsBetter } from './numbers.js';
import type { TargetRow } from './types.js';

export type TargetRules = Pick<Config, 'targets' | 'indicators'>;

/**
 * The target of an item in an area: what the configuration's `targets` ask of its measure there, else its own.
 * @param isPeriod whether a printed period is the audited one
 */
export function targetFinder(
  { targets }: TargetRules,
  isPeriod: (label: string) => boolean,
): (item: AssessmentItem, area: string) => number | undefined {
  return ({ measure, target }, name) => {
    const limit = (one: TargetConfig) => (moreIsBetter(measure) ? one.atLeast : one.atMost);
    const asked = targets.findLast(
      (one) =>
        one.indicator === measure &&
        limit(one) !== undefined &&
        (one.area === undefined || one.area === name) &&
        (one.year === undefined || isPeriod(one.year)),
    );
    return (asked && limit(asked)) ?? target;
  };
}

/**
 * Targets beside the scores: those of the configuration, else those that the audit was held against. They are met or
 * missed, and change no score.
 * @param isPeriod whether a printed period is the audited one
 */
export function targetRows(
  { indicators }: Pick<AuditResult, 'indicators'>,
  { targets, indicators: own }: TargetRules,
  isPeriod: (label: string) => boolean,
): TargetRow[] {
  const catalogue = catalogueOf(own);
  const codeOf = (name: string) => catalogue.find(name) ?? name;
  const found = (row: IndicatorRow) =>
    targets.findLast(
      ({ indicator, area, year }) =>
        codeOf(indicator) === row.code &&
        (area === undefined || area === row.area) &&
        (year === undefined || isPeriod(year)),
    );
  return indicators.flatMap((row): TargetRow[] => {
    if (!isPeriod(row.period)) return [];
    const target = targets.length > 0 ? found(row) : row.target;
    if (!target) return [];
    const { area, level, code, name, unit, numerator, denominator } = row;
    const value = row.reported ?? row.recomputed;
    const share = numerator === undefined || denominator === undefined ? {} : { numerator, denominator };
    const verdict = value === undefined ? 'no-data' : judgeTarget(value, target as TargetConfig);
    const { atMost, atLeast } = target;
    return [{ area, level, code, name, value, ...share, unit, atMost, atLeast, verdict }];
  });
}
