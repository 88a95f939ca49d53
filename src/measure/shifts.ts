import type { FigureCell } from './figures.js';
import { cellsOf, type Identity, judge, type Linear, rateRange, sumOf, type Values } from './identity.js';
import { both, exactly, type Interval, isEmpty, isExact, plus } from './interval.js';

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

/** Moved by an amount, or, of rates, to be worked out again. */
type Moved = ReadonlyMap<FigureCell, number | 'anew'>;

/** Steps of the search from one figure, and from all: reports that are wrong in thousands of places are taken figure by figure. */
const MOST_STEPS = 1000;
const MOST_OF_ALL = 200_000;
/** Figures that one wrong number is followed into. */
const MOST_MOVED = 60;

/** What is put right so far. */
export interface Corrected {
  /** Figures as they would have to be. */
  right: ReadonlyMap<FigureCell, Interval>;
  /** Rates that are to be worked out again. */
  anew: ReadonlySet<FigureCell>;
}

/**
 * The wrong number that explains most broken identities, each by the same amount, together with what was made from it;
 * several where they explain as much. A clerk who writes 8 births for 5 also writes three boys too many, and the year and
 * the district are added up from that: the sums hold, and what breaks lies far apart.
 *
 * @param broken what is broken still, with what is put right so far
 * @param around all identities of a figure
 * @returns none where no number explains two identities
 */
export function widestShifts(
  broken: readonly Identity[],
  around: ReadonlyMap<FigureCell, readonly Identity[]>,
  corrected: Corrected,
): Shift[] {
  const search = new Search(new Set(broken), around, corrected);
  const found = sourcesOf(broken, corrected)
    .flatMap(([source, amount]) => search.from(source, amount))
    .filter(({ repaired }) => repaired.length > 1);
  const most = Math.max(...found.map(weight));
  return withoutDoubles(found.filter((shift) => weight(shift) === most));
}

/** What a shift explains of one area and period weighs more than all sums over areas, which others may break as well. */
function weight({ repaired }: Shift): number {
  const wide = repaired.filter(isOverAreas).length;
  return (repaired.length - wide) * (MOST_MOVED + 1) + wide;
}

/** Figures of broken sums, with what would have to be added to them; first those that most sums speak of. */
function sourcesOf(broken: readonly Identity[], corrected: Corrected): [FigureCell, number][] {
  const amounts = new Map<FigureCell, Map<number, number>>();
  const [wide, narrow] = [broken.filter(isOverAreas), broken.filter((identity) => !isOverAreas(identity))];
  for (const identity of [...narrow, ...wide]) {
    const off = residual(identity, corrected);
    if (off === undefined || identity.kind !== 'linear') continue;
    for (const { cell, factor } of identity.terms) {
      const of = amounts.get(cell) ?? new Map<number, number>();
      const amount = -off / factor;
      // what a sum over areas lacks may be the sum of several faults
      if (of.size === 0 || of.has(amount) || !isOverAreas(identity))
        of.set(amount, (of.get(amount) ?? 0) + 1);
      amounts.set(cell, of);
    }
  }
  const all = [...amounts].flatMap(([cell, of]) => [...of].map(([amount, n]) => ({ cell, amount, n })));
  return all.sort((a, b) => b.n - a.n).map(({ cell, amount }) => [cell, amount]);
}

/** By how much a sum of exact figures is off. */
function residual(identity: Identity, { right }: Corrected): number | undefined {
  if (identity.kind !== 'linear' || identity.relation !== '=') return undefined;
  const sum = plus(
    sumOf(identity.terms, (cell) => right.get(cell) ?? cell.within),
    exactly(identity.constant),
  );
  return isExact(sum) && sum.low !== 0 ? sum.low : undefined;
}

/** Shifts of the same figures are one; its source is the figure of which most is said. */
function withoutDoubles(shifts: readonly Shift[]): Shift[] {
  const known = new Map<string, Shift>();
  for (const shift of shifts) {
    const name = [shift.source, ...shift.followers]
      .map(({ key }) => key)
      .sort()
      .join('\u0003');
    if (!known.has(name)) known.set(name, shift);
  }
  return [...known.values()];
}

class Search {
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
    return {
      source,
      value: plus(this.value(source), exactly(amount)),
      followers: [...moved.keys()].filter((cell) => cell !== source),
      right: new Map(
        [...moved].flatMap(([cell, by]): [FigureCell, Interval][] =>
          by === 'anew' ? [] : [[cell, plus(this.value(cell), exactly(by))]],
        ),
      ),
      repaired: [...new Set([...moved.keys()].flatMap((cell) => this.around.get(cell) ?? []))].filter(
        (identity) => this.broken.has(identity) && this.holds(identity, moved),
      ),
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
    return [...moved].flatMap(([cell, by]): [FigureCell, number][] =>
      typeof by !== 'number'
        ? []
        : (this.around.get(cell) ?? []).flatMap((identity): [FigureCell, number][] => {
            const whole = isOverAreas(identity) && this.broken.has(identity) ? wholeOf(identity) : undefined;
            return whole && whole !== cell && !moved.has(whole) ? [[whole, by]] : [];
          }),
    );
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
    const { low, high } = plus(sumOf(identity.terms, values), exactly(identity.constant));
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
