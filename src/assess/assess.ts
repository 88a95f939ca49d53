import type { Config } from '../config/types.js';
import { remember } from '../keys/remember.js';
import { readSpan } from '../measure/periods.js';
import type { HistoryEntry } from '../model/assessment-history.js';
import type { AuditResult } from '../model/result.js';
import { warningsOf } from './history.js';
import { measuredNumbers } from './numbers.js';
import { assessedPlaces } from './places.js';
import { ranked } from './rank.js';
import { scoreArea } from './score.js';
import { targetFinder, targetRows } from './targets.js';
import type { Assessment } from './types.js';

/** What an assessment needs of the configuration. */
export type AssessmentRules = Pick<
  Config,
  'assessment' | 'areas' | 'communities' | 'targets' | 'indicators' | 'yearStart'
>;

/**
 * Scores areas on the quality of their data: error percentages, timeliness and coverage, each from numbers of the
 * result. Targets stand beside the scores; of targets of data quality that were missed in years before as well, it warns.
 *
 * @param result of an audit; masked or not, since areas alone are looked at
 * @param rules a configuration
 * @param history values of earlier years
 */
export function assess(
  result: AuditResult,
  rules: AssessmentRules,
  history: readonly HistoryEntry[] = [],
): Assessment {
  const { asOf, period, complete } = result.run;
  const span = readSpan(period, rules.yearStart);
  const isPeriod = remember((label: string) => readSpan(label, rules.yearStart).key === span.key);
  const places = assessedPlaces(result, rules, populationOf(result, isPeriod));
  const { items } = rules.assessment;
  const numbers = measuredNumbers(result, isPeriod, new Set(items.map(({ measure }) => measure)));
  const scoring = { places, numbers, items, targetOf: targetFinder(rules, isPeriod) };
  const areas = ranked(places.areas.map((area) => scoreArea(area, scoring)));
  const year = span.grain === 'year' && span.months ? Number(span.months.to.slice(0, 4)) : undefined;
  const levels = new Map(areas.map(({ area, level }) => [area, level]));
  return {
    schema: 'plumbline.assessment/1',
    tool: result.tool,
    run: { asOf, period, complete, year },
    items,
    areas,
    targets: targetRows(result, rules, isPeriod).map((row) => ({
      ...row,
      level: levels.get(row.area) ?? row.level,
    })),
    warnings: year === undefined ? [] : warningsOf(year, areas, history),
  };
}

/** The reported population at the end of the period, else the people on cards. */
function populationOf(
  { indicators, areas }: AuditResult,
  isPeriod: (label: string) => boolean,
): (community: string) => number | undefined {
  const rows = indicators.filter(({ code, period }) => code === 'population_end' && isPeriod(period));
  const reported = new Map(rows.map((row) => [row.area, row.reported ?? row.recomputed]));
  const onCards = new Map(areas?.map(({ area, persons }) => [area, persons]));
  return (community) => reported.get(community) ?? onCards.get(community);
}
