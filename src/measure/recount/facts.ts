import type { Config } from '../../config/types.js';
import { selfOf } from '../../match/self.js';
import { MARRIED } from '../../registers/codes.js';
import type { RegisterName } from '../../registers/types.js';
import { anyOf } from '../../store/vocabulary.js';
import type { FactTable } from '../indicators/indicator.js';

/** A table of counted facts: one row a fact, of one community, and of one month where it is a flow. */
export interface Facts {
  /** Any of these registers at a community lets its facts be counted. */
  needs: readonly RegisterName[];
  /** SELECT of `event` (null where none), `community`, `month` (flows only) and the columns that indicators ask for. */
  select: string;
}

const MARRIED_STATUSES = anyOf(MARRIED);
const NOT_USED = `('none', 'none_pregnant', 'none_planning', 'none_breastfeeding', 'none_menopause', 'none_infertile',
  'iud_removal', 'reversal')`;

/** Two joins by equality: a condition that is true for a blank community would make the engine compare every pair. */
const DEPARTURES = `LEFT JOIN departed d ON d.person = x.person AND d.community = x.community
  LEFT JOIN dead ON dead.person = x.person`;
const STILL_HERE = 'd.person IS NULL AND dead.person IS NULL';

/** What the configuration says of counting. */
export type CountedBy = Pick<Config, 'population' | 'marriageAt' | 'recountBy' | 'monthEnd'>;

/** The value of a column that most rows of a group give; ties go to the smaller one. */
function majority(column: string, keys: string, from: string): string {
  return `SELECT ${keys}, ${column} FROM (
    SELECT ${keys}, ${column}, ROW_NUMBER() OVER (PARTITION BY ${keys} ORDER BY COUNT(*) DESC, ${column}) AS place
    FROM ${from} WHERE ${column} IS NOT NULL GROUP BY ${keys}, ${column}) AS ranked WHERE place = 1`;
}

/** Everybody who lives in a community for a stay only: most of what is written of them there says 流入. */
const IN_MIGRANTS = `WITH votes AS (
    SELECT n.person, t.community, CASE WHEN t.residence = '流入' THEN 1 ELSE -1 END AS vote
    FROM women t JOIN ${selfOf('women')} WHERE t.residence IS NOT NULL
    UNION ALL
    SELECT n.person, t.community, CASE WHEN t.residence = '流入' THEN 1 ELSE -1 END
    FROM households t JOIN ${selfOf('households')} WHERE t.residence IS NOT NULL
  )
  SELECT v.person, v.community FROM votes v
  JOIN (SELECT DISTINCT person, community FROM votes WHERE vote > 0) AS stay
    ON stay.person = v.person AND stay.community = v.community
  GROUP BY v.person, v.community HAVING SUM(v.vote) > 0`;

/** Whether the events of in-migrants count, by the configured population. */
function basisIs(population: Config['population']): string {
  return population === 'registered'
    ? `COALESCE(x.basis, CASE WHEN i.person IS NULL THEN '户籍' ELSE '流入' END) <> '流入'`
    : `COALESCE(x.residence, '常住') <> '流出'`;
}

/**
 * Events of one kind, each in the community where it counts: where its people are registered (or present), and of
 * several such the event's own. An event that only registers of people show counts where an own register ought to have it
 * (a child that came with a family that moved here was not born here).
 */
