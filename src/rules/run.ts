import type { RuleStatus } from '../model/result.js';
import type { RegisterName } from '../registers/types.js';
import type { Store } from '../store/store.js';
import { type Asking, askTogether, inGroups, type Together } from './ask.js';
import type { RawFinding } from './raw-finding.js';
import type { Rule } from './rule.js';
import { isOffEverywhere } from './tuning.js';

/** What the runner asks of the store. */
export type Queries = Pick<Asking, 'all'> & Pick<Store, 'sideBySide'>;

export interface RunContext extends Omit<Asking, 'all'> {
  /** Last month's registers of people are at hand. */
  previous?: boolean;
  /** Settled once the tables of matching and of `measure/` are there, for the rules that read them. */
  ready?: { events: Promise<unknown>; measures: Promise<unknown> };
}

export interface RulesRun {
  findings: RawFinding[];
  statuses: RuleStatus[];
}

/**
 * Executes every rule whose registers were supplied.
 *
 * @param onRule called before each rule with the number of rules done so far
 * @throws UserError `rules.broken` where a SELECT cannot be executed: a check that did not run is never passed over
 */
export async function runRules(
  store: Queries,
  rules: readonly Rule[],
  context: RunContext,
  onRule: (done: number) => void = () => {},
): Promise<RulesRun> {
  const run: RulesRun = { findings: [], statuses: [] };
  const answers = new Map<Rule, Answer>();
  const answer = async (group: Together) => {
    onRule(answers.size);
    const found = await askTogether(group, { ...context, all: (sql) => store.all(sql) });
    for (const [rule, findings] of found) answers.set(rule, { findings });
  };
  for (const stage of STAGES) {
    if (stage !== 'registers') await context.ready?.[stage];
    const ofStage = rules.filter(({ reads = 'events' }) => reads === stage);
    const applying = ofStage.filter((rule) => applies(rule, context, answers));
    const asked = await worthAsking(store, applying);
    // The last families of the catalogue look at whole registers: begun last, they would end alone.
    await store.sideBySide(inGroups(asked).reverse(), answer);
  }
  for (const rule of rules) {
    const { findings = [], reason } = answers.get(rule) ?? {};
    for (const finding of findings) run.findings.push(finding);
    const { name } = rule;
    const count = findings.length;
    if (reason) run.statuses.push({ rule: name, status: 'not-applicable', count, reason });
    else run.statuses.push({ rule: name, status: count > 0 ? 'failed' : 'passed', count });
  }
  return run;
}

const STAGES = ['registers', 'events', 'measures'] as const;

/** What became of one rule: its findings, or why it did not apply. */
interface Answer {
  findings?: RawFinding[];
  reason?: string;
}

/** Whether a rule is to be asked; where it is not, the answer says why. */
function applies(rule: Rule, context: RunContext, answers: Map<Rule, Answer>): boolean {
  const reason = isOffEverywhere(context.tuning.get(rule.name)) ? OFF : unmetNeed(rule, context);
  if (reason !== undefined) answers.set(rule, { reason });
  return reason === undefined;
}

/** The rules that may find something: those that read an empty table find nothing. One query tells which are empty. */
async function worthAsking(store: Queries, rules: readonly Rule[]): Promise<readonly Rule[]> {
  const tables = [...new Set(rules.flatMap(({ silentWithout = [] }) => silentWithout))];
  if (tables.length === 0) return rules;
  const sizes = tables.map((table) => `SELECT '${table}' AS name, COUNT(*) AS n FROM ${table}`);
  const counted = await store.all(sizes.join(' UNION ALL '));
  const empty = counted.flatMap(({ name, n }) => (n === 0 ? [name] : []));
  return rules.filter(({ silentWithout = [] }) => !silentWithout.some((table) => empty.includes(table)));
}

/** Why a rule did not apply that the configuration has switched off. */
const OFF = 'off';
/** Why a rule did not apply that compares with last month. */
const NO_PREVIOUS = 'previous';

/** The registers that a rule needs and the run lacks, or nothing where the rule applies. */
function unmetNeed({ needs }: Rule, { supplied, previous }: RunContext): string | undefined {
  if (needs?.previous && !previous) return NO_PREVIOUS;
  const held = new Set<RegisterName>([...supplied.values()].flatMap((registers) => [...registers]));
  const lacking = needs?.all?.filter((register) => !held.has(register)) ?? [];
  if (lacking.length > 0) return lacking.join(' + ');
  if (needs?.any && !needs.any.some((register) => held.has(register))) return needs.any.join(' | ');
  return undefined;
}
