import { putRows, type Step } from '../../store/steps.js';
import type { Store } from '../../store/store.js';
import { components } from '../components.js';
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
 * Table `<kind>_matched`: the claims of one kind grouped into events (docs/domain.md#one-event-or-two). Each claim gets its `event` and the `key` that
 * placed it (`first` where a claim opened its event, `same` where it repeats one of its own register).
 * Claimants come one after the other: own registers of the points, then witnesses, then registers of people. Within one
 * step claims and events are matched one to one, strong keys before weak; a claim of a witness or a register of people
 * that finds all its events taken is attached to the best of them, and never joins two; two children of one register
 * are never attached to one birth.
 */
export function eventsOf(kind: EventKind): Step {
  const tables = tablesOf(kind);
  return {
    makes: tables.matched,
    needs: [tables.claims],
    run: async (store) => {
      await matchClaims(store, kind, tables);
      await store.rename(tables.claims, tables.matched);
      return store.count(tables.matched);
    },
  };
}

async function matchClaims(store: Store, kind: EventKind, tables: Tables): Promise<void> {
  await defineUnits(store, kind, tables);
  const [first, ...others] = await claimants(store, tables);
  if (first) await openEvents(store, tables, first);
  for (const claimant of others) {
    const candidates = await defineCandidates(store, kind, tables, claimant);
    const shares = !claimant.own || claimant.witness;
    await matchOneToOne(store, tables, candidates, shares ? (kind.apart ?? 'FALSE') : undefined);
    await placeClaims(store, kind, tables, claimant);
  }
  await store.drop(tables.candidates, tables.pairs);
}

/** Whether a claim is one of this claimant's. */
function isOf({ register, point, own }: Claimant): string {
  return `register = '${register}' AND point = '${point}' AND own = ${own}`;
}

/** Each kind has tables of its own, so that kinds can be matched side by side. */
type Tables = ReturnType<typeof tablesOf>;

export function tablesOf({ name }: EventKind) {
  return {
    claims: `${name}_claims`,
    matched: `${name}_matched`,
    units: `${name}_units`,
    candidates: `${name}_candidates`,
    pairs: `${name}_pairs`,
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

/**
 * Claims of one register at one point that are the same event form a unit, numbered by its first claim; all others are
 * units of their own. A register of people that keeps somebody in two communities shows one event twice.
 */
async function defineUnits(store: Store, kind: EventKind, { claims, units }: Tables): Promise<void> {
  const same = (
    on: string,
    own: boolean,
  ) => `SELECT s.claim AS a, c.claim AS b FROM ${claims} s JOIN ${claims} c
      ON ${on} AND c.point = s.point AND c.register = s.register AND s.claim < c.claim
      WHERE s.own = ${own} AND c.own = ${own}`;
  const pairs = [...kind.same.map((on) => same(on, true)), ...kind.shown.map((on) => same(on, false))];
  const edges = await store.all<{ a: number; b: number }>(pairs.join(' UNION '));
  if (edges.length === 0) return;
  const columns = [
    ['claim', 'BIGINT'],
    ['root', 'BIGINT'],
  ] as const;
  const digits = (claim: number) => String(claim).padStart(16, '0');
  const roots = components(edges.map(({ a, b }) => [digits(a), digits(b)]));
  const rows = [...roots].map(([claim, root]) => [Number(claim), Number(root)]);
  await putRows(store, units, columns, rows);
  await store.run(`UPDATE ${claims} SET unit = u.root FROM ${units} u WHERE u.claim = ${claims}.claim`);
  await store.drop(units);
}

/** The least cost is the best: strong keys before weak, then agreement, then nearness in days. */
const COST = 'CAST(rank AS BIGINT) * 1000000000 + (500 - score) * 100000 + LEAST(apart, 99999)';

/** `candidates`: every unit of this step with every event it may be, by its strongest key and best agreement. */
async function defineCandidates(
  store: Store,
  kind: EventKind,
  { claims, candidates }: Tables,
  claimant: Claimant,
): Promise<number> {
  const byKey = kind.keys.map(
    ({ on }, rank) => `SELECT s.unit, c.event, ${rank} AS rank, ${kind.score} AS score,
        COALESCE(ABS(days_between(s.date, c.date)), 0) AS apart, s.fp AS unit_fp, c.fp AS event_fp
      FROM step s JOIN ${claims} c ON ${on} AND c.event IS NOT NULL`,
  );
  return store.define(
    candidates,
    `WITH step AS (SELECT * FROM ${claims} WHERE ${isOf(claimant)})
     SELECT unit, event, MIN(rank) AS rank, MIN(${COST}) AS cost, MIN(unit_fp) AS unit_fp, MIN(event_fp) AS event_fp,
       MAX(unit_fp) AS unit_last_fp, MAX(event_fp) AS event_last_fp
     FROM (${byKey.join(' UNION ALL ')}) AS found GROUP BY unit, event`,
  );
}

/**
 * Pairs units with events: first those that are each other's only candidates, which are most; then, again and again,
 * those that are best for both sides, until none is left.
 *
 * @param count of candidates
 * @param apart where units that find all their events taken go to the best of them all the same: what shows that the
 *   claim which took it is of another event
 */
async function matchOneToOne(
  store: Store,
  tables: Tables,
  count: number,
  apart: string | undefined,
): Promise<void> {
  const { claims, candidates, pairs } = tables;
  const only = (side: string) => `SELECT ${side} FROM ${candidates} GROUP BY ${side} HAVING COUNT(*) = 1`;
  const paired = await store.define(
    pairs,
    `SELECT k.unit, k.event, k.rank FROM ${candidates} k
     JOIN (${only('unit')}) AS u ON u.unit = k.unit JOIN (${only('event')}) AS e ON e.event = k.event`,
  );
  if (paired === count) return;
  for (let taken = -1; taken !== 0; ) {
    taken = await store.run(
      `INSERT INTO ${pairs} SELECT unit, event, rank FROM (
         SELECT k.unit, k.event, k.rank, ${rankBy('unit', 'event')} AS of_unit, ${rankBy('event', 'unit')} AS of_event
         FROM ${candidates} k
         WHERE k.unit NOT IN (SELECT unit FROM ${pairs}) AND k.event NOT IN (SELECT event FROM ${pairs})
       ) AS ranked WHERE of_unit = 1 AND of_event = 1`,
    );
  }
  if (apart === undefined) return;
  await store.run(
    `INSERT INTO ${pairs} SELECT unit, event, rank FROM (
       SELECT k.unit, k.event, k.rank, ${rankBy('unit', 'event')} AS place
       FROM ${candidates} k LEFT JOIN (SELECT DISTINCT o.unit, p.event FROM ${candidates} o
         JOIN ${pairs} p ON p.event = o.event AND p.unit <> o.unit
         JOIN ${claims} s ON s.unit = o.unit JOIN ${claims} c ON c.unit = p.unit WHERE ${apart}) AS others
         ON others.unit = k.unit AND others.event = k.event
       WHERE others.unit IS NULL AND k.unit NOT IN (SELECT unit FROM ${pairs})) AS ranked
     WHERE place = 1`,
  );
}

/**
 * The place of a candidate among those of one side; what is equally good goes by content. One hash is not enough: two
 * nameless rows of a hospital are alike, and may stand in two events that are not.
 */
function rankBy(side: 'unit' | 'event', other: 'unit' | 'event'): string {
  return `ROW_NUMBER() OVER (PARTITION BY k.${side} ORDER BY k.cost, k.${other}_fp, k.${other}_last_fp, k.${other})`;
}

/** The claims of the first claimant all open events, numbered by their first claim. */
async function openEvents(store: Store, { claims }: Tables, claimant: Claimant): Promise<void> {
  await store.run(
    `UPDATE ${claims} SET event = unit, key = CASE WHEN claim = unit THEN 'first' ELSE 'same' END
     WHERE ${isOf(claimant)}`,
  );
}

/** Places the claims of this claimant: into the events they matched, or into new ones. */
async function placeClaims(store: Store, kind: EventKind, tables: Tables, claimant: Claimant): Promise<void> {
  const { claims, pairs } = tables;
  const names = kind.keys.map(({ name }, rank) => `WHEN ${rank} THEN '${name}'`);
  await store.run(
    `UPDATE ${claims} SET event = n.event, key = n.key FROM (
       SELECT s.claim, COALESCE(p.event, s.unit) AS event,
         CASE WHEN p.event IS NOT NULL THEN CASE p.rank ${names.join(' ')} END
           WHEN s.claim = s.unit THEN 'first' ELSE 'same' END AS key
       FROM ${claims} s LEFT JOIN ${pairs} p ON p.unit = s.unit WHERE ${isOf(claimant)}) AS n
     WHERE n.claim = ${claims}.claim`,
  );
}