function placed(kind: string, register: RegisterName, basis: string, config: CountedBy): string {
  const where = basisIs(config.population);
  const byEvent = config.recountBy === 'event_date';
  // Months that end early, and registrations, reach beyond the events of the period.
  const whole = byEvent && config.monthEnd >= 31;
  const date = byEvent ? 'e.date' : 'COALESCE(w.registered, e.date)';
  return `SELECT event, community, date FROM (
      SELECT x.event, x.community, ${date} AS date, ROW_NUMBER() OVER (PARTITION BY x.event
        ORDER BY CASE WHEN x.community = e.community THEN 0 ELSE 1 END, x.community) AS place
      FROM (
        SELECT c.event, c.community, MIN(c.subject) AS subject,
          CASE WHEN COUNT(CASE WHEN ${basis} = '流入' THEN 1 END) > COUNT(CASE WHEN ${basis} <> '流入' THEN 1 END)
            THEN '流入' WHEN COUNT(${basis}) > 0 THEN '户籍' END AS basis,
          CAST(NULL AS STRING) AS residence
        FROM event_claims c LEFT JOIN ${register} r ON r.record = c.record
        WHERE c.kind = '${kind}' AND NOT c.witness AND c.community IS NOT NULL AND (c.own OR (
          c.event NOT IN (SELECT event FROM event_claims WHERE kind = '${kind}' AND own AND NOT witness)
          AND c.event IN (SELECT event FROM expected)))
        GROUP BY c.event, c.community) AS x
      JOIN events e ON e.event = x.event AND e.date IS NOT NULL ${whole ? 'AND e.in_period' : ''}
      ${byEvent ? '' : 'LEFT JOIN written w ON w.event = x.event'}
      LEFT JOIN lone_events l ON l.event = x.event
      LEFT JOIN in_migrants i ON i.person = COALESCE(e.subject, x.subject) AND i.community = x.community
      WHERE l.event IS NULL AND ${where}) AS ranked
    WHERE place = 1`;
}

/** What the claims of births say of a child, most often. */
function birthValue(column: string, value: string): string {
  const from = `(SELECT c.event, ${value} AS ${column} FROM event_claims c
    LEFT JOIN births b ON b.record = c.record
    WHERE c.kind = 'birth' AND NOT c.witness) AS said`;
  return majority(column, 'event', from);
}

/** The tables of counted facts. Each is a SELECT over what matching leaves. */
export function factTables(config: CountedBy): Record<FactTable, Facts> {
  const { population, marriageAt } = config;
  const count = (kind: string, register: RegisterName, basis: string) =>
    placed(kind, register, basis, config);
  return {
    births: {
      needs: ['births'],
      select: `SELECT p.event, p.community, p.date, s.sex, n.parity, o.policy
        FROM (${count('birth', 'births', 'COALESCE(r.basis, CASE WHEN c.own THEN NULL ELSE c.code END)')}) AS p
        LEFT JOIN (${birthValue('sex', 'c.sex')}) AS s ON s.event = p.event
        LEFT JOIN (${birthValue('parity', 'c.number')}) AS n ON n.event = p.event
        LEFT JOIN (${birthValue('policy', 'b.policy')}) AS o ON o.event = p.event`,
    },
    marriages: {
      needs: ['marriages'],
      select: `SELECT p.event, p.community, p.date, o.wife_order, years_between(COALESCE(b.birth_date, w.birth_date), p.date) AS age
        FROM (${marriageAt === 'wife' ? count('marriage', 'marriages', 'r.basis') : bothEnds('marriage')}) AS p
        JOIN events e ON e.event = p.event
        LEFT JOIN (${majority(
          'wife_order',
          'event',
          `(SELECT event, subject_order AS wife_order FROM event_claims
          WHERE kind = 'marriage' AND own) AS said`,
        )}) AS o ON o.event = p.event
        LEFT JOIN birth_dates b ON b.person = e.subject
        LEFT JOIN (SELECT person, MIN(birth_date) AS birth_date FROM named WHERE role = 'wife' GROUP BY person) AS w
          ON w.person = e.subject`,
    },
    operations: {
      needs: ['contraception'],
      select: `SELECT p.event, p.community, p.date, c.code AS method
        FROM (${count('contraception', 'contraception', 'CAST(NULL AS STRING)')}) AS p
        LEFT JOIN event_codes c ON c.event = p.event`,
    },
    deaths: {
      needs: ['deaths'],
      select: `SELECT p.event, p.community, p.date FROM (${count('death', 'deaths', 'r.basis')}) AS p`,
    },
    moves: { needs: ['moves'], select: MOVES },
    residents: { needs: ['households'], select: residents(population) },
    enrolled: { needs: ['women'], select: enrolled(population) },
    stays: { needs: ['migrants'], select: STAYS },
    certificates: { needs: ['migrants'], select: CERTIFICATES },
    checks: { needs: ['women', 'visits'], select: CHECKS },
    cards: { needs: ['households'], select: CARDS },
  };
}

function bothEnds(kind: string): string {
  return `SELECT DISTINCT e.event, c.community, e.date FROM events e JOIN event_claims c ON c.event = e.event AND c.own
    LEFT JOIN lone_events l ON l.event = e.event
    WHERE e.kind = '${kind}' AND e.in_period AND e.date IS NOT NULL AND l.event IS NULL`;
}

