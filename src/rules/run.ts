import { UserError } from '../messages/index.js';
import type { RuleStatus } from '../model/result.js';
import type { Severity } from '../model/severity.js';
import type { RegisterName } from '../registers/types.js';
import type { Rule, RuleContext } from './rule.js';
import { isOffEverywhere, type Pass, passesOf, type Tuning } from './tuning.js';

export type Cell = string | number | boolean | null;

/** What the runner asks of the store. */
export interface Queries {
  all(sql: string): Promise<Record<string, Cell>[]>;
  /** Works on items a few at once, and answers in their order. */
  sideBySide<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]>;
}

export interface Citation {
  record: number;
  ordinal: number;
  /** Canonical columns; empty for the whole row. */
  columns: string[];
}

/** A finding as its rule's SELECT gave it: record numbers, no places, no words. */
export interface RawFinding {
  rule: Rule;
  severity: Severity;
  community: string;
  event: number | null;
  period?: string;
  point?: string;
  count?: number;
  unconfirmed?: true;
  cited: Citation[];
  missing: { point: string; register: string; community: string }[];
  cause: string[];
  covers: string[];
  /** What identifies the finding where its records do not. */
  identity?: string;
  evidence: Record<string, Cell>;
}

export interface RunContext {
  supplied: RuleContext<unknown>['supplied'];
  /** Last month's registers of people are at hand. */
  previous?: boolean;
  /** What a bureau changed in rules, by rule name. */
  tuning: ReadonlyMap<string, Tuning>;
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
  const answer = async (rule: Rule) => {
    onRule(answers.size);
    const reason = isOffEverywhere(context.tuning.get(rule.name)) ? OFF : unmetNeed(rule, context);
    answers.set(rule, reason ? { reason } : { findings: await execute(store, rule, context) });
  };
  for (const stage of STAGES) {
    if (stage !== 'registers') await context.ready?.[stage];
    await store.sideBySide(longestFirst(rules.filter(({ reads = 'events' }) => reads === stage)), answer);
  }
  for (const rule of rules) {
    const { findings = [], reason } = answers.get(rule) ?? {};
    for (const finding of findings) run.findings.push(finding);
    run.statuses.push(reason ? notApplicable(rule, reason) : applied(rule, findings.length));
  }
  return run;
}

const STAGES = ['registers', 'events', 'measures'] as const;

/** What became of one rule: its findings, or why it did not apply. */
interface Answer {
  findings?: RawFinding[];
  reason?: string;
}

/** The last families of the catalogue look at whole registers: begun last, they would end alone. */
function longestFirst(rules: readonly Rule[]): readonly Rule[] {
  return [...rules].reverse();
}

function notApplicable({ name }: Rule, reason: string): RuleStatus {
  return { rule: name, status: 'not-applicable', count: 0, reason };
}

function applied({ name }: Rule, count: number): RuleStatus {
  return { rule: name, status: count > 0 ? 'failed' : 'passed', count };
}

/** Why a rule did not apply that the configuration has switched off. */
const OFF = 'off';
/** Why a rule did not apply that compares with last month. */
const NO_PREVIOUS = 'previous';

async function execute(store: Queries, rule: Rule, { supplied, tuning }: RunContext): Promise<RawFinding[]> {
  try {
    const found: RawFinding[] = [];
    for (const pass of passesOf(rule, tuning.get(rule.name))) {
      const rows = await store.all(rule.select({ options: pass.options, supplied }));
      for (const finding of groupRows(rule, rows)) found.push(...adjusted(finding, pass));
    }
    return found;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UserError('rules.broken', { rule: rule.name, message }, { cause: error });
  }
}

/** The finding as the bureau wants it; nothing where it does not count in its community. */
function adjusted(finding: RawFinding, pass: Pass): RawFinding[] {
  const severity = pass.severity(finding.community);
  if (severity === null) return [];
  return [severity === undefined ? finding : { ...finding, severity }];
}

