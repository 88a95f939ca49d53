import type { FigureCell } from './figures.js';
import {
  cellsOf,
  type Identity,
  judge,
  type Linear,
  rateRange,
  type Values,
  weightedSum,
} from './identity.js';
import { both, exactly, type Interval, isEmpty, plus } from './interval.js';

/** A wrong number and the figures that were made from it: all are off by one amount, or are rates of them. */
export interface Shift {
  /** The number that was wrong first, and what it would have to be. */
  source: FigureCell;
  value: Interval;
  /** What was made from it: parts, months and years, areas, rates. */
  followers: readonly FigureCell[];
  /** The source and all of these but the rates, as they would have to be. */
  right: ReadonlyMap<FigureCell, Interval>;
  /** Broken identities that hold again once all of these are put right. */
  repaired: readonly Identity[];
}

/** What is put right so far. */
export interface Corrected {
  /** Figures as they would have to be. */
  right: ReadonlyMap<FigureCell, Interval>;
  /** Rates that are to be worked out again. */
  anew: ReadonlySet<FigureCell>;
}

/** Moved by an amount, or, of rates, to be worked out again. */
type Moved = ReadonlyMap<FigureCell, number | 'anew'>;

/** Steps of the search from one figure, and from all: reports that are wrong in thousands of places are taken figure by figure. */
const MOST_STEPS = 1000;
const MOST_OF_ALL = 200_000;
/** Figures that one wrong number is followed into. */
export const MOST_MOVED = 60;

/** Follows wrong numbers into what was made from them. */
export class ShiftSearch {
  private steps = 0;
  private ofAll = 0;

  constructor(
    private readonly broken: ReadonlySet<Identity>,
    private readonly around: ReadonlyMap<FigureCell, readonly Identity[]>,
    private readonly corrected: Corrected,
  ) {}

  /** Every way in which the figures made from a number can follow it; where areas are added up, with the sum or without. */
  from(source: FigureCell, amount: number): Shift[] {
    this.ofAll += this.steps;
    this.steps = 0;
    if (this.ofAll > MOST_OF_ALL) return [];
    const within = this.follow(new Map([[source, amount]]));
    const above = within.flatMap((moved) => {
      const sums = this.sumsOver(moved);
      return sums.length === 0 ? [] : this.follow(new Map([...moved, ...sums]));
    });
    return [...within, ...above].map((moved) => this.shift(source, amount, moved));
  }

  private shift(source: FigureCell, amount: number, moved: Moved): Shift {
    const cells = [...moved.keys()];
    const right = new Map<FigureCell, Interval>();
    for (const [cell, by] of moved) if (by !== 'anew') right.set(cell, plus(this.value(cell), exactly(by)));
    const near = new Set(cells.flatMap((cell) => this.around.get(cell) ?? []));
    return {
      source,
      value: plus(this.value(source), exactly(amount)),
      followers: cells.filter((cell) => cell !== source),
      right,
      repaired: [...near].filter((identity) => this.broken.has(identity) && this.holds(identity, moved)),
    };
  }

  private value(cell: FigureCell): Interval {
    return this.corrected.right.get(cell) ?? cell.within;
  }

  private follow(moved: Moved): Moved[] {
    const open = this.firstThatFails(moved);
    if (!open) return [moved];
    if (moved.size >= MOST_MOVED || this.steps++ > MOST_STEPS) return [];
    return this.followersIn(open, moved).flatMap(([cell, by]) =>
      this.follow(new Map([...moved, [cell, by]])),
    );
  }

  /** What was broken before may be so by others as well. */
  private firstThatFails(moved: Moved): Identity | undefined {
    for (const cell of moved.keys()) {
      const failing = this.around
        .get(cell)
        ?.find((identity) => !this.broken.has(identity) && !this.holds(identity, moved));
      if (failing) return failing;
    }
    return undefined;
  }

  /** The broken sums over areas of figures that moved, moved alike: others may have broken them as well. */
  private sumsOver(moved: Moved): [FigureCell, number][] {
    const sums: [FigureCell, number][] = [];
    for (const [cell, by] of moved) {
      if (by === 'anew') continue;
      const near = this.around.get(cell) ?? [];
      for (const identity of near.filter((one) => this.broken.has(one) && isOverAreas(one))) {
        const whole = wholeOf(identity);
        if (whole && !moved.has(whole)) sums.push([whole, by]);
      }
    }
    return sums;
  }

  /** Whether an identity holds once figures are moved; rates that are worked out anew fit whatever they are of. */
  private holds(identity: Identity, moved: Moved): boolean {
    const cells = cellsOf(identity);
    if (cells.some((cell) => moved.get(cell) === 'anew' || this.corrected.anew.has(cell))) return true;
    const values: Values = (cell) => {
      const by = moved.get(cell);
      return typeof by === 'number' ? plus(this.value(cell), exactly(by)) : this.value(cell);
    };
    if (identity.kind === 'quotient') {
      if (!cells.some((cell) => moved.has(cell))) return judge(identity) !== 'differs';
      return !isEmpty(both(rateRange(identity, values), identity.rate.within));
    }
    const { low, high } = plus(weightedSum(identity.terms, values), exactly(identity.constant));
    return identity.relation === '=' ? low <= 0 && high >= 0 : low <= 0;
  }

  /** The figures that may have been made from those that moved, so that an identity holds again: forward in time, and upward. */
  private followersIn(identity: Identity, moved: Moved): [FigureCell, number | 'anew'][] {
    if (identity.kind === 'quotient') return moved.has(identity.rate) ? [] : [[identity.rate, 'anew']];
    if (identity.relation !== '=') return [];
    return madeIn(identity, moved).flatMap((cell): [FigureCell, number][] => {
      const factor = identity.terms.find((term) => term.cell === cell)?.factor ?? 1;
      return moved.has(cell) ? [] : [[cell, -this.offBy(identity, moved) / factor]];
    });
  }

  private offBy({ terms, constant }: Linear, moved: Moved): number {
    return terms.reduce((sum, { cell, factor }) => {
      const by = moved.get(cell);
      return sum + factor * (this.value(cell).low + (typeof by === 'number' ? by : 0));
    }, constant);
  }
}

/** What is made of the parts of a sum. */
export function wholeOf(identity: Identity): FigureCell | undefined {
  return identity.kind === 'linear' ? identity.terms.find(({ factor }) => factor < 0)?.cell : undefined;
}

/** Whether an identity sums areas up, not periods or parts. */
export function isOverAreas(identity: Identity): boolean {
  const [first, ...others] = cellsOf(identity);
  return identity.rule === 'totals/rollup-differs' && others.some(({ area }) => area !== first?.area);
}

/** Wholes are made of parts, ends of starts and events, starts of ends; of a whole's parts any may be off with it. */
function madeIn({ rule, terms }: Linear, moved: Moved): FigureCell[] {
  const whole = terms.filter(({ factor }) => factor < 0).map(({ cell }) => cell);
  const parts = terms.filter(({ factor }) => factor > 0).map(({ cell }) => cell);
  if (rule === 'totals/balance-differs')
    return whole.filter(({ indicator }) => indicator.code === 'population_end');
  if (rule === 'totals/carry-over-differs') return whole.some((cell) => moved.has(cell)) ? parts : [];
  if (!whole.some((cell) => moved.has(cell))) return whole;
  return rule === 'totals/parts-differ' ? parts : [];
}
