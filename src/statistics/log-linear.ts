import jStat from 'jstat';
import { sumOf } from './sum.js';

/** One log-linear model of three lists. */
export interface LogLinear {
  /** In the usual notation, `[12,3]`: lists 1 and 2 depend on each other, 3 on neither. */
  model: string;
  /** Those held, and those estimated to be held by no list. */
  total: number;
  deviance: number;
  df: number;
  aic: number;
}

interface Model {
  name: string;
  /** Pairs of lists that depend on each other. */
  pairs: readonly number[];
  /**
   * Sums of cells of which the unseen cell is a product and quotient (Bishop, Fienberg and Holland 1975, chapter 6): where
   * one is zero, so is the estimate, or it has no end. Independent lists have no closed form, but need what two lists share.
   */
  margins: readonly (readonly number[])[];
}

const MODELS: readonly Model[] = [
  { name: '[1,2,3]', pairs: [], margins: [[3, 5, 6, 7]] },
  { name: '[12,3]', pairs: [3], margins: [[4], [1, 2, 3], [5, 6, 7]] },
  { name: '[13,2]', pairs: [5], margins: [[2], [1, 4, 5], [3, 6, 7]] },
  { name: '[23,1]', pairs: [6], margins: [[1], [2, 4, 6], [3, 5, 7]] },
  { name: '[12,13]', pairs: [3, 5], margins: [[2], [4], [6]] },
  { name: '[12,23]', pairs: [3, 6], margins: [[1], [4], [5]] },
  { name: '[13,23]', pairs: [5, 6], margins: [[1], [2], [3]] },
  { name: '[12,13,23]', pairs: [3, 5, 6], margins: [[1], [2], [4], [7], [3], [5], [6]] },
];
/** The names of the models, the simplest first. */
export const LOG_LINEAR_MODELS: readonly string[] = MODELS.map(({ name }) => name);
const OBSERVED = [1, 2, 3, 4, 5, 6, 7];
const ROUNDS = 200;
const CONVERGED = 1e-10;

/**
 * The eight hierarchical log-linear models of three lists (Fienberg 1972; Bishop, Fienberg and Holland 1975), fitted to
 * the seven cells that can be observed by iteratively reweighted least squares. A model that the cells cannot support,
 * since a margin of the unseen cell is zero, has no estimate and is left out (Fienberg and Rinaldo, Annals of Statistics
 * 40, 2012).
 *
 * @param cells position `mask`, bit i set where list i + 1 holds the event; position 0 is not read
 */
export function logLinear(cells: readonly number[]): LogLinear[] {
  return MODELS.flatMap((model) => fitOf(model, cells) ?? []);
}

function fitOf({ name: model, pairs, margins }: Model, cells: readonly number[]): LogLinear | undefined {
  if (margins.some((masks) => masks.every((mask) => (cells[mask] ?? 0) === 0))) return undefined;
  const counts = OBSERVED.map((mask) => cells[mask] ?? 0);
  const held = sumOf(counts);
  const design = OBSERVED.map((mask) => [
    1,
    ...[1, 2, 4, ...pairs].map((term) => Number((mask & term) === term)),
  ]);
  const fit = poisson(design, counts);
  if (!fit) return undefined;
  const df = counts.length - (design[0]?.length ?? 0);
  const aic = 2 * (4 + pairs.length) - 2 * fit.logLikelihood;
  return { model, total: held + Math.exp(fit.intercept), deviance: fit.deviance, df, aic };
}

/** Poisson regression with log link; nothing where it does not converge. */
function poisson(design: readonly number[][], counts: readonly number[]) {
  let means = counts.map((count) => count + 0.5);
  let deviance = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const working = means.map((mu, i) => Math.log(mu) + ((counts[i] ?? 0) - mu) / mu);
    const beta = solve(...normalEquations(design, means, working));
    if (!beta) return undefined;
    means = design.map((row) => Math.exp(row.reduce((sum, x, j) => sum + x * (beta[j] ?? 0), 0)));
    const before = deviance;
    deviance = devianceOf(counts, means);
    const intercept = beta[0] ?? 0;
    if (!Number.isFinite(deviance) || intercept > 25) return undefined;
    if (Math.abs(before - deviance) < CONVERGED * (1 + deviance)) {
      return { intercept, deviance, logLikelihood: logLikelihood(counts, means) };
    }
  }
  return undefined;
}

/** X'WX and X'Wz. */
function normalEquations(
  design: readonly number[][],
  weights: readonly number[],
  working: readonly number[],
): [number[][], number[]] {
  const terms = Array.from({ length: design[0]?.length ?? 0 }, (_, j) => j);
  const over = (value: (row: readonly number[], i: number) => number) =>
    design.reduce((sum, row, i) => sum + (weights[i] ?? 0) * value(row, i), 0);
  const left = terms.map((j) => terms.map((k) => over((row) => (row[j] ?? 0) * (row[k] ?? 0))));
  return [left, terms.map((j) => over((row, i) => (row[j] ?? 0) * (working[i] ?? 0)))];
}

/** Solves a small linear system by elimination with pivots; nothing where it has no single solution. */
function solve(left: readonly number[][], right: readonly number[]): number[] | undefined {
  const rows = left.map((row, i) => [...row, right[i] ?? 0]);
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let j = 0; j < rows.length; j++) {
    const order = rows.map((_, i) => i).filter((i) => i >= j);
    const pivot = order.reduce((best, i) => (Math.abs(at(i, j)) > Math.abs(at(best, j)) ? i : best), j);
    if (Math.abs(at(pivot, j)) < 1e-12) return undefined;
    [rows[j], rows[pivot]] = [rows[pivot] ?? [], rows[j] ?? []];
    for (let i = 0; i < rows.length; i++) {
      if (i === j) continue;
      const factor = at(i, j) / at(j, j);
      rows[i] = (rows[i] ?? []).map((value, k) => value - factor * at(j, k));
    }
  }
  return rows.map((_, i) => at(i, rows.length) / at(i, i));
}

function devianceOf(counts: readonly number[], means: readonly number[]): number {
  return (
    2 *
    counts.reduce(
      (sum, y, i) => sum + (y > 0 ? y * Math.log(y / (means[i] ?? 1)) : 0) - (y - (means[i] ?? 0)),
      0,
    )
  );
}

function logLikelihood(counts: readonly number[], means: readonly number[]): number {
  return counts.reduce(
    (sum, y, i) => sum + y * Math.log(means[i] ?? 1) - (means[i] ?? 0) - jStat.gammaln(y + 1),
    0,
  );
}