/** The nth move of a person into or out of a community is one move at all points. */
const MOVES = `SELECT CAST(NULL AS BIGINT) AS event, community, MIN(date) AS date, direction FROM (
    SELECT m.person, m.community, m.direction, m.date, ROW_NUMBER() OVER (
      PARTITION BY m.point, m.person, m.community, m.direction ORDER BY m.date) AS nth
    FROM (SELECT DISTINCT s.point, n.person, t.community, t.direction, t.move_date AS date
      FROM moves t JOIN sources s ON s.source = t.source JOIN ${selfOf('moves')}
      WHERE t.move_date IS NOT NULL) AS m) AS numbered
  GROUP BY person, community, direction, nth`;

/** The sex that a valid ID says, else the column's: a slip in that column is a finding, and changes no count. */
const SEX_BY_ID = `CASE WHEN n.id_status = 'valid' AND LENGTH(n.id) = 18
    THEN CASE WHEN SUBSTR(n.id, 17, 1) IN ('1', '3', '5', '7', '9') THEN '男' ELSE '女' END ELSE t.sex END`;

/** People on cards, once each, without the dead and those whose registration has left. */
function residents(population: Config['population']): string {
  const basis = population === 'registered' ? `x.residence <> '流入'` : `x.residence <> '流出'`;
  return `SELECT CAST(NULL AS BIGINT) AS event, x.community, x.sex = '女' AND years_between(COALESCE(b.birth_date, x.birth_date), run.as_of)
      BETWEEN 15 AND 49 AS fertile, x.married_n > 0 AS married
    FROM (SELECT n.person, t.community, MIN(${SEX_BY_ID}) AS sex, MIN(t.birth_date) AS birth_date,
        MIN(COALESCE(t.residence, '常住')) AS residence,
        COUNT(CASE WHEN t.marital_status IN ${MARRIED_STATUSES} THEN 1 END) AS married_n
      FROM households t JOIN ${selfOf('households')} GROUP BY n.person, t.community) AS x
    CROSS JOIN run LEFT JOIN birth_dates b ON b.person = x.person
    ${DEPARTURES}
    WHERE ${STILL_HERE} AND ${basis}`;
}

/** Women on the women register, once each, with the method that most points give. */
function enrolled(population: Config['population']): string {
  const basis = population === 'registered' ? `x.residence <> '流入'` : `x.residence <> '流出'`;
  const method = majority('method', 'person, community', WOMEN);
  return `SELECT CAST(NULL AS BIGINT) AS event, x.community, COALESCE(m.method NOT IN ${NOT_USED}, FALSE) AS uses, m.method
    FROM (SELECT person, community, MIN(residence) AS residence FROM ${WOMEN} GROUP BY person, community) AS x
    LEFT JOIN (${method}) AS m ON m.person = x.person AND m.community = x.community
    ${DEPARTURES}
    WHERE ${STILL_HERE} AND ${basis}`;
}

const WOMEN = `(SELECT n.person, t.community, t.method, COALESCE(t.residence, '常住') AS residence, t.marital_status,
    t.due_date, n.birth_date
  FROM women t JOIN ${selfOf('women')}) AS rows_of_women`;

/** Stays that are open at the as-of date. */
const STAYS = `SELECT e.event, e.community, c.code AS direction FROM events e JOIN event_codes c ON c.event = e.event
  LEFT JOIN lone_events l ON l.event = e.event
  WHERE e.kind = 'migration' AND e.open AND l.event IS NULL`;

/** Women of 18 to 49 with an open stay to or from another district, and their certificates. */
const CERTIFICATES = `SELECT x.event, x.community, x.direction, x.held_n > 0 AS held, x.verified_n > 0 AS verified
  FROM (SELECT e.event, e.community, c.code AS direction, e.subject,
      COUNT(CASE WHEN t.certificate_no IS NOT NULL AND COALESCE(t.certificate_expires >= run.as_of, TRUE) THEN 1 END) AS held_n,
      COUNT(t.verified_date) AS verified_n, MIN(t.sex) AS sex, MIN(COALESCE(b.birth_date, t.birth_date)) AS birth_date,
      MIN(CASE WHEN t.direction = '流出' THEN t.current_place ELSE t.home_place END) AS other_end
    FROM events e JOIN event_codes c ON c.event = e.event
    JOIN event_claims k ON k.event = e.event AND k.own JOIN migrants t ON t.record = k.record
    CROSS JOIN run LEFT JOIN lone_events l ON l.event = e.event LEFT JOIN birth_dates b ON b.person = e.subject
    WHERE e.kind = 'migration' AND e.open AND l.event IS NULL
    GROUP BY e.event, e.community, c.code, e.subject) AS x
  CROSS JOIN run
  WHERE x.sex = '女' AND years_between(x.birth_date, run.as_of) BETWEEN 18 AND 49
    AND COALESCE(x.other_end, '') NOT IN (SELECT community FROM communities WHERE community IS NOT NULL)`;

