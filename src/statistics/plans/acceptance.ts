import { lotLowerTail, poissonLowerTail } from '../lots.js';
import { clopperPearson, lowerTail } from '../tests.js';

/** Accept where at most `c` of `n` fail. */
export interface AcceptancePlan {
  n: number;
  c: number;
}

/** What draws follow: `binomial` where the lot is large, `poisson` for counts of faults, else the lot's own size. */
export type Lot = 'binomial' | 'poisson' | number;

/** A share of failures, and the risk that the plan decides wrongly there. */
export interface RiskPoint {
  share: number;
  risk: number;
}

export interface Risks {
  /** That a lot with this good a share is rejected (α, the producer's risk). */
  rejectGood: number;
  /** That a lot with this bad a share is accepted (β, the consumer's risk). */
  acceptBad: number;
}

/** Risks closer than this, in proportion, are the same: what binary fractions cannot hold. */
const SAME = 1 + 1e-9;

/** Units of a lot of which that share fails: the next whole number up, which is the safe side for the consumer. */
export function failingIn(lot: number, share: number): number {
  return Math.min(lot, Math.ceil(share * lot - 1e-9));
}

/** The chance that the plan accepts a lot with that share of failures: its operating characteristic. */
export function acceptance({ n, c }: AcceptancePlan, share: number, lot: Lot = 'binomial'): number {
  if (lot === 'binomial') return lowerTail(c, n, share);
  if (lot === 'poisson') return poissonLowerTail(c, n * share);
  return lotLowerTail(c, n, failingIn(lot, share), lot);
}

/** Both risks of a plan, at a share that should be accepted and one that should not. */
export function risksOf(plan: AcceptancePlan, good: number, bad: number, lot: Lot = 'binomial'): Risks {
  return { rejectGood: 1 - acceptance(plan, good, lot), acceptBad: acceptance(plan, bad, lot) };
}

/** The share of failures that a plan accepts with that chance. */
export function shareAccepted({ n, c }: AcceptancePlan, chance: number): number {
  return c >= n ? 1 : clopperPearson(c, n, 2 * (1 - chance) - 1)[1];
}

/**
 * The smallest plan that keeps both risks (Guenther 1969, as in the R package AcceptanceSampling); undefined where not
 * even the whole lot does.
 */
export function findPlan(good: RiskPoint, bad: RiskPoint, lot: Lot = 'binomial'): AcceptancePlan | undefined {
  let plan: AcceptancePlan = { n: 1, c: 0 };
  while (typeof lot !== 'number' || plan.n <= lot) {
    const { rejectGood, acceptBad } = risksOf(plan, good.share, bad.share, lot);
    if (acceptBad > bad.risk * SAME) plan = { ...plan, n: plan.n + 1 };
    else if (rejectGood > good.risk * SAME) plan = { ...plan, c: plan.c + 1 };
    else return plan;
  }
  return undefined;
}

/**
 * The smallest sample in which `c` failures still show, with risk `bad.risk` at most, that fewer than `bad.share` fail
 * (attribute sampling, as in the AICPA's tables); undefined where not even the whole lot shows it, since no more fail.
 */
export function smallestSample(c: number, bad: RiskPoint, lot: Lot = 'binomial'): number | undefined {
  if (typeof lot === 'number' && c >= failingIn(lot, bad.share)) return undefined;
  const enough = (n: number) => acceptance({ n, c }, bad.share, lot) <= bad.risk * SAME;
  let [low, high] = [c + 1, c + 1];
  const most = typeof lot === 'number' ? lot : Number.POSITIVE_INFINITY;
  while (high < most && !enough(high)) [low, high] = [high + 1, Math.min(most, high * 2)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle + 1;
  }
  return Math.min(high, most);
}
