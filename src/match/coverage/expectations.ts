import type { Store } from '../../store/store.js';
import { CLAIMED } from '../events/kinds/contraception.js';
import { MARRIED } from '../events/kinds/enrolment.js';
import { selfOf } from '../self.js';

/**
 * `missing(event, point, register, own, record)`: claimants that are expected to claim an event and do not
 * (docs/domain.md#coverage), and the row that ought to show it, where there is one. Only events of the period.
 * `points_of(event, point, own_claims, claims, covered, witness, claimed)` says for every event which points cover it and which claim it.
 */
export async function defineExpectations(store: Store): Promise<void> {
  await Promise.all([store.define('known_events', KNOWN_EVENTS), store.define('gone', GONE)]);
  const expected = `SELECT event, point, register, TRUE AS own, CAST(NULL AS BIGINT) AS record FROM (${OWN_EXPECTED}) AS o
     UNION ALL SELECT event, point, 'women', TRUE, CAST(NULL AS BIGINT) FROM (${ENROLMENT_EXPECTED}) AS e`;
  const stale = [...STALE_BIRTHS, STALE_MARRIAGE, STALE_METHOD, ...STALE_STAYS].join(' UNION ALL ');
  await Promise.all([store.define('expected', expected), store.define('stale', stale)]);
  await store.define(
    'missing',
    `SELECT x.event, x.point, x.register, TRUE AS own, x.record FROM expected x
     LEFT JOIN event_claims c ON c.event = x.event AND c.point = x.point AND c.register = x.register
     WHERE c.claim IS NULL
     UNION ALL
     SELECT s.event, s.point, s.register, FALSE AS own, MIN(s.record) AS record FROM stale s
     LEFT JOIN event_claims c ON c.event = s.event AND c.point = s.point AND c.register = s.register
     WHERE c.claim IS NULL AND s.point NOT IN (SELECT point FROM sources WHERE witness)
     GROUP BY s.event, s.point, s.register`,
  );
  await defineUnread(store);
  await definePointsOf(store);
  await store.drop('known_at', 'known_events', 'gone', 'stale');
}

/**
 * `unread(event, point, register, record)`: rows that could not be read and hold an ID of the subject of an event that
 * their claimant lacks. Step by step, since there are few such rows.
 */
async function defineUnread(store: Store): Promise<void> {
  await store.define(
    'unread_rows',
    `SELECT s.point, s.register, p.record, p.raw FROM problems p JOIN sources s ON s.source = p.source
     WHERE p.rule = 'format/unreadable-row' AND p.raw IS NOT NULL`,
  );
  await store.define(
    'unread_subjects',
    `SELECT DISTINCT m.event, e.subject AS person FROM missing m JOIN events e ON e.event = m.event
     JOIN unread_rows u ON u.point = m.point AND u.register = m.register`,
  );
  await store.define(
    'unread_ids',
    `SELECT DISTINCT s.event, n.id FROM named n JOIN unread_subjects s ON s.person = n.person WHERE n.id IS NOT NULL`,
  );
  await store.define(
    'unread',
    `SELECT DISTINCT m.event, m.point, m.register, u.record FROM missing m
     JOIN unread_rows u ON u.point = m.point AND u.register = m.register
     JOIN unread_ids i ON i.event = m.event WHERE has_text(u.raw, i.id)`,
  );
  await store.drop('unread_rows', 'unread_subjects', 'unread_ids');
}

/** `known_at(point, person)`: whom the registers of people of a point know. Needs `named`. */
export async function defineKnownAt(store: Store): Promise<void> {
  await store.define(
    'known_at',
    `SELECT DISTINCT s.point, n.person FROM named n JOIN sources s ON s.source = source_of(n.record)
     WHERE n.register IN ('households', 'women', 'migrants')`,
  );
}

/** Points whose person registers know mother, child or household; of others nothing is expected. */
const KNOWN_EVENTS = ['subject', 'partner', 'child']
  .map(
    (role) =>
      `SELECT e.event, k.point FROM events e JOIN known_at k ON k.person = e.${role} WHERE e.in_period`,
  )
  .join(' UNION ');