/** Women whose check is due (docs/domain.md#ages-and-checks), and whether one of the last 120 days of the period is on record. */
const CHECKS = `SELECT CAST(NULL AS BIGINT) AS event, x.community, v.person IS NOT NULL AS checked
  FROM (SELECT w.person, w.community, MIN(w.residence) AS residence, MAX(w.due_date) AS due_date,
      MIN(w.birth_date) AS birth_date, COUNT(CASE WHEN w.marital_status IN ${MARRIED_STATUSES} THEN 1 END) AS married_n
    FROM ${WOMEN.replace('AS rows_of_women', 'AS w')} GROUP BY w.person, w.community) AS x
  CROSS JOIN run ${DEPARTURES}
  LEFT JOIN (SELECT DISTINCT n.person FROM visits t JOIN named n ON n.record = t.record AND n.role = 'woman' AND n.register = 'visits' CROSS JOIN run
    WHERE t.service IN ('查环', '查孕', '查病') AND days_between(t.visit_date, run.period_to) BETWEEN 0 AND 119) AS v
    ON v.person = x.person
  WHERE ${STILL_HERE} AND x.residence IN ('常住', '流入') AND x.married_n > 0
    AND years_between(x.birth_date, run.as_of) BETWEEN 15 AND 49
    AND NOT COALESCE(x.due_date >= run.as_of, FALSE)`;

/** Households that any register or building list names, and whether there is a card for them. */
const CARDS = `SELECT CAST(NULL AS BIGINT) AS event, a.community, h.household_no IS NOT NULL AS held
  FROM (SELECT DISTINCT community, household_no FROM households WHERE household_no IS NOT NULL
    UNION SELECT DISTINCT community, household_no FROM women WHERE household_no IS NOT NULL) AS a
  LEFT JOIN (SELECT DISTINCT community, household_no FROM households) AS h
    ON h.community = a.community AND h.household_no = a.household_no`;

/** Small tables that the facts read. */
export const HELPERS: Readonly<Record<string, string>> = {
  in_migrants: IN_MIGRANTS,
  written: `SELECT event, MIN(registered) AS registered FROM event_claims
    WHERE own AND NOT witness AND registered IS NOT NULL GROUP BY event`,
  /** Only people whose birth date is written in two ways: of others any record tells it. */
  birth_dates: majority(
    'birth_date',
    'person',
    `(SELECT n.person, n.birth_date FROM named n JOIN (SELECT person FROM named GROUP BY person
      HAVING COALESCE(MIN(birth_date) <> MAX(birth_date), FALSE)) AS two ON two.person = n.person) AS said`,
  ),
  dead: `SELECT DISTINCT e.subject AS person FROM events e CROSS JOIN run
    LEFT JOIN lone_events l ON l.event = e.event
    WHERE e.kind = 'death' AND l.event IS NULL AND e.subject IS NOT NULL AND COALESCE(e.date <= run.as_of, TRUE)`,
  departed: `SELECT person, community FROM (
      SELECT n.person, t.community, SUM(CASE WHEN t.direction = '迁出' THEN 1 ELSE -1 END) AS balance,
        MAX(CASE WHEN t.direction = '迁出' THEN t.move_date END) AS left_on,
        MAX(CASE WHEN t.direction = '迁入' THEN t.move_date END) AS came_on
      FROM moves t JOIN ${selfOf('moves')} CROSS JOIN run
      WHERE t.move_date <= run.as_of GROUP BY n.person, t.community) AS moved
    WHERE left_on IS NOT NULL AND COALESCE(left_on >= came_on, TRUE)`,
};
