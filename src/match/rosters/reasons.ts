import type { Step } from '../../store/steps.js';
import { OLDEST, YOUNGEST } from '../childbearing-age.js';
import { candidatesOf } from '../persons/ids.js';
import { apart } from './same.js';

/** What may explain that somebody left or joined a register of people, the most telling first. */
export const REASONS = {
  left: ['death', 'move', 'stay', 'marriage', 'age', 'handover'],
  joined: ['birth', 'move', 'stay', 'marriage', 'age', 'handover'],
} as const;

/**
 * A register whose rows explain a change for the person they name: `day` is the date column, `where` a condition over
 * row `t`, `run` and `d` (the window of dates). A departure that is on record explains a removal however late it comes;
 * an arrival explains an entry only within the window. `here`: only in the community that the row belongs to.
 */
interface Reason {
  side: 'left' | 'joined';
  reason: string;
  register: string;
  role: string;
  where: string;
  here?: true;
}

const past = (day: string) => `COALESCE(${day} <= run.as_of, TRUE)`;
const recent = (day: string) => `${day} BETWEEN d.since AND run.as_of`;
const both = ['left', 'joined'] as const;

const of = (
  side: Reason['side'],
  reason: string,
  register: string,
  where: string,
  more: Partial<Pick<Reason, 'role' | 'here'>> = {},
): Reason => ({ side, reason, register, role: 'self', where, ...more });
const HERE = { here: true } as const;
/** Who came and who went: what of a stay is asked of each. */
const byDirection = (came: string, went: string) =>
  `CASE WHEN t.direction = '流入' THEN ${came} ELSE ${went} END`;

const EVENTS: readonly Reason[] = [
  of('left', 'death', 'deaths', past('t.death_date')),
  of('left', 'death', 'households', 't.death_date <= run.as_of'),
  of('joined', 'birth', 'births', recent('t.birth_date'), { role: 'child' }),
  of('left', 'move', 'moves', `t.direction = '迁出' AND ${past('t.move_date')}`, HERE),
  of('joined', 'move', 'moves', `t.direction = '迁入' AND ${recent('t.move_date')}`, HERE),
  of('left', 'stay', 'migrants', byDirection('t.end_date <= run.as_of', recent('t.start_date')), HERE),
  of('joined', 'stay', 'migrants', byDirection(recent('t.start_date'), recent('t.end_date')), HERE),
  ...both.flatMap((side) =>
    ['husband', 'wife'].map((role) => of(side, 'marriage', 'marriages', recent('t.marriage_date'), { role })),
  ),
];

/** How an event `e` is found to be about a person `m` who left or joined. */
const SAME_PERSON = [
  'JOIN roster_events e ON e.person = m.who',
  'JOIN roster_events e ON e.id = m.id',
  `JOIN roster_events e ON e.pinyin = m.pinyin AND e.birth_date = m.birth_date AND NOT ${apart('e', 'm')}`,
  'JOIN change_candidates r ON r.candidate = m.id JOIN roster_events e ON e.id = r.id AND e.pinyin = m.pinyin',
  'JOIN change_candidates r ON r.id = m.id JOIN roster_events e ON e.id = r.candidate AND e.pinyin = m.pinyin',
];

function eventSelect({ side, reason, register, role, where, here }: Reason): string {
  return `SELECT '${side}' AS side, '${reason}' AS reason, CAST(n.person AS STRING) AS person,
      CASE WHEN n.id_status <> 'damaged' THEN n.id END AS id, n.id_status, n.pinyin, n.birth_date,
      ${here ? 't.community' : 'CAST(NULL AS STRING)'} AS community
    FROM ${register} t JOIN named n ON n.record = t.record AND n.role = '${role}'
    CROSS JOIN run CROSS JOIN roster_since d WHERE ${where}`;
}

/** A wedding that only a register of women shows is a wedding all the same: that no other has it is another finding. */
const WEDDINGS = both
  .flatMap((side) => ['subject', 'partner'].map((person) => [side, person] as const))
  .map(
    ([side, person]) => `SELECT '${side}', 'marriage', CAST(e.${person} AS STRING), CAST(NULL AS STRING),
      CAST(NULL AS STRING), CAST(NULL AS STRING), CAST(NULL AS DATE), CAST(NULL AS STRING)
    FROM events e CROSS JOIN run CROSS JOIN roster_since d
    WHERE e.kind = 'marriage' AND e.${person} IS NOT NULL AND ${recent('e.date')}`,
  )
  .join(' UNION ALL ');

const CHANGE = 'm.side, m.point, m.register, m.community, m.who';
const STANDING = 'SELECT DISTINCT who, point, register, community FROM';

/** Who grows too old for the register of women, or old enough. */
const AGE = `SELECT ${CHANGE}, 'age' AS reason FROM roster_moved m CROSS JOIN run CROSS JOIN roster_since d
  WHERE m.register = 'women' AND CASE WHEN m.side = 'left' THEN years_between(m.birth_date, run.as_of) > ${OLDEST}
    ELSE years_between(m.birth_date, run.as_of) >= ${YOUNGEST} AND years_between(m.birth_date, d.since) < ${YOUNGEST} END`;

/** A child is born; whether the registers of births have it too is for the rules of birth. */
const NEWBORN = `SELECT ${CHANGE}, 'birth' AS reason FROM roster_moved m CROSS JOIN run CROSS JOIN roster_since d
  WHERE m.side = 'joined' AND ${recent('m.birth_date')}`;

/** The register itself says on which day a woman was handed over. */
const HANDED = `SELECT ${CHANGE}, 'handover' AS reason FROM roster_moved m CROSS JOIN run CROSS JOIN roster_since d
  WHERE ${recent('m.handover_date')}`;

/** Who left one community stands on a register of another where she did not stand before. */
const HANDOVER = [
  { side: 'left', now: 'roster_now', before: 'roster_then' },
  { side: 'joined', now: 'roster_then', before: 'roster_now' },
].map(
  ({ side, now, before }) => `SELECT ${CHANGE}, 'handover' AS reason FROM roster_moved m
    JOIN (SELECT n.who, n.community FROM (${STANDING} ${now}) AS n
      LEFT JOIN (${STANDING} ${before}) AS b
        ON b.who = n.who AND b.community = n.community AND b.point = n.point AND b.register = n.register
      WHERE b.who IS NULL) AS other ON other.who = m.who
    WHERE m.side = '${side}' AND other.community <> m.community`,
);

const FOUND = SAME_PERSON.map(
  (joins) => `SELECT m.side, m.point, m.register, m.community, m.who, e.reason FROM roster_moved m ${joins}
      WHERE e.side = m.side AND COALESCE(e.community = m.community, TRUE)`,
);

/**
 * `roster_reasons(side, point, register, community, who, reason)`: what explains the changes of table `roster_moved`.
 * People are found in this month's registers by person, by ID, or by name and birth date.
 */
export const ROSTER_REASONS: readonly Step[] = [
  {
    makes: 'roster_events',
    needs: ['named', 'events', 'roster_since'],
    select: `${EVENTS.map(eventSelect).join(' UNION ALL ')} UNION ALL ${WEDDINGS}`,
  },
  candidatesOf('change_candidates', ['roster_events', 'roster_moved']),
  {
    makes: 'roster_reasons',
    needs: [
      'roster_moved',
      'roster_events',
      'change_candidates',
      'roster_since',
      'roster_now',
      'roster_then',
    ],
    select: [...FOUND, AGE, NEWBORN, HANDED, ...HANDOVER].join(' UNION '),
  },
];
