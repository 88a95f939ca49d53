import type { Step } from '../../store/steps.js';

/** Children of one mother and day, as the cards show them: those who stand on one card of a point. */
const ON_CARDS = `SELECT hm.person AS mother, t.birth_date, COUNT(DISTINCT c.person) AS n
  FROM household_mothers hm JOIN households t ON t.record = hm.record
  JOIN household_of h ON h.record = t.record
  JOIN named c ON c.record = t.record AND c.role = 'self' AND c.register = 'households'
  GROUP BY hm.person, t.birth_date, h.household, h.point`;
/** The same as the birth registers of a point tell them apart. */
const IN_REGISTERS = `SELECT m.person AS mother, t.birth_date,
    GREATEST(COUNT(DISTINCT c.name_key), COUNT(DISTINCT c.id), COUNT(DISTINCT t.certificate_no)) AS n
  FROM births t JOIN sources s ON s.source = t.source
  JOIN named m ON m.record = t.record AND m.role = 'mother' AND m.register = 'births'
  LEFT JOIN named c ON c.record = t.record AND c.role = 'child' AND c.register = 'births'
  GROUP BY m.person, t.birth_date, s.point`;

/**
 * `twin_rows(record, twin)`: rows of birth registers that say of the child no more than its sex, where others show several
 * children of that mother and day: which of them the row may be. Rows of one point and number are one child; of two sexes
 * each has at least one child of its own (docs/domain.md#one-event-or-two).
 */
export const TWIN_ROWS: Step = {
  makes: 'twin_rows',
  needs: ['household_mothers', 'household_of', 'named'],
  select: `WITH shown AS (
       SELECT mother, birth_date, MAX(n) AS n FROM (${ON_CARDS} UNION ALL ${IN_REGISTERS}) AS counted
       GROUP BY mother, birth_date HAVING MAX(n) > 1
     ), bare AS (
       SELECT t.record, t.fp, t.child_sex, s.point, g.mother, g.birth_date, g.n FROM births t
       JOIN sources s ON s.source = t.source
       JOIN named m ON m.record = t.record AND m.role = 'mother' AND m.register = 'births'
       JOIN shown g ON g.mother = m.person AND g.birth_date = t.birth_date
       LEFT JOIN named c ON c.record = t.record AND c.role = 'child' AND c.register = 'births'
       WHERE c.name_key IS NULL AND c.id IS NULL AND t.certificate_no IS NULL
     ), numbered AS (
       SELECT record,
         n - CASE WHEN MIN(child_sex) OVER (PARTITION BY point, mother, birth_date)
             <> MAX(child_sex) OVER (PARTITION BY point, mother, birth_date) THEN 1 ELSE 0 END AS most,
         ROW_NUMBER() OVER (PARTITION BY point, mother, birth_date, child_sex ORDER BY fp, record) AS place
       FROM bare
     )
     SELECT record, CAST(LEAST(place, most) AS INTEGER) AS twin FROM numbered`,
};
