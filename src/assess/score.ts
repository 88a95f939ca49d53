import { isWorse, type Scheme } from '../config/measures.js';
import type { AssessmentItem } from '../config/types.js';
import { rounded } from '../statistics/rounding.js';
import { sumOf } from '../statistics/sum.js';
import { type Numbers, shareOf } from './numbers.js';
import type { Places, Shares } from './places.js';
import type { AreaScore, SchemeScore, ScoredItem, Unranked } from './types.js';

/** Denominators below this are marked, and their areas never ranked. */
const SMALL = 20;
/** Of the weights, what must have a value for an area to be ranked. */
const LEAST_MEASURED = 0.5;

/**
 * The points that a value earns: in proportion between `zero` and `full`, or the weight less the greatest deduction of
 * the steps beyond which it lies; never fewer than the floor.
 * @param value per cent
 */
export function pointsFor(item: AssessmentItem, value: number): number {
  const { measure, weight, full, zero, steps, floor } = item;
  if (steps) {
    const passed = steps.filter(({ beyond }) => isWorse(measure, value, beyond));
    return rounded(Math.max(floor, weight - Math.max(0, ...passed.map(({ deduct }) => deduct))));
  }
  if (full === undefined || zero === undefined)
    throw new RangeError(`${item.code} has neither scale nor steps`);
  const share = Math.min(1, Math.max(0, (value - zero) / (full - zero)));
  return rounded(Math.max(floor, weight * share));
}

/** By what areas are scored. */
export interface Scoring {
  places: Places;
  numbers: Numbers;
  items: readonly AssessmentItem[];
  /** The target of an item in an area; undefined where there is none. */
  targetOf(item: AssessmentItem, area: string): number | undefined;
}

/** One area under every scheme that some of its people fall under; its rank is given later, among its peers. */
export function scoreArea({ area, level }: Places['areas'][number], scoring: Scoring): AreaScore {
  const { places, items } = scoring;
  const communities = places.communitiesOf(area);
  const people = places.schemesOf(area);
  const schemes = [...(people?.keys() ?? [])].map((scheme) => {
    const own = items.filter(({ only }) => only === undefined || only === scheme);
    const scored = own.map((item) => scoreItem(item, area, communities, scoring));
    return underScheme(scheme, people, scored);
  });
  const score = combined(schemes);
  const unranked = reasonFor(schemes, people, score);
  return { area, level, communities: communities.length, score, rank: null, unranked, schemes };
}

function scoreItem(
  item: AssessmentItem,
  area: string,
  communities: readonly string[],
  { numbers, targetOf }: Scoring,
): ScoredItem {
  const { code, measure, weight } = item;
  const target = targetOf(item, area);
  const origins = numbers.of(item, area, communities);
  const { numerator, denominator, value } = shareOf(origins);
  const small = value !== null && denominator < SMALL;
  const judged = target !== undefined && value !== null && !small;
  const missed = judged ? isWorse(measure, value, target) : undefined;
  return {
    item: code,
    measure,
    numerator,
    denominator,
    value,
    ...(small ? { small } : {}),
    weight,
    points: value === null ? null : pointsFor(item, value),
    target,
    missed,
    origins,
  };
}

/** points × 100 / weight of what has a value: the weight of the rest is spread over it in proportion. */
function underScheme(scheme: Scheme, people: Shares, items: ScoredItem[]): SchemeScore {
  const measured = items.filter(({ points }) => points !== null);
  const points = rounded(sumOf(measured, (item) => item.points ?? 0));
  const weight = weightOf(items);
  const all = sumOf(people?.values() ?? []);
  const share =
    people && people.size > 1 ? { people: { numerator: people.get(scheme) ?? 0, denominator: all } } : {};
  return {
    scheme,
    ...share,
    weight,
    measured: weightOf(measured),
    points,
    score: measured.length === 0 ? null : rounded((points * 100) / weightOf(measured)),
    items,
  };
}

function weightOf(items: readonly ScoredItem[]): number {
  return rounded(sumOf(items, ({ weight }) => weight));
}

/** The scores of all schemes by their shares of the people, two decimals; null where one of them has none. */
function combined(schemes: readonly SchemeScore[]): number | null {
  const [first] = schemes;
  if (!first || schemes.some(({ score }) => score === null)) return null;
  if (schemes.length === 1) return first.score;
  const sum = sumOf(schemes, ({ score, people }) => (score ?? 0) * (people?.numerator ?? 0));
  return rounded(sum / (first.people?.denominator ?? 1));
}

function reasonFor(
  schemes: readonly SchemeScore[],
  people: Shares,
  score: number | null,
): Unranked | undefined {
  if (people === null) return 'no-people';
  if (score === null) return 'no-score';
  if (schemes.some(({ items }) => items.some(({ small }) => small))) return 'small';
  if (schemes.some(({ measured, weight }) => measured < LEAST_MEASURED * weight)) return 'little-measured';
  return undefined;
}
