/** What a number is known to lie between; low = high where it is known exactly. */
export interface Interval {
  low: number;
  high: number;
}

/** Larger than any count that is reported; keeps arithmetic with unknown numbers finite. */
export const UNKNOWN: Interval = Object.freeze({ low: -1e13, high: 1e13 });
/** Numbers closer than this, in proportion, are the same: what binary fractions cannot hold. */
const EPSILON = 1e-9;

export function exactly(value: number): Interval {
  return { low: value, high: value };
}

export function isExact({ low, high }: Interval): boolean {
  return low === high;
}

export function plus(a: Interval, b: Interval): Interval {
  return { low: a.low + b.low, high: a.high + b.high };
}

/** An interval times a known factor. */
export function times(a: Interval, factor: number): Interval {
  const [one, other] = [a.low * factor, a.high * factor];
  return one <= other ? { low: one, high: other } : { low: other, high: one };
}

/** The product of two intervals. */
export function product(a: Interval, b: Interval): Interval {
  const ends = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

/** The quotient; unknown where the divisor may be zero. */
export function quotient(a: Interval, b: Interval): Interval {
  if (b.low <= 0 && b.high >= 0) return UNKNOWN;
  return product(a, { low: 1 / b.high, high: 1 / b.low });
}

/** What both say; low > high where they contradict each other. */
export function both(a: Interval, b: Interval): Interval {
  return { low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) };
}

/** The smallest interval that holds both. */
export function hull(a: Interval, b: Interval): Interval {
  return { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) };
}

/** Whether nothing is left, rounding of binary fractions aside. */
export function isEmpty({ low, high }: Interval): boolean {
  return low - high > EPSILON * Math.max(1, Math.abs(low), Math.abs(high));
}

export function overlap(a: Interval, b: Interval): boolean {
  return !isEmpty(both(a, b));
}

export function holds(a: Interval, value: number): boolean {
  return overlap(a, exactly(value));
}

/** The whole numbers within; empty where there is none. */
export function wholeWithin({ low, high }: Interval): Interval {
  const slack = (end: number) => EPSILON * Math.max(1, Math.abs(end));
  return { low: Math.ceil(low - slack(low)), high: Math.floor(high + slack(high)) };
}
