import type { Step } from '../../store/steps.js';

const CERTIFICATES = ['births', 'marriages', 'migrants'];
const HOUSEHOLDS = ['households', 'women'];

/**
 * Makes table `<makes>(record, role, token)` for the mentions of table `wanted`: what else a row says about a person, as
 * tokens that two mentions of one person share. Names (`n:`) and IDs (`i:`) of the others in the row or household, the
 * household (`h:`), the certificate (`c:`). These are the "second agreeing values" of person matching; sex and community
 * alone are never among them.
 */
export function evidenceOf(makes: string, wanted: string): Step[] {
  const [places, rows, others] = [`${makes}_places`, `${makes}_rows`, `${makes}_others`];
  const certificates = CERTIFICATES.map(
    (register) => `SELECT w.record, w.role, CONCAT('c:', r.certificate_no) AS token
     FROM ${wanted} w JOIN ${register} r ON r.record = w.record WHERE r.certificate_no IS NOT NULL`,
  );
  return [
    {
      makes: places,
      needs: [wanted, 'household_of'],
      select: `SELECT w.record, w.role, h.household, h.point FROM ${wanted} w JOIN household_of h ON h.record = w.record`,
    },
    {
      makes: rows,
      needs: [wanted, places, 'household_of'],
      select: `SELECT record, role, record AS other, '' AS other_role FROM ${wanted}
       UNION ALL
       SELECT p.record, p.role, o.record, 'self' FROM ${places} p
       JOIN household_of o ON o.household = p.household AND o.point = p.point AND o.record <> p.record AND o.card`,
    },
    {
      makes: others,
      needs: [rows],
      select: `SELECT k.record, k.role, m.pinyin, CASE WHEN m.id_status IN ('valid', 'other') THEN m.id END AS id
       FROM ${rows} k JOIN mentions m ON m.record = k.other
       WHERE CASE WHEN k.other = k.record THEN m.role <> k.role ELSE m.role = k.other_role END`,
    },
    {
      makes,
      needs: [wanted, places, others],
      select: `SELECT DISTINCT record, role, token FROM (
       SELECT record, role, CONCAT('n:', pinyin) AS token FROM ${others} WHERE pinyin IS NOT NULL
       UNION ALL SELECT record, role, CONCAT('i:', id) FROM ${others} WHERE id IS NOT NULL
       UNION ALL SELECT record, role, CONCAT('h:', CAST(household AS STRING)) FROM ${places} WHERE role = 'self'
       UNION ALL ${certificates.join(' UNION ALL ')}
     ) AS tokens`,
    },
  ];
}

/**
 * `household_of(record, household, point, card)`: all rows that carry a household number; numbers repeat from community
 * to community, so `household` stands for both. `card` marks the rows of household cards.
 */
export const HOUSEHOLD_OF: Step = {
  makes: 'household_of',
  needs: [],
  select: HOUSEHOLDS.map(
    (register) => `SELECT t.record, hash_of(t.community, t.household_no) AS household, s.point,
       ${register === 'households'} AS card
     FROM ${register} t JOIN sources s ON s.source = t.source WHERE t.household_no IS NOT NULL`,
  ).join(' UNION ALL '),
};
