import type { Step } from '../../store/steps.js';
import { ofChildbearingAge } from '../childbearing-age.js';
import { MARRIED_STATUSES } from '../events/kinds/enrolment.js';
import { registrantOf } from '../registrant.js';

/** The events of the period whose mother, child or household the registers of people of a point know. */
const KNOWN = `known_events AS (
    SELECT DISTINCT p.event, s.point FROM (
      ${['subject', 'partner', 'child']
        .map((role) => `SELECT event, ${role} AS person FROM events WHERE in_period AND kind <> 'enrolment'`)
        .join(' UNION ALL ')}) AS p
    JOIN named n ON n.person = p.person AND n.register IN ('households', 'women', 'migrants')
    JOIN sources s ON s.source = source_of(n.record)
  )`;

/** Points that keep registers of their residents; who only lists migrants knows nothing of others. */
const WITH_RESIDENTS = `SELECT s.point FROM sources s
  JOIN (SELECT source FROM households UNION SELECT source FROM women) AS residents ON residents.source = s.source`;

/** When somebody last came to a community: for a stay, or with the registration. */
const CAME = `came_to_stay AS (
    SELECT n.person, t.community, MAX(t.start_date) AS came_on FROM migrants t JOIN ${registrantOf('migrants')}
    WHERE t.direction = '流入' GROUP BY n.person, t.community
  ), moved_in AS (
    SELECT n.person, t.community, MAX(t.move_date) AS came_on FROM moves t JOIN ${registrantOf('moves')}
    WHERE t.direction = '迁入' GROUP BY n.person, t.community
  )`;

/**
 * Whether a point's primary register for the event's kind was supplied for its community. Of points whose registers of residents
 * know nobody of the event nothing is expected, and a child who was born before the family came was not born here. Where no
 * stay has a direction, the register has no column for it, and what it lacks cannot be told.
 */
const PRIMARY_EXPECTED = `SELECT e.event, v.point, v.register FROM events e
  JOIN primary_registers o ON o.kind = e.kind
  JOIN coverage v ON v.register = o.register AND v.community = e.community
  LEFT JOIN uncovered_months u ON u.kind = e.kind AND u.point = v.point AND u.month = month_of(e.date)
    AND u.community = e.community
  LEFT JOIN uncovered_months gap ON gap.kind = e.kind AND gap.point = v.point AND gap.month = month_of(e.date)
    AND gap.community IS NULL
  LEFT JOIN (SELECT kind, point FROM event_claims WHERE kind = 'migration' AND is_primary
      GROUP BY kind, point HAVING COUNT(code) = 0) AS undirected ON undirected.kind = e.kind AND undirected.point = v.point
  LEFT JOIN known_events known ON known.event = e.event AND known.point = v.point
  LEFT JOIN came_to_stay s ON s.person = e.subject AND s.community = e.community
  LEFT JOIN moved_in a ON a.person = e.subject AND a.community = e.community
  LEFT JOIN moved_in b ON b.person = e.child AND b.community = e.community
  WHERE e.in_period AND e.kind <> 'enrolment' AND u.month IS NULL AND gap.month IS NULL AND undirected.kind IS NULL
    AND (e.kind IN ('migration', 'death') OR known.event IS NOT NULL
      OR v.point NOT IN (${WITH_RESIDENTS}))
    AND NOT COALESCE(e.kind = 'birth' AND s.came_on > e.date, FALSE)
    AND NOT (e.kind IN ('birth', 'marriage', 'contraception')
      AND (COALESCE(a.came_on > e.date, FALSE) OR COALESCE(b.came_on > e.date, FALSE)))`;

/**
 * Married women of 15 to 49 who are present belong on the women register of every point that covers their community.
 * Who died has departed from everywhere, others from a community: one join each, since alternatives in one make the engine
 * compare them all.
 */
const ENROLMENT_EXPECTED = `SELECT e.event, v.point FROM events e
  JOIN coverage v ON v.register = 'women' AND v.community = e.community
  LEFT JOIN departed gone ON gone.person = e.subject AND gone.community IS NULL
  LEFT JOIN departed away ON away.person = e.subject AND away.community = e.community
  WHERE e.kind = 'enrolment' AND gone.person IS NULL AND away.person IS NULL
    AND e.event IN (SELECT event FROM event_claims WHERE kind = 'enrolment' AND code IN ${MARRIED_STATUSES}
      AND COALESCE(residence, '常住') IN ('常住', '流入'))
    AND e.subject IN (SELECT n.person FROM named n CROSS JOIN run
      WHERE ${ofChildbearingAge('n.birth_date')})`;

/** `expected(event, point, register)`: primary registers that ought to claim an event of the period (docs/domain.md#coverage). */
export const EXPECTED: Step = {
  makes: 'expected',
  needs: ['events', 'primary_registers', 'coverage', 'uncovered_months', 'named', 'event_claims', 'departed'],
  select: `WITH ${KNOWN}, ${CAME}
    SELECT event, point, register FROM (${PRIMARY_EXPECTED}) AS o
    UNION ALL SELECT event, point, 'women' FROM (${ENROLMENT_EXPECTED}) AS e`,
};
