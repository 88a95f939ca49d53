import type { Store } from '../store/store.js';

/**
 * What else a row says about a person, as tokens that two mentions of one person share: names (`n:`) and IDs (`i:`)
 * of the others in the row or household, the household (`h:`), the certificate (`c:`). These are the "second agreeing
 * values" of person matching; sex and community alone are never among them.
 */
const CERTIFICATES = ['births', 'marriages', 'migrants'];
const HOUSEHOLDS = ['households', 'women'];

/**
 * Makes table `kin(record, role, token)` for the mentions of table `wanted(record, role)`.
 */
export async function defineKin(store: Store, kin: string, wanted: string): Promise<void> {
  await store.define(
    'wanted_places',
    `SELECT w.record, w.role, h.household, h.point
     FROM ${wanted} w LEFT JOIN household_of h ON h.record = w.record`,
  );
  const certificates = CERTIFICATES.map(
    (register) => `SELECT w.record, w.role, CONCAT('c:', r.certificate_no) AS token
     FROM ${wanted} w JOIN ${register} r ON r.record = w.record WHERE r.certificate_no IS NOT NULL`,
  );
  await store.define(
    kin,
    `SELECT DISTINCT record, role, token FROM (
       SELECT w.record, w.role, CONCAT('n:', m.pinyin) AS token
       FROM ${wanted} w JOIN mentions m ON m.record = w.record AND m.role <> w.role
       UNION ALL
       SELECT w.record, w.role, CONCAT('i:', m.id) AS token
       FROM ${wanted} w JOIN mentions m ON m.record = w.record AND m.role <> w.role
       WHERE m.id_status IN ('valid', 'other')
       UNION ALL
       SELECT p.record, p.role, CONCAT('n:', m.pinyin) AS token
       FROM wanted_places p
       JOIN household_members o ON o.household = p.household AND o.point = p.point AND o.record <> p.record
       JOIN mentions m ON m.record = o.record AND m.role = 'self'
       UNION ALL
       SELECT p.record, p.role, CONCAT('i:', m.id) AS token
       FROM wanted_places p
       JOIN household_members o ON o.household = p.household AND o.point = p.point AND o.record <> p.record
       JOIN mentions m ON m.record = o.record AND m.role = 'self' AND m.id_status IN ('valid', 'other')
       UNION ALL
       SELECT p.record, p.role, CONCAT('h:', p.household) AS token
       FROM wanted_places p WHERE p.household IS NOT NULL AND p.role = 'self'
       UNION ALL
       ${certificates.join(' UNION ALL ')}
     ) tokens WHERE token IS NOT NULL`,
  );
  await store.drop('wanted_places');
}

/**
 * Makes `household_of(record, household, point)` for all rows that carry a household number (numbers repeat from
 * community to community, so the community is part of the name), and `household_members` for the household cards.
 */
export async function defineHouseholds(store: Store): Promise<void> {
  const rows = HOUSEHOLDS.map(
    (register) => `SELECT t.record, CONCAT(t.community, '|', t.household_no) AS household, s.point
     FROM ${register} t JOIN sources s ON s.source = t.source WHERE t.household_no IS NOT NULL`,
  );
  await store.define('household_of', rows.join(' UNION ALL '));
  await store.view(
    'household_members',
    `SELECT h.record, h.household, h.point FROM household_of h JOIN households t ON t.record = h.record`,
  );
}
