import type { Step } from '../../store/steps.js';
import { COUPLE_REGISTERS, COUPLE_ROLES } from './couples.js';
import { componentsOf, idDistance } from './ids.js';

/** Few names are shared on one birth date: only those are compared place by place. */
const DATED = `m.id_status = 'valid' AND m.birth_date IS NOT NULL`;
const SAID = 'hash_of(m.pinyin, m.birth_date, m.sex)';

/** Two IDs that differ in more places are two people's. */
export const SLIPS = 2;

/**
 * `near_ids(a, b)`: valid IDs that are at most two places apart, under one name, birth date and sex.
 */
export const NEAR_IDS: Step = {
  makes: 'near_ids',
  needs: [],
  select: `WITH dated_ids AS (
       SELECT DISTINCT m.id, m.pinyin, m.birth_date, m.sex FROM mentions m
       JOIN (SELECT ${SAID} AS said FROM mentions m WHERE ${DATED} GROUP BY ${SAID} HAVING MIN(m.person) <> MAX(m.person))
         AS shared ON shared.said = ${SAID}
       WHERE ${DATED}
     )
     SELECT a.id AS a, b.id AS b FROM dated_ids a
     JOIN dated_ids b ON b.pinyin = a.pinyin AND b.birth_date = a.birth_date AND b.sex = a.sex AND a.id < b.id
     WHERE ${idDistance('a', 'b')} <= ${SLIPS}`,
};

/**
 * `merged_ids(node, root)`: valid IDs that are one person's, with the least of them. They are at most two places apart, and
 * their bearers share name and sex and either the birth date and a second value, or the spouse's name. Two IDs that
 * stand side by side in several registers are two people all the same. Without a second value the birth date is enough
 * where each leaves the gap that the other fills: one point has the one and another point the other, in the same place
 * of the same register and community, and they stand side by side nowhere.
 */
export const MERGED_IDS: readonly Step[] = [
  {
    makes: 'couples',
    needs: [],
    select: `WITH stated AS (
       SELECT a.record, a.role, a.person, hash_of(a.pinyin, b.pinyin, a.sex) AS couple FROM mentions a
       JOIN mentions b ON b.record = a.record AND b.role <> a.role AND b.role IN ${COUPLE_ROLES}
         AND b.register IN ${COUPLE_REGISTERS}
       WHERE a.role IN ${COUPLE_ROLES} AND a.register IN ${COUPLE_REGISTERS} AND a.id_status = 'valid'
         AND a.pinyin IS NOT NULL AND a.sex IS NOT NULL AND b.pinyin IS NOT NULL
     ), shared AS (
       SELECT couple FROM stated GROUP BY couple HAVING MIN(person) <> MAX(person)
     )
     SELECT DISTINCT m.id, c.couple FROM stated c JOIN shared s ON s.couple = c.couple
     JOIN mentions m ON m.record = c.record AND m.role = c.role`,
  },
  {
    makes: 'gap_ids',
    needs: ['near_ids'],
    select: `WITH standing AS (
       SELECT DISTINCT m.id, m.register, m.role, r.point, r.community FROM mentions m
       JOIN (SELECT a AS id FROM near_ids UNION SELECT b FROM near_ids) AS i ON i.id = m.id
       JOIN records r ON r.record = m.record AND NOT r.witness
     ), together AS (
       SELECT DISTINCT n.a, n.b FROM near_ids n JOIN standing x ON x.id = n.a
       JOIN standing y ON y.id = n.b AND y.register = x.register AND y.role = x.role AND y.point = x.point
     )
     SELECT DISTINCT n.a, n.b FROM near_ids n JOIN standing x ON x.id = n.a
     JOIN standing y ON y.id = n.b AND y.register = x.register AND y.role = x.role AND y.community = x.community
       AND y.point <> x.point
     LEFT JOIN together t ON t.a = n.a AND t.b = n.b WHERE t.a IS NULL`,
  },
  {
    makes: 'same_ids',
    needs: ['near_ids', 'gap_ids', 'bearer_evidence', 'couples'],
    select: `WITH near_pairs AS (
       SELECT n.a, n.b FROM near_ids n
       JOIN bearer_evidence x ON x.sought = 'near' AND x.id = n.a
       JOIN bearer_evidence y ON y.sought = 'near' AND y.id = n.b AND y.token = x.token
       UNION
       SELECT a, b FROM gap_ids
       UNION
       SELECT a.id AS a, b.id AS b FROM couples a
       JOIN couples b ON b.couple = a.couple AND a.id < b.id WHERE ${idDistance('a', 'b')} <= ${SLIPS}
     ), places AS (
       SELECT DISTINCT m.id, s.point, s.register
       FROM mentions m JOIN (SELECT a AS id FROM near_pairs UNION SELECT b FROM near_pairs) AS i ON i.id = m.id
       JOIN sources s ON s.source = source_of(m.record) WHERE m.role = 'self'
     ), side_by_side AS (
       SELECT p.a, p.b FROM near_pairs p JOIN places x ON x.id = p.a
       JOIN places y ON y.id = p.b AND y.point = x.point AND y.register = x.register
       GROUP BY p.a, p.b HAVING COUNT(*) >= 2
     )
     SELECT p.a, p.b FROM near_pairs p LEFT JOIN side_by_side t ON t.a = p.a AND t.b = p.b WHERE t.a IS NULL`,
  },
  componentsOf('merged_ids', 'same_ids'),
];
