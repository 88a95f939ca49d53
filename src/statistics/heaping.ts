import { sumOf } from './sum.js';

/**
 * Indices of age heaping, from counts by single year of age (position 0 is age 0). All definitions as implemented and
 * compared in DemoTools (Riffe and others). An age range without people gives NaN.
 */
type Counts = readonly number[];

const DIGITS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

function sum(counts: Counts, from: number, to: number, keep: (age: number) => boolean = () => true): number {
  let total = 0;
  for (let age = Math.max(from, 0); age <= to; age++) if (keep(age)) total += counts[age] ?? 0;
  return total;
}

const endsIn = (digit: number) => (age: number) => age % 10 === digit;

/** Whipple's index of digits 0 and 5, as a ratio: 1 without heaping, 5 where all ages end so. */
export function whipple(counts: Counts, from: number, to: number): number {
  const round = (age: number) => age % 5 === 0;
  const [low, high] = [Math.ceil(from / 5) * 5, Math.floor(to / 5) * 5];
  return (5 * sum(counts, low, high, round)) / sum(counts, low - 2, high + 2);
}

/**
 * Myers' blended index: half the sum of the deviations of the ten digits from ten per cent, 0 to 90.
 *
 * @param to the last age; years beyond whole decades are left out
 */
export function myers(counts: Counts, from: number, to: number): { index: number; percent: number[] } {
  const decades = Math.floor((to - from + 1) / 10);
  const end = from + decades * 10 - 1;
  const blended = DIGITS.map((digit) => {
    const weight = ((digit - (from % 10) + 10) % 10) + 1;
    const early = sum(counts, from, end - 10, endsIn(digit));
    return weight * early + (10 - weight) * sum(counts, from + 10, end, endsIn(digit));
  });
  return deviation(blended.map((share) => share / sumOf(blended)));
}

/** Bachi's index: Whipple's method for every digit, over two ranges of whole decades one year apart; 0 to 90. */
export function bachi(counts: Counts, from: number, to: number): number {
  const span = to - from - ((to - from) % 10);
  const surplus = from + 4 + span > to ? 10 : 0;
  const shares = DIGITS.map((digit) => {
    const low = from + ((((digit - from) % 5) + 5) % 5);
    const high = low + span - 1 - surplus;
    const share = (shift: number) =>
      sum(counts, low + shift, high + shift, endsIn(digit)) / sum(counts, low + shift, high + shift);
    return (share(0) + share(1)) / 2;
  });
  return deviation(shares).index;
}

/**
 * Bachi's index as the spreadsheet SINGAGE of PASEX (Arriaga 1994) computes it: each digit over the fifty years centred on
 * its own ages, of which the first and the last count half; ages 23 to 77; 0 to 90.
 */
export function bachiPasex(counts: Counts): number {
  const shares = DIGITS.map((digit) => {
    const low = 23 + ((digit + 2) % 5);
    const over = (keep?: (age: number) => boolean) =>
      (sum(counts, low, low + 50, keep) + sum(counts, low + 1, low + 49, keep)) / 2;
    return over(endsIn(digit)) / over();
  });
  return deviation(shares).index;
}

function deviation(shares: readonly number[]): { index: number; percent: number[] } {
  const index = 50 * sumOf(shares, (share) => Math.abs(share - 0.1));
  return { index, percent: shares.map((share) => 100 * share) };
}

/** Noumbissi's index of one digit: its ages against the five-year groups centred on them; 1 without preference. */
export function noumbissi(digit: number, counts: Counts, from: number, to: number): number {
  const ages = Array.from({ length: to - from + 1 }, (_, i) => from + i).filter(endsIn(digit));
  const own = sumOf(ages, (age) => counts[age] ?? 0);
  return (5 * own) / sumOf(ages, (age) => sum(counts, age - 2, age + 2));
}

/** Spoorenberg's total modified Whipple index: the deviations of Noumbissi's ten indices from one; 0 to 16. */
export function spoorenberg(counts: Counts, from = 20, to = 64): number {
  return sumOf(DIGITS, (digit) => Math.abs(1 - noumbissi(digit, counts, from, to)));
}
