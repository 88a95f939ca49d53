import type { Step } from '../../store/steps.js';

/** Methods of which a woman is operated: under a man they are his wife's all the same. */
const OPERATIONS_OF_WOMEN = `('iud', 'iud_removal', 'female_sterilisation', 'implant')`;
const A_WOMAN = 'w.valid_id AND NOT male_id(w.id)';
const WIFE = 'w.person, w.name_key, w.pinyin';

/**
 * `operated_wives(record, person, valid_id, name_key, pinyin)`: whose an operation is that stands under a man: the spouse's
 * whom the row names, else the wife's whom other registers give him. Of several, the one whose women register shows the
 * operation goes first, then the one whom most rows name.
 */
export const OPERATED_WIVES: Step = {
  makes: 'operated_wives',
  needs: ['named'],
  select: `WITH men AS (
       SELECT t.record, m.person, t.method, t.service_date FROM contraception t
       JOIN named m ON m.record = t.record AND m.role = 'woman' AND m.register = 'contraception'
       WHERE t.method IN ${OPERATIONS_OF_WOMEN} AND m.valid_id AND male_id(m.id)
     ), wives AS (
       SELECT t.record, ${WIFE}, 0 AS distance FROM men t
       JOIN named w ON w.record = t.record AND w.role = 'spouse' AND w.register = 'contraception' WHERE ${A_WOMAN}
       UNION ALL
       SELECT t.record, ${WIFE}, CASE WHEN f.record IS NULL THEN 2 ELSE 1 END AS distance FROM men t
       JOIN named h ON h.person = t.person AND h.role IN ('husband', 'father')
       JOIN named w ON w.record = h.record AND w.role IN ('self', 'wife', 'mother')
       LEFT JOIN named o ON o.record = t.record AND o.role = 'spouse' AND o.register = 'contraception'
       LEFT JOIN women f ON f.record = w.record AND f.method = t.method AND f.method_date = t.service_date
       WHERE ${A_WOMAN} AND COALESCE(o.pinyin = w.pinyin, TRUE)
     ), ranked AS (
       SELECT record, person, MIN(name_key) AS name_key, MIN(pinyin) AS pinyin,
         ROW_NUMBER() OVER (PARTITION BY record ORDER BY MIN(distance), COUNT(*) DESC, person) AS place
       FROM wives GROUP BY record, person
     )
     SELECT record, person, TRUE AS valid_id, name_key, pinyin FROM ranked WHERE place = 1`,
};
