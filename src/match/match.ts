import { runSteps, type Step, type StepRun } from '../store/steps.js';
import type { Store } from '../store/store.js';
import { previousTable, REGISTER } from '../store/tables.js';
import { COVERAGE } from './coverage/coverage.js';
import { DEPARTED } from './coverage/departed.js';
import { EXPECTED } from './coverage/expected.js';
import { CLAIMANTS } from './coverage/missing.js';
import { OTHER_ENDS } from './coverage/other-ends.js';
import { OUTDATED } from './coverage/outdated.js';
import { UNCOVERED_MONTHS } from './coverage/uncovered-months.js';
import { CLAIMANT_TURNS } from './events/claimants.js';
import { CLAIMS } from './events/claims.js';
import { PLACING } from './events/events.js';
import { EVENTS } from './events/facts.js';
import { HOUSEHOLD_MOTHERS } from './events/household-mothers.js';
import { KINDS } from './events/kinds/index.js';
import { LINKS } from './events/links.js';
import { lunarAround } from './events/lunar.js';
import { OPERATED_WIVES } from './events/operated-wives.js';
import { SURPLUS } from './events/surplus.js';
import { TWIN_ROWS } from './events/twin-rows.js';
import { kindValue } from './kind-value.js';
import { PERSONS } from './persons/persons.js';
import { RESIDENCES } from './residences.js';
import { NO_ROSTERS, ROSTERS } from './rosters/rosters.js';

/**
 * Names that tables had up to version 0.1, kept as views for a version: rules of bureaus may read them (see
 * `docs/own-rules.md`). Columns that were renamed stand under both names in `named`, `event_claims` and `events`.
 */
const FORMER: Readonly<Record<string, string>> = {
  dark_months: 'uncovered_months',
  uneven_claims: 'conflicting_claims',
  unread: 'unreadable',
};

const FORMER_TABLES: readonly Step[] = Object.entries(FORMER).map(([former, table]) => ({
  makes: former,
  needs: [table],
  select: `SELECT * FROM ${table}`,
  view: true,
}));

/** What matching leaves for the rules and for what is measured; all other tables are dropped on the way. */
export const LEFT: ReadonlySet<string> = new Set([
  ...['named', 'renumbered', 'disputed_ids', 'residences'],
  ...['event_claims', 'events', 'event_codes', 'conflicting_claims', 'lunar'],
  ...['holdings', 'communities', 'coverage', 'uncovered_months'],
  ...['expected', 'missing', 'unreadable', 'points_of', 'lone_events'],
  ...['missing_ends', 'surplus', 'repeated_claims'],
  ...['roster_since', 'roster_then', 'roster_now', 'roster_claimants', 'roster_changes'],
  ...Object.keys(FORMER),
]);

/** `primary_registers(kind, register)`: which register speaks for its point about a kind of event. */
const PRIMARY_REGISTERS: Step = {
  makes: 'primary_registers',
  needs: [],
  select: KINDS.map(
    ({ name, primary }) => `SELECT ${kindValue(name)} AS kind, CAST('${primary}' AS ${REGISTER}) AS register`,
  ).join(' UNION ALL '),
};

/**
 * The plan from rows to facts: mentions become persons, claims become events, and every point is held against what it
 * covers. What takes longest and what most steps wait for comes first.
 *
 * @param lastMonth whether registers of last month are at hand
 */
export function matchingSteps(period: { from: string; to: string }, lastMonth: boolean): Step[] {
  return [
    ...PERSONS,
    ...COVERAGE,
    PRIMARY_REGISTERS,
    lunarAround(period),
    RESIDENCES,
    CLAIMANT_TURNS,
    HOUSEHOLD_MOTHERS,
    TWIN_ROWS,
    OPERATED_WIVES,
    CLAIMS,
    ...LINKS,
    ...PLACING,
    ...EVENTS,
    UNCOVERED_MONTHS,
    DEPARTED,
    EXPECTED,
    OUTDATED,
    ...CLAIMANTS,
    ...SURPLUS,
    OTHER_ENDS,
    ...(lastMonth ? ROSTERS : NO_ROSTERS),
    ...FORMER_TABLES,
  ];
}

/**
 * Runs the plan. Copies have been set aside.
 *
 * @returns what each step made; the tables of `LEFT` stay
 */
export async function match(store: Store, period: { from: string; to: string }): Promise<StepRun[]> {
  const lastMonth = (await store.count(previousTable('sources'))) > 0;
  return runSteps(store, matchingSteps(period, lastMonth), LEFT);
}
