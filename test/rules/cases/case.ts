import type { Outcome } from '../../../src/spot/sheet/layout.js';
import type { District } from './district.js';

/** A row of a register: canonical column → text. What is not named is blank. */
export type Row = Readonly<Record<string, string>>;

/** Registers by claimant, `point/register`; witnesses are points too (`hospital/births`). */
export type Registers = Readonly<Record<string, readonly Row[]>>;

/** A finding that a case expects, among those that hang under no other. */
export interface Expected {
  rule: string;
  /** Rows it cites among others, as `point/register:n`, the first row being 1; `last month: point/register:n`. */
  cites?: readonly string[];
  /** The rows it cites, all of them, in its order. */
  rows?: readonly string[];
  /** The cells it shows, all of them, in its order: `point/register:n column`. */
  shows?: readonly string[];
  /** The points it says lack a claim, all of them, in alphabetical order. */
  lacks?: readonly string[];
  severity?: 'error' | 'warning' | 'notice';
  /** Undefined where it must not be. */
  unconfirmed?: true | undefined;
  /** Rules that hang under it, among others. */
  over?: readonly string[];
}

/** Somebody at whose door an inspector knocked. */
export interface DoorVisit {
  /** The rows that list the person, as findings cite them; absent for somebody found who is on no list. */
  listed?: readonly string[];
  outcome?: Outcome;
  /** The rows of point `field` that say what was found. */
  found?: readonly string[];
}

export interface Case {
  name: string;
  /** Plants the fault, or the trap, in a clean district. */
  plant: (district: District) => Registers;
  /** Last month's registers, of which those of people are compared with this month's. */
  before?: (district: District) => Registers;
  /** Who was visited in a spot audit, of a case about one: `check` knows nothing of doors. */
  door?: readonly DoorVisit[];
  /** All uncaused findings, of any rule; nothing for a trap that must stay silent. */
  finds: readonly Expected[];
  /** Is about whole files: audited by itself, or with the cases alone that are about the same files, not with all others. */
  alone?: true | 'births' | 'figures' | 'first digits' | 'cards';
  /** Is about a register that other districts do not keep: audited with the cases about the same. */
  among?: 'visits';
  /** The configuration, of a case that is alone, or of all that are about the same files. */
  config?: string;
}

/** The cases of one rule: at least one that it finds, and one that it must not. */
export interface RuleCases {
  rule: string;
  cases: readonly Case[];
}

type Edit = (rows: readonly Row[]) => readonly Row[];

/** Registers with some of their tables changed. */
export function change(registers: Registers, edits: Readonly<Record<string, Edit>>): Registers {
  const changed = Object.entries(edits).map(([claimant, edit]) => [
    claimant,
    edit(registers[claimant] ?? []),
  ]);
  return { ...registers, ...Object.fromEntries(changed) };
}

/** Sets values in row n (the first is 1). */
export function set(n: number, values: Row): Edit {
  return (rows) => rows.map((row, i) => (i === n - 1 ? { ...row, ...values } : row));
}

/** Leaves out row n (the first is 1). */
export function drop(n: number): Edit {
  return (rows) => rows.filter((_, i) => i !== n - 1);
}

/** Repeats row n at the end, with other values where given. */
export function repeat(n: number, values: Row = {}): Edit {
  return (rows) => [...rows, ...rows.slice(n - 1, n).map((row) => ({ ...row, ...values }))];
}

/** Adds rows at the end. */
export function add(...more: Row[]): Edit {
  return (rows) => [...rows, ...more];
}
