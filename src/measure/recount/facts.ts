import type { Config } from '../../config/types.js';
import { ofChildbearingAge } from '../../match/childbearing-age.js';
import { MARRIED_STATUSES } from '../../match/events/kinds/enrolment.js';
import { registrantOf } from '../../match/registrant.js';
import type { RegisterName } from '../../registers/types.js';
import type { FactTable } from '../indicators/indicator.js';
import { majority, RESIDENCE } from './helpers.js';
import { BOTH_ENDS, type CountedBy } from './placed.js';

/** Facts that are counted: one row a fact, of one community. */
export interface FactSelect {
  /** Any of these registers at a community lets its facts be counted. */
  needs: readonly RegisterName[];
  /**
   * SELECT of `community` and the columns that indicators ask for, and of `date` where facts flow, over what matching
   * leaves, the helpers (`helpers.ts`) and `placed` (`placed.ts`).
   */
  select: string;
}

const NOT_USED = `('none', 'none_pregnant', 'none_planning', 'none_breastfeeding', 'none_menopause', 'none_infertile',
  'iud_removal', 'reversal')`;

/** Two joins by equality: a condition that is true for a blank community would make the engine compare every pair. */
const DEPARTURES = `LEFT JOIN departed d ON d.person = x.person AND d.community = x.community
  LEFT JOIN dead ON dead.person = x.person`;
const STILL_HERE = 'd.person IS NULL AND dead.person IS NULL';

/** What the claims of births say of a child, most often. */
function birthValue(column: string, value: string): string {
  const from = `(SELECT c.event, ${value} AS ${column} FROM event_claims c
    LEFT JOIN births b ON b.record = c.record
    WHERE c.kind = 'birth' AND NOT c.witness) AS said`;
  return majority(column, 'event', from);
}

const BIRTHS = `SELECT p.community, p.date, s.sex, n.parity, o.policy FROM placed p
  LEFT JOIN (${birthValue('sex', 'c.sex')}) AS s ON s.event = p.event
  LEFT JOIN (${birthValue('parity', 'c.number')}) AS n ON n.event = p.event
  LEFT JOIN (${birthValue('policy', 'b.policy')}) AS o ON o.event = p.event
  WHERE p.kind = 'birth'`;

const WIFE_ORDER = majority(
  'wife_order',
  'event',
  `(SELECT event, subject_order AS wife_order FROM event_claims WHERE kind = 'marriage' AND is_primary) AS said`,
);

function marriages(marriageAt: Config['marriageAt']): string {
  const weddings = marriageAt === 'wife' ? `SELECT * FROM placed WHERE kind = 'marriage'` : BOTH_ENDS;
  return `SELECT p.community, p.date, o.wife_order, years_between(COALESCE(b.birth_date, w.birth_date), p.date) AS age
    FROM (${weddings}) AS p JOIN events e ON e.event = p.event
    LEFT JOIN (${WIFE_ORDER}) AS o ON o.event = p.event
    LEFT JOIN birth_dates b ON b.person = e.subject
    LEFT JOIN (SELECT person, MIN(birth_date) AS birth_date FROM named WHERE role = 'wife' GROUP BY person) AS w
      ON w.person = e.subject`;
}

const OPERATIONS = `SELECT p.community, p.date, c.code AS method FROM placed p
  LEFT JOIN event_codes c ON c.event = p.event WHERE p.kind = 'contraception'`;

/** The nth move of a person into or out of a community is one move at all points. */
const MOVES = `SELECT community, MIN(date) AS date, direction FROM (
    SELECT m.person, m.community, m.direction, m.date, ROW_NUMBER() OVER (
      PARTITION BY m.point, m.person, m.community, m.direction ORDER BY m.date) AS nth
    FROM (SELECT DISTINCT s.point, n.person, t.community, t.direction, t.move_date AS date
      FROM moves t JOIN sources s ON s.source = t.source JOIN ${registrantOf('moves')}
      WHERE t.move_date IS NOT NULL) AS m) AS numbered
  GROUP BY person, community, direction, nth`;

/** Whom the configured population leaves out. */
const LEFT_OUT: Readonly<Record<Config['population'], string>> = { registered: '流入', present: '流出' };

/** People on cards, once each, without the dead and those whose registration has left. */
function residents(population: Config['population']): string {
  return `SELECT x.community, x.sex = '女' AND ${ofChildbearingAge('COALESCE(b.birth_date, x.birth_date)')} AS fertile, x.married_n > 0 AS married
    FROM (SELECT person, community, MIN(sex) AS sex, MIN(birth_date) AS birth_date,
        ${RESIDENCE} AS residence,
        COUNT(CASE WHEN marital_status IN ${MARRIED_STATUSES} THEN 1 END) AS married_n
      FROM card_rows GROUP BY person, community) AS x
    CROSS JOIN run LEFT JOIN birth_dates b ON b.person = x.person
    ${DEPARTURES}
    WHERE ${STILL_HERE} AND x.residence <> '${LEFT_OUT[population]}'`;
}

