import { type FigureCell, nameOfCells } from './figures.js';
import { type Identity, weightedSum } from './identity.js';
import { exactly, isExact, plus } from './interval.js';
import { type Corrected, isOverAreas, MOST_MOVED, type Shift, ShiftSearch } from './shift-search.js';

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
  const search = new ShiftSearch(new Set(broken), around, corrected);
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
  const values = (cell: FigureCell) => right.get(cell) ?? cell.within;
  const sum = plus(weightedSum(identity.terms, values), exactly(identity.constant));
  return isExact(sum) && sum.low !== 0 ? sum.low : undefined;
}

/** Shifts of the same figures are one; its source is the figure of which most is said. */
function withoutDoubles(shifts: readonly Shift[]): Shift[] {
  const known = new Map<string, Shift>();
  for (const shift of shifts) {
    const name = nameOfCells([shift.source, ...shift.followers]);
    if (!known.has(name)) known.set(name, shift);
  }
  return [...known.values()];
}