/** The registers that a rule needs and the run lacks, or nothing where the rule applies. */
function unmetNeed({ needs }: Rule, { supplied, previous }: RunContext): string | undefined {
  if (needs?.previous && !previous) return NO_PREVIOUS;
  const held = new Set<RegisterName>([...supplied.values()].flatMap((registers) => [...registers]));
  const lacking = needs?.all?.filter((register) => !held.has(register)) ?? [];
  if (lacking.length > 0) return lacking.join(' + ');
  if (needs?.any && !needs.any.some((register) => held.has(register))) return needs.any.join(' | ');
  return undefined;
}

/** Gathers the rows of each finding; findings keep the order of their keys, so that equal input gives equal output. */
export function groupRows(rule: Rule, rows: readonly Record<string, Cell>[]): RawFinding[] {
  const groups = new Map<string, Record<string, Cell>[]>();
  for (const row of rows) {
    const key = String(row.finding);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const keys = [...groups.keys()].sort();
  return keys.map((key) => toFinding(rule, (groups.get(key) ?? []).sort(byOrdinal)));
}

/** The engine returns rows in any order: equal input must give equal bytes all the same. */
function byOrdinal(a: Record<string, Cell>, b: Record<string, Cell>): number {
  const [first, second] = [text(a.columns), text(b.columns)];
  return (
    Number(a.ordinal) - Number(b.ordinal) ||
    Number(a.record) - Number(b.record) ||
    (first < second ? -1 : Number(first > second))
  );
}

const RESERVED = new Set(
  'finding ordinal record columns cause covers missing community event severity period point count unconfirmed identity'.split(
    ' ',
  ),
);

function toFinding(rule: Rule, rows: readonly Record<string, Cell>[]): RawFinding {
  const first = rows[0] ?? {};
  const finding: RawFinding = {
    rule,
    severity: isSeverity(first.severity) ? first.severity : rule.severity,
    community: text(first.community),
    event: typeof first.event === 'number' ? first.event : null,
    cited: citations(rows),
    missing: parts(rows, 'missing', ';').sort().map(toMissing),
    cause: parts(rows, 'cause', ' '),
    covers: parts(rows, 'covers', ' '),
    evidence: evidenceOf(first),
  };
  if (text(first.period)) finding.period = text(first.period);
  if (text(first.point)) finding.point = text(first.point);
  if (text(first.identity)) finding.identity = text(first.identity);
  if (typeof first.count === 'number') finding.count = first.count;
  if (first.unconfirmed === true) finding.unconfirmed = true;
  return finding;
}

/** Records in the order of their first mention, each once, with all columns cited of them. */
function citations(rows: readonly Record<string, Cell>[]): Citation[] {
  const cited = new Map<number, { ordinal: number; columns: Set<string> }>();
  for (const row of rows) {
    if (typeof row.record !== 'number') continue;
    const citation = cited.get(row.record) ?? { ordinal: Number(row.ordinal), columns: new Set<string>() };
    cited.set(row.record, citation);
    for (const column of words(row.columns, ' ')) citation.columns.add(column);
  }
  return [...cited].map(([record, { ordinal, columns }]) => ({ record, ordinal, columns: [...columns] }));
}

function evidenceOf(row: Record<string, Cell>): Record<string, Cell> {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !RESERVED.has(column)));
}

function parts(rows: readonly Record<string, Cell>[], column: string, separator: string): string[] {
  return [...new Set(rows.flatMap((row) => words(row[column], separator)))];
}

function words(value: Cell | undefined, separator: string): string[] {
  return typeof value === 'string' ? value.split(separator).filter((word) => word !== '') : [];
}

function toMissing(claimant: string): RawFinding['missing'][number] {
  const [point = '', register = '', community = ''] = claimant.split('|');
  return { point, register, community };
}

function text(value: Cell | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

function isSeverity(value: Cell | undefined): value is Severity {
  return value === 'error' || value === 'warning' || value === 'notice';
}
