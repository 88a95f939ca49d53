import { sumOf } from '../statistics/sum.js';
import type { FigureCell } from './figures.js';
import { cellsOf, type Identity } from './identity.js';
import { exactly, type Interval } from './interval.js';
import { holdsWith, type Repair } from './repair.js';
import type { FigureFault, Search } from './search.js';
import { isOverAreas, type Shift, wholeOf } from './shift-search.js';
import { widestShifts } from './shifts.js';

/** Wrong parts of one sum of which any may be in it: more could make any number. */
const MOST_AMOUNTS = 12;

/** What shifts explain, what they leave, and the figures that they put right. */
interface Worked {
  faults: FigureFault[];
  left: Identity[];
  right: ReadonlyMap<FigureCell, Interval>;
}

/**
 * Takes from broken identities the numbers that were worked on with, the widest first. What was put right counts for
 * those that follow: what is off by the sum of several faults is explained once all of them are known.
 */
export function worked(tangled: readonly Identity[], search: Search): Worked {
  const faults: FigureFault[] = [];
  const right = new Map(search.known);
  const anew = new Set<FigureCell>();
  let left = [...tangled];
  for (;;) {
    const shifts = widestShifts(left, search.around, { right, anew });
    if (shifts.length === 0) return { faults, left, right };
    const likely = likeliest(shifts, search);
    for (const [cell, value] of commonOf(likely)) right.set(cell, value);
    for (const cell of likely.flatMap(ratesOf)) anew.add(cell);
    faults.push(faultOf(likely, carriedUp(right, search.around)));
    const explained = new Set(shifts.flatMap(({ repaired }) => repaired));
    left = left.filter((identity) => !explained.has(identity) && !isSettled(identity, right, anew));
  }
}

/** Whether an identity holds with what was put right, or speaks of a rate that is to be worked out again. */
function isSettled(
  identity: Identity,
  right: ReadonlyMap<FigureCell, Interval>,
  anew: ReadonlySet<FigureCell>,
): boolean {
  return cellsOf(identity).some((cell) => anew.has(cell)) || holdsWith(identity, right);
}

function ratesOf({ followers, right }: Shift): FigureCell[] {
  return followers.filter((cell) => !right.has(cell));
}

function faultOf(shifts: readonly Shift[], sums: readonly FigureCell[]): FigureFault {
  const following = new Map(
    shifts.map((shift): [Repair, FigureCell[]] => [repairOf(shift), [...shift.followers, ...sums]]),
  );
  return { broken: [...(shifts[0]?.repaired ?? [])], repairs: [...following.keys()], following };
}

/** The first wrong number; with the only one that was made from it, where they break the same identities. */
function repairOf({ source, value, followers, right, repaired }: Shift): Repair {
  const isPair = followers.length === 1 && right.size === 2;
  return isPair && repaired.every((identity) => cellsOf(identity).includes(source))
    ? right
    : new Map([[source, value]]);
}

/** Of numbers that explain as much those that something else bears out, with all that followed; then those with the least. */
function likeliest(shifts: readonly Shift[], { prefer }: Search): Shift[] {
  const byRepair = new Map(shifts.map((shift): [Repair, Shift] => [shift.right, shift]));
  const broken = shifts.flatMap(({ repaired }) => repaired);
  const repairs = [...byRepair.keys()];
  const left = repairs.length > 1 ? prefer({ broken, repairs }) : repairs;
  const likely = left.flatMap((repair) => byRepair.get(repair) ?? []);
  const least = Math.min(...likely.map(({ followers }) => followers.length));
  return likely.filter(({ followers }) => followers.length === least);
}

/** The figures that all of these put right alike. */
function commonOf([first, ...others]: readonly Shift[]): [FigureCell, Interval][] {
  return [...(first?.right ?? [])].filter(([cell, { low, high }]) =>
    others.every(({ right }) => right.get(cell)?.low === low && right.get(cell)?.high === high),
  );
}

/**
 * Sums over areas that are off by what some of their parts were: they were added up from these, and are put right as well.
 *
 * @returns these sums
 */
function carriedUp(
  right: Map<FigureCell, Interval>,
  around: ReadonlyMap<FigureCell, readonly Identity[]>,
): readonly FigureCell[] {
  const carried: FigureCell[] = [];
  const reached = [...right.keys()];
  for (const cell of reached) {
    for (const identity of around.get(cell) ?? []) {
      const whole = isOverAreas(identity) ? wholeOf(identity) : undefined;
      const value = whole && whole !== cell ? carriedInto(whole, identity, right) : undefined;
      if (!whole || value === undefined) continue;
      right.set(whole, exactly(value));
      carried.push(whole);
      reached.push(whole);
    }
  }
  return carried;
}

/** What a sum would have to be, where it is off by what some of its parts were. */
function carriedInto(
  whole: FigureCell,
  identity: Identity,
  right: ReadonlyMap<FigureCell, Interval>,
): number | undefined {
  const value = (cell: FigureCell) => right.get(cell)?.low ?? cell.within.low;
  const parts = cellsOf(identity).filter((cell) => cell !== whole);
  const wanted = sumOf(parts, value);
  const amounts = parts.map((part) => value(part) - part.within.low).filter((amount) => amount !== 0);
  return isSumOfSome(wanted - value(whole), amounts) ? wanted : undefined;
}

/** Whether some of the amounts, one or more, make a total that is not nothing. */
function isSumOfSome(total: number, amounts: readonly number[]): boolean {
  const sums = new Set([0]);
  for (const amount of amounts.slice(0, MOST_AMOUNTS)) for (const sum of [...sums]) sums.add(sum + amount);
  return total !== 0 && sums.has(total);
}
