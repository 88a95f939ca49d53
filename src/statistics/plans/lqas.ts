import { type AcceptancePlan, type Lot, risksOf } from './acceptance.js';

/** Benchmarks, in percent, of the published decision tables. */
export const BENCHMARKS = [20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95] as const;

/** Fewest correct of the sample that reach the benchmark in its place above. */
const TABLES: Record<number, readonly number[]> = {
  // Ethiopia's HMIS data quality manual, after PRISM; reads to ± 15 points.
  12: [1, 1, 2, 2, 3, 4, 5, 5, 6, 7, 7, 8, 8, 9, 10, 11],
  // Valadez, Weiss, Leburg and Davis, LQAS trainer's guide (2003).
  19: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
};

/** The published decision rule for a benchmark, where the table has that sample and benchmark. */
export function publishedPlan(n: number, benchmark: number): AcceptancePlan | undefined {
  const at = BENCHMARKS.findIndex((percent) => Math.abs(percent - 100 * benchmark) < 1e-9);
  const correct = TABLES[n]?.[at];
  return correct === undefined ? undefined : { n, c: n - correct };
}

/**
 * The decision value with the smallest sum of both risks (Grant and Leavenworth).
 *
 * @param upper share correct that should pass
 * @param lower share correct that should not
 */
export function bestPlan(n: number, upper: number, lower: number, lot: Lot = 'binomial'): AcceptancePlan {
  let best: AcceptancePlan = { n, c: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (let c = 0; c <= n; c++) {
    const { rejectGood, acceptBad } = risksOf({ n, c }, 1 - upper, 1 - lower, lot);
    if (rejectGood + acceptBad >= least - 1e-12) continue;
    least = rejectGood + acceptBad;
    best = { n, c };
  }
  return best;
}
