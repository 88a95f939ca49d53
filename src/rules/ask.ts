import { put } from '../keys/order.js';
import { UserError } from '../messages/index.js';
import type { SqlRow } from '../store/store.js';
import { groupRows, type RawFinding } from './raw-finding.js';
import type { Named, Rule, RuleContext, RulePart, SharedSelect } from './rule.js';
import { type Pass, passesOf, type Tuning } from './tuning.js';

/** What rules are asked with. */
export interface Asking {
  all(sql: string): Promise<SqlRow[]>;
  supplied: RuleContext<unknown>['supplied'];
  /** What a bureau changed in rules, by rule name. */
  tuning: ReadonlyMap<string, Tuning>;
}

/** Rules that are asked at once: one alone, or all that share a SELECT. */
export type Together = readonly [Rule, ...Rule[]];

/** The rules in groups that are asked at once, each where its last rule stood. */
export function inGroups(rules: readonly Rule[]): Together[] {
  const groups = new Map<unknown, [Rule, ...Rule[]]>();
  for (const rule of rules) {
    const key = rule.shared?.by ?? rule;
    const group = groups.get(key);
    groups.delete(key);
    groups.set(key, group ? [...group, rule] : [rule]);
  }
  return [...groups.values()];
}

/**
 * What each of the rules finds.
 * @throws UserError `rules.broken`, with the name of the rule whose SELECT cannot be executed
 */
export async function askTogether(rules: Together, asking: Asking): Promise<Map<Rule, RawFinding[]>> {
  const found = new Map<Rule, RawFinding[]>(rules.map((rule) => [rule, []]));
  for (const some of await rounds(rules, asking)) {
    for (const [{ rule, pass }, rows] of await rowsOf(some, asking)) {
      for (const finding of groupRows(rule, rows)) found.get(rule)?.push(...adjusted(finding, pass));
    }
  }
  return found;
}

/** One execution of one rule. */
interface Execution {
  rule: Rule;
  pass: Pass;
}

/** The first execution of every rule, then the second of those that have one, and so on. */
async function rounds(rules: Together, { tuning }: Asking): Promise<Iterable<Execution[]>> {
  const all = new Map<number, Execution[]>();
  for (const rule of rules) {
    const passes = await naming(rule, () => passesOf(rule, tuning.get(rule.name)));
    for (const [round, pass] of passes.entries()) put(all, round, { rule, pass });
  }
  return all.values();
}

async function rowsOf(some: readonly Execution[], asking: Asking): Promise<[Execution, SqlRow[]][]> {
  const [first] = some;
  const shared = first?.rule.shared?.by;
  if (!shared || some.length === 1) return eachAlone(some, asking);
  try {
    return await sharedRows(shared, some, asking);
  } catch (error) {
    // Alone, the rule that cannot be executed says so; where none does, the first stands for all.
    await eachAlone(some, asking);
    throw broken(first.rule, error);
  }
}

async function eachAlone(some: readonly Execution[], asking: Asking): Promise<[Execution, SqlRow[]][]> {
  const found: [Execution, SqlRow[]][] = [];
  for (const execution of some) {
    const { rule, pass } = execution;
    const { supplied } = asking;
    const rows = await naming(rule, () => asking.all(rule.select({ options: pass.options, supplied })));
    found.push([execution, rows]);
  }
  return found;
}

/** The rows of one SELECT by the rule that they name, without the evidence that only others have. */
async function sharedRows(
  select: SharedSelect<never>,
  some: readonly Execution[],
  { all }: Asking,
): Promise<[Execution, SqlRow[]][]> {
  const parts = some.map(
    ({ rule, pass }): Named => ({ ...rule.shared?.part(pass.options), rule: rule.name }),
  );
  const rows = new Map(parts.map(({ rule }): [string, SqlRow[]] => [rule, []]));
  for (const row of await all(select(parts as never))) rows.get(String(row.rule))?.push(row);
  const evidence = new Set(parts.flatMap(namesOf));
  return some.map((execution, n): [Execution, SqlRow[]] => {
    const own = new Set(namesOf(parts[n] ?? {}));
    const foreign = [...evidence].filter((column) => !own.has(column));
    const found = rows.get(execution.rule.name) ?? [];
    for (const row of found) for (const column of foreign) delete row[column];
    return [execution, found];
  });
}

function namesOf({ evidence = {} }: RulePart): string[] {
  return Object.keys(evidence);
}

/** @throws UserError that names the rule, whatever the work throws */
async function naming<Result>(rule: Rule, work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw broken(rule, error);
  }
}

/** What has nothing to do with the rule, such as a cluster that is gone, says so itself. */
function broken({ name }: Rule, error: unknown): UserError {
  if (error instanceof UserError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new UserError('rules.broken', { rule: name, message }, { cause: error });
}

/** The finding as the bureau wants it; nothing where it does not count in its community. */
function adjusted(finding: RawFinding, pass: Pass): RawFinding[] {
  const severity = pass.severity(finding.community);
  if (severity === null) return [];
  return [severity === undefined ? finding : { ...finding, severity }];
}
