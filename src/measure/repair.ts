import type { FigureCell } from './figures.js';
import {
  cellsOf,
  cutOff,
  type Identity,
  type Linear,
  type Quotient,
  rateRange,
  type Term,
  type Values,
  weightedSum,
  widened,
} from './identity.js';
import {
  both,
  holds,
  hull,
  type Interval,
  isEmpty,
  isExact,
  plus,
  product,
  quotient,
  times,
  UNKNOWN,
  wholeWithin,
} from './interval.js';

/** A smallest set of figures whose correction repairs everything, with what each would have to be. */
export type Repair = ReadonlyMap<FigureCell, Interval>;

/** What the search for a repair knows. */
export interface RepairSearch {
  /** All identities that a cell takes part in. */
  around: ReadonlyMap<FigureCell, readonly Identity[]>;
  /** Broken identities that are set aside, until what is found elsewhere may have repaired them. */
  aside: ReadonlySet<Identity>;
  /** Figures that are held to be wrong already, with what they would have to be. */
  known: ReadonlyMap<FigureCell, Interval>;
}

/** What no number can be. */
const NOTHING: Interval = Object.freeze({ low: 1, high: -1 });
/** Rounds of narrowing; two unknown figures settle in two or three. */
const ROUNDS = 8;

/** What the free cells would have to be so that all identities around them hold; nothing where they cannot. */
export function repairWith(free: readonly FigureCell[], search: RepairSearch): Repair | undefined {
  const near = new Set(free.flatMap((cell) => search.around.get(cell) ?? []));
  const identities = [...near].filter((identity) => !search.aside.has(identity));
  const values = new Map(free.map((cell) => [cell, anything(cell)]));
  const narrowed = narrow(values, identities, search.known);
  if (!narrowed || [...narrowed].some(correctsNothing)) return undefined;
  if (free.length === 1) return narrowed;
  // Each figure may be possible by itself and not with the other: one is settled, and the other must still be possible.
  const [first] = free;
  if (!first) return undefined;
  const settled = middle(narrowed.get(first) ?? UNKNOWN);
  const tried = narrow(new Map([...narrowed, [first, settled]]), identities, search.known);
  return tried ? narrowed : undefined;
}

/** A count that would be what it is reported to be. */
function correctsNothing([cell, value]: [FigureCell, Interval]): boolean {
  return cell.indicator.kind === 'count' && isExact(value) && holds(cell.within, value.low);
}

/** Rates of change may be negative, nothing else may; a part is no more than its whole. */
function anything({ indicator, figures: [{ printed }] }: FigureCell): Interval {
  if (indicator.code === 'natural_increase_rate') return UNKNOWN;
  const isShare = indicator.kind === 'rate' && indicator.share;
  return { low: 0, high: isShare ? indicator.scale + printed.step / 2 : UNKNOWN.high };
}

function middle({ low, high }: Interval): Interval {
  const value = Math.round((low + high) / 2);
  const inside = Math.min(Math.max(value, low), high);
  return { low: inside, high: inside };
}

function narrow(
  start: ReadonlyMap<FigureCell, Interval>,
  identities: readonly Identity[],
  known: ReadonlyMap<FigureCell, Interval>,
): Map<FigureCell, Interval> | undefined {
  const found = new Map(start);
  const values: Values = (cell) => found.get(cell) ?? known.get(cell) ?? loosely(cell);
  for (let round = 0; round < ROUNDS; round++) {
    let changed = false;
    for (const identity of identities) {
      for (const cell of cellsOf(identity)) {
        const before = found.get(cell);
        if (!before) continue;
        const after = whole(cell, both(before, implied(identity, cell, values)));
        if (isEmpty(after)) return undefined;
        if (after.low > before.low || after.high < before.high) changed = true;
        found.set(cell, after);
      }
    }
    if (!changed) break;
  }
  return found;
}

/** Rates that are cut off are a notice of their own: they do not speak against a repair. */
function loosely(cell: FigureCell): Interval {
  if (cell.indicator.kind !== 'rate' || cell.conflict) return cell.within;
  return hull(cell.within, cutOff(cell));
}

