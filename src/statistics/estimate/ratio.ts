import { wilson } from '../proportion.js';
import { sumOf } from '../sum.js';
import { clopperPearson, studentQuantile } from '../tests.js';
import type { AreaResiduals, AreaSample, SampleCluster } from './clusters.js';
import { twoStageVariance } from './variance.js';

/** A share that the sample gives for the whole frame, and how far it can be relied on. Shares are between 0 and 1. */
export interface RatioEstimate {
  k: number;
  n: number;
  /** The weighted share: what the whole frame would show. */
  share: number;
  /** Standard error of the weighted share. */
  error: number;
  /** Kish's design effect: how many times the variance is that of a simple sample of n. */
  designEffect: number;
  /** n divided by the design effect; never above n. */
  effective: number;
  wilson: [number, number];
  clopperPearson: [number, number];
}

/**
 * The weighted share Σwk / Σwn (ratio estimator) with its variance by linearisation over households and areas (Cochran
 * 1977, 6.3 and 11.24), the design effect (Kish, Survey Sampling, 1965, 8.2) and the intervals of Wilson and of Clopper
 * and Pearson on the effective sample size, which is corrected for few degrees of freedom (Korn and Graubard, Survey
 * Methodology 24, 1998). Where nothing or everything is a case, the data cannot show a design effect: each household
 * then counts as one observation.
 *
 * @param confidence of the intervals
 * @returns nothing where nothing was checked
 */
export function estimateRatio(
  clusters: readonly SampleCluster[],
  areas: readonly AreaSample[],
  confidence = 0.95,
): RatioEstimate | undefined {
  const checked = clusters.filter(({ n }) => n > 0);
  const estimate = linearised(checked, areas);
  if (!estimate) return undefined;
  const { k, n, ratio: share, variance, df } = estimate;
  const effective = effectiveSize(share, variance, n, checked.length);
  const corrected = variance > 0 ? effective * correction(n, df, confidence) : effective;
  return {
    k,
    n,
    share,
    error: Math.sqrt(variance),
    designEffect: n / effective,
    effective,
    wilson: wilson(share * corrected, corrected, confidence),
    clopperPearson: clopperPearson(share * corrected, corrected, confidence),
  };
}

/** A ratio that is no share (it may exceed 1), with the interval of Student's t. */
export interface FactorEstimate {
  k: number;
  n: number;
  value: number;
  interval: [number, number];
}

/** The weighted ratio Σwk / Σwn of two counts, as actual to reported, or of errors to households. */
export function estimateFactor(
  clusters: readonly SampleCluster[],
  areas: readonly AreaSample[],
  confidence = 0.95,
): FactorEstimate | undefined {
  const estimate = linearised(clusters, areas);
  if (!estimate) return undefined;
  const { k, n, ratio, variance, df } = estimate;
  const half = studentQuantile((1 + confidence) / 2, Math.max(1, df)) * Math.sqrt(variance);
  return { k, n, value: ratio, interval: [Math.max(0, ratio - half), ratio + half] };
}

function linearised(clusters: readonly SampleCluster[], areas: readonly AreaSample[]) {
  const weighted = sumOf(clusters, ({ weight, n }) => weight * n);
  if (weighted === 0) return undefined;
  const ratio = sumOf(clusters, ({ weight, k }) => weight * k) / weighted;
  const { variance, df } = twoStageVariance(residualsOf(clusters, areas, ratio, weighted));
  return { k: sumOf(clusters, ({ k }) => k), n: sumOf(clusters, ({ n }) => n), ratio, variance, df };
}

/** What each household adds to the share beyond its part, by area. */
function residualsOf(
  clusters: readonly SampleCluster[],
  areas: readonly AreaSample[],
  share: number,
  weighted: number,
): AreaResiduals[] {
  return areas.flatMap((area) => {
    const inside = clusters.filter((one) => one.area === area.area && one.stratum === area.stratum);
    const residuals = inside.map(({ weight, k, n }) => (weight * (k - share * n)) / weighted);
    return inside.length > 0 ? [{ ...area, residuals }] : [];
  });
}

/** p(1 − p) / variance, at most n; the number of households where the share is 0 or 1. */
function effectiveSize(share: number, variance: number, n: number, households: number): number {
  if (share <= 0 || share >= 1) return Math.min(n, households);
  return variance > 0 ? Math.min(n, (share * (1 - share)) / variance) : n;
}

/** The squared ratio of the t quantiles with n − 1 and with the degrees of freedom that the design leaves. */
function correction(n: number, df: number, confidence: number): number {
  const quantile = (freedom: number) => studentQuantile((1 + confidence) / 2, Math.max(1, freedom));
  return Math.min(1, (quantile(n - 1) / quantile(df)) ** 2);
}
