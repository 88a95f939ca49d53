import { put } from '../keys/order.js';
import { type FigureCell, nameOfCells } from './figures.js';
import { cellsOf, type Identity, judge } from './identity.js';
import type { Interval } from './interval.js';
import { holdsWith } from './repair.js';
import { type FigureFault, type Preference, preferred, type Search, singlesOf } from './search.js';
import { isOverAreas } from './shift-search.js';
import { worked } from './worked.js';

/**
 * Finds the wrong figures as Fellegi and Holt do (A systematic approach to automatic edit and imputation, JASA 1976):
 * for each connected component of broken identities the smallest set of figures that can be changed so that every
 * identity they take part in holds. Of a component that no one figure repairs, sums over areas are set aside, so that it
 * falls apart; then the numbers that were worked on with are taken out. Of what is left, sets of two are searched exactly,
 * and of what needs more the widest identity is set aside, and looked at again with what was found.
 *
 * @param prefer leaves of several repairs those that something else bears out
 */
export function localiseFaults(
  identities: readonly Identity[],
  prefer: Preference = ({ repairs }) => repairs,
): FigureFault[] {
  const around = byFigure(identities);
  const broken = identities.filter((identity) => judge(identity) === 'differs');
  const search: Search = { around, aside: new Set(), known: new Map(), prefer };
  const [simple, tied] = parted(components(broken), hasSingle(search));
  const { plain, tangled, known } = untied(tied, search);
  const { faults, left, right } = worked(tangled, { ...search, known });
  return merged([
    ...simple.flatMap((component) => solve(component, search)),
    ...plain,
    ...faults,
    ...components(left).flatMap((component) => solve(component, { ...search, known: right })),
  ]);
}

/** Which identities speak of a figure. */
function byFigure(identities: readonly Identity[]): Map<FigureCell, Identity[]> {
  const around = new Map<FigureCell, Identity[]>();
  for (const identity of identities) for (const cell of cellsOf(identity)) put(around, cell, identity);
  return around;
}

const hasSingle =
  (search: Search) =>
  (component: readonly Identity[]): boolean =>
    singlesOf(component, search).length > 0;

/** What is found of each area by itself, what is left, and the figures that are put right so far. */
interface Untied {
  plain: FigureFault[];
  tangled: Identity[];
  known: Map<FigureCell, Interval>;
}

/**
 * Sums over areas tie the faults of several areas together: without these sums, what one figure of an area repairs is
 * found. Sums that hold with it are done with.
 */
function untied(tied: readonly Identity[][], search: Search): Untied {
  const [wide, narrow] = parted(tied.flat(), isOverAreas);
  const apart = { ...search, aside: new Set(wide) };
  const [simple, hard] = parted(components(narrow), hasSingle(apart));
  const plain = simple.flatMap((component) => solve(component, apart));
  const known = certainOf(plain);
  const [settled, open] = parted(wide, (identity) => holdsWith(identity, known));
  for (const identity of settled) faultNear(identity, plain)?.broken.push(identity);
  return { plain, tangled: [...hard.flat(), ...open], known };
}

/** The figures of faults that have one repair only, as they would have to be. */
function certainOf(faults: readonly FigureFault[]): Map<FigureCell, Interval> {
  return new Map(faults.flatMap(({ repairs: [only, other] }) => (only && !other ? [...only] : [])));
}

/** The first fault of which a repair changes a figure of the identity. */
function faultNear(identity: Identity, faults: readonly FigureFault[]): FigureFault | undefined {
  return faults.find(({ repairs }) =>
    repairs.some((repair) => cellsOf(identity).some((cell) => repair.has(cell))),
  );
}

/** Those that pass, and the others. */
function parted<T>(all: readonly T[], passes: (one: T) => boolean): [T[], T[]] {
  return [all.filter(passes), all.filter((one) => !passes(one))];
}

/** Faults that one and the same repair puts right are one. */
function merged(faults: readonly FigureFault[]): FigureFault[] {
  const byRepair = new Map<string, FigureFault>();
  for (const [n, fault] of faults.entries()) {
    const names = fault.repairs.map((repair) => nameOfCells(repair.keys()));
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
  const known = new Map([...search.known, ...certainOf(faults)]);
  if (holdsWith(widest, known)) {
    faultNear(widest, faults)?.broken.push(widest);
    return faults;
  }
  const last = { broken: [widest], repairs: preferred([widest], { ...search, known }) };
  return withFollowing(faults, last, known);
}

/** Adds a fault to others; those that were ambiguous and that its repair puts right as well become part of it. */
function withFollowing(
  faults: readonly FigureFault[],
  fault: FigureFault,
  known: ReadonlyMap<FigureCell, Interval>,
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
