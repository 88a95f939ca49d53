import type { Step } from '../../store/steps.js';
import { registrantOf } from '../registrant.js';

/** Moves with the last arrival of the person in that community; a blank community is no community to return to. */
const MOVES = `SELECT n.person, t.community, t.direction, t.move_date,
    CASE WHEN t.community IS NOT NULL THEN MAX(CASE WHEN t.direction = '迁入' THEN t.move_date END)
      OVER (PARTITION BY n.person, t.community) END AS came_on
  FROM moves t JOIN ${registrantOf('moves')}`;

/** Stays with whether the person has one in that community that goes on. */
const STAYS = `SELECT n.person, t.community, t.end_date <= run.as_of AS ended,
    CASE WHEN t.community IS NOT NULL THEN MAX(CASE WHEN COALESCE(t.end_date > run.as_of, TRUE) THEN 1 ELSE 0 END)
      OVER (PARTITION BY n.person, t.community) ELSE 0 END AS stays
  FROM migrants t JOIN ${registrantOf('migrants')} CROSS JOIN run WHERE t.direction = '流入'`;

/** `departed(person, community)`: dead, moved away with the registration, or a stay that ended (community: where from). */
export const DEPARTED: Step = {
  makes: 'departed',
  needs: ['events', 'named'],
  select: `SELECT e.subject AS person, CAST(NULL AS STRING) AS community FROM events e CROSS JOIN run
  WHERE e.kind = 'death' AND COALESCE(e.date <= run.as_of, TRUE)
  UNION ALL
  SELECT person, community FROM (${MOVES}) AS moved
  WHERE direction = '迁出' AND NOT COALESCE(came_on >= move_date, FALSE)
  UNION ALL
  SELECT person, community FROM (${STAYS}) AS stayed WHERE ended AND stays = 0`,
};
