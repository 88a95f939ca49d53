import type { Step } from '../../store/steps.js';
import { candidatesOf, USABLE } from './ids.js';

/**
 * `disputed_ids(id, pinyin)`: usable IDs under two names, with the name that most of their mentions bear. Nearly all IDs
 * have one name, and to group numbers is far quicker than to group text.
 */
const DISPUTED_IDS: Step = {
  makes: 'disputed_ids',
  needs: [],
  select: `SELECT id, pinyin FROM (
       SELECT id, pinyin, ROW_NUMBER() OVER (PARTITION BY id ORDER BY n DESC, pinyin) AS place
       FROM (SELECT m.id, m.pinyin, COUNT(*) AS n FROM mentions m
         JOIN (SELECT hash_of(m.id) AS id FROM mentions m WHERE ${USABLE} AND m.pinyin IS NOT NULL GROUP BY hash_of(m.id)
           HAVING MIN(hash_of(m.pinyin)) <> MAX(hash_of(m.pinyin))) AS d ON d.id = hash_of(m.id)
         WHERE m.pinyin IS NOT NULL GROUP BY m.id, m.pinyin) AS counted) AS ranked
     WHERE place = 1`,
};

/**
 * `unidentified`: the mentions that no usable ID of their own places. They have an invalid, damaged or no ID, or bear
 * another person's (`disputed`: the other mentions of the ID have a name that is no variant). A spouse whom only a name
 * mentions is evidence about the row, not a person to look for. `id_candidates`: the valid IDs for which their invalid
 * ones may stand.
 */
export const UNIDENTIFIED: readonly Step[] = [
  DISPUTED_IDS,
  {
    makes: 'unidentified',
    needs: ['disputed_ids'],
    select: `SELECT m.record, m.role, m.pinyin, m.id, m.sex, m.id_status, m.birth_date
     FROM mentions m WHERE NOT ${USABLE} AND (m.role <> 'spouse' OR m.id IS NOT NULL)
     UNION ALL
     SELECT m.record, m.role, m.pinyin, m.id, m.sex, 'disputed' AS id_status,
       CASE WHEN m.role IN ('self', 'child') THEN m.birth_date END AS birth_date
     FROM mentions m JOIN disputed_ids d ON d.id = m.id AND m.pinyin <> d.pinyin`,
  },
  candidatesOf('id_candidates', ['unidentified']),
];

/**
 * `bearers(sought, record, role, id, pinyin, birth_date, sex)`: the undisputed mentions of usable IDs that are looked at
 * more closely, and why: they are `near` another, an invalid one may stand for them (`repair`), an unidentified mention
 * has their name and birth date (`namesake`), or is under them and has another name (`disputed`).
 */
export const BEARERS: Step = {
  makes: 'bearers',
  needs: ['near_ids', 'id_candidates', 'unidentified', 'disputed_ids'],
  select: `WITH wanted AS (
       SELECT 'near' AS sought, a AS id FROM near_ids UNION SELECT 'near', b FROM near_ids
       UNION SELECT 'repair', candidate FROM id_candidates
       UNION SELECT 'namesake', m.id FROM mentions m
         JOIN (SELECT DISTINCT pinyin, birth_date FROM unidentified) AS o
           ON o.pinyin = m.pinyin AND o.birth_date = m.birth_date WHERE ${USABLE}
       UNION SELECT 'disputed', id FROM unidentified WHERE id_status = 'disputed'
     )
     SELECT w.sought, m.record, m.role, m.id, m.pinyin, m.birth_date, m.sex
     FROM mentions m JOIN wanted w ON w.id = m.id LEFT JOIN disputed_ids d ON d.id = m.id
     WHERE ${USABLE} AND COALESCE(m.pinyin = d.pinyin, TRUE)`,
};
