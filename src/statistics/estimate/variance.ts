import { gathered } from '../../keys/order.js';
import { sumOf } from '../sum.js';
import type { AreaResiduals, Variance } from './clusters.js';

/**
 * The variance of a total from two stages, areas and then households within them, both drawn without replacement
 * (Cochran, Sampling Techniques, 3rd ed., 11.24; Särndal, Swensson and Wretman, Model Assisted Survey Sampling, 4.3): what
 * areas of a stratum differ by, and the share f of what households within an area differ by. Areas that were certain to be
 * drawn are strata of their own. A stratum of which one area was drawn is held against the mean of all (as the R package
 * survey adjusts lonely units); one area alone speaks for itself only. Degrees of freedom after Satterthwaite (1946).
 */
export function twoStageVariance(areas: readonly AreaResiduals[]): Variance {
  const drawn = areas.filter(({ areaShare }) => areaShare < 1);
  const alone = drawn.length === 1 && areas.length === 1;
  const parts = [
    ...(alone ? [] : betweenAreas(drawn)),
    ...areas.flatMap((area) => withinArea(area, alone ? 1 : area.areaShare)),
  ];
  const variance = sumOf(parts, (part) => part.variance);
  const spread = sumOf(parts, (part) => part.variance ** 2 / part.df);
  const most = sumOf(parts, (part) => part.df);
  return { variance, df: spread > 0 ? variance ** 2 / spread : Math.max(1, most) };
}

function betweenAreas(areas: readonly AreaResiduals[]): Variance[] {
  const strata = [...gathered(areas, ({ stratum }) => stratum).values()];
  const lonely = strata.filter((inside) => inside.length === 1).flat();
  const full = strata.filter((inside) => inside.length > 1);
  const mean = sumOf(areas, totalOf) / Math.max(1, areas.length);
  const parts = full.map((inside) => stage(inside.map(totalOf), inside[0]?.areaShare ?? 0));
  if (lonely.length === 0) return parts;
  const share = Math.min(...lonely.map(({ areaShare }) => areaShare));
  const apart = sumOf(lonely, (area) => (totalOf(area) - mean) ** 2);
  return [...parts, { variance: (1 - share) * apart, df: Math.max(1, lonely.length - 1) }];
}

/** What households within an area add; a single one says nothing about it. */
function withinArea({ residuals, unitShare }: AreaResiduals, areaShare: number): Variance[] {
  if (residuals.length < 2) return [];
  const { variance, df } = stage(residuals, unitShare);
  return variance * areaShare > 0 ? [{ variance: variance * areaShare, df }] : [];
}

/** (1 − f) m/(m − 1) Σ(z − z̄)² of the m units of one stage. */
function stage(totals: readonly number[], share: number): Variance {
  const m = totals.length;
  const mean = sumOf(totals) / m;
  const squares = sumOf(totals, (total) => (total - mean) ** 2);
  return { variance: ((1 - Math.min(1, share)) * m * squares) / (m - 1), df: m - 1 };
}

function totalOf({ residuals }: AreaResiduals): number {
  return sumOf(residuals);
}
