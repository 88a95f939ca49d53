/** Plants faults into a clean world and writes it, with the truth about every one of them. */
import { arrange, type Constellation, handedIn } from './constellations.js';
import { District, type Fault, shuffled } from './district.js';
import { expectedOf, type Traced } from './expect.js';
import { survey } from './facts.js';
import { againFaults } from './faults/again.js';
import { behindFaults } from './faults/behind.js';
import { birthFaults } from './faults/births.js';
import { blankFaults } from './faults/blanks.js';
import { cellFaults } from './faults/cells.js';
import { exchangedFaults } from './faults/exchanged.js';
import type { Faults } from './faults/kit.js';
import { marriageFaults } from './faults/marriages.js';
import { olderFaults } from './faults/older.js';
import { operationFaults } from './faults/operations.js';
import { peopleFaults } from './faults/people.js';
import { rareFaults } from './faults/rare.js';
import { stayFaults } from './faults/stays.js';
import { wideFaults } from './faults/wide.js';
import { STRUCTURES } from './structure.js';
import { TRAPS } from './traps.js';
import { type Edit, type Row, readWorld, type Table, writeWorld } from './world.js';

export interface Place {
  path: string;
  sheet?: string;
  row: number;
}

/** One planted fault, as the evaluation needs it. */
export interface Planted {
  fault: string;
  rules: string[];
  /** The finding must cite one of these; empty where the fault is about a whole register. */
  places: Place[];
  /** Rows of the same people: a finding that cites only these is a needless consequence. */
  around: Place[];
  optional?: true;
  unconfirmed?: true;
  /** It is told by a notice. */
  notice?: true;
  /** The community that the finding must name, '' for all together; any where absent. */
  community?: string;
  /** Findings that may rightly stand for it (1 where absent). */
  most?: number;
}

export interface Truth {
  seed: number;
  faults: Planted[];
  traps: string[];
}

export const FAULTS: Faults = {
  ...birthFaults,
  ...marriageFaults,
  ...operationFaults,
  ...stayFaults,
  ...peopleFaults,
  ...cellFaults,
  ...wideFaults,
  ...behindFaults,
  ...olderFaults,
  ...blankFaults,
  ...exchangedFaults,
  ...againFaults,
  ...rareFaults,
};

export interface Recipe {
  /** Folder of the clean world. */
  from: string;
  /** Folder to write. */
  to: string;
  seed: number;
  /** Classes to plant, each as often as `each` says; all of them once where absent. */
  classes?: string[];
  each?: number;
  /** Harmless edits to make first: all of them, or none. */
  traps: boolean;
  /** What is handed in once the faults are planted; everything where absent. */
  constellation?: Constellation;
}

/** Writes a world with the faults of the recipe. Nobody is touched by two of them. */
export async function plant(recipe: Recipe): Promise<Truth> {
  const tables = await readWorld(recipe.from);
  const truth = plantInto(tables, recipe);
  await writeWorld(recipe.to, tables);
  return truth;
}

/** Edits the tables of a clean world as the recipe says. */
export function plantInto(tables: Table[], recipe: Omit<Recipe, 'from' | 'to'>): Truth {
  const before = new District(tables, recipe.seed);
  survey(before);
  const touched: string[] = [];
  const traps = recipe.traps ? Object.keys(TRAPS).filter((name) => setTrap(before, name, touched)) : [];
  const d = new District(tables, recipe.seed + 1);
  survey(d);
  d.hold(touched);
  const drafts = plantAll(d, recipe);
  const { constellation } = recipe;
  if (constellation !== undefined) {
    const left = arrange(tables, constellation);
    tables.splice(0, tables.length, ...left);
  }
  const faults = drafts.flatMap((draft) => resolve(draft, constellation)).concat(gapOf(constellation));
  return { seed: recipe.seed, traps, faults };
}

/** What a constellation lacks and others have is one finding. */
const gapOf = (constellation?: Constellation): Planted[] =>
  constellation?.gap
    ? [{ fault: 'coverage: a gap', rules: ['coverage/register-absent'], places: [], around: [] }]
    : [];

function setTrap(d: District, name: string, touched: string[]): boolean {
  if (TRAPS[name]?.(d) !== true) return false;
  touched.push(...d.held);
  return true;
}

type Draft = Traced & { fault: string };

function plantAll(d: District, recipe: Pick<Recipe, 'classes' | 'each'>): Draft[] {
  const names = shuffled(recipe.classes ?? Object.keys(FAULTS), d.random);
  const drafts: Draft[] = [];
  for (let round = 0; round < (recipe.each ?? 1); round++) {
    for (const fault of names) {
      takeEdits(d.tables);
      const done = FAULTS[fault]?.(d);
      const edits = takeEdits(d.tables);
      if (done !== undefined) drafts.push({ ...done, fault, edits, around: rowsOf(d, done) });
    }
  }
  return drafts;
}

/** All rows that name the people of the fault, those added included. */
function rowsOf(d: District, fault: Fault): Set<Row> {
  return new Set([...[...d.held].flatMap((id) => d.mentions(id)), ...fault.rows]);
}

const takeEdits = (tables: readonly Table[]): Edit[] => tables.flatMap((table) => table.edits.splice(0));

/** The fault as what is handed in shows it; none where it can show nothing. */
function resolve({ edits, rows, around, ...rest }: Draft, constellation?: Constellation): Planted[] {
  const draft = { ...rest, edits, rows, around };
  const expected = constellation === undefined ? 'told' : expectedOf(draft, constellation);
  const stands = (row: Row): boolean => constellation === undefined || handedIn(constellation, row);
  const left = { ...rest, places: places(rows.filter(stands)), around: places([...around].filter(stands)) };
  if (expected === 'nothing') return [];
  if (left.places.length === 0) left.places = left.around;
  const { unconfirmed: _, ...open } = left;
  return [expected === 'told' ? left : { ...open, optional: true }];
}

function places(rows: Row[]): Place[] {
  return rows
    .filter((row) => row.table.rows.includes(row))
    .map((row) => ({
      path: row.table.path,
      ...(row.table.sheet ? { sheet: row.table.sheet } : {}),
      row: row.number,
    }));
}

/** Writes a world with one fault of a whole register or file. */
export async function plantStructure(name: string, from: string, to: string): Promise<Truth> {
  const d = new District(await readWorld(from), 1);
  const structure = STRUCTURES[name];
  structure?.edit?.(d);
  await writeWorld(to, d.tables);
  structure?.after?.(to);
  const { rules = [], most = 1 } = structure ?? {};
  const faults = rules.length === 0 ? [] : [{ fault: name, rules, most, places: [], around: [] }];
  return { seed: 1, traps: [], faults };
}

/** The classes in `count` hands, dealt in turn: one hand is as much as a world of 3,000 people bears. */
export function hands(count: number): string[][] {
  const names = Object.keys(FAULTS);
  return Array.from({ length: count }, (_, i) => names.filter((_name, n) => n % count === i));
}
