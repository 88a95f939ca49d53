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
 * Groups the claims of one kind into events (domain 9.3): table `<kind>_placed`, the claims with the `event` and the `key` that
 * placed them (`first` where a claim opened its event, `same` where it repeats one of its own register).
 * Claimants come one after the other: own registers of the points, then witnesses, then registers of people. Within one
 * step claims and events are matched one to one, strong keys before weak; a claim of a witness or a register of people
 * that finds all its events taken is attached to the best of them, and never joins two.
 */
export async function matchEvents(store: Store, kind: EventKind): Promise<void> {
  const tables = tablesOf(kind);
  await defineUnits(store, kind, tables);
  await store.define(
    tables.placed,
    `SELECT c.*, CAST(0 AS BIGINT) AS unit, CAST(0 AS BIGINT) AS event, '' AS key FROM ${tables.claims} c WHERE FALSE`,
  );
  for (const [place, claimant] of (await claimants(store, tables)).entries()) {
    const step = `SELECT c.*, COALESCE(u.root, c.claim) AS unit
      FROM ${tables.claims} c LEFT JOIN ${tables.units} u ON u.claim = c.claim
      WHERE c.register = '${claimant.register}' AND c.point = '${claimant.point}' AND c.own = ${claimant.own}`;
    if (place === 0) {
      await openEvents(store, tables, step);
      continue;
    }
    await defineCandidates(store, kind, tables, step);
    const pairs = await store.count(tables.candidates);
    const taken = await matchOneToOne(store, tables, pairs);
    if (taken < pairs && (!claimant.own || claimant.witness)) await attachRest(store, tables);
    await placeStep(store, kind, tables, step);
  }
  const { claims, candidates, pairs, units } = tables;
  await store.drop(claims, candidates, pairs, units);
}

/** Each kind has tables of its own, so that kinds can be matched side by side. */
type Tables = ReturnType<typeof tablesOf>;

export function tablesOf({ name }: EventKind) {
  return {
    claims: `${name}_claims`,
    units: `${name}_units`,
    candidates: `${name}_candidates`,
    pairs: `${name}_pairs`,
    placed: `${name}_placed`,
  };
}

async function claimants(store: Store, { claims }: Tables): Promise<Claimant[]> {
  const found = await store.all<{ register: string; point: string; own: boolean; witness: boolean }>(
    `SELECT DISTINCT register, point, own, witness FROM ${claims}`,
  );
  const rank = ({ own, witness, register, point }: Claimant) => {
    const group = own && !witness ? 0 : own ? 1 : register === 'households' ? 2 : 3;
    const place = POINT_ORDER.indexOf(point);
    return `${group}${place < 0 ? POINT_ORDER.length : place}${register}|${point}`;
  };
  return found.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** Claims of one own register at one point that are the same event form a unit, numbered by its first claim. */
async function defineUnits(store: Store, kind: EventKind, { claims, units }: Tables): Promise<void> {
  const pairs = kind.same.map(
    (on) => `SELECT s.claim AS a, c.claim AS b FROM ${claims} s JOIN ${claims} c
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
  await store.drop(units);
  await store.create(units, columns);
  await store.append(
    units,
    columns,
    [...roots].map(([claim, root]) => [Number(claim), Number(root)]),
  );
}

/** `candidates`: every unit of this step with every event it may be, by its strongest key and best agreement. */
async function defineCandidates(store: Store, kind: EventKind, tables: Tables, step: string): Promise<void> {
  const byKey = kind.keys.map(
    ({ on }, rank) => `SELECT s.unit, c.event, ${rank} AS rank, ${kind.score} AS score,
        COALESCE(ABS(days_between(s.date, c.date)), 0) AS apart, s.fp AS unit_fp, c.fp AS event_fp
      FROM step s JOIN ${tables.placed} c ON ${on}`,
  );
  await store.define(
    tables.candidates,
    `WITH step AS (${step})
     SELECT unit, event, rank, score, apart, unit_fp, event_fp FROM (
       SELECT *, ROW_NUMBER() OVER (PARTITION BY unit, event ORDER BY rank, score DESC, apart, unit_fp, event_fp) AS place
       FROM (${byKey.join(' UNION ALL ')}) AS found) AS ranked
     WHERE place = 1`,
  );
}

/** Takes, again and again, the pairs that are best for both sides, until none is left. @returns how many it took */
async function matchOneToOne(store: Store, tables: Tables, candidates: number): Promise<number> {
  await store.define(
    tables.pairs,
    'SELECT CAST(0 AS BIGINT) AS unit, CAST(0 AS BIGINT) AS event, 0 AS rank WHERE FALSE',
  );
  let all = 0;
  for (let taken = -1; taken !== 0 && all < candidates; all += taken) {
    taken = await store.run(
      `INSERT INTO ${tables.pairs} SELECT unit, event, rank FROM (
         SELECT k.unit, k.event, k.rank,
           ROW_NUMBER() OVER (PARTITION BY k.unit ORDER BY k.rank, k.score DESC, k.apart, k.event_fp, k.event) AS of_unit,
           ROW_NUMBER() OVER (PARTITION BY k.event ORDER BY k.rank, k.score DESC, k.apart, k.unit_fp, k.unit) AS of_event
         FROM ${tables.candidates} k
         WHERE k.unit NOT IN (SELECT unit FROM ${tables.pairs}) AND k.event NOT IN (SELECT event FROM ${tables.pairs})
       ) AS ranked WHERE of_unit = 1 AND of_event = 1`,
    );
  }
  return all;
}

/** Claims whose candidates are all taken go to the best of them all the same. */
async function attachRest(store: Store, tables: Tables): Promise<void> {
  await store.run(
    `INSERT INTO ${tables.pairs} SELECT unit, event, rank FROM (
       SELECT k.unit, k.event, k.rank,
         ROW_NUMBER() OVER (PARTITION BY k.unit ORDER BY k.rank, k.score DESC, k.apart, k.event_fp, k.event) AS place
       FROM ${tables.candidates} k WHERE k.unit NOT IN (SELECT unit FROM ${tables.pairs})) AS ranked
     WHERE place = 1`,
  );
}

/** The claims of the first step all open events, numbered by their first claim. */
async function openEvents(store: Store, tables: Tables, step: string): Promise<void> {
  await store.run(
    `INSERT INTO ${tables.placed} SELECT s.*, s.unit AS event, CASE WHEN s.claim = s.unit THEN 'first' ELSE 'same' END AS key
     FROM (${step}) AS s`,
  );
}

/** Places the claims of this step: into the events they matched, or into new ones. */
async function placeStep(store: Store, kind: EventKind, tables: Tables, step: string): Promise<void> {
  const names = kind.keys.map(({ name }, rank) => `WHEN ${rank} THEN '${name}'`);
  await store.run(
    `INSERT INTO ${tables.placed}
     SELECT s.*, COALESCE(p.event, s.unit) AS event,
       CASE WHEN p.event IS NOT NULL THEN CASE p.rank ${names.join(' ')} END
         WHEN s.claim = s.unit THEN 'first' ELSE 'same' END AS key
     FROM (${step}) AS s LEFT JOIN ${tables.pairs} p ON p.unit = s.unit`,
  );
}