/** Whether a point's own register for the event's kind was supplied for its community. */
const OWN_EXPECTED = `SELECT e.event, v.point, v.register FROM events e
  JOIN own_registers o ON o.kind = e.kind
  JOIN coverage v ON v.register = o.register AND v.community = e.community
  LEFT JOIN dark_months dark ON dark.kind = e.kind AND dark.point = v.point AND dark.month = month_of(e.date)
    AND dark.community = e.community
  LEFT JOIN (SELECT DISTINCT kind, point, month FROM dark_months WHERE community IS NULL) AS gap
    ON gap.kind = e.kind AND gap.point = v.point AND gap.month = month_of(e.date)
  LEFT JOIN known_events known ON known.event = e.event AND known.point = v.point
  WHERE e.in_period AND e.kind <> 'enrolment' AND dark.month IS NULL AND gap.month IS NULL
    AND (e.kind IN ('migration', 'death') OR known.event IS NOT NULL
      OR v.point NOT IN (SELECT point FROM known_at))
    AND NOT EXISTS (
      SELECT 1 FROM migrants t JOIN ${selfOf('migrants')}
      WHERE e.kind = 'birth' AND n.person = e.subject AND t.community = e.community AND t.direction = '流入'
        AND t.start_date > e.date)
    AND NOT EXISTS (
      SELECT 1 FROM moves t JOIN ${selfOf('moves')}
      WHERE e.kind IN ('birth', 'marriage', 'contraception') AND n.person IN (e.subject, e.child)
        AND t.community = e.community AND t.direction = '迁入' AND t.move_date > e.date)`;

/** `gone(person, community)`: dead, moved away with the registration, or a stay that ended (community: where from). */
const GONE = `SELECT e.subject AS person, CAST(NULL AS STRING) AS community FROM events e CROSS JOIN run
  WHERE e.kind = 'death' AND COALESCE(e.date <= run.as_of, TRUE)
  UNION ALL
  SELECT n.person, t.community FROM moves t JOIN ${selfOf('moves')}
  WHERE t.direction = '迁出' AND NOT EXISTS (
    SELECT 1 FROM moves b JOIN ${selfOf('moves', 'bn', 'b')}
    WHERE bn.person = n.person AND b.direction = '迁入' AND b.community = t.community AND b.move_date >= t.move_date)
  UNION ALL
  SELECT n.person, t.community FROM migrants t JOIN ${selfOf('migrants')} CROSS JOIN run
  WHERE t.direction = '流入' AND t.end_date <= run.as_of AND NOT EXISTS (
    SELECT 1 FROM migrants b JOIN ${selfOf('migrants', 'bn', 'b')}
    WHERE bn.person = n.person AND b.direction = '流入' AND b.community = t.community
      AND COALESCE(b.end_date > run.as_of, TRUE))`;

/** Married women of 15 to 49 who are present belong on the women register of every point that covers their community. */
const ENROLMENT_EXPECTED = `SELECT e.event, v.point FROM events e CROSS JOIN run
  JOIN coverage v ON v.register = 'women' AND v.community = e.community
  WHERE e.kind = 'enrolment'
    AND EXISTS (SELECT 1 FROM event_claims c WHERE c.event = e.event AND c.code IN ${MARRIED}
      AND COALESCE(c.place, '常住') IN ('常住', '流入'))
    AND EXISTS (SELECT 1 FROM named n WHERE n.person = e.subject
      AND years_between(n.birth_date, run.as_of) BETWEEN 15 AND 49)
    AND NOT EXISTS (SELECT 1 FROM gone g WHERE g.person = e.subject AND COALESCE(g.community = e.community, TRUE))`;

/**
 * A living child of the period belongs on the card where its mother is kept as present. A child without ID is taken for
 * the one who was born on that day and died.
 */
const STALE_BIRTHS = [
  `SELECT e.event, r.point, 'households' AS register, r.record FROM events e
   JOIN named n ON n.person = e.subject AND n.role = 'self' AND n.register = 'households'
   JOIN households t ON t.record = n.record AND COALESCE(t.residence, '常住') IN ('常住', '流入')
   JOIN records r ON r.record = t.record
   WHERE e.kind = 'birth' AND e.in_period
     AND NOT EXISTS (SELECT 1 FROM gone g WHERE g.person = e.child AND COALESCE(g.community = t.community, TRUE))
     AND NOT EXISTS (SELECT 1 FROM migrants m JOIN ${selfOf('migrants', 'mn', 'm')}
       WHERE mn.person = e.child AND m.direction = '流出')
     AND (COALESCE(e.child > 0, FALSE) OR NOT EXISTS (SELECT 1 FROM deaths d
       WHERE d.birth_date = e.date AND d.community = e.community))`,
  `SELECT e.event, r.point, 'women' AS register, r.record FROM events e
   JOIN named n ON n.person = e.subject AND n.role = 'self' AND n.register = 'women'
   JOIN women t ON t.record = n.record
   JOIN records r ON r.record = t.record
   JOIN women_use u ON u.source = r.source AND u.shows_birth
   WHERE e.kind = 'birth' AND e.in_period AND COALESCE(days_between(t.last_birth_date, e.date) > 270, TRUE)
     AND NOT EXISTS (SELECT 1 FROM gone g WHERE g.person = e.child AND g.community IS NULL)
     AND NOT EXISTS (SELECT 1 FROM events later WHERE later.kind = 'birth' AND later.subject = e.subject
       AND days_between(e.date, later.date) > 270)`,
];

