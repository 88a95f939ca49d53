import type { Cell } from './figures.js';
import {
  cellsOf,
  type Identity,
  judge,
  type Linear,
  type Quotient,
  rateRange,
  sumOf,
  type Term,
  type Values,
  widened,
} from './identity.js';
import {
  both,
  type Interval,
  isEmpty,
  plus,
  product,
  quotient,
  times,
  UNKNOWN,
  wholeWithin,
} from './interval.js';

/** A smallest set of figures whose correction repairs everything, with what each would have to be. */
export type Repair = ReadonlyMap<Cell, Interval>;

/** Broken identities that hang together, and every smallest way to repair them all. */
export interface Fault {
  broken: Identity[];
  /** None where no one or two figures explain it; several where it is ambiguous. */
  repairs: Repair[];
}

/** Repairs beyond these are not listed: it is ambiguous all the same. */
const MOST_REPAIRS = 12;
/** Rounds of narrowing; two unknown figures settle in two or three. */
const ROUNDS = 8;
/** Pairs that are tried before a component is taken apart. */
const MOST_PAIRS = 20_000;

/** What a search for repairs knows besides the broken identities. */
interface Search {
  /** All identities that a cell takes part in. */
  around: ReadonlyMap<Cell, readonly Identity[]>;
  /** Broken identities that are set aside, until what is found elsewhere may have repaired them. */
  aside: ReadonlySet<Identity>;
  /** Figures that are held to be wrong already, with what they would have to be. */
  known: ReadonlyMap<Cell, Interval>;
}

/**
 * Finds the wrong figures as Fellegi and Holt do (A systematic approach to automatic edit and imputation, JASA 1976):
 * for each connected component of broken identities the smallest set of figures that can be changed so that every
 * identity they take part in holds. Sets of one and two are searched exactly. Of a component that needs more, the widest
 * identity (a roll-up) is set aside, so that it falls apart; then it is looked at again with what was found.
 */
export function localise(identities: readonly Identity[]): Fault[] {
  const around = new Map<Cell, Identity[]>();
  for (const identity of identities) {
    for (const cell of cellsOf(identity)) {
      const known = around.get(cell);
      if (known) known.push(identity);
      else around.set(cell, [identity]);
    }
  }
  const broken = identities.filter((identity) => judge(identity) === 'differs');
  const search: Search = { around, aside: new Set(), known: new Map() };
  return merged(components(broken).flatMap((component) => solve(component, search)));
}

/** Faults that one and the same repair puts right are one. */
function merged(faults: readonly Fault[]): Fault[] {
  const byRepair = new Map<string, Fault>();
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

function solve(broken: readonly Identity[], search: Search): Fault[] {
  const repairs = repairsOf(broken, search);
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
    { broken: [widest], repairs: repairsOf([widest], { ...search, known }) },
    known,
  );
}

/** Adds a fault to others; those that were ambiguous and that its repair puts right as well become part of it. */
function withFollowing(faults: readonly Fault[], fault: Fault, known: ReadonlyMap<Cell, Interval>): Fault[] {
  const [only, other] = fault.repairs;
  if (!only || other) return [...faults, fault];
  const right = new Map([...known, ...only]);
  const follows = ({ broken, repairs }: Fault) =>
    repairs.length > 1 && broken.every((identity) => holdsWith(identity, right));
  const following = faults.filter(follows);
  const broken = [...fault.broken, ...following.flatMap((one) => one.broken)];
  return [...faults.filter((one) => !following.includes(one)), { ...fault, broken }];
}

/** Whether an identity can hold once the figures known to be wrong are put right. */
function holdsWith(identity: Identity, known: ReadonlyMap<Cell, Interval>): boolean {
  const [cell] = cellsOf(identity).filter((one) => known.has(one));
  if (!cell) return false;
  const values: Values = (one) => known.get(one) ?? loosely(one);
  return !isEmpty(both(values(cell), implied(identity, cell, values)));
}

/** Broken identities that share figures, in the order given. */
function components(broken: readonly Identity[]): Identity[][] {
  const left = new Set(broken);
  const byCell = new Map<Cell, Identity[]>();
  for (const identity of broken) {
    for (const cell of cellsOf(identity)) {
      const held = byCell.get(cell);
      if (held) held.push(identity);
      else byCell.set(cell, [identity]);
    }
  }
  const found: Identity[][] = [];
  for (const first of broken) {
    if (!left.delete(first)) continue;
    const component = [first];
    for (const identity of component) {
      for (const near of cellsOf(identity).flatMap((cell) => byCell.get(cell) ?? [])) {
        if (left.delete(near)) component.push(near);
      }
    }
    found.push(component);
  }
  return found;
}

