import { PLACING } from '../../../src/match/events/events.js';
import { CLAIM_PERSONS, CLAIM_VALUES } from '../../../src/match/events/kinds/kind.js';
import { LINKS } from '../../../src/match/events/links.js';
import { EVENT_KINDS, type EventKindName } from '../../../src/model/event-kinds.js';
import { openStore } from '../../../src/store/open.js';
import { runSteps } from '../../../src/store/steps.js';
import type { SqlValue, Store } from '../../../src/store/store.js';
import { oneOf, type SqlColumn } from '../../../src/store/tables.js';

/** A claim as matching sees it; what is not named is null, flags are false. */
export type Claim = {
  claim: number;
  kind: EventKindName;
  /** Claimants of a kind come one after the other. */
  turn: number;
  is_primary: boolean;
  witness: boolean;
  fp: number;
} & Partial<Record<keyof typeof CLAIM_PERSONS | keyof typeof CLAIM_VALUES | 'community', SqlValue>>;

const COLUMNS: readonly SqlColumn[] = [
  ['claim', 'BIGINT'],
  ['turn', 'BIGINT'],
  ['kind', oneOf(EVENT_KINDS)],
  ['record', 'BIGINT'],
  ['register', 'VARCHAR'],
  ['point', 'VARCHAR'],
  ['witness', 'BOOLEAN'],
  ['is_primary', 'BOOLEAN'],
  ['community', 'VARCHAR'],
  ['fp', 'BIGINT'],
  ...(Object.entries({ ...CLAIM_PERSONS, ...CLAIM_VALUES }) as SqlColumn[]),
];

export async function storeOfClaims(): Promise<Store> {
  const store = await openStore({ memory: '256MB', threads: 1 });
  await store.define('run', `SELECT DATE '2023-12-31' AS as_of`);
  return store;
}

/** Table `claims` of some claims. */
export async function putClaims(store: Store, claims: readonly Claim[]): Promise<void> {
  await store.create('claims', COLUMNS);
  const values = claims.map(
    (claim) => `(${COLUMNS.map(([name]) => literal(valueIn(claim, name))).join(', ')})`,
  );
  await store.run(`INSERT INTO claims VALUES ${values.join(', ')}`);
}

function valueIn(claim: Claim, column: string): SqlValue {
  return (claim as Record<string, SqlValue>)[column] ?? (column.endsWith('_valid_id') ? false : null);
}

function literal(value: SqlValue): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}

export interface Placed {
  claim: number;
  event: number;
  key: string;
}

/** Matches claims. @returns each with its event and the key that placed it, by their numbers */
export async function placed(store: Store, claims: readonly Claim[]): Promise<Placed[]> {
  const given = { makes: 'claims', needs: [], run: async () => claims.length };
  await putClaims(store, claims);
  await runSteps(store, [given, ...LINKS, ...PLACING], new Set(['event_claims']));
  return store.all<Placed>('SELECT claim, event, key FROM event_claims ORDER BY claim');
}

/** Claimants in the order of their turns: two primary registers, a witness, two registers of people. */
export const CLAIMANTS = [
  { is_primary: true, witness: false },
  { is_primary: true, witness: false },
  { is_primary: true, witness: true },
  { is_primary: false, witness: false },
  { is_primary: false, witness: false },
];

/** A claim of the claimant whose turn it is, like no other where values are not given. */
export const claim = (number: number, turn: number, values: Partial<Claim> = {}): Claim => ({
  claim: number,
  kind: 'birth',
  turn,
  fp: number,
  ...(CLAIMANTS[turn - 1] as (typeof CLAIMANTS)[number]),
  ...values,
});
