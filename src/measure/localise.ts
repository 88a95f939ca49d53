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

/**
 * Finds the wrong figures as Fellegi and Holt do (A systematic approach to automatic edit and imputation, JASA 1976):
 * for each connected component of broken identities the smallest set of figures that can be changed so that every
 * identity they take part in holds. Sets of one and two are searched exactly. A component that needs more is taken
 * apart at its roll-ups, which then follow from what is found in the parts.
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
  return components(broken).flatMap((component) => solve(component, around));
}

type Around = ReadonlyMap<Cell, readonly Identity[]>;

function solve(broken: Identity[], around: Around): Fault[] {
  const repairs = repairsOf(broken, around);
  if (repairs.length > 0) return [{ broken, repairs }];
  const [inner, across] = parted(broken);
  if (inner.length === 0 || across.length === 0) return [{ broken, repairs: [] }];
  const faults = components(inner).flatMap((component) => solve(component, around));
  const found = new Set(faults.flatMap(({ repairs: each }) => each.flatMap((repair) => [...repair.keys()])));
  const explained = (identity: Identity) => cellsOf(identity).some((cell) => found.has(cell));
  for (const identity of across) {
    const cause = faults.find(({ repairs: each }) =>
      each.some((repair) => cellsOf(identity).some((cell) => repair.has(cell))),
    );
    cause?.broken.push(identity);
  }
  const left = components(across.filter((identity) => !explained(identity)));
  return [
    ...faults,
    ...left.map((component) => ({ broken: component, repairs: repairsOf(component, around) })),
  ];
}

/** Identities within one area and period, and those across. */
function parted(broken: readonly Identity[]): [Identity[], Identity[]] {
  const across = (identity: Identity) =>
    identity.rule === 'totals/rollup-differs' || identity.rule === 'totals/carry-over-differs';
  return [broken.filter((identity) => !across(identity)), broken.filter(across)];
}

/** Broken identities that share figures, in the order given. */
function components(broken: readonly Identity[]): Identity[][] {
  const left = new Set(broken);
  const byCell = new Map<Cell, Identity[]>();
  for (const identity of broken) {
    for (const cell of cellsOf(identity)) byCell.set(cell, [...(byCell.get(cell) ?? []), identity]);
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
function repairsOf(broken: readonly Identity[], around: Around): Repair[] {
  const [narrowest] = [...broken].sort((a, b) => cellsOf(a).length - cellsOf(b).length);
  if (!narrowest) return [];
  const firsts = cellsOf(narrowest);
  const singles = firsts
    .filter((cell) => coversAll(broken, [cell]))
    .flatMap((cell) => repair([cell], around) ?? []);
  if (singles.length > 0) return singles.slice(0, MOST_REPAIRS);
  const pairs: Repair[] = [];
  const seen = new Set<string>();
  for (const first of firsts) {
    const rest = broken.filter((identity) => !cellsOf(identity).includes(first));
    const seconds = rest[0] ? cellsOf(rest[0]) : broken.flatMap(cellsOf);
    for (const second of seconds) {
      const name = [first.key, second.key].sort().join('\u0003');
      if (second === first || seen.has(name) || !coversAll(rest, [second])) continue;
      seen.add(name);
      const found = repair([first, second], around);
      if (found) pairs.push(found);
      if (pairs.length >= MOST_REPAIRS || seen.size > MOST_PAIRS) return pairs;
    }
  }
  return pairs;
}

function coversAll(broken: readonly Identity[], cells: readonly Cell[]): boolean {
  return broken.every((identity) => cellsOf(identity).some((cell) => cells.includes(cell)));
}

/** What the free cells would have to be so that all identities around them hold; nothing where they cannot. */
function repair(free: readonly Cell[], around: Around): Repair | undefined {
  const identities = [...new Set(free.flatMap((cell) => around.get(cell) ?? []))];
  const values = new Map(free.map((cell) => [cell, anything(cell)]));
  const narrowed = narrow(values, identities);
  if (!narrowed || free.length === 1) return narrowed;
  // Each figure may be possible by itself and not with the other: one is settled, and the other must still be possible.
  const [first] = free;
  if (!first) return undefined;
  const settled = middle(narrowed.get(first) ?? UNKNOWN);
  const tried = narrow(new Map([...narrowed, [first, settled]]), identities);
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
): Map<Cell, Interval> | undefined {
  const found = new Map(start);
  const values: Values = (cell) => found.get(cell) ?? loosely(cell);
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
