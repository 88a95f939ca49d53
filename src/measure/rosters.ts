import { REASONS } from '../match/rosters/reasons.js';
import type { Note } from '../model/input.js';
import type { RosterRow } from '../model/measured.js';
import type { Store } from '../store/store.js';

interface Tally {
  community: string;
  point: string;
  register: string;
  side: 'before' | 'after' | 'left' | 'joined';
  reason: string | null;
  people: number;
}

/** What the comparison with last month says as a whole. */
export interface Rosters {
  rows: RosterRow[];
  /** The latest date in last month's registers, and the day from which events may explain a change. */
  dates: { asOf: string; since: string };
  /** Registers of a community that one of the two months lacks: they could not be compared. */
  notes: Note[];
}

/** Registers that a note names before it says how many there are. */
const NAMED = 10;

/**
 * The registers of people in totals, per community, point and register: how many people before and after, and what
 * explains the difference (`before` − left − vanished + joined + unexplained = `after`).
 */
export async function measureRosters(store: Store): Promise<Rosters> {
  const tallies = await store.all<Tally>(TALLIES);
  const rows = new Map<string, RosterRow>();
  for (const tally of tallies) {
    const key = `${tally.community}|${tally.point}|${tally.register}`;
    const row = rows.get(key) ?? emptyRow(tally);
    enter(row, tally);
    rows.set(key, row);
  }
  const [dates] = await store.all<{ asOf: string; since: string }>(
    'SELECT iso(previous_as_of) AS "asOf", iso(since) AS since FROM roster_since',
  );
  return {
    rows: [...rows.values()],
    dates: dates ?? { asOf: '', since: '' },
    notes: [
      ...(await absent(store, 'roster-not-now', 'roster_then')),
      ...(await absent(store, 'roster-not-before', 'roster_now')),
    ],
  };
}

const GROUPS = 'x.community, x.point, x.register';

const count = (
  table: string,
  side: string,
) => `SELECT ${GROUPS}, '${side}' AS side, CAST(NULL AS STRING) AS reason,
    COUNT(DISTINCT x.who) AS people FROM ${table} x
  JOIN roster_claimants c ON c.point = x.point AND c.register = x.register AND c.community = x.community
  GROUP BY ${GROUPS}`;

const TALLIES = `SELECT * FROM (${count('roster_then', 'before')} UNION ALL ${count('roster_now', 'after')} UNION ALL
    SELECT ${GROUPS}, x.side, x.reason, COUNT(DISTINCT x.who) AS people FROM roster_changes x
    GROUP BY ${GROUPS}, x.side, x.reason) AS tallies
  ORDER BY community, point, register, side, reason NULLS LAST`;

function emptyRow({ community, point, register }: Tally): RosterRow {
  const none = (reasons: readonly string[]) => Object.fromEntries(reasons.map((reason) => [reason, 0]));
  const [left, joined] = [none(REASONS.left), none(REASONS.joined)];
  return { community, point, register, before: 0, left, vanished: 0, joined, unexplained: 0, after: 0 };
}

function enter(row: RosterRow, { side, reason, people }: Tally): void {
  if (side === 'before' || side === 'after') row[side] = people;
  else if (reason !== null) row[side][reason] = people;
  else row[side === 'left' ? 'vanished' : 'unexplained'] = people;
}

/** Registers of a community that only this table holds. */
async function absent(store: Store, code: string, table: string): Promise<Rosters['notes']> {
  const found = await store.all<{ place: string }>(
    `SELECT DISTINCT CONCAT(x.community, ' ', x.point, '/', x.register) AS place FROM ${table} x
     LEFT JOIN roster_claimants c ON c.point = x.point AND c.register = x.register AND c.community = x.community
     WHERE c.community IS NULL ORDER BY place`,
  );
  if (found.length === 0) return [];
  const named = found.slice(0, NAMED).map(({ place }) => place);
  if (found.length > NAMED) named.push('…');
  return [{ code, count: found.length, detail: named.join('、') }];
}
