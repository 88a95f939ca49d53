import { registrantOf } from '../../match/registrant.js';
import { codeType } from '../../store/tables.js';

/** The value of a column that most rows of a group give; ties go to the smaller one. */
export function majority(column: string, keys: string, from: string): string {
  return `SELECT ${keys}, ${column} FROM (
    SELECT ${keys}, ${column}, ROW_NUMBER() OVER (PARTITION BY ${keys} ORDER BY COUNT(*) DESC, ${column}) AS place
    FROM ${from} WHERE ${column} IS NOT NULL GROUP BY ${keys}, ${column}) AS ranked WHERE place = 1`;
}

/** The sex that a valid ID says, else the column's: a slip in that column is a finding, and changes no count. */
const SEX_BY_ID = `CAST(CASE WHEN n.id_status = 'valid' AND LENGTH(n.id) = 18
    THEN CASE WHEN male_id(n.id) THEN '男' ELSE '女' END ELSE t.sex END AS ${codeType('sex')})`;

/** The least residence of rows of cards or women registers; who says nothing lives where the register is. */
export const RESIDENCE = `MIN(COALESCE(residence, CAST('常住' AS ${codeType('residence')})))`;

/**
 * What the counts of facts read together, in order: each may read those before it.
 *
 * - `card_rows`, `women_rows`: the rows of cards and of women registers with the persons they name
 * - `in_migrants(person, community)`: everybody who lives in a community for a stay only, as most of what is written of
 *   them there says
 * - `birth_dates(person, birth_date)`: only people whose birth date is written in two ways; of others any record tells it
 * - `dead(person)`, `departed(person, community)`: who is no longer there at the as-of date
 */
export const HELPERS: Readonly<Record<string, string>> = {
  card_rows: `SELECT n.person, t.community, ${SEX_BY_ID} AS sex, t.birth_date, t.residence, t.marital_status
    FROM households t JOIN ${registrantOf('households')}`,
  women_rows: `SELECT n.person, t.community, t.method, t.residence, t.marital_status, t.due_date, n.birth_date
    FROM women t JOIN ${registrantOf('women')}`,
  in_migrants: `SELECT person, community FROM (
      SELECT person, community, residence FROM women_rows WHERE residence IS NOT NULL
      UNION ALL SELECT person, community, residence FROM card_rows WHERE residence IS NOT NULL) AS votes
    GROUP BY person, community
    HAVING 2 * COUNT(CASE WHEN residence = '流入' THEN 1 END) > COUNT(*)`,
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
      SELECT n.person, t.community,
        MAX(CASE WHEN t.direction = '迁出' THEN t.move_date END) AS left_on,
        MAX(CASE WHEN t.direction = '迁入' THEN t.move_date END) AS came_on
      FROM moves t JOIN ${registrantOf('moves')} CROSS JOIN run
      WHERE t.move_date <= run.as_of GROUP BY n.person, t.community) AS moved
    WHERE left_on IS NOT NULL AND COALESCE(left_on >= came_on, TRUE)`,
};
