import type { Step } from '../../store/steps.js';
import { USABLE } from './ids.js';

/**
 * `gaps(record, role, id)`: unidentified mentions, with the usable ID of those who leave a gap for them: under one name
 * they stand in the same place of the same register at another point, in the same community, and at this point they do
 * not. Where two unidentified mentions of one place would fill it, neither does. An ID that others bear too (`disputed`)
 * says nothing of the birth date.
 */
export const GAPS: Step = {
  makes: 'gaps',
  needs: ['unidentified', 'disputed_ids'],
  select: `WITH placed AS (
       SELECT u.record, u.role, u.pinyin, CASE WHEN u.id_status <> 'disputed' THEN u.birth_date END AS birth_date,
         r.register, r.point, r.community,
         COUNT(*) OVER (PARTITION BY r.register, r.point, r.community, u.role, u.pinyin) AS namesakes
       FROM unidentified u JOIN records r ON r.record = u.record
       WHERE u.pinyin IS NOT NULL AND NOT r.witness
     ), elsewhere AS (
       SELECT DISTINCT o.record, o.role, o.register, o.point, o.pinyin, m.id FROM placed o
       JOIN mentions m ON m.pinyin = o.pinyin AND m.register = o.register AND m.role = o.role AND ${USABLE}
         AND COALESCE(m.birth_date = o.birth_date, TRUE)
       JOIN records r ON r.record = m.record AND r.community = o.community AND r.point <> o.point AND NOT r.witness
       LEFT JOIN disputed_ids d ON d.id = m.id
       WHERE o.namesakes = 1 AND COALESCE(m.pinyin = d.pinyin, TRUE)
     ), here AS (
       SELECT DISTINCT e.record, e.role, e.id FROM elsewhere e
       JOIN mentions m ON m.id = e.id AND m.pinyin = e.pinyin AND m.register = e.register AND m.role = e.role
       JOIN records r ON r.record = m.record AND r.point = e.point
     )
     SELECT e.record, e.role, e.id FROM elsewhere e
     LEFT JOIN here h ON h.record = e.record AND h.role = e.role AND h.id = e.id WHERE h.id IS NULL`,
};
