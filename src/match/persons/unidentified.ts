import type { Step } from '../../store/steps.js';
import { evidenceOf } from './evidence.js';
import { USABLE } from './ids.js';

/**
 * `unidentified`: the mentions that no usable ID of their own places. They have an invalid, damaged or no ID, or bear
 * another person's (`disputed`: the other mentions of the ID have a name that is no variant). A spouse whom only a name
 * mentions is evidence about the row, not a person to look for. `unidentified_evidence`: what their rows say besides.
 */
export const UNIDENTIFIED: readonly Step[] = [
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
  ...evidenceOf('unidentified_evidence', 'unidentified'),
];

/**
 * `disputed_ids(id, pinyin)`: usable IDs under two names, with the name that most of their mentions bear. Nearly all IDs
 * have one name, and to group numbers is far quicker than to group text.
 */
export const DISPUTED_IDS: Step = {
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
 * Tables `<makes>`, the undisputed mentions of some usable IDs (a SELECT of `id`), and `<makes>_evidence(id, token)`, what
 * their rows say besides.
 */
export function bearersOf(makes: string, ids: { needs: readonly string[]; select: string }): Step[] {
  const tokens = `${makes}_tokens`;
  return [
    {
      makes,
      needs: [...ids.needs, 'disputed_ids'],
      select: `SELECT m.record, m.role, m.id, m.pinyin, m.birth_date, m.sex
     FROM mentions m JOIN (${ids.select}) AS wanted ON wanted.id = m.id
     LEFT JOIN disputed_ids d ON d.id = m.id
     WHERE ${USABLE} AND COALESCE(m.pinyin = d.pinyin, TRUE)`,
    },
    ...evidenceOf(tokens, makes),
    {
      makes: `${makes}_evidence`,
      needs: [makes, tokens],
      select: `SELECT DISTINCT b.id, k.token FROM ${makes} b
     JOIN ${tokens} k ON k.record = b.record AND k.role = b.role`,
    },
  ];
}
