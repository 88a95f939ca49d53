import { MEASURES, type Measure } from '../config/measures.js';
import type { AssessmentItem } from '../config/types.js';
import { put } from '../keys/order.js';
import type { AuditResult } from '../model/result.js';
import { rounded } from '../statistics/rounding.js';
import { sumOf } from '../statistics/sum.js';
import type { Origin, ScoredItem } from './types.js';

/** Where the numbers of a measure stand in the result. */
const OF_QUALITY: readonly string[] = ['timely_rate', 'handed_in_rate', 'card_items_rate', 'signature_rate'];
const OF_INDICATORS: readonly string[] = [
  ...['timely_rate', 'card_rate', 'population_coverage'],
  ...['migrant_registration_rate', 'migrant_women_coverage'],
];
/** Unless points are named, these are of the reported figures, all others of the claims at every point. */
const OF_FIGURES: readonly string[] = ['net_accuracy', 'statistical_error_rate'];
const FIGURES = 'figures';

type Wanted = Pick<AssessmentItem, 'measure' | 'events' | 'points'>;
type Source = Pick<AuditResult, 'errorRates' | 'indicators' | 'quality'>;

/** Finds the numbers of a measure for an area. */
export interface Numbers {
  /** The rows that the value is made of: those of the area itself, else those of its communities. */
  of(item: Wanted, area: string, communities: readonly string[]): Origin[];
}

/**
 * @param isPeriod whether a printed period is the audited one
 * @param wanted measures that will be asked for
 */
export function measuredNumbers(
  result: Source,
  isPeriod: (label: string) => boolean,
  wanted: ReadonlySet<string>,
): Numbers {
  const index = new Map<string, Origin[]>();
  const add = (measure: string, origin: Origin) => put(index, `${measure}|${origin.area}`, origin);
  for (const { rate, community: area, event, point, numerator, denominator } of result.errorRates) {
    if (!wanted.has(rate)) continue;
    add(rate, { from: 'errorRates', area, event, point, numerator: Math.abs(numerator), denominator });
  }
  for (const { measure, community: area, point, numerator, denominator } of result.quality ?? []) {
    add(measure, { from: 'quality', area, point, numerator, denominator });
  }
  for (const { code, area, period, numerator, denominator } of result.indicators) {
    if (!OF_INDICATORS.includes(code) || !isPeriod(period)) continue;
    if (numerator !== undefined && denominator !== undefined)
      add(code, { from: 'indicators', area, numerator, denominator });
  }
  return { of: (item, area, communities) => chosen(index, item, area, communities) };
}

function chosen(
  index: ReadonlyMap<string, Origin[]>,
  item: Wanted,
  area: string,
  communities: readonly string[],
): Origin[] {
  const { measure } = item;
  const fits = (from: (origin: Origin) => boolean) => (name: string) =>
    (index.get(`${measure}|${name}`) ?? []).filter((origin) => from(origin) && isWanted(origin, item));
  const found = (from: (origin: Origin) => boolean) => {
    const own = fits(from)(area);
    return own.length > 0 ? own : communities.flatMap(fits(from));
  };
  const ofQuality = OF_QUALITY.includes(measure) ? found(({ from }) => from === 'quality') : [];
  return ofQuality.length > 0 ? ofQuality : found(({ from }) => from !== 'quality');
}

function isWanted({ from, event, point }: Origin, { measure, events, points }: Wanted): boolean {
  if (events && event !== undefined && !events.some((kind) => kind === event)) return false;
  if (points) return point === undefined || points.includes(point);
  return from !== 'errorRates' || OF_FIGURES.includes(measure) === (point === FIGURES);
}

/** Sums of numerators and denominators, and their quotient in per cent with two decimals; null without a denominator. */
export function shareOf(origins: readonly Origin[]): Pick<ScoredItem, 'numerator' | 'denominator' | 'value'> {
  const numerator = sumOf(origins, (origin) => origin.numerator);
  const denominator = sumOf(origins, (origin) => origin.denominator);
  return {
    numerator,
    denominator,
    value: denominator === 0 ? null : rounded((numerator * 100) / denominator),
  };
}

/** Whether more of a measure is better. */
export function moreIsBetter(measure: Measure): boolean {
  return MEASURES[measure] === 'more';
}
