import type { Step } from '../../store/steps.js';
import { ROSTER_SINCE, ROSTERS_OF_MONTHS } from './people.js';
import { REASONS, ROSTER_REASONS } from './reasons.js';
import { SAME_PEOPLE } from './same.js';

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

/** What is left where no last month was given: nothing changed. */
export const NO_ROSTERS: readonly Step[] = [
  ROSTER_SINCE,
  {
    makes: 'roster_changes',
    needs: [],
    select: `SELECT '' AS side, point, register, community, '' AS who, record, '' AS name_key, '' AS building, '' AS reason
     FROM records WHERE FALSE`,
  },
];

/**
 * Holds this month's registers of people against last month's (docs/domain.md#last-months-registers): table
 * `roster_changes(side, point, register, community, who, record, name_key, building, reason)`, one row for each record of
 * somebody who left or joined the register of a point in a community; `reason` is null where nothing on record explains
 * it. Only communities of which both months hold rows are compared (`roster_claimants`): what was not handed in has not
 * vanished.
 */
export const ROSTERS: readonly Step[] = [
  ROSTER_SINCE,
  ...ROSTERS_OF_MONTHS,
  ...SAME_PEOPLE,
  {
    makes: 'roster_claimants',
    needs: ['roster_then', 'roster_now'],
    select: `SELECT t.point, t.register, t.community FROM (SELECT DISTINCT point, register, community FROM roster_then) AS t
     JOIN (SELECT DISTINCT point, register, community FROM roster_now) AS n
       ON n.point = t.point AND n.register = t.register AND n.community = t.community`,
  },
  {
    makes: 'roster_moved',
    needs: ['roster_then', 'roster_now', 'roster_claimants'],
    select: `${moved('left', 'roster_then', 'roster_now')} UNION ALL ${moved('joined', 'roster_now', 'roster_then')}`,
  },
  ...ROSTER_REASONS,
  { makes: 'roster_changes', needs: ['roster_moved', 'roster_reasons'], select: CHANGES },
];
