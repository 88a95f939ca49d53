import { type FigureCell, nameOfCells } from './figures.js';
import { cellsOf, type Identity } from './identity.js';
import { type Repair, type RepairSearch, repairWith } from './repair.js';

/** Broken identities that hang together, and every smallest way to repair them all. */
export interface FigureFault {
  broken: Identity[];
  /** None where no one or two figures explain it; several where it is ambiguous. */
  repairs: Repair[];
  /** By repair: figures that are wrong with it, since they were made from it. */
  following?: ReadonlyMap<Repair, readonly FigureCell[]>;
}

/** Repairs beyond these are not looked for: it is ambiguous all the same. */
const MOST_REPAIRS = 200;
/** Pairs that are tried before a component is taken apart. */
const MOST_PAIRS = 20_000;
/** What the search knows, and how it chooses. */
export interface Search extends RepairSearch {
  prefer: Preference;
}

/** Chooses among repairs that are equally small. */
export type Preference = (fault: FigureFault) => Repair[];

/** The smallest repairs of a component; of several those that something else bears out. */
export function preferred(broken: readonly Identity[], search: Search): Repair[] {
  const repairs = repairsOf(broken, search);
  return repairs.length > 1 ? search.prefer({ broken: [...broken], repairs }) : repairs;
}

/** Every single figure that repairs the component; failing that, every pair. */
function repairsOf(broken: readonly Identity[], search: Search): Repair[] {
  const firsts = cellsOf(narrowestOf(broken));
  const singles = singlesOf(broken, search);
  if (singles.length > 0) return singles.slice(0, MOST_REPAIRS);
  const pairs: Repair[] = [];
  const seen = new Set<string>();
  for (const [first, second] of pairsFor(broken, firsts, search)) {
    const name = nameOfCells([first, second]);
    if (seen.has(name)) continue;
    seen.add(name);
    const found = repairWith([first, second], search);
    if (found) pairs.push(found);
    if (pairs.length >= MOST_REPAIRS || seen.size > MOST_PAIRS) break;
  }
  return pairs;
}

/** The identity of fewest figures. */
function narrowestOf(broken: readonly Identity[]): Identity {
  return broken.reduce((a, b) => (cellsOf(b).length < cellsOf(a).length ? b : a));
}

/** Every single figure that repairs the component. */
export function singlesOf(broken: readonly Identity[], search: Search): Repair[] {
  const breaks = countBreaks(broken);
  return cellsOf(narrowestOf(broken))
    .filter((cell) => breaks.get(cell) === broken.length)
    .flatMap((cell) => repairWith([cell], search) ?? []);
}

/** How many of the broken identities each figure takes part in. */
function countBreaks(broken: readonly Identity[]): Map<FigureCell, number> {
  const counts = new Map<FigureCell, number>();
  for (const cell of broken.flatMap(cellsOf)) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return counts;
}

/** Pairs of figures of which every broken identity holds at least one. */
function* pairsFor(
  broken: readonly Identity[],
  firsts: readonly FigureCell[],
  { around }: Search,
): Iterable<[FigureCell, FigureCell]> {
  for (const first of firsts) {
    const rest = broken.filter((identity) => !cellsOf(identity).includes(first));
    const restBreaks = countBreaks(rest);
    // Where the first figure covers all, a neighbour may have followed it: a sum that was made of the wrong number.
    const seconds = rest[0] ? cellsOf(rest[0]) : (around.get(first) ?? []).flatMap(cellsOf);
    for (const second of seconds) {
      if (second !== first && (rest.length === 0 || restBreaks.get(second) === rest.length))
        yield [first, second];
    }
  }
}
