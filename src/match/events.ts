import type { Store } from '../store/store.js';
import { components } from './components.js';
import type { EventKind } from './kinds/kind.js';

/** A set of claims that is matched at one go: one register at one point. */
interface Claimant {
  register: string;
  point: string;
  own: boolean;
  witness: boolean;
}

const POINT_ORDER = ['ledger', 'system', 'card', 'field'];

/**
 * Groups the claims of one kind into events (domain 9.3): adds them to `event_claims`, with the `event` and the `key` that
 * placed them (`first` where a claim opened its event, `same` where it repeats one of its own register).
 * Claimants come one after the other: own registers of the points, then witnesses, then registers of people. Within one
 * step claims and events are matched one to one, strong keys before weak; a claim of a witness or a register of people
 * that finds all its events taken is attached to the best of them, and never joins two.
 */
export async function matchEvents(store: Store, kind: EventKind): Promise<void> {
  await defineUnits(store, kind);
  await store.run(
    `CREATE TABLE IF NOT EXISTS event_claims AS
     SELECT c.*, CAST(0 AS BIGINT) AS unit, CAST(0 AS BIGINT) AS event, '' AS key FROM claims c WHERE FALSE`,
  );
  for (const [place, claimant] of (await claimants(store)).entries()) {
    const step = `SELECT c.*, COALESCE(u.root, c.claim) AS unit FROM claims c LEFT JOIN units u ON u.claim = c.claim
      WHERE c.register = '${claimant.register}' AND c.point = '${claimant.point}'
      AND c.own = ${claimant.own}`;
    if (place === 0) {
      await openEvents(store, step);
      continue;
    }
    await store.define('step', step);
    await defineCandidates(store, kind);
    const pairs = await store.count('candidates');
    const taken = await matchOneToOne(store, pairs);
    if (taken < pairs && (!claimant.own || claimant.witness)) await attachRest(store);
    await placeStep(store, kind);
  }
  await store.drop('step', 'candidates', 'pairs', 'units');
}

async function claimants(store: Store): Promise<Claimant[]> {
  const found = await store.all<{ register: string; point: string; own: boolean; witness: boolean }>(
    'SELECT DISTINCT register, point, own, witness FROM claims',
  );
  const rank = ({ own, witness, register, point }: Claimant) => {
    const group = own && !witness ? 0 : own ? 1 : register === 'households' ? 2 : 3;
    const place = POINT_ORDER.indexOf(point);
    return `${group}${place < 0 ? POINT_ORDER.length : place}${register}|${point}`;
  };
  return found.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** Claims of one own register at one point that are the same event form a unit, numbered by its first claim. */
async function defineUnits(store: Store, kind: EventKind): Promise<void> {
  const pairs = kind.same.map(
    (on) => `SELECT s.claim AS a, c.claim AS b FROM claims s JOIN claims c
      ON ${on} AND c.point = s.point AND c.register = s.register AND s.claim < c.claim
      WHERE s.own AND c.own`,
  );
  const edges = await store.all<{ a: number; b: number }>(pairs.join(' UNION '));
  const columns = [
    ['claim', 'BIGINT'],
    ['root', 'BIGINT'],
  ] as const;
  const digits = (claim: number) => String(claim).padStart(16, '0');
  const roots = components(edges.map(({ a, b }) => [digits(a), digits(b)]));
  await store.drop('units');
  await store.create('units', columns);
  await store.append(
    'units',
    columns,
    [...roots].map(([claim, root]) => [Number(claim), Number(root)]),
  );
}

/** `candidates`: every unit of this step with every event it may be, by its strongest key and best agreement. */
async function defineCandidates(store: Store, kind: EventKind): Promise<void> {
  const byKey = kind.keys.map(
    ({ on }, rank) => `SELECT s.unit, c.event, ${rank} AS rank, ${kind.score} AS score,
        COALESCE(ABS(days_between(s.date, c.date)), 0) AS apart, s.fp AS unit_fp, c.fp AS event_fp
      FROM step s JOIN event_claims c ON ${on} AND c.kind = '${kind.name}'`,
  );
  await store.define(
    'candidates',
    `SELECT unit, event, rank, score, apart, unit_fp, event_fp FROM (
       SELECT *, ROW_NUMBER() OVER (PARTITION BY unit, event ORDER BY rank, score DESC, apart, unit_fp, event_fp) AS place
       FROM (${byKey.join(' UNION ALL ')}) AS found) AS ranked
     WHERE place = 1`,
  );
}

/** Takes, again and again, the pairs that are best for both sides, until none is left. @returns how many it took */
async function matchOneToOne(store: Store, candidates: number): Promise<number> {
  await store.define(
    'pairs',
    'SELECT CAST(0 AS BIGINT) AS unit, CAST(0 AS BIGINT) AS event, 0 AS rank WHERE FALSE',
  );
  let all = 0;
  for (let taken = -1; taken !== 0 && all < candidates; all += taken) {
    taken = await store.run(
      `INSERT INTO pairs SELECT unit, event, rank FROM (
         SELECT k.unit, k.event, k.rank,
           ROW_NUMBER() OVER (PARTITION BY k.unit ORDER BY k.rank, k.score DESC, k.apart, k.event_fp, k.event) AS of_unit,
           ROW_NUMBER() OVER (PARTITION BY k.event ORDER BY k.rank, k.score DESC, k.apart, k.unit_fp, k.unit) AS of_event
         FROM candidates k
         WHERE k.unit NOT IN (SELECT unit FROM pairs) AND k.event NOT IN (SELECT event FROM pairs)
       ) AS ranked WHERE of_unit = 1 AND of_event = 1`,
    );
  }
  return all;
}

/** Claims whose candidates are all taken go to the best of them all the same. */
async function attachRest(store: Store): Promise<void> {
  await store.run(
    `INSERT INTO pairs SELECT unit, event, rank FROM (
       SELECT k.unit, k.event, k.rank,
         ROW_NUMBER() OVER (PARTITION BY k.unit ORDER BY k.rank, k.score DESC, k.apart, k.event_fp, k.event) AS place
       FROM candidates k WHERE k.unit NOT IN (SELECT unit FROM pairs)) AS ranked
     WHERE place = 1`,
  );
}

/** The claims of the first step all open events, numbered by their first claim. */
async function openEvents(store: Store, step: string): Promise<void> {
  await store.run(
    `INSERT INTO event_claims SELECT s.*, s.unit AS event, CASE WHEN s.claim = s.unit THEN 'first' ELSE 'same' END AS key
     FROM (${step}) AS s`,
  );
}

/** Places the claims of this step: into the events they matched, or into new ones. */
async function placeStep(store: Store, kind: EventKind): Promise<void> {
  const names = kind.keys.map(({ name }, rank) => `WHEN ${rank} THEN '${name}'`);
  await store.run(
    `INSERT INTO event_claims
     SELECT s.*, COALESCE(p.event, s.unit) AS event,
       CASE WHEN p.event IS NOT NULL THEN CASE p.rank ${names.join(' ')} END
         WHEN s.claim = s.unit THEN 'first' ELSE 'same' END AS key
     FROM step s LEFT JOIN pairs p ON p.unit = s.unit`,
  );
}
