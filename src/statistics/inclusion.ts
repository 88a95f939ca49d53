import { sumOf } from './sum.js';

/** Steps of the integral, and how far from n it goes, in standard deviations of the number that have come. */
const STEPS = 120;
const REACH = 8;
/** Where in a step the integrand is taken, and what it weighs there (Gauss–Legendre, three points). */
const POINTS = [
  [0.5 - 0.5 * Math.sqrt(0.6), 5 / 18],
  [0.5, 8 / 18],
  [0.5 + 0.5 * Math.sqrt(0.6), 5 / 18],
] as const;
/** Of so many of the largest areas the time at which they have come for certain ends a step: the integrand bends there. */
const BENDS = 60;

/** Areas of one size have one chance. */
interface Group {
  size: number;
  count: number;
}

/**
 * The exact chance of every area to be among the first `n` of a draw in proportion to size: sequential Poisson sampling
 * (Ohlsson, "Sequential Poisson sampling", Journal of Official Statistics 14, 1998), where areas are drawn in the order
 * of ticket ÷ size. Area i comes at t_i = u_i ÷ z_i with u_i uniform, so its chance is
 *
 *     π_i = ∫ z_i · P(fewer than n others come before t) dt   over 0 < t < 1 ÷ z_i,
 *
 * where the number of others before t is Poisson-binomial with chances min(1, t·z_j). (Aires, 1999, does the same for
 * Pareto sampling.) The chances add up to n; of areas of one size each has n ÷ N.
 *
 * @param sizes positive numbers of units, one an area
 * @param n how many areas are drawn
 * @returns one chance an area, in the order given, to 6 digits
 */
export function inclusionBySize(sizes: readonly number[], n: number): number[] {
  if (n >= sizes.length) return sizes.map(() => 1);
  if (n <= 0) return sizes.map(() => 0);
  const counts = new Map<number, number>();
  for (const size of sizes) counts.set(size, (counts.get(size) ?? 0) + 1);
  const groups = [...counts].map(([size, count]) => ({ size, count }));
  const chances = integrate(groups, n);
  const total = groups.reduce((sum, { count }, i) => sum + count * (chances[i] ?? 0), 0);
  const bySize = new Map(groups.map(({ size }, i) => [size, ((chances[i] ?? 0) * n) / total]));
  return sizes.map((size) => Number(Math.min(1, bySize.get(size) ?? 0).toPrecision(6)));
}

/** The integrals over the times at which the n-th area may come; before, fewer have come for certain. */
function integrate(groups: readonly Group[], n: number): number[] {
  const times = timesOf(groups, n);
  const chances = groups.map(({ size }) => Math.min(1, size * (times[0] as number)));
  for (const [k, to] of times.slice(1).entries()) {
    const from = times[k] as number;
    for (const [point, weight] of POINTS) {
      const fewer = fewerOthers(groups, from + point * (to - from), n);
      groups.forEach(({ size }, i) => {
        const width = Math.min(Math.max(1 / size - from, 0), to - from);
        chances[i] = (chances[i] ?? 0) + size * width * weight * (fewer[i] ?? 0);
      });
    }
  }
  return chances;
}

/** Times between which equally many areas are expected to come: close together while the large ones come. */
function timesOf(groups: readonly Group[], n: number): number[] {
  const expected = (t: number) => sumOf(groups, ({ size, count }) => count * Math.min(1, t * size));
  const all = sumOf(groups, ({ count }) => count);
  const last = Math.max(...groups.map(({ size }) => 1 / size));
  const reach = REACH * Math.sqrt(n + 1);
  const [from, to] = [Math.max(0, n - reach), Math.min(n + 3 * reach, all)];
  const even = Array.from({ length: STEPS + 1 }, (_, k) =>
    timeOf(from + ((to - from) * k) / STEPS, expected, last),
  );
  const [first = 0, end = 0] = [even[0], even.at(-1)];
  const sizes = groups.map(({ size }) => size).sort((a, b) => b - a);
  const bends = sizes.map((size) => 1 / size).filter((time) => time > first && time < end);
  return [...even, ...bends.slice(0, BENDS)].sort((a, b) => a - b);
}

/** The time by which so many are expected, by bisection. */
function timeOf(count: number, expected: (t: number) => number, last: number): number {
  if (count <= 0) return 0;
  let [low, high] = [0, last];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (expected(middle) < count) low = middle;
    else high = middle;
  }
  return high;
}

/** For each group: the chance that fewer than n of all areas but one of the group have come by time t. */
function fewerOthers(groups: readonly Group[], t: number, n: number): number[] {
  const some = groups.map(({ size, count }, place) => ({ place, count, chance: Math.min(1, t * size) }));
  const large = some.filter(({ chance }) => chance > 0.5);
  const withSmall = nobody(n);
  for (const one of some) if (one.chance <= 0.5) join(withSmall, one.chance, one.count);
  const withAll = withSmall.slice();
  for (const { chance, count } of large) join(withAll, chance, count);
  const fewer = some.map(({ chance }) => (chance <= 0.5 ? sumWithout(withAll, chance) : 0));
  leaveOneOut(withSmall, large, (place, counts) => {
    fewer[place] = sumOf(counts);
  });
  return fewer;
}

/** Chances that 0 to n − 1 have come, where nobody can come. */
function nobody(n: number): Float64Array {
  const counts = new Float64Array(n);
  counts[0] = 1;
  return counts;
}

/** So many more areas that have come with this chance each. */
function join(counts: Float64Array, chance: number, times: number): void {
  for (let i = 0; i < times; i++) {
    for (let k = counts.length - 1; k > 0; k--) {
      counts[k] = (counts[k] as number) * (1 - chance) + (counts[k - 1] as number) * chance;
    }
    counts[0] = (counts[0] as number) * (1 - chance);
  }
}

/** The sum of the chances with one area taken out again: `join` undone, which is stable up to a chance of a half. */
function sumWithout(counts: Float64Array, chance: number): number {
  let [rest, sum] = [0, 0];
  for (const both of counts) {
    rest = (both - rest * chance) / (1 - chance);
    sum += rest;
  }
  return sum;
}

/** An area that has come by now, for the more likely ones: where it stands among the groups, and how many are like it. */
interface Likely {
  place: number;
  count: number;
  chance: number;
}

/** For each group, the counts with all groups joined but for one area of it: by halves, since nothing need be undone. */
function leaveOneOut(
  counts: Float64Array,
  groups: readonly Likely[],
  take: (place: number, counts: Float64Array) => void,
): void {
  const [only] = groups;
  if (!only) return;
  const middle = groups.length >>> 1;
  const halves = [groups.slice(0, middle), groups.slice(middle)] as const;
  if (groups.length === 1) {
    const rest = counts.slice();
    join(rest, only.chance, only.count - 1);
    take(only.place, rest);
    return;
  }
  for (const [own, others] of [halves, [halves[1], halves[0]]] as const) {
    const rest = counts.slice();
    for (const { chance, count } of others) join(rest, chance, count);
    leaveOneOut(rest, own, take);
  }
}