/** Every single figure that repairs the component; failing that, every pair. */
function repairsOf(broken: readonly Identity[], search: Search): Repair[] {
  const [narrowest] = [...broken].sort((a, b) => cellsOf(a).length - cellsOf(b).length);
  if (!narrowest) return [];
  const breaks = countBreaks(broken);
  const firsts = cellsOf(narrowest);
  const singles = firsts
    .filter((cell) => breaks.get(cell) === broken.length)
    .flatMap((cell) => repair([cell], search) ?? []);
  if (singles.length > 0) return singles.slice(0, MOST_REPAIRS);
  const pairs: Repair[] = [];
  const seen = new Set<string>();
  for (const [first, second] of pairsFor(broken, firsts, search)) {
    const name = [first.key, second.key].sort().join('\u0003');
    if (seen.has(name)) continue;
    seen.add(name);
    const found = repair([first, second], search);
    if (found) pairs.push(found);
    if (pairs.length >= MOST_REPAIRS || seen.size > MOST_PAIRS) break;
  }
  return pairs;
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

/** What the free cells would have to be so that all identities around them hold; nothing where they cannot. */
function repair(free: readonly Cell[], search: Search): Repair | undefined {
  const near = new Set(free.flatMap((cell) => search.around.get(cell) ?? []));
  const identities = [...near].filter((identity) => !search.aside.has(identity));
  const values = new Map(free.map((cell) => [cell, anything(cell)]));
  const narrowed = narrow(values, identities, search.known);
  if (!narrowed || free.length === 1) return narrowed;
  // Each figure may be possible by itself and not with the other: one is settled, and the other must still be possible.
  const [first] = free;
  if (!first) return undefined;
  const settled = middle(narrowed.get(first) ?? UNKNOWN);
  const tried = narrow(new Map([...narrowed, [first, settled]]), identities, search.known);
  return tried ? narrowed : undefined;
}

/** Rates of change may be negative; nothing else may. */
function anything({ indicator }: Cell): Interval {
  return indicator.code === 'natural_increase_rate' ? UNKNOWN : { low: 0, high: UNKNOWN.high };
}

function middle({ low, high }: Interval): Interval {
  const value = Math.round((low + high) / 2);
  const inside = Math.min(Math.max(value, low), high);
  return { low: inside, high: inside };
}

function narrow(
  start: ReadonlyMap<Cell, Interval>,
  identities: readonly Identity[],
  known: ReadonlyMap<Cell, Interval>,
): Map<Cell, Interval> | undefined {
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
function loosely(cell: Cell): Interval {
  if (cell.indicator.kind !== 'rate' || cell.conflict) return cell.within;
  const { low, high } = cell.within;
  return { low, high: high + (cell.figures[0].printed.step ?? 0) / 2 };
}

/** Counts that are printed in full are whole. */
function whole(cell: Cell, value: Interval): Interval {
  return cell.indicator.kind === 'count' && cell.figures[0].printed.exact ? wholeWithin(value) : value;
}

/** What one identity says of a cell, the others being what they are. */
function implied(identity: Identity, cell: Cell, values: Values): Interval {
  return identity.kind === 'linear'
    ? impliedByLinear(identity, cell, values)
    : impliedByRate(identity, cell, values);
}

function impliedByLinear({ terms, relation, constant }: Linear, cell: Cell, values: Values): Interval {
  const { factor, others } = apart(terms, cell, values);
  const rest = times(plus(others, { low: constant, high: constant }), -1 / factor);
  if (relation === '=') return rest;
  return factor > 0 ? { low: UNKNOWN.low, high: rest.high } : { low: rest.low, high: UNKNOWN.high };
}

function impliedByRate(identity: Quotient, cell: Cell, values: Values): Interval {
  const { rate, numerator, denominator, scale, loose } = identity;
  if (cell === rate) return around(rateRange(identity, values), rate.figures[0].printed.step / 2);
  const share = times(values(rate), 1 / scale);
  const below = sumOf(denominator, values);
  const inNumerator = numerator.some((term) => term.cell === cell);
  const inDenominator = denominator.some((term) => term.cell === cell);
  if (inNumerator && inDenominator) return UNKNOWN;
  if (inNumerator) {
    const top = product(share, widened(below, loose));
    return solveFor(numerator, cell, top, values);
  }
  const bottom = quotient(sumOf(numerator, values), share);
  const firm = { low: bottom.low / (1 + loose.more), high: bottom.high / (1 - loose.less) };
  return solveFor(denominator, cell, firm, values);
}

/** A repaired rate is printed rounded: it need only come within half a step of what it truly is. */
function around({ low, high }: Interval, half: number): Interval {
  return { low: low - half, high: high + half };
}

function solveFor(terms: readonly Term[], cell: Cell, sum: Interval, values: Values): Interval {
  const { factor, others } = apart(terms, cell, values);
  return times(plus(sum, times(others, -1)), 1 / factor);
}

/** The factor of a cell, and the sum of all other terms. */
function apart(terms: readonly Term[], cell: Cell, values: Values): { factor: number; others: Interval } {
  const factor = terms.reduce((sum, term) => (term.cell === cell ? sum + term.factor : sum), 0);
  return {
    factor: factor || 1,
    others: sumOf(
      terms.filter((term) => term.cell !== cell),
      values,
    ),
  };
}
