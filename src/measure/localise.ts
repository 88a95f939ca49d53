import { put } from '../keys/order.js';
import type { Cell } from './figures.js';
import { cellsOf, type Identity, judge } from './identity.js';
import type { Interval } from './interval.js';
import { holdsWith, type Repair, type RepairSearch, repairWith } from './repair.js';
import { type Shift, widestShifts } from './shifts.js';

/** Broken identities that hang together, and every smallest way to repair them all. */
export interface FigureFault {
  broken: Identity[];
  /** None where no one or two figures explain it; several where it is ambiguous. */
  repairs: Repair[];
  /** By repair: figures that are wrong with it, since they were made from it. */
  following?: ReadonlyMap<Repair, readonly Cell[]>;
}

/** Repairs beyond these are not looked for: it is ambiguous all the same. */
const MOST_REPAIRS = 200;
/** Pairs that are tried before a component is taken apart. */
const MOST_PAIRS = 20_000;

interface Search extends RepairSearch {
  prefer: Preference;
}

/** Chooses among repairs that are equally small. */
export type Preference = (fault: FigureFault) => Repair[];

/**
 * Finds the wrong figures as Fellegi and Holt do (A systematic approach to automatic edit and imputation, JASA 1976):
 * for each connected component of broken identities the smallest set of figures that can be changed so that every
 * identity they take part in holds. Sets of one and two are searched exactly. Of a component that needs more, the widest
 * identity (a roll-up) is set aside, so that it falls apart; then it is looked at again with what was found.
 *
 * @param prefer leaves of several repairs those that something else bears out
 */
export function localise(
  identities: readonly Identity[],
  prefer: Preference = ({ repairs }) => repairs,
): FigureFault[] {
  const around = byFigure(identities);
  const broken = identities.filter((identity) => judge(identity) === 'differs');
  const search: Search = { around, aside: new Set(), known: new Map(), prefer };
  const [simple, tangled] = parted(
    components(broken),
    (component) => singlesOf(component, search).length > 0,
  );
  const { faults, left, right } = worked(tangled, search);
  return merged([
    ...simple.flatMap((component) => solve(component, search)),
    ...faults,
    ...components(left).flatMap((component) => solve(component, { ...search, known: right })),
  ]);
}

/** Which identities speak of a figure. */
function byFigure(identities: readonly Identity[]): Map<Cell, Identity[]> {
  const around = new Map<Cell, Identity[]>();
  for (const identity of identities) for (const cell of cellsOf(identity)) put(around, cell, identity);
  return around;
}

/** Those that pass, and the others. */
function parted<T>(all: readonly T[], passes: (one: T) => boolean): [T[], T[]] {
  return [all.filter(passes), all.filter((one) => !passes(one))];
}

/** What shifts explain, what they leave, and the figures that they put right. */
interface Worked {
  faults: FigureFault[];
  left: Identity[];
  right: Map<Cell, Interval>;
}

/** Takes from components that no one figure repairs the numbers that were worked on with, the widest first. */
function worked(tangled: readonly Identity[][], search: Search): Worked {
  const faults: FigureFault[] = [];
  const right = new Map<Cell, Interval>();
  let left = tangled.flat();
  for (;;) {
    const shifts = widestShifts(left, search.around, (shift) => isWide(shift, tangled));
    const [first] = shifts;
    if (!first) return { faults, left: left.filter((one) => !holdsWith(one, right)), right };
    const following = new Map(
      shifts.map(({ source, value, followers }): [Repair, readonly Cell[]] => [
        new Map([[source, value]]),
        followers,
      ]),
    );
    const fault = { broken: [...first.repaired], repairs: [...following.keys()], following };
    faults.push({
      ...fault,
      repairs: shifts.length > 1 ? fewest(search.prefer(fault), following) : fault.repairs,
    });
    if (shifts.length === 1) for (const [cell, value] of first.right) right.set(cell, value);
    left = left.filter((identity) => !shifts.some(({ repaired }) => repaired.includes(identity)));
  }
}

/** Of repairs that explain as much those from which the least had to follow. */
function fewest(repairs: readonly Repair[], following: ReadonlyMap<Repair, readonly Cell[]>): Repair[] {
  const sizes = repairs.map((repair) => following.get(repair)?.length ?? 0);
  return repairs.filter((_, n) => sizes[n] === Math.min(...sizes));
}