/** Counts that are printed in full are whole. */
function whole(cell: FigureCell, value: Interval): Interval {
  return cell.indicator.kind === 'count' && cell.figures[0].printed.exact ? wholeWithin(value) : value;
}

/** What one identity says of a cell, the others being what they are. */
function implied(identity: Identity, cell: FigureCell, values: Values): Interval {
  return identity.kind === 'linear'
    ? impliedByLinear(identity, cell, values)
    : impliedByRate(identity, cell, values);
}

function impliedByLinear({ terms, relation, constant }: Linear, cell: FigureCell, values: Values): Interval {
  const { factor, others } = apart(terms, cell, values);
  const rest = times(plus(others, { low: constant, high: constant }), -1 / factor);
  if (relation === '=') return rest;
  return factor > 0 ? { low: UNKNOWN.low, high: rest.high } : { low: rest.low, high: UNKNOWN.high };
}

function impliedByRate(identity: Quotient, cell: FigureCell, values: Values): Interval {
  const { rate, numerator, denominator, scale, loose } = identity;
  if (cell === rate) return around(rateRange(identity, values), rate.figures[0].printed.step / 2);
  const share = times(values(rate), 1 / scale);
  const below = weightedSum(denominator, values);
  const inNumerator = numerator.some((term) => term.cell === cell);
  const inDenominator = denominator.some((term) => term.cell === cell);
  if (inNumerator && inDenominator) return inBoth(identity, cell, share, values);
  if (inNumerator) return solveFor(numerator, cell, product(share, widened(below, loose)), values);
  const bottom = wholeOf(weightedSum(numerator, values), share);
  const firm = { low: bottom.low / (1 + loose.more), high: bottom.high / (1 - loose.less) };
  return solveFor(denominator, cell, firm, values);
}

/** A whole, from a part and its share; it is no less than nothing, so a share printed 0.00 still says how large it is. */
function wholeOf(part: Interval, share: Interval): Interval {
  if (share.low > 0 || share.high < 0 || (part.low <= 0 && part.high >= 0)) return quotient(part, share);
  const [near, most] = part.low > 0 ? [part.low, share.high] : [part.high, share.low];
  return most === 0 ? NOTHING : { low: near / most, high: UNKNOWN.high };
}

/** Where a figure is in the numerator and in the denominator: births, of those in policy as births less those outside. */
function inBoth(identity: Quotient, cell: FigureCell, share: Interval, values: Values): Interval {
  const above = apart(identity.numerator, cell, values);
  const below = apart(identity.denominator, cell, values);
  // (A + a x) = s (B + b x), so x = (s B − A) ÷ (a − s b), which grows or falls steadily between two shares.
  const at = (s: number) => ({
    top: plus(times(below.others, s), times(above.others, -1)),
    by: above.factor - s * below.factor,
  });
  const [low, high] = [at(share.low), at(share.high)];
  if (low.by * high.by <= 0) return UNKNOWN;
  return hull(times(low.top, 1 / low.by), times(high.top, 1 / high.by));
}

/** A repaired rate is printed rounded: it need only come within half a step of what it truly is. */
function around({ low, high }: Interval, half: number): Interval {
  return { low: low - half, high: high + half };
}

function solveFor(terms: readonly Term[], cell: FigureCell, sum: Interval, values: Values): Interval {
  const { factor, others } = apart(terms, cell, values);
  return times(plus(sum, times(others, -1)), 1 / factor);
}

/** The factor of a cell, and the sum of all other terms. */
function apart(terms: readonly Term[], cell: FigureCell, values: Values) {
  const factor = terms.reduce((sum, term) => (term.cell === cell ? sum + term.factor : sum), 0);
  const others = terms.filter((term) => term.cell !== cell);
  return { factor: factor || 1, others: weightedSum(others, values) };
}

/** Whether an identity can hold once the figures known to be wrong are put right. */
export function holdsWith(identity: Identity, known: ReadonlyMap<FigureCell, Interval>): boolean {
  const [cell] = cellsOf(identity).filter((one) => known.has(one));
  if (!cell) return false;
  const values: Values = (one) => known.get(one) ?? loosely(one);
  return !isEmpty(both(values(cell), implied(identity, cell, values)));
}
