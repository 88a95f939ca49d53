import type { Step } from '../../store/steps.js';
import { registrantOf } from '../registrant.js';

/**
 * `household_mothers(record, person)`: the member who can be the mother of a child on the same card. A woman whom a birth
 * register names as mother on that date goes first, whatever her age, then one whose women register shows a birth then,
 * then the wife of the head or the head, then the one whose age is nearest to the usual.
 */
export const HOUSEHOLD_MOTHERS: Step = {
  makes: 'household_mothers',
  needs: ['household_of', 'named'],
  select: `SELECT record, person FROM (
       SELECT c.record, w.person, ROW_NUMBER() OVER (PARTITION BY c.record ORDER BY
         CASE WHEN b.record IS NOT NULL THEN 0 WHEN l.record IS NOT NULL THEN 1
           WHEN m.relation IN ('配偶', '妻', '妻子', '户主', '儿媳') THEN 2 ELSE 3 END,
         ABS(years_between(w.birth_date, c.birth_date) - 27), w.person) AS place
       FROM households c CROSS JOIN run
       JOIN household_of hc ON hc.record = c.record
       JOIN household_of hm ON hm.household = hc.household AND hm.point = hc.point AND hm.record <> hc.record
       JOIN households m ON m.record = hm.record
       JOIN named w ON w.record = m.record AND w.role = 'self' AND w.sex = '女' AND w.register = 'households'
       LEFT JOIN (SELECT p.person, t.birth_date, t.record FROM births t
         JOIN named p ON p.record = t.record AND p.role = 'mother' AND p.register = 'births') AS b
         ON b.person = w.person AND b.birth_date = c.birth_date
       LEFT JOIN (SELECT p.person, t.last_birth_date, t.record FROM women t
         JOIN ${registrantOf('women', 'p', 't')}) AS l
         ON l.person = w.person AND l.last_birth_date = c.birth_date
       WHERE c.birth_date >= add_days(run.period_from, -400)
         AND (b.record IS NOT NULL OR years_between(w.birth_date, c.birth_date) BETWEEN 14 AND 55)
     ) AS ranked WHERE place = 1`,
};
