import type { Store } from '../../store/store.js';
import { components } from '../components.js';
import { defineHouseholds } from './kin.js';
import { COUPLE_REGISTERS, COUPLE_ROLES, defineBearers, defineDisputed, joinNeedy } from './needy.js';

/**
 * Makes the view `named`: the mentions, each with the number of its `person`, the `key` that joined it, and whether the row bears
 * a `sound` ID (docs/domain.md#persons). Exact usable IDs first; then invalid IDs are repaired, near valid IDs merged, and mentions
 * without usable ID joined by what else the row says. Only the keys `id`, `repaired` and `near` speak about the ID itself.
 */
export async function matchPersons(store: Store): Promise<void> {
  await forgetPersons(store);
  await store.sideBySide([defineHouseholds, defineDisputed], (define) => define(store));
  const [, near] = await Promise.all([joinNeedy(store), nearIds(store)]);
  await numberPersons(store, components(near));
  await store.view('named', NAMED);
  await store.drop('needy', 'joined');
}

/** The number that a valid ID gives its person; `shards.ts` writes it beside the ID. */
function numberOf(id: string): string {
  return `CAST(SUBSTRING(${id}, 1, 17) AS BIGINT)`;
}

/** What an earlier matching of the same tables said. */
async function forgetPersons(store: Store): Promise<void> {
  await store.run(
    `UPDATE mentions SET key = NULL,
       person = CASE WHEN id_status = 'valid' THEN ${numberOf('id')} END
     WHERE key IS NOT NULL`,
  );
}

/** Where two IDs stand apart, position by position; 18 characters each. */
const DISTANCE = Array.from(
  { length: 18 },
  (_, i) => `CASE WHEN SUBSTRING(a.id, ${i + 1}, 1) = SUBSTRING(b.id, ${i + 1}, 1) THEN 0 ELSE 1 END`,
).join(' + ');

/** Few names are shared on one birth date: only those are compared place by place. */
const DATED = `m.id_status = 'valid' AND m.birth_date IS NOT NULL`;
const SAID = 'hash_of(m.pinyin, m.birth_date, m.sex)';

/**
 * Pairs of valid IDs at most two places apart whose bearers share name and sex and either the birth date and a second
 * value, or the spouse's name. Two IDs that stand side by side in several registers are two people all the same.
 */
async function nearIds(store: Store): Promise<[string, string][]> {
  await store.define(
    'dated_ids',
    `SELECT DISTINCT m.id, m.pinyin, m.birth_date, m.sex FROM mentions m
     JOIN (SELECT ${SAID} AS said FROM mentions m WHERE ${DATED} GROUP BY ${SAID} HAVING MIN(m.person) <> MAX(m.person))
       AS shared ON shared.said = ${SAID}
     WHERE ${DATED}`,
  );
  await store.define(
    'near',
    `SELECT a.id AS a, b.id AS b FROM dated_ids a
     JOIN dated_ids b ON b.pinyin = a.pinyin AND b.birth_date = a.birth_date AND b.sex = a.sex AND a.id < b.id
     WHERE ${DISTANCE} <= 2`,
  );
  await defineBearers(store, `SELECT a AS id FROM near UNION SELECT b AS id FROM near`, 'near_bearers');
  await store.define(
    'couples',
    `WITH couples AS (
       SELECT a.record, a.role, a.person, hash_of(a.pinyin, b.pinyin, a.sex) AS couple FROM mentions a
       JOIN mentions b ON b.record = a.record AND b.role <> a.role AND b.role IN ${COUPLE_ROLES}
         AND b.register IN ${COUPLE_REGISTERS}
       WHERE a.role IN ${COUPLE_ROLES} AND a.register IN ${COUPLE_REGISTERS} AND a.id_status = 'valid'
         AND a.pinyin IS NOT NULL AND a.sex IS NOT NULL AND b.pinyin IS NOT NULL
     ), shared AS (
       SELECT couple FROM couples GROUP BY couple HAVING MIN(person) <> MAX(person)
     )
     SELECT DISTINCT m.id, c.couple FROM couples c JOIN shared s ON s.couple = c.couple
     JOIN mentions m ON m.record = c.record AND m.role = c.role`,
  );
  await store.define(
    'near_pairs',
    `SELECT near.a, near.b FROM near
     JOIN near_bearers_kin x ON x.id = near.a JOIN near_bearers_kin y ON y.id = near.b AND y.token = x.token
     UNION
     SELECT a.id AS a, b.id AS b FROM couples a
     JOIN couples b ON b.couple = a.couple AND a.id < b.id WHERE ${DISTANCE} <= 2`,
  );
  const pairs = await store.all<{ a: string; b: string }>(
    `WITH places AS (
       SELECT DISTINCT m.id, s.point, s.register
       FROM mentions m JOIN (SELECT a AS id FROM near_pairs UNION SELECT b FROM near_pairs) AS i ON i.id = m.id
       JOIN sources s ON s.source = source_of(m.record) WHERE m.role = 'self'
     ), side_by_side AS (
       SELECT p.a, p.b FROM near_pairs p JOIN places x ON x.id = p.a
       JOIN places y ON y.id = p.b AND y.point = x.point AND y.register = x.register
       GROUP BY p.a, p.b HAVING COUNT(*) >= 2
     )
     SELECT p.a, p.b FROM near_pairs p LEFT JOIN side_by_side t ON t.a = p.a AND t.b = p.b
     WHERE t.a IS NULL ORDER BY p.a, p.b`,
  );
  await store.drop('dated_ids', 'near', 'near_pairs', 'couples', 'near_bearers', 'near_bearers_kin');
  return pairs.map(({ a, b }) => [a, b]);
}

