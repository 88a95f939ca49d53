import { UserError } from '../messages/index.js';
import type { SqlValue, Store } from './store.js';
import type { SqlColumn } from './tables.js';

/**
 * A named step of a plan: it makes one table from tables of other steps, which it `needs`; those that reading filled are
 * not named.
 *
 * - `select`: the table is what the SELECT returns, worked out once, or as a `view` wherever it is read
 * - `parts`: the table is what they return together, without those of which `among` names nothing: to plan what finds
 *   nothing takes longer than to look at few rows
 * - `run`: the work is not set work, changes a table in place, or goes on until nothing is left to do; it leaves a table
 *   of the name behind. @returns its rows, and how often it went round
 */
export type Step = { makes: string; needs: readonly string[] } & (
  | { select: string; view?: true }
  | { parts: readonly Part[]; among: string }
  | { run(store: Store): Promise<number | Rounds> }
);

/** What a step made that goes round until nothing is left to do. */
export interface Rounds {
  rows: number;
  rounds: number;
}

/** A SELECT, and what its rows are about. All parts of a table have the same columns, of the same types. */
export interface Part {
  of: readonly string[];
  select: string;
}

/** What became of a step; of a view nobody knows how many rows it has, nor of a table that would have to be counted. */
export interface StepRun {
  makes: string;
  needs: readonly string[];
  rows: number | null;
  rounds?: number;
}

/**
 * Runs a plan: every step as soon as what it needs is there, side by side where the store has room, in the order given
 * where it has not. A table is dropped as soon as no step needs it any more, unless it is among those to be `left` or a
 * view reads it.
 *
 * @returns what each step made, in an order in which they could have run one by one
 * @throws Error that names the step, where one fails, or where the steps contradict each other
 */
export async function runSteps(
  store: Store,
  steps: readonly Step[],
  left: ReadonlySet<string>,
): Promise<StepRun[]> {
  const ordered = inDependencyOrder(steps);
  const uses = usesOf(ordered, left);
  const done = new Map<string, Promise<StepRun>>();
  const unused = unusedTables(store);
  const ready = async (needs: readonly string[]) => {
    await Promise.all(needs.map((table) => done.get(table)));
  };
  const release = async (needs: readonly string[]) => {
    for (const table of needs) {
      const rest = (uses.get(table) ?? 0) - 1;
      uses.set(table, rest);
      if (rest === 0) unused.add(table, (await done.get(table))?.rows ?? WORTH_DROPPING);
    }
  };
  for (const step of ordered) done.set(step.makes, execute(store, step, ready, release));
  const runs = await Promise.all(done.values());
  await unused.drop();
  return runs;
}

/** So many rows are worth the statement that frees their memory. */
const WORTH_DROPPING = 100_000;

/** Tables that nobody needs any more: many small ones are dropped at once. */
function unusedTables(store: Store): { add(table: string, rows: number): void; drop(): Promise<void> } {
  const drops: Promise<void>[] = [];
  let waiting: string[] = [];
  let sum = 0;
  const drop = () => {
    if (waiting.length > 0) drops.push(store.drop(...waiting));
    [waiting, sum] = [[], 0];
  };
  return {
    add(table, rows) {
      waiting.push(table);
      sum += rows;
      if (sum >= WORTH_DROPPING) drop();
    },
    async drop() {
      drop();
      await Promise.all(drops);
    },
  };
}

async function execute(
  store: Store,
  step: Step,
  ready: (needs: readonly string[]) => Promise<void>,
  release: (needs: readonly string[]) => Promise<void>,
): Promise<StepRun> {
  const { makes, needs } = step;
  await ready(needs);
  const made = await make(store, step).catch((error: unknown) => {
    if (error instanceof UserError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`${makes}: ${message}`, { cause: error });
  });
  await release(needs);
  return { makes, needs, ...made };
}

/** @returns how many rows the table has, as far as that is known */
async function make(store: Store, step: Step): Promise<Pick<StepRun, 'rows' | 'rounds'>> {
  if ('run' in step) {
    const made = await step.run(store);
    return typeof made === 'number' ? { rows: made } : made;
  }
  if ('parts' in step) return { rows: await store.unite(step.makes, await namedParts(store, step)) };
  if (!step.view) return { rows: await store.make(step.makes, step.select) };
  await store.view(step.makes, step.select);
  return { rows: null };
}

/** The parts that are about anything that `among` names, in its column `part`; the first, where none is. */
export async function namedParts(
  store: Store,
  { parts, among }: { parts: readonly Part[]; among: string },
): Promise<string[]> {
  const named = new Set((await store.all<{ part: string }>(among)).map(({ part }) => part));
  const some = parts.filter(({ of }) => of.some((name) => named.has(name)));
  return (some.length > 0 ? some : parts.slice(0, 1)).map(({ select }) => select);
}

/** How often the table of each step is still to be read; endlessly, where it is left or a view reads it. */
function usesOf(steps: readonly Step[], left: ReadonlySet<string>): Map<string, number> {
  const uses = new Map<string, number>([...left].map((table) => [table, Number.POSITIVE_INFINITY]));
  for (const step of steps) {
    for (const table of step.needs)
      uses.set(table, 'view' in step ? Number.POSITIVE_INFINITY : (uses.get(table) ?? 0) + 1);
  }
  return uses;
}

/** The steps, each after those whose tables it needs, else in the order given. */
export function inDependencyOrder(steps: readonly Step[]): Step[] {
  const byTable = new Map(steps.map((step) => [step.makes, step]));
  if (byTable.size < steps.length) throw new Error('Two steps make one table.');
  const ordered = new Set<Step>();
  const place = (step: Step, above: readonly Step[]) => {
    if (ordered.has(step)) return;
    if (above.includes(step)) throw new Error(`Step ${step.makes} needs what it makes.`);
    for (const table of step.needs) {
      const needed = byTable.get(table);
      if (!needed) throw new Error(`Step ${step.makes} needs ${table}, which no step makes.`);
      place(needed, [...above, step]);
    }
    ordered.add(step);
  };
  for (const step of steps) place(step, []);
  return [...ordered];
}

/** The plan of a run as text: a line a step, with what it needed, how many rows it made, and in how many rounds. */
export function planText(runs: readonly StepRun[]): string {
  const width = Math.max(0, ...runs.map(({ makes }) => makes.length));
  const lines = runs.map(({ makes, needs, rows, rounds }) => {
    const made = rows === null ? '–' : String(rows);
    const from = needs.length > 0 ? `← ${needs.join(', ')}` : '';
    return `${makes.padEnd(width)}  ${made.padStart(9)}  ${from}${rounds === undefined ? '' : ` (${rounds} rounds)`}`;
  });
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** A table of rows that are made in TypeScript, in place of one of the same name. @returns how many */
export async function putRows(
  store: Store,
  table: string,
  columns: Readonly<Record<string, SqlColumn[1]>>,
  rows: readonly SqlValue[][],
): Promise<number> {
  const declared = Object.entries(columns);
  await store.create(table, declared);
  if (rows.length > 0) await store.append(table, declared, rows);
  return rows.length;
}
