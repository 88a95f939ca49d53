import { isWorse, type Scheme } from '../config/measures.js';
import type { AssessmentItem } from '../config/types.js';
import { rounded } from '../statistics/rounding.js';
import { moreIsBetter } from './numbers.js';
import type { AreaScore, SchemeScore, ScoredItem } from './types.js';

/** What would change the score of an area: records put right, never people. */
export interface Advice {
  item: string;
  scheme: Scheme;
  /** The numerator as it is, and the one that earns the whole weight. */
  now: number;
  needed: number;
  /** What this adds to the score of the area. */
  gain: number;
  /** What each record adds on the way there, where points go in proportion. */
  each?: number;
  /** The numerator from which on points go up, where the item earns its fewest as it stands. */
  start?: number;
}

/** What is left to gain, the largest gain first. */
export function adviceFor({ schemes }: AreaScore, rules: readonly AssessmentItem[]): Advice[] {
  const advice = schemes.flatMap((scheme) =>
    scheme.items.flatMap((scored) => {
      const rule = rules.find(
        ({ code, only }) => code === scored.item && (only === undefined || only === scheme.scheme),
      );
      return rule ? adviceOf(scored, rule, scheme) : [];
    }),
  );
  return advice.sort((a, b) => b.gain - a.gain);
}

function adviceOf(scored: ScoredItem, rule: AssessmentItem, scheme: SchemeScore): Advice[] {
  const { points, value, weight, numerator, denominator } = scored;
  if (points === null || value === null || points >= weight) return [];
  const share = scheme.people ? scheme.people.numerator / scheme.people.denominator : 1;
  const onScore = (earned: number) => (earned * 100 * share) / scheme.measured;
  const base = { item: scored.item, scheme: scheme.scheme, now: numerator };
  const gain = rounded(onScore(weight - points));
  const { full, zero, steps, measure } = rule;
  if (steps || full === undefined || zero === undefined) {
    const beyond = (steps ?? []).filter((step) => isWorse(measure, value, step.beyond));
    const values = beyond.map((step) => step.beyond);
    const best = moreIsBetter(measure) ? Math.max(...values) : Math.min(...values);
    return [{ ...base, needed: casesAt(rule, best, denominator), gain }];
  }
  const needed = casesAt(rule, full, denominator);
  const threshold = zero + ((full - zero) * rule.floor) / weight;
  if (value === threshold || isWorse(measure, value, threshold)) {
    const cases = exact(threshold, denominator);
    const start = moreIsBetter(measure) ? Math.floor(cases) + 1 : Math.ceil(cases) - 1;
    return [{ ...base, needed, gain, start }];
  }
  const each = rounded(onScore((weight * 100) / denominator / Math.abs(full - zero)));
  return [{ ...base, needed, gain, each }];
}

/** The whole number of records at which a value is reached, on the better side of it. */
function casesAt({ measure }: AssessmentItem, value: number, denominator: number): number {
  const cases = exact(value, denominator);
  return moreIsBetter(measure) ? Math.ceil(cases) : Math.floor(cases);
}

/** A percentage of records, without what binary fractions add to it. */
function exact(value: number, denominator: number): number {
  return Number(((value * denominator) / 100).toPrecision(12));
}
