import type { FigureCell } from './figures.js';
import { both, exactly, type Interval, isEmpty, plus, quotient, times } from './interval.js';

/** The rules that an identity can break, in the order of the catalogue. */
export const IDENTITY_RULES = [
  'totals/parts-differ',
  'totals/subset-exceeds',
  'totals/rate-differs',
  'totals/balance-differs',
  'totals/carry-over-differs',
  'totals/rollup-differs',
] as const;

export type IdentityRule = (typeof IDENTITY_RULES)[number];

/** A cell times a factor. */
export interface Term {
  cell: FigureCell;
  factor: number;
}

/** Σ factor × cell + constant = 0, or ≤ 0. */
export interface Linear {
  kind: 'linear';
  rule: IdentityRule;
  terms: readonly Term[];
  relation: '=' | '<=';
  constant: number;
}

/** Σ plus = Σ minus, or ≤. */
export function linear(
  rule: IdentityRule,
  add: readonly FigureCell[],
  subtract: readonly FigureCell[],
  relation: Linear['relation'],
): Linear {
  const terms = [
    ...add.map((cell) => ({ cell, factor: 1 })),
    ...subtract.map((cell) => ({ cell, factor: -1 })),
  ];
  return { kind: 'linear', rule, terms, relation, constant: 0 };
}

/** rate = numerator / denominator × scale, to the printed place. */
export interface Quotient {
  kind: 'quotient';
  rule: IdentityRule;
  rate: FigureCell;
  numerator: readonly Term[];
  denominator: readonly Term[];
  scale: number;
  /** Shares by which the true denominator may lie off (a mean of which only the end is known). */
  loose: Looseness;
}

/** Shares of a number by which the true one may be less or more. */
export interface Looseness {
  less: number;
  more: number;
}

export const FIRM: Looseness = Object.freeze({ less: 0, more: 0 });

/** What must hold between reported figures. */
export type Identity = Linear | Quotient;

/** What a cell is taken to be: as reported, or anything that a repair may choose. */
export type Values = (cell: FigureCell) => Interval;

export const asReported: Values = (cell) => cell.within;

const CELLS = new WeakMap<Identity, readonly FigureCell[]>();

/** The figures that an identity speaks of, each once. */
export function cellsOf(identity: Identity): readonly FigureCell[] {
  const known = CELLS.get(identity);
  if (known) return known;
  const terms =
    identity.kind === 'linear' ? identity.terms : [...identity.numerator, ...identity.denominator];
  const cells = terms.map(({ cell }) => cell);
  const distinct = [...new Set(identity.kind === 'linear' ? cells : [identity.rate, ...cells])];
  CELLS.set(identity, distinct);
  return distinct;
}

/** Σ factor × cell. */
export function weightedSum(terms: readonly Term[], values: Values): Interval {
  return terms.reduce((sum, { cell, factor }) => plus(sum, times(values(cell), factor)), exactly(0));
}

/** What the rate can truly be. */
export function rateRange({ numerator, denominator, scale, loose }: Quotient, values: Values): Interval {
  const below = widened(weightedSum(denominator, values), loose);
  return times(quotient(weightedSum(numerator, values), below), scale);
}

/** An interval of positive numbers, wider by its looseness. */
export function widened({ low, high }: Interval, { less, more }: Looseness): Interval {
  return { low: low * (1 - less), high: high * (1 + more) };
}

/** What a rate truly is that was cut off at its last printed place: further from nothing than what is printed. */
export function cutOff({ figures: [{ printed }] }: FigureCell): Interval {
  const { value, step } = printed;
  return value < 0 ? { low: value - step, high: value } : { low: value, high: value + step };
}

export type Judgement = 'agrees' | 'truncated' | 'differs';

/** Whether the figures as reported can all be right. Only rates can be `truncated`. */
export function judge(identity: Identity): Judgement {
  if (identity.kind === 'quotient') return judgeRate(identity);
  const { low, high } = weightedSum(identity.terms, asReported);
  const sum = { low: low + identity.constant, high: high + identity.constant };
  const wanted = identity.relation === '=' ? exactly(0) : { low: -1e14, high: 0 };
  return isEmpty(both(sum, wanted)) ? 'differs' : 'agrees';
}

/** Half up at the printed place is right for exact inputs; rounded inputs must be able to give what is printed. */
function judgeRate(identity: Quotient): Judgement {
  const { rate } = identity;
  const [{ printed }] = rate.figures;
  const range = rateRange(identity, asReported);
  const exact = identity.loose === FIRM && exactRate(identity);
  if (exact && !printed.bound && !rate.conflict)
    return judgeExact(printed.value, printed.step, exact, rate.within);
  if (!isEmpty(both(range, rate.within))) return 'agrees';
  return isEmpty(both(range, cutOff(rate))) ? 'differs' : 'truncated';
}

/** The quotient in whole numbers, where all inputs are known exactly. */
function exactRate({ numerator, denominator, scale }: Quotient): { top: bigint; bottom: bigint } | null {
  const [above, below] = [weightedSum(numerator, asReported), weightedSum(denominator, asReported)];
  if (above.low !== above.high || below.low !== below.high || below.low <= 0) return null;
  if (!Number.isInteger(above.low * 2) || !Number.isInteger(below.low * 2)) return null;
  return { top: BigInt(above.low * 2) * BigInt(scale), bottom: BigInt(below.low * 2) };
}

function judgeExact(
  value: number,
  step: number,
  { top, bottom }: { top: bigint; bottom: bigint },
  within: Interval,
): Judgement {
  const places = Math.round(1 / step);
  // A step that is no power of ten below one (96:103, rounded to thousands) leaves only the interval.
  const exactly10 = places >= 1 && Math.abs(1 / step - places) < 1e-6;
  const rate = Number(top) / Number(bottom);
  if (!exactly10) return within.low <= rate && rate <= within.high ? 'agrees' : 'differs';
  const printed = BigInt(Math.round(value * places));
  const scaled = top * BigInt(places);
  const floor = scaled >= 0n ? scaled / bottom : -((-scaled + bottom - 1n) / bottom);
  const rest = 2n * (scaled - floor * bottom);
  // Half up; for negative rates half away from zero is as good.
  const rounded = rest >= bottom ? floor + 1n : floor;
  if (printed === rounded || (rest === bottom && scaled < 0n && printed === floor)) return 'agrees';
  const cut = scaled >= 0n ? floor : rest === 0n ? floor : floor + 1n;
  return printed === cut ? 'truncated' : 'differs';
}
