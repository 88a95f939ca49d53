import type { Step } from '../../store/steps.js';
import { MARRIED_STATUSES } from '../events/kinds/enrolment.js';
import { selfOf } from '../self.js';

/** Points whose person registers know mother, child or household; of others nothing is expected. */
const KNOWN_EVENTS = ['subject', 'partner', 'child']
  .map(
    (role) =>
      `SELECT e.event, k.point FROM events e JOIN known_at k ON k.person = e.${role} WHERE e.in_period`,
  )
  .join(' UNION ');

/** Points that keep registers of their residents; who only lists migrants knows nothing of others. */
const WITH_RESIDENTS = `SELECT s.point FROM sources s
  JOIN (SELECT source FROM households UNION SELECT source FROM women) AS residents ON residents.source = s.source`;

/** Whether a point's own register for the event's kind was supplied for its community. */
const OWN_EXPECTED = `SELECT e.event, v.point, v.register FROM events e
  JOIN own_registers o ON o.kind = e.kind
  JOIN coverage v ON v.register = o.register AND v.community = e.community
  LEFT JOIN uncovered_months u ON u.kind = e.kind AND u.point = v.point AND u.month = month_of(e.date)
    AND u.community = e.community
  LEFT JOIN (SELECT DISTINCT kind, point, month FROM uncovered_months WHERE community IS NULL) AS gap
    ON gap.kind = e.kind AND gap.point = v.point AND gap.month = month_of(e.date)
  LEFT JOIN known_events known ON known.event = e.event AND known.point = v.point
  WHERE e.in_period AND e.kind <> 'enrolment' AND u.month IS NULL AND gap.month IS NULL
    AND (e.kind IN ('migration', 'death') OR known.event IS NOT NULL
      OR v.point NOT IN (${WITH_RESIDENTS}))
    AND NOT EXISTS (
      SELECT 1 FROM migrants t JOIN ${selfOf('migrants')}
      WHERE e.kind = 'birth' AND n.person = e.subject AND t.community = e.community AND t.direction = '流入'
        AND t.start_date > e.date)
    AND NOT EXISTS (
      SELECT 1 FROM moves t JOIN ${selfOf('moves')}
      WHERE e.kind IN ('birth', 'marriage', 'contraception') AND n.person IN (e.subject, e.child)
        AND t.community = e.community AND t.direction = '迁入' AND t.move_date > e.date)`;

/** Married women of 15 to 49 who are present belong on the women register of every point that covers their community. */
const ENROLMENT_EXPECTED = `SELECT e.event, v.point FROM events e CROSS JOIN run
  JOIN coverage v ON v.register = 'women' AND v.community = e.community
  WHERE e.kind = 'enrolment'
    AND EXISTS (SELECT 1 FROM event_claims c WHERE c.event = e.event AND c.code IN ${MARRIED_STATUSES}
      AND COALESCE(c.residence, '常住') IN ('常住', '流入'))
    AND EXISTS (SELECT 1 FROM named n WHERE n.person = e.subject
      AND years_between(n.birth_date, run.as_of) BETWEEN 15 AND 49)
    AND NOT EXISTS (SELECT 1 FROM departed d WHERE d.person = e.subject AND COALESCE(d.community = e.community, TRUE))`;

/**
 * `expected(event, point, register)`: own registers that ought to claim an event of the period (docs/domain.md#coverage). `known_at(point, person)`: whom the registers of people of a point know.
 */
export const EXPECTED: readonly Step[] = [
  {
    makes: 'known_at',
    needs: ['named'],
    select: `SELECT DISTINCT s.point, n.person FROM named n JOIN sources s ON s.source = source_of(n.record)
     WHERE n.register IN ('households', 'women', 'migrants')`,
  },
  { makes: 'known_events', needs: ['events', 'known_at'], select: KNOWN_EVENTS },
  {
    makes: 'expected',
    needs: [
      'events',
      'own_registers',
      'coverage',
      'uncovered_months',
      'known_events',
      'named',
      'event_claims',
      'departed',
    ],
    select: `SELECT event, point, register FROM (${OWN_EXPECTED}) AS o
     UNION ALL SELECT event, point, 'women' FROM (${ENROLMENT_EXPECTED}) AS e`,
  },
];