/** Women on the women register, once each, with the method that most points give. */
function enrolled(population: Config['population']): string {
  return `SELECT x.community, COALESCE(m.method NOT IN ${NOT_USED}, FALSE) AS uses, m.method
    FROM (SELECT person, community, ${RESIDENCE} AS residence FROM women_rows
      GROUP BY person, community) AS x
    LEFT JOIN (${majority('method', 'person, community', 'women_rows')}) AS m
      ON m.person = x.person AND m.community = x.community
    ${DEPARTURES}
    WHERE ${STILL_HERE} AND x.residence <> '${LEFT_OUT[population]}'`;
}

/** Stays that are open at the as-of date. */
const STAYS = `SELECT e.community, c.code AS direction FROM events e JOIN event_codes c ON c.event = e.event
  LEFT JOIN lone_events l ON l.event = e.event
  WHERE e.kind = 'migration' AND e.open AND l.event IS NULL`;

/** Women of 18 to 49 with an open stay to or from another district, and their certificates. */
const CERTIFICATES = `SELECT x.community, x.direction, x.held_n > 0 AS held, x.verified_n > 0 AS verified
  FROM (SELECT e.event, e.community, c.code AS direction, e.subject,
      COUNT(CASE WHEN t.certificate_no IS NOT NULL AND COALESCE(t.certificate_expires >= run.as_of, TRUE) THEN 1 END) AS held_n,
      COUNT(t.verified_date) AS verified_n, MIN(t.sex) AS sex, MIN(COALESCE(b.birth_date, t.birth_date)) AS birth_date,
      MIN(CASE WHEN t.direction = '流出' THEN t.current_place ELSE t.home_place END) AS other_end
    FROM events e JOIN event_codes c ON c.event = e.event
    JOIN event_claims k ON k.event = e.event AND k.is_primary JOIN migrants t ON t.record = k.record
    CROSS JOIN run LEFT JOIN lone_events l ON l.event = e.event LEFT JOIN birth_dates b ON b.person = e.subject
    WHERE e.kind = 'migration' AND e.open AND l.event IS NULL
    GROUP BY e.event, e.community, c.code, e.subject) AS x
  CROSS JOIN run
  WHERE x.sex = '女' AND years_between(x.birth_date, run.as_of) BETWEEN 18 AND 49
    AND COALESCE(x.other_end, '') NOT IN (SELECT community FROM communities WHERE community IS NOT NULL)`;

/** Women whose check is due (docs/domain.md#ages-and-checks), and whether one of the last 120 days of the period is on record. */
const CHECKS = `SELECT x.community, v.person IS NOT NULL AS checked
  FROM (SELECT person, community, ${RESIDENCE} AS residence, MAX(due_date) AS due_date,
      MIN(birth_date) AS birth_date, COUNT(CASE WHEN marital_status IN ${MARRIED_STATUSES} THEN 1 END) AS married_n
    FROM women_rows GROUP BY person, community) AS x
  CROSS JOIN run ${DEPARTURES}
  LEFT JOIN (SELECT DISTINCT n.person FROM visits t JOIN named n ON n.record = t.record AND n.role = 'woman' AND n.register = 'visits' CROSS JOIN run
    WHERE t.service IN ('查环', '查孕', '查病') AND days_between(t.visit_date, run.period_to) BETWEEN 0 AND 119) AS v
    ON v.person = x.person
  WHERE ${STILL_HERE} AND x.residence IN ('常住', '流入') AND x.married_n > 0
    AND ${ofChildbearingAge('x.birth_date')}
    AND NOT COALESCE(x.due_date >= run.as_of, FALSE)`;

/** Households that any register or building list names, and whether there is a card for them. */
const CARDS = `SELECT community, MAX(card) AS held
  FROM (SELECT community, household_no, TRUE AS card FROM households
    UNION ALL SELECT community, household_no, FALSE FROM women) AS a
  WHERE household_no IS NOT NULL GROUP BY community, household_no`;

/** The facts that are counted. */
export function factTables({ population, marriageAt }: CountedBy): Record<FactTable, FactSelect> {
  return {
    births: { needs: ['births'], select: BIRTHS },
    marriages: { needs: ['marriages'], select: marriages(marriageAt) },
    operations: { needs: ['contraception'], select: OPERATIONS },
    deaths: { needs: ['deaths'], select: `SELECT community, date FROM placed WHERE kind = 'death'` },
    moves: { needs: ['moves'], select: MOVES },
    residents: { needs: ['households'], select: residents(population) },
    enrolled: { needs: ['women'], select: enrolled(population) },
    stays: { needs: ['migrants'], select: STAYS },
    certificates: { needs: ['migrants'], select: CERTIFICATES },
    checks: { needs: ['women', 'visits'], select: CHECKS },
    cards: { needs: ['households'], select: CARDS },
  };
}
