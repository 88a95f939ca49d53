import type { Store } from '../../store/store.js';
import { previousTable } from '../../store/tables.js';
import { defineRosters, defineSince } from './people.js';
import { defineReasons, REASONS } from './reasons.js';
import { joinChanged } from './same.js';

/**
 * Holds this month's registers of people against last month's (docs/domain.md#last-months-registers): table
 * `roster_changes(side, point, register, community, who, record, name_key, building, reason)`, one row for each record of somebody
 * who left or joined the register of a point in a community; `reason` is null where nothing on record explains it. Only
 * communities of which both months hold rows are compared (`roster_claimants`): what was not handed in has not vanished.
 * Needs `named` and `events`; where no last month was given, nothing changed.
 */
export async function matchRosters(store: Store): Promise<void> {
  await defineSince(store);
  if ((await store.count(previousTable('sources'))) === 0) {
    await store.define('roster_changes', NO_CHANGES);
    return;
  }
  await defineRosters(store);
  await joinChanged(store);
  await store.define(
    'roster_claimants',
    `SELECT t.point, t.register, t.community FROM (SELECT DISTINCT point, register, community FROM roster_then) AS t
     JOIN (SELECT DISTINCT point, register, community FROM roster_now) AS n
       ON n.point = t.point AND n.register = t.register AND n.community = t.community`,
  );
  await store.define(
    'roster_moved',
    `${moved('left', 'roster_then', 'roster_now')} UNION ALL ${moved('joined', 'roster_now', 'roster_then')}`,
  );
  await defineReasons(store);
  await store.define('roster_changes', CHANGES);
  await store.drop('roster_moved', 'roster_reasons');
}

const NO_CHANGES = `SELECT '' AS side, point, register, community, '' AS who, record, '' AS name_key, '' AS building, '' AS reason FROM records
  WHERE FALSE`;

/** Rows of one month of people who do not stand on the same register of the same community in the other. */
function moved(side: 'left' | 'joined', table: string, other: string): string {
  return `SELECT '${side}' AS side, t.* FROM ${table} t
    JOIN roster_claimants c ON c.point = t.point AND c.register = t.register AND c.community = t.community
    LEFT JOIN (SELECT DISTINCT point, register, community, who FROM ${other}) AS o
      ON o.point = t.point AND o.register = t.register AND o.community = t.community AND o.who = t.who
    WHERE o.who IS NULL`;
}

/** The place of a reason among those of its side, as SQL. */
const RANK = `CASE ${[...new Set([...REASONS.left, ...REASONS.joined])]
  .map((reason) => [reason, Math.max(...Object.values(REASONS).map((all) => all.indexOf(reason as never)))])
  .map(([reason, rank]) => `WHEN r.reason = '${reason}' THEN ${rank}`)
  .join(' ')} END`;

const CHANGES = `SELECT m.side, m.point, m.register, m.community, m.who, m.record, m.name_key, m.building, r.reason
  FROM roster_moved m
  LEFT JOIN (
    SELECT side, point, register, community, who, reason,
      ROW_NUMBER() OVER (PARTITION BY side, point, register, community, who ORDER BY ${RANK}) AS place
    FROM roster_reasons r) AS r
    ON r.side = m.side AND r.point = m.point AND r.register = m.register AND r.community = m.community
      AND r.who = m.who AND r.place = 1`;