/** The women register shows the present marriage: the last one of the woman. */
const STALE_MARRIAGE = `SELECT e.event, r.point, 'women' AS register, r.record FROM events e
   JOIN named n ON n.person = e.subject AND n.role = 'self' AND n.register = 'women'
   JOIN women t ON t.record = n.record
   JOIN records r ON r.record = t.record
   JOIN women_use u ON u.source = r.source AND u.shows_marriage
   WHERE e.kind = 'marriage' AND e.in_period AND COALESCE(t.marital_status, '') NOT IN ('离婚', '丧偶')
     AND (COALESCE(days_between(COALESCE(t.marriage_date, t.first_marriage_date), e.date) > 400, FALSE)
       OR (t.marital_status = '未婚' AND t.marriage_date IS NULL))
     AND NOT EXISTS (SELECT 1 FROM events later WHERE later.kind = 'marriage' AND later.subject = e.subject
       AND later.date > e.date)`;

/** The women register shows the present method: the last one, unless a birth came after it. */
const STALE_METHOD = `SELECT e.event, r.point, 'women' AS register, r.record FROM events e
   JOIN event_codes k ON k.event = e.event AND k.code IN ${CLAIMED}
   JOIN named n ON n.person = e.subject AND n.role = 'self' AND n.register = 'women'
   JOIN women t ON t.record = n.record
   JOIN records r ON r.record = t.record
   JOIN women_use u ON u.source = r.source AND u.shows_method
   WHERE e.kind = 'contraception' AND e.in_period AND NOT COALESCE(t.method_date > e.date, FALSE)
     AND NOT (COALESCE(t.method = k.code, FALSE) AND t.method_date IS NULL)
     AND NOT EXISTS (SELECT 1 FROM events later WHERE later.subject = e.subject AND later.event <> e.event
       AND later.kind IN ('contraception', 'birth') AND later.date >= e.date)`;

/** Open stays show on the card of their community, and in the residence of women who are enrolled there. */
const STALE_STAYS = [
  `SELECT e.event, v.point, 'households' AS register, MIN(t.record) AS record FROM events e
   JOIN event_codes k ON k.event = e.event
   JOIN coverage v ON v.register = 'households' AND v.community = e.community
   LEFT JOIN named n ON n.person = e.subject AND n.role = 'self' AND n.register = 'households'
   LEFT JOIN households t ON t.record = n.record AND t.community = e.community
   WHERE e.kind = 'migration' AND e.in_period AND e.open AND e.own_n > 0
   GROUP BY e.event, v.point, k.code
   HAVING k.code = '流入' OR MIN(t.record) IS NOT NULL`,
  `SELECT e.event, r.point, 'women' AS register, r.record FROM events e
   JOIN named n ON n.person = e.subject AND n.role = 'self' AND n.register = 'women'
   JOIN women t ON t.record = n.record AND t.community = e.community AND t.residence IS NOT NULL
   JOIN records r ON r.record = t.record
   WHERE e.kind = 'migration' AND e.in_period AND e.open AND e.own_n > 0`,
];

/**
 * `points_of`: per event of the period and point: claims, whether the point covers the event, and whether it has `claimed`
 * it; a point whose own register lacks what its register of people shows has not. `lone_events`: those that one point of
 * three or more stands alone with, no witness beside it.
 */
async function definePointsOf(store: Store): Promise<void> {
  await store.define(
    'points_of',
    `SELECT event, point, SUM(own_claims) AS own_claims, SUM(claims) AS claims, MAX(covered) AS covered,
       MIN(witness) AS witness, CASE WHEN SUM(claims) > 0 AND MAX(omitted) = 0 THEN 1 ELSE 0 END AS claimed
     FROM (
       SELECT c.event, c.point, CASE WHEN c.own THEN 1 ELSE 0 END AS own_claims, 1 AS claims,
         CASE WHEN c.witness THEN 0 ELSE 1 END AS covered, CASE WHEN c.witness THEN 1 ELSE 0 END AS witness, 0 AS omitted
       FROM event_claims c JOIN events e ON e.event = c.event AND e.in_period
       UNION ALL
       SELECT event, point, 0, 0, 1, 0, CASE WHEN own THEN 1 ELSE 0 END FROM missing) AS both_sides
     GROUP BY event, point`,
  );
  await store.define(
    'lone_events',
    `SELECT event FROM points_of GROUP BY event
     HAVING SUM(covered) >= 3 AND SUM(CASE WHEN claims > 0 THEN 1 ELSE 0 END) = 1 AND SUM(witness) = 0`,
  );
}
