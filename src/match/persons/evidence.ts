import type { Step } from '../../store/steps.js';

const CERTIFICATES = ['births', 'marriages', 'migrants'];
const HOUSEHOLDS = ['households', 'women'];

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

const CERTIFICATE_TOKENS = CERTIFICATES.map(
  (register) => `SELECT w.record, w.role, CONCAT('c:', r.certificate_no) AS token
     FROM wanted w JOIN ${register} r ON r.record = w.record WHERE r.certificate_no IS NOT NULL`,
);

/**
 * `evidence(record, role, token)`: what the rows of unidentified mentions and of those that may be theirs say about a
 * person besides, as tokens that two mentions of one person share. Names (`n:`) and IDs (`i:`) of the others in the row or
 * household, the household (`h:`), the certificate (`c:`). These are the "second agreeing values" of person matching; sex
 * and community alone are never among them.
 *
 * `bearer_evidence(sought, id, token)`: the same of all bearers of an ID together.
 */
export const EVIDENCE: readonly Step[] = [
  {
    makes: 'evidence',
    needs: ['unidentified', 'bearers', 'household_of'],
    select: `WITH wanted AS (
       SELECT record, role FROM unidentified UNION SELECT record, role FROM bearers
     ), places AS (
       SELECT w.record, w.role, h.household, h.point FROM wanted w JOIN household_of h ON h.record = w.record
     ), beside AS (
       SELECT record, role, record AS other, TRUE AS own_row FROM wanted
       UNION ALL
       SELECT p.record, p.role, o.record, FALSE FROM places p
       JOIN household_of o ON o.household = p.household AND o.point = p.point AND o.record <> p.record AND o.card
     ), others AS (
       SELECT b.record, b.role, m.pinyin, CASE WHEN m.id_status IN ('valid', 'other') THEN m.id END AS id
       FROM beside b JOIN mentions m ON m.record = b.other
       WHERE CASE WHEN b.own_row THEN m.role <> b.role ELSE m.role = 'self' END
     )
     SELECT DISTINCT record, role, token FROM (
       SELECT record, role, CONCAT('n:', pinyin) AS token FROM others WHERE pinyin IS NOT NULL
       UNION ALL SELECT record, role, CONCAT('i:', id) FROM others WHERE id IS NOT NULL
       UNION ALL SELECT record, role, CONCAT('h:', CAST(household AS STRING)) FROM places WHERE role = 'self'
       UNION ALL ${CERTIFICATE_TOKENS.join(' UNION ALL ')}
     ) AS tokens`,
  },
  {
    makes: 'bearer_evidence',
    needs: ['bearers', 'evidence'],
    select: `SELECT DISTINCT b.sought, b.id, k.token FROM bearers b
     JOIN evidence k ON k.record = b.record AND k.role = b.role`,
  },
];
