import type { Store } from '../store/store.js';
import { REGISTER } from '../store/tables.js';
import { defineCoverage, defineDarkMonths } from './coverage/coverage.js';
import { defineExpectations, defineKnownAt } from './coverage/expectations.js';
import { defineOtherEnds } from './coverage/other-ends.js';
import { defineClaims } from './events/claims.js';
import { matchEvents, tablesOf } from './events/events.js';
import { defineEvents, defineUnevenClaims } from './events/facts.js';
import { KINDS } from './events/kinds/index.js';
import { CLAIM_VALUES } from './events/kinds/kind.js';
import { defineLunar } from './events/lunar.js';
import { defineSurplus } from './events/surplus.js';
import { kindValue } from './kind-value.js';
import { matchPersons } from './persons/persons.js';
import { matchRosters } from './rosters/rosters.js';

/**
 * From rows to facts: mentions become persons, claims become events, and every point is held against what it covers.
 * Copies have been set aside. Leaves `named`, `event_claims`, `events`, `uneven_claims`, `coverage`,
 * `dark_months`, `missing`, `points_of`, `surplus` and `roster_changes` for the rules.
 */
export async function match(store: Store, period: { from: string; to: string }): Promise<void> {
  const helpers = Promise.all([
    defineCoverage(store),
    defineHelpers(store),
    defineLunar(store, period.from, period.to),
  ]);
  await Promise.all([matchPersons(store).then(() => matchClaims(store)), helpers]);
  await defineEvents(store);
  await Promise.all([defineEventCodes(store), defineDarkMonths(store), defineUnevenClaims(store)]);
  await Promise.all([
    defineExpectations(store).then(() => defineSurplus(store)),
    defineOtherEnds(store),
    matchRosters(store),
  ]);
}

/** The claims of all kinds, with their events: table `event_claims`. */
async function matchClaims(store: Store): Promise<void> {
  const known = defineKnownAt(store);
  await Promise.all(
    KINDS.map(async (kind) => {
      await defineClaims(store, kind);
      await matchEvents(store, kind);
    }),
  );
  await known;
  await store.drop('household_mothers', 'household_of');
  await gatherClaims(store);
}

/** What is asked of a claim when it is matched: the keys that only matching compares are left behind. */
const OF_CLAIM = [
  ...['claim', 'event', 'key', 'kind', 'record', 'register', 'point', 'witness', 'own', 'community', 'fp'],
  ...['subject', 'subject_sound', 'subject_name', 'partner', 'partner_sound', 'child', 'child_name'],
  ...Object.keys(CLAIM_VALUES),
].join(', ');

/** One table of all kinds. It is the largest of all, so each kind makes room for itself. */
async function gatherClaims(store: Store): Promise<void> {
  for (const [place, kind] of KINDS.entries()) {
    const { claims } = tablesOf(kind);
    const all = `SELECT ${OF_CLAIM} FROM ${claims}`;
    if (place === 0) await store.define('event_claims', all);
    else await store.run(`INSERT INTO event_claims ${all}`);
    await store.drop(claims);
  }
}

/** Small tables that several steps read: which register owns a kind, what women registers show. */
async function defineHelpers(store: Store): Promise<void> {
  const owners = KINDS.map(
    ({ name, own }) => `SELECT ${kindValue(name)} AS kind, CAST('${own}' AS ${REGISTER}) AS register`,
  );
  await store.define('own_registers', owners.join(' UNION ALL '));
  await store.define(
    'women_use',
    `SELECT source, COUNT(last_birth_date) > 0 AS shows_birth, COUNT(marriage_date) > 0 AS shows_marriage,
       COUNT(method) > 0 AS shows_method FROM women GROUP BY source`,
  );
}

/** The method or direction that most claims of an event give. */
async function defineEventCodes(store: Store): Promise<void> {
  await store.define(
    'event_codes',
    `SELECT event, code FROM (
       SELECT event, code, ROW_NUMBER() OVER (PARTITION BY event ORDER BY n DESC, code) AS place
       FROM (SELECT event, code, COUNT(*) AS n FROM event_claims
         WHERE kind IN ('contraception', 'migration') AND code IS NOT NULL GROUP BY event, code) AS counted) AS ranked
     WHERE place = 1`,
  );
}