/**
 * Every mention has a number from the start: a valid ID gives its person's, and minus the mention's own place stands for
 * somebody whom no ID names. Only those are numbered anew that belong to somebody else: a node is an ID, or an unusable
 * ID with its name, or a single mention; merged nodes share a root. A root that is no valid ID is numbered by its first
 * mention.
 */
async function numberPersons(store: Store, merged: Map<string, string>): Promise<void> {
  const columns = [
    ['node', 'VARCHAR'],
    ['root', 'VARCHAR'],
  ] as const;
  await store.create('merged', columns);
  await store.append('merged', columns, [...merged]);
  await store.define(
    'nodes',
    `SELECT n.record, n.role, CASE WHEN n.key = 'id' AND g.root IS NOT NULL THEN 'near' ELSE n.key END AS key,
       COALESCE(g.root, n.node) AS root FROM (${NODES}) AS n LEFT JOIN merged g ON g.node = n.node`,
  );
  const isValid = `LENGTH(x.root) = 18 AND is_digits(SUBSTRING(x.root, 1, 17))`;
  await store.define(
    'renumbered',
    `SELECT x.record, x.role, x.key, CASE WHEN ${isValid} THEN ${numberOf('x.root')}
       ELSE MAX(nobody(x.record, x.role)) OVER (PARTITION BY x.root) END AS person FROM nodes x`,
  );
  await store.run(
    `UPDATE mentions SET key = n.key, person = n.person FROM renumbered n
     WHERE n.record = mentions.record AND n.role = mentions.role`,
  );
  await store.drop('nodes', 'merged');
}

/** The mentions that their own ID does not number, or not alone. */
const NODES = `SELECT record, role, node, key FROM joined
  UNION ALL
  SELECT n.record, n.role, CASE WHEN n.id_status = 'invalid' THEN CONCAT('x', n.id, '|', COALESCE(n.pinyin, ''))
    ELSE CONCAT('m', CAST(n.record AS STRING), n.role) END, 'alone'
  FROM needy n LEFT JOIN joined j ON j.record = n.record AND j.role = n.role
  WHERE j.node IS NULL AND n.id_status IN ('invalid', 'disputed')
  UNION ALL
  SELECT m.record, m.role, m.id, 'id' FROM mentions m LEFT JOIN merged g ON g.node = m.id
  LEFT JOIN needy n ON n.record = m.record AND n.role = m.role
  WHERE n.record IS NULL AND (m.id_status = 'other' OR (m.id_status = 'valid' AND g.node IS NOT NULL))`;

/** `named`: as columns of `mentions`, but with a person for everybody. */
const NAMED = `SELECT record, register, role, name_key, pinyin, id, id_status, birth_date, sex,
    COALESCE(person, nobody(record, role)) AS person,
    COALESCE(key, CASE WHEN id_status IN ('valid', 'other') THEN 'id' ELSE 'alone' END) AS key,
    id_status = 'valid' AND COALESCE(key IN ('id', 'near'), TRUE) AS sound
  FROM mentions`;
