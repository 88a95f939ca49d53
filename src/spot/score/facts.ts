import { put } from '../../keys/order.js';
import { putRows } from '../../store/steps.js';
import type { Store } from '../../store/store.js';

/** A record of point `field`, and the visit that it is about. */
export interface FieldRecord {
  visit: number;
  record: number;
}

const FIELD_COLUMNS = { visit: 'INTEGER', record: 'BIGINT' } as const;

/**
 * `field_records(visit, record)` and `seen(visit, record, role, kind)`: what the ledgers hold about everybody who was
 * visited, by the lists and by what the ordinary matching found. Needs `listed` and the tables of matching.
 */
export async function defineSeen(store: Store, field: readonly FieldRecord[]): Promise<void> {
  const rows = field.map(({ visit, record }) => [visit, record]);
  await putRows(store, 'field_records', FIELD_COLUMNS, rows);
  await store.define(
    'seen',
    `SELECT visit, record, role, kind FROM listed
     UNION
     SELECT f.visit, m.record, m.role, 'enrolment' AS kind FROM field_records f
     JOIN named n ON n.record = f.record AND n.role = 'self'
     JOIN named m ON m.person = n.person AND m.role = 'self'
     JOIN records r ON r.record = m.record AND NOT r.witness AND r.register IN ('households', 'women')
     WHERE f.visit NOT IN (SELECT visit FROM listed)`,
  );
}

/** A record that keeps somebody, and where. */
export interface Kept {
  visit: number;
  record: number;
  point: string;
  register: string;
  community: string | null;
  household: string | null;
}

/** Where the ledgers keep those who were visited: as a member, woman or child, not as somebody's husband. */
function readKept(store: Store): Promise<Kept[]> {
  return store.all<Kept>(
    `SELECT DISTINCT s.visit, s.record, r.point, r.register, r.community,
       COALESCE(h.household_no, w.household_no) AS household
     FROM seen s JOIN records r ON r.record = s.record
     LEFT JOIN households h ON h.record = s.record LEFT JOIN women w ON w.record = s.record
     WHERE s.role IN ('self', 'child') AND NOT r.witness AND r.register IN ('households', 'women', 'births')
     ORDER BY s.visit, r.point, r.register, s.record`,
  );
}

/** A value that a record holds of somebody, under the name of the item. */
export interface Held extends Pick<Kept, 'visit' | 'record' | 'point' | 'register'> {
  column: string;
  item: string;
  value: string;
}

/** Item → the columns that hold it, by register and by what the row calls the person. */
const ITEMS: readonly [item: string, register: string, role: string, column: string][] = [
  ['sex', 'households', 'self', 'sex'],
  ['sex', 'births', 'child', 'child_sex'],
  ['birth_date', 'households', 'self', 'birth_date'],
  ['birth_date', 'women', 'self', 'birth_date'],
  ['birth_date', 'births', 'child', 'birth_date'],
  ['marital', 'households', 'self', 'marital_status'],
  ['marital', 'women', 'self', 'marital_status'],
  ['parity', 'women', 'self', 'children_count'],
  ['parity', 'births', 'child', 'parity'],
  ['method', 'women', 'self', 'method'],
];

/** What the ledgers say about each item of those who were visited; a month alone is given as one. */
function readHeld(store: Store): Promise<Held[]> {
  return store.all<Held>(`${heldIn('seen', 'NOT r.witness')} ORDER BY visit, record, item`);
}

/** What was found at the door, cell by cell. */
function readFound(store: Store): Promise<Held[]> {
  const roles = `(SELECT f.visit, f.record, n.role FROM field_records f
    JOIN named n ON n.record = f.record AND n.role IN ('self', 'child'))`;
  return store.all<Held>(`${heldIn(roles, 'r.witness')} ORDER BY visit, record, item`);
}

function heldIn(table: string, condition: string): string {
  const select = ([item, register, role, column]: (typeof ITEMS)[number]) =>
    `SELECT DISTINCT s.visit, s.record, r.point, r.register, '${column}' AS column,
        '${item}' AS item, ${textOf(item, column)} AS value
      FROM ${table} AS s JOIN ${register} t ON t.record = s.record JOIN records r ON r.record = t.record
      WHERE s.role = '${role}' AND t.${column} IS NOT NULL AND ${condition}`;
  return ITEMS.map(select).join(' UNION ALL ');
}

function textOf(item: string, column: string): string {
  if (item !== 'birth_date') return `CAST(t.${column} AS STRING)`;
  return `CASE WHEN has_text(CONCAT(' ', t.partial, ' '), ' ${column} ') THEN SUBSTRING(iso(t.${column}), 1, 7)
    ELSE iso(t.${column}) END`;
}

/** An event of somebody seen, and what a point that covers it claims. */
export interface SeenEvent {
  visit: number;
  kind: 'birth' | 'enrolment';
  point: string;
  /** Whether the point claims the event; how often in its primary register, and how often too much. */
  claimed: number;
  primary_claims: number;
  surplus: number;
}

/** Records by which a visit is known, with the kind of event that each speaks of. */
const SPEAKING = `SELECT visit, record, kind FROM seen WHERE role IN ('self', 'child')
  UNION
  SELECT f.visit, f.record, COALESCE(l.kind, k.kind) AS kind
  FROM field_records f CROSS JOIN (SELECT 'birth' AS kind UNION ALL SELECT 'enrolment') AS k
  LEFT JOIN (SELECT DISTINCT visit, kind FROM listed) AS l ON l.visit = f.visit`;

/** The births of the period and the enrolments of everybody who was visited, point by point. */
function readEvents(store: Store): Promise<SeenEvent[]> {
  return store.all<SeenEvent>(
    `WITH too_many AS (SELECT event, point, SUM(n) AS n FROM surplus GROUP BY event, point)
     SELECT DISTINCT l.visit, e.kind, p.point, p.claimed, p.primary_claims, COALESCE(t.n, 0) AS surplus
     FROM (${SPEAKING}) AS l
     JOIN event_claims c ON c.record = l.record AND c.kind = l.kind
     JOIN events e ON e.event = c.event AND e.in_period
     JOIN points_of p ON p.event = e.event AND p.covered = 1 AND p.witness = 0
     LEFT JOIN too_many t ON t.event = p.event AND t.point = p.point
     WHERE e.kind = 'birth' OR e.event IN (SELECT event FROM expected)
     ORDER BY l.visit, e.kind, p.point, p.claimed, p.primary_claims`,
  );
}

/** Points that keep cards of a community, by community. */
async function readCardPoints(store: Store): Promise<Map<string, string[]>> {
  const rows = await store.all<{ community: string; point: string }>(
    `SELECT DISTINCT community, point FROM coverage WHERE register = 'households' ORDER BY community, point`,
  );
  const points = new Map<string, string[]>();
  for (const { community, point } of rows) put(points, community, point);
  return points;
}

/** What matching found about the visits, which are numbered by their place in the draw. */
export interface FieldFacts {
  kept: readonly Kept[];
  /** What records hold, and what was found. */
  held: readonly Held[];
  found: readonly Held[];
  events: readonly SeenEvent[];
  /** Points that keep cards, by community. */
  cardPoints: ReadonlyMap<string, readonly string[]>;
}

/** Everything that the rates are counted from. Needs `seen`. */
export async function readFacts(store: Store): Promise<FieldFacts> {
  return {
    kept: await readKept(store),
    held: await readHeld(store),
    found: await readFound(store),
    events: await readEvents(store),
    cardPoints: await readCardPoints(store),
  };
}
