import {
  type AcceptancePlan,
  failingIn,
  findPlan,
  type Lot,
  type Risks,
  risksOf,
  shareAccepted,
  smallestSample,
} from '../../statistics/plans/acceptance.js';
import {
  doublePlan,
  type Inspection,
  type InspectionLevel,
  standardPlan,
} from '../../statistics/plans/iso2859.js';
import { bestPlan, publishedPlan } from '../../statistics/plans/lqas.js';
import { type SizeQuestion, sampleSize } from '../../statistics/sample-size.js';

/** Asks how sure a share shall be known. */
export interface EstimateQuestion extends SizeQuestion {
  plan: 'estimate';
}

/** Asks how many records show that fewer than `tolerable` are wrong. */
export interface AttributeQuestion {
  plan: 'attribute';
  population?: number | undefined;
  /** Share wrong that is still borne. */
  tolerable: number;
  confidence: number;
  /** Share wrong that is expected: the sample bears that many. */
  rate: number;
}

/** Asks whether an area reaches a target. Shares are of correct records. */
export interface LqasQuestion {
  plan: 'lqas';
  population?: number | undefined;
  target: number;
  lower: number;
  /** The sample, where it is given; else both risks decide. */
  sample?: number | undefined;
  rejectGood: number;
  acceptBad: number;
}

/** Asks the national standard for the plan of a lot. */
export interface StandardQuestion {
  plan: 'iso2859';
  population: number;
  /** In percent. */
  aql: number;
  level: InspectionLevel;
  inspection: Inspection;
}

export type Question = EstimateQuestion | AttributeQuestion | LqasQuestion | StandardQuestion;

type Convention =
  | ('cochran' | 'krejcie-morgan' | 'binomial' | 'hypergeometric')
  | ('lqas-table' | 'least-risk' | 'gb2828');

/** What to draw, and when the sample decides; what does not apply is absent. */
export interface SizeAnswer {
  n: number;
  /** What follows the published name of a formula or table. */
  convention: Convention;
  /** Before the correction for a finite population. */
  uncorrected?: number;
  /** Pass where at most so many are wrong, fail from so many on. */
  accept?: number;
  reject?: number;
  /** Shares wrong at which the risks stand. */
  good?: number;
  bad?: number;
  risks?: Risks;
  letters?: { lot: string; used: string };
  stages?: { n: number; c: number; reject: number }[];
}

/** How many to draw for a question; undefined where no sample answers it. */
export function answer(question: Question): SizeAnswer | undefined {
  switch (question.plan) {
    case 'estimate':
      return { ...sampleSize(question), convention: question.convention };
    case 'attribute':
      return attribute(question);
    case 'lqas':
      return lqas(question);
    case 'iso2859':
      return standard(question);
  }
}

/**
 * The smallest sample that bears as many wrong ones as are expected in it; where nothing smaller than the lot does, all of it:
 * then nothing is left to chance, and it passes where fewer are wrong than the tolerable share.
 */
function attribute({ population, tolerable, confidence, rate }: AttributeQuestion): SizeAnswer | undefined {
  if (rate >= tolerable) return undefined;
  const lot: Lot = population ?? 'binomial';
  const bad = { share: tolerable, risk: 1 - confidence };
  for (let c = 0; ; c++) {
    const n = smallestSample(c, bad, lot);
    if (population !== undefined && (n === undefined || n === population)) {
      const all = { n: population, c: failingIn(population, tolerable) - 1 };
      const certain = { rejectGood: 0, acceptBad: 0 };
      return { ...decided(all, rate, tolerable, lot, lotName(lot)), risks: certain };
    }
    if (n !== undefined && c >= rate * n - 1e-9) return decided({ n, c }, rate, tolerable, lot, lotName(lot));
  }
}

/** The published rule where there is one, else the rule with the least risk for the sample, else the smallest sample. */
function lqas(question: LqasQuestion): SizeAnswer | undefined {
  const { population, target, lower, sample, rejectGood, acceptBad } = question;
  const lot: Lot = population ?? 'binomial';
  const [good, bad] = [1 - target, 1 - lower];
  if (sample === undefined) {
    const plan = findPlan({ share: good, risk: rejectGood }, { share: bad, risk: acceptBad }, lot);
    return plan && decided(plan, good, bad, lot, lotName(lot));
  }
  const published = publishedPlan(sample, target);
  if (published) return decided(published, good, bad, lot, 'lqas-table');
  return decided(bestPlan(sample, target, lower, lot), good, bad, lot, 'least-risk');
}

/** The cell of the standard, with the risks at its AQL and at the quality that it passes one time in ten. */
function standard({ population, aql, level, inspection }: StandardQuestion): SizeAnswer {
  const { n, c, letter, used } = standardPlan(population, level, aql, inspection);
  const lot: Lot = n < population ? 'binomial' : population;
  const answered = decided({ n, c }, aql / 100, shareAccepted({ n, c }, 0.1), lot, 'gb2828');
  const stages = inspection === 'normal' ? doublePlan(letter, aql) : undefined;
  return { ...answered, letters: { lot: letter, used }, stages };
}

function decided(
  plan: AcceptancePlan,
  good: number,
  bad: number,
  lot: Lot,
  convention: Convention,
): SizeAnswer {
  const risks = risksOf(plan, good, bad, lot);
  const shares = { good: tidy(good), bad: tidy(bad) };
  return { n: plan.n, convention, accept: plan.c, reject: plan.c + 1, ...shares, risks };
}

function lotName(lot: Lot): 'binomial' | 'hypergeometric' {
  return typeof lot === 'number' ? 'hypergeometric' : 'binomial';
}

/** Without what binary fractions leave behind, such as in 1 − 0.95. */
function tidy(share: number): number {
  return Number(share.toFixed(12));
}