/** A pair of figures within one component is found by itself. */
function isWide({ followers, repaired }: Shift, tangled: readonly Identity[][]): boolean {
  return (
    followers.length > 1 ||
    tangled.filter((one) => one.some((identity) => repaired.includes(identity))).length > 1
  );
}

/** Faults that one and the same repair puts right are one. */
function merged(faults: readonly FigureFault[]): FigureFault[] {
  const byRepair = new Map<string, FigureFault>();
  for (const [n, fault] of faults.entries()) {
    const names = fault.repairs.map((repair) =>
      [...repair.keys()]
        .map(({ key }) => key)
        .sort()
        .join('\u0003'),
    );
    const name = names.length > 0 ? names.sort().join('\u0004') : String(n);
    const same = byRepair.get(name);
    if (same) same.broken.push(...fault.broken);
    else byRepair.set(name, fault);
  }
  return [...byRepair.values()];
}

function solve(broken: readonly Identity[], search: Search): FigureFault[] {
  const repairs = preferred(broken, search);
  const widest = broken.reduce((a, b) => (cellsOf(b).length > cellsOf(a).length ? b : a));
  if (repairs.length > 0 || broken.length === 1) return [{ broken: [...broken], repairs }];
  const inner = components(broken.filter((identity) => identity !== widest));
  const apart = { ...search, aside: new Set([...search.aside, widest]) };
  const faults = inner.flatMap((component) => solve(component, apart));
  const known = new Map([
    ...search.known,
    ...faults.flatMap(({ repairs: [only, other] }) => (only && !other ? [...only] : [])),
  ]);
  if (holdsWith(widest, known)) {
    const near = faults.find((fault) =>
      fault.repairs.some((repair) => cellsOf(widest).some((cell) => repair.has(cell))),
    );
    near?.broken.push(widest);
    return faults;
  }
  return withFollowing(
    faults,
    { broken: [widest], repairs: preferred([widest], { ...search, known }) },
    known,
  );
}

/** Adds a fault to others; those that were ambiguous and that its repair puts right as well become part of it. */
function withFollowing(
  faults: readonly FigureFault[],
  fault: FigureFault,
  known: ReadonlyMap<Cell, Interval>,
): FigureFault[] {
  const [only, other] = fault.repairs;
  if (!only || other) return [...faults, fault];
  const right = new Map([...known, ...only]);
  const follows = ({ broken, repairs }: FigureFault) =>
    repairs.length > 1 && broken.every((identity) => holdsWith(identity, right));
  const following = faults.filter(follows);
  const broken = [...fault.broken, ...following.flatMap((one) => one.broken)];
  return [...faults.filter((one) => !following.includes(one)), { ...fault, broken }];
}

/** Broken identities that share figures, in the order given. */
function components(broken: readonly Identity[]): Identity[][] {
  const left = new Set(broken);
  const around = byFigure(broken);
  const found: Identity[][] = [];
  for (const first of broken) {
    if (!left.delete(first)) continue;
    const component = [first];
    for (const identity of component) {
      for (const near of cellsOf(identity).flatMap((cell) => around.get(cell) ?? [])) {
        if (left.delete(near)) component.push(near);
      }
    }
    found.push(component);
  }
  return found;
}

function preferred(broken: readonly Identity[], search: Search): Repair[] {
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
    const name = [first.key, second.key].sort().join('\u0003');
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
function singlesOf(broken: readonly Identity[], search: Search): Repair[] {
  const breaks = countBreaks(broken);
  return cellsOf(narrowestOf(broken))
    .filter((cell) => breaks.get(cell) === broken.length)
    .flatMap((cell) => repairWith([cell], search) ?? []);
}

/** How many of the broken identities each figure takes part in. */
function countBreaks(broken: readonly Identity[]): Map<Cell, number> {
  const counts = new Map<Cell, number>();
  for (const cell of broken.flatMap(cellsOf)) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return counts;
}

/** Pairs of figures of which every broken identity holds at least one. */
function* pairsFor(
  broken: readonly Identity[],
  firsts: readonly Cell[],
  { around }: Search,
): Iterable<[Cell, Cell]> {
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
