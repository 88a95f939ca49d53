import { meanOf, sumOf } from './sum.js';

/** Below this coverage the estimate that supposes a sufficient one is not to be trusted (Chao, Tsay and others 2001). */
const SUFFICIENT = 0.55;

/**
 * Counts by the lists that hold an event: position `mask` of `cells`, bit i set where list i holds it. Position 0, what
 * no list holds, is not known and not read.
 */
export interface ListCells {
  lists: number;
  cells: readonly number[];
}

export interface SampleCoverage {
  /** Average number held by pairs of lists or more. */
  held: number;
  coverage: number;
  /** Supposing independent lists; sufficient coverage; and, for low coverage, one step towards that. */
  independent: number;
  sufficient: number;
  oneStep: number;
  low: boolean;
}

/** Estimates by sample coverage, which allow lists to depend on each other (Chao and Tsay 1998; Chao and others 2001). */
export function sampleCoverage({ lists, cells }: ListCells): SampleCoverage {
  const count = (keep: (mask: number) => boolean) =>
    cells.reduce((sum, cell, mask) => (mask > 0 && keep(mask) ? sum + cell : sum), 0);
  const sizes = Array.from({ length: lists }, (_, i) => count((mask) => (mask & (1 << i)) !== 0));
  const alone = sizes.map((_, i) => cells[1 << i] ?? 0);
  const coverage = 1 - meanOf(alone.map((single, i) => single / (sizes[i] ?? 1)));
  const held = count(() => true) - meanOf(alone);
  const independent = held / coverage;
  const pairs = pairsOf(lists).map(([i, j]) => {
    const both = (1 << i) | (1 << j);
    const near = (cells[1 << i] ?? 0) + (cells[1 << j] ?? 0) + 2 * (cells[both] ?? 0);
    const shared = count((mask) => (mask & both) === both) / ((sizes[i] ?? 1) * (sizes[j] ?? 1));
    return { near, shared };
  });
  const step = (total: number) =>
    independent + sumOf(pairs, ({ near, shared }) => near * (total * shared - 1)) / (lists * coverage);
  const slope = sumOf(pairs, ({ near, shared }) => near * shared) / (lists * coverage);
  const sufficient = slope < 1 ? step(0) / (1 - slope) : Number.POSITIVE_INFINITY;
  const [oneStep, low] = [step(step(independent)), coverage <= SUFFICIENT];
  return { held, coverage, independent, sufficient, oneStep, low };
}

function pairsOf(lists: number): [number, number][] {
  const all = Array.from({ length: lists }, (_, i) => i);
  return all.flatMap((i) => all.slice(i + 1).map((j): [number, number] => [i, j]));
}
