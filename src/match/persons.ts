import { idCandidates } from '../normalise/id-candidates.js';
import type { Store } from '../store/store.js';
import { components } from './components.js';
import { defineHouseholds, defineKin } from './kin.js';

/**
 * Makes `named`: the mentions, each with the number of its `person`, the `key` that joined it, and whether the row bears
 * a `sound` ID (domain 9.1). Exact usable IDs first; then invalid IDs are repaired, near valid IDs merged, and mentions
 * without usable ID joined by what else the row says. Only the keys `id`, `repaired` and `near` speak about the ID itself.
 */
export async function matchPersons(store: Store): Promise<void> {
  await defineHouseholds(store);
  await defineIdNames(store);
  await splitMentions(store);
  await repairIds(store);
  await joinWithoutId(store);
  const merged = components([...(await nearIds(store))]);
  await numberPersons(store, merged);
  await store.define('disputed_ids', `SELECT DISTINCT id FROM needy WHERE id_status = 'disputed'`);
  await store.drop(
    'id_names',
    'needy',
    'needy_kin',
    'joined',
    'candidates',
    'bearers',
    'bearer_kin',
    'couples',
  );
}

/** `id_names(id, pinyin)`: every usable ID with the name most of its mentions bear (ties: first in order). */
async function defineIdNames(store: Store): Promise<void> {
  await store.define(
    'id_names',
    `SELECT id, pinyin FROM (
       SELECT id, pinyin, ROW_NUMBER() OVER (
         PARTITION BY id ORDER BY CASE WHEN pinyin IS NULL THEN 1 ELSE 0 END, n DESC, pinyin NULLS LAST) AS place
       FROM (SELECT id, pinyin, COUNT(*) AS n FROM mentions WHERE id_status IN ('valid', 'other') GROUP BY id, pinyin)
         AS counted) AS ranked
     WHERE place = 1`,
  );
}

/**
 * `anchored(record, role, node)`: mentions whose usable ID agrees with their name. `needy`: all others; those that bear
 * another person's ID (`disputed`) lose it, and a birth date that only repeats that ID.
 */
async function splitMentions(store: Store): Promise<void> {
  const disputed = `m.id_status IN ('valid', 'other') AND m.pinyin <> n.pinyin`;
  await store.define(
    'needy',
    `SELECT m.record, m.role, m.name_key, m.pinyin, m.id, m.sex,
       CASE WHEN ${disputed} THEN 'disputed' ELSE m.id_status END AS id_status,
       CASE WHEN ${disputed} AND m.role NOT IN ('self', 'child') THEN NULL ELSE m.birth_date END AS birth_date
     FROM mentions m LEFT JOIN id_names n ON n.id = m.id
     WHERE m.id_status NOT IN ('valid', 'other') OR m.pinyin <> n.pinyin`,
  );
  await store.define(
    'needy_kin',
    `SELECT CAST(NULL AS BIGINT) AS record, '' AS role, '' AS token WHERE FALSE`,
  );
  await defineKin(store, 'needy_kin', 'needy');
  await store.define(
    'joined',
    `SELECT CAST(NULL AS BIGINT) AS record, CAST(NULL AS STRING) AS role, CAST(NULL AS STRING) AS node,
       CAST(NULL AS STRING) AS key WHERE FALSE`,
  );
}

/** Mentions still to be joined. */
const OPEN = `SELECT n.* FROM needy n
  LEFT JOIN joined j ON j.record = n.record AND j.role = n.role WHERE j.record IS NULL`;

/**
 * Joins open mentions to the best of their candidate IDs. `pairs` is a SELECT of (record, role, id, score): the
 * highest score wins; a tie between two IDs is left open when `unique`, else the first in order is taken.
 */
async function join(store: Store, key: string, pairs: string, unique = false): Promise<void> {
  const choose = unique ? 'n = 1' : 'place = 1';
  await store.run(
    `INSERT INTO joined
     SELECT record, role, id AS node, '${key}' AS key FROM (
       SELECT record, role, id,
         ROW_NUMBER() OVER (PARTITION BY record, role ORDER BY score DESC, id) AS place,
         COUNT(*) OVER (PARTITION BY record, role) AS n
       FROM (SELECT record, role, id, MAX(score) AS score FROM (${pairs}) AS pairs GROUP BY record, role, id) AS best
     ) AS ranked WHERE ${choose}`,
  );
}

/** An invalid ID is one edit or swap away from a valid one that another mention bears (9.1). */
async function repairIds(store: Store): Promise<void> {
  const invalid = await store.all<{ id: string }>(
    `SELECT DISTINCT id FROM needy WHERE id_status = 'invalid' AND id IS NOT NULL ORDER BY id`,
  );
  const columns = [
    ['id', 'VARCHAR'],
    ['candidate', 'VARCHAR'],
  ] as const;
  await store.drop('candidates');
  await store.create('candidates', columns);
  const rows = invalid.flatMap(({ id }) => idCandidates(id).map((candidate) => [id, candidate]));
  await store.append('candidates', columns, rows);
  const borne = `FROM (${OPEN}) AS o JOIN candidates c ON c.id = o.id AND o.id_status = 'invalid'
    JOIN id_names n ON n.id = c.candidate`;
  await defineBearers(store, `SELECT DISTINCT n.id ${borne}`);
  await join(
    store,
    'repaired',
    `SELECT o.record, o.role, n.id, 2 + COUNT(bk.token) AS score ${borne}
     LEFT JOIN needy_kin k ON k.record = o.record AND k.role = o.role
     LEFT JOIN bearer_kin bk ON bk.id = n.id AND bk.token = k.token
     WHERE o.pinyin = n.pinyin GROUP BY o.record, o.role, n.id
     UNION ALL
     SELECT o.record, o.role, n.id, 1 AS score ${borne}
     JOIN bearers b ON b.id = n.id AND b.birth_date = o.birth_date
     JOIN needy_kin k ON k.record = o.record AND k.role = o.role
     JOIN bearer_kin bk ON bk.id = n.id AND bk.token = k.token`,
  );
}

/** `bearers`: the anchored mentions of some IDs; `bearer_kin(id, token)`: what their rows say besides. */
async function defineBearers(store: Store, ids: string): Promise<void> {
  await store.define(
    'bearers',
    `SELECT m.record, m.role, m.id, m.pinyin, m.birth_date, m.sex
     FROM mentions m JOIN (${ids}) AS wanted ON wanted.id = m.id
     JOIN id_names n ON n.id = m.id AND COALESCE(m.pinyin = n.pinyin, TRUE)
     WHERE m.id_status IN ('valid', 'other')`,
  );
  await defineKin(store, 'bearer_tokens', 'bearers');
  await store.define(
    'bearer_kin',
    `SELECT DISTINCT b.id, k.token FROM bearers b
     JOIN bearer_tokens k ON k.record = b.record AND k.role = b.role`,
  );
  await store.drop('bearer_tokens');
}

/** Mentions without usable ID: by name and birth date with a second value, by name and spouse, through their event. */
async function joinWithoutId(store: Store): Promise<void> {
  await defineBearers(
    store,
    `SELECT DISTINCT m.id FROM mentions m JOIN (SELECT DISTINCT pinyin, birth_date FROM needy) AS o
       ON o.pinyin = m.pinyin AND o.birth_date = m.birth_date WHERE m.id_status IN ('valid', 'other')`,
  );
  await join(
    store,
    'name-birth-date',
    `SELECT o.record, o.role, b.id, COUNT(*) AS score FROM (${OPEN}) AS o
     JOIN bearers b ON b.pinyin = o.pinyin AND b.birth_date = o.birth_date
     JOIN needy_kin k ON k.record = o.record AND k.role = o.role
     JOIN bearer_kin bk ON bk.id = b.id AND bk.token = k.token
     GROUP BY o.record, o.role, b.id`,
  );
  await defineCouples(store);
  await join(
    store,
    'name-spouse',
    `SELECT o.record, o.role, c.id, COUNT(*) AS score FROM (${OPEN}) AS o
     JOIN couples own ON own.record = o.record AND own.role = o.role
     JOIN couples c ON c.pinyin = own.pinyin AND c.spouse = own.spouse AND c.id IS NOT NULL
     GROUP BY o.record, o.role, c.id`,
    true,
  );
  await join(store, 'child', THROUGH_CHILD);
  await join(
    store,
    'name-birth-date-community',
    `SELECT o.record, o.role, b.id, 1 AS score FROM (${OPEN}) AS o
     JOIN bearers b ON b.pinyin = o.pinyin AND b.birth_date = o.birth_date AND COALESCE(b.sex = o.sex, TRUE)
     JOIN records ro ON ro.record = o.record JOIN records rb ON rb.record = b.record AND rb.community = ro.community
     WHERE o.id_status <> 'disputed'`,
    true,
  );
  await join(
    store,
    'name-community',
    `SELECT o.record, o.role, m.id, 1 AS score FROM (${OPEN}) AS o
     JOIN records ro ON ro.record = o.record AND ro.register = 'visits'
     JOIN mentions m ON m.pinyin = o.pinyin AND m.role = 'self' AND m.id_status = 'valid'
     JOIN records rm ON rm.record = m.record AND rm.register = 'women' AND rm.community = ro.community`,
    true,
  );
  await keepDisputed(store);
}

/** `couples(record, role, pinyin, spouse, id)`: rows that name a person beside a spouse; the ID only where usable. */
async function defineCouples(store: Store): Promise<void> {
  const roles = `('mother', 'father', 'husband', 'wife', 'woman', 'spouse', 'self')`;
  await store.define(
    'couples',
    `SELECT a.record, a.role, a.pinyin, b.pinyin AS spouse,
       CASE WHEN a.id_status IN ('valid', 'other') AND a.pinyin = n.pinyin THEN a.id END AS id
     FROM mentions a JOIN mentions b ON b.record = a.record AND b.role <> a.role
     LEFT JOIN id_names n ON n.id = a.id
     WHERE a.role IN ${roles} AND b.role IN ${roles} AND a.pinyin IS NOT NULL AND b.pinyin IS NOT NULL`,
  );
}

/** A parent is the one whom another record of the same child names, if the names do not contradict. */
const THROUGH_CHILD = `SELECT o.record, o.role, m.id, 1 AS score FROM (${OPEN}) AS o
  JOIN births a ON a.record = o.record
  JOIN births b ON b.record <> a.record AND b.certificate_no = a.certificate_no
  JOIN mentions m ON m.record = b.record AND m.role = o.role AND m.id_status = 'valid'
  WHERE o.role IN ('mother', 'father') AND COALESCE(m.pinyin = o.pinyin, TRUE)
  UNION ALL
  SELECT o.record, o.role, m.id, 1 AS score FROM (${OPEN}) AS o
  JOIN births a ON a.record = o.record
  JOIN births b ON b.record <> a.record AND b.child_id = a.child_id
  JOIN mentions m ON m.record = b.record AND m.role = o.role AND m.id_status = 'valid'
  WHERE o.role IN ('mother', 'father') AND COALESCE(m.pinyin = o.pinyin, TRUE)`;

/** A name that differs under the ID's own birth date and surroundings is a misspelt name: the mention stays. */
async function keepDisputed(store: Store): Promise<void> {
  const disputed = `FROM (${OPEN}) AS o JOIN needy_kin k ON k.record = o.record AND k.role = o.role`;
  await defineBearers(store, `SELECT DISTINCT o.id FROM (${OPEN}) AS o WHERE o.id_status = 'disputed'`);
  await join(
    store,
    'disputed',
    `SELECT o.record, o.role, o.id, 1 AS score ${disputed}
     JOIN bearer_kin bk ON bk.id = o.id AND bk.token = k.token WHERE o.id_status = 'disputed'
     UNION ALL
     SELECT o.record, o.role, o.id, 1 AS score FROM (${OPEN}) AS o
     JOIN bearers b ON b.id = o.id AND b.birth_date = o.birth_date AND b.sex = o.sex WHERE o.id_status = 'disputed'`,
  );
}

/** Where two IDs stand apart, position by position; 18 characters each. */
const DISTANCE = Array.from(
  { length: 18 },
  (_, i) => `CASE WHEN SUBSTRING(a.id, ${i + 1}, 1) = SUBSTRING(b.id, ${i + 1}, 1) THEN 0 ELSE 1 END`,
).join(' + ');

/**
 * Pairs of valid IDs at most two places apart whose bearers share the name and either the birth date and a second
 * value, or the spouse's name.
 */
async function nearIds(store: Store): Promise<[string, string][]> {
  await store.define(
    'near',
    `SELECT a.id AS a, b.id AS b FROM
       (SELECT DISTINCT id, pinyin, birth_date FROM mentions WHERE id_status = 'valid') AS a
     JOIN (SELECT DISTINCT id, pinyin, birth_date FROM mentions WHERE id_status = 'valid') AS b
       ON b.pinyin = a.pinyin AND b.birth_date = a.birth_date AND a.id < b.id
     WHERE ${DISTANCE} <= 2`,
  );
  await defineBearers(store, `SELECT a AS id FROM near UNION SELECT b AS id FROM near`);
  const pairs = await store.all<{ a: string; b: string }>(
    `SELECT near.a, near.b FROM near
     JOIN bearer_kin x ON x.id = near.a JOIN bearer_kin y ON y.id = near.b AND y.token = x.token
     UNION
     SELECT a.id AS a, b.id AS b FROM (SELECT DISTINCT id, pinyin, spouse FROM couples) AS a
     JOIN (SELECT DISTINCT id, pinyin, spouse FROM couples) AS b
       ON b.pinyin = a.pinyin AND b.spouse = a.spouse AND a.id < b.id
     WHERE LENGTH(a.id) = 18 AND LENGTH(b.id) = 18 AND ${DISTANCE} <= 2
     ORDER BY a, b`,
  );
  await store.drop('near');
  return pairs.map(({ a, b }) => [a, b]);
}

/** `named`: a node is an ID, an unusable ID with its name, or a single mention; merged nodes share a number. */
async function numberPersons(store: Store, merged: Map<string, string>): Promise<void> {
  const columns = [
    ['node', 'VARCHAR'],
    ['root', 'VARCHAR'],
  ] as const;
  await store.create('merged', columns);
  await store.append('merged', columns, [...merged]);
  await store.define(
    'nodes',
    `SELECT m.*,
       CASE WHEN j.node IS NOT NULL THEN j.node
         WHEN m.id_status IN ('valid', 'other') AND COALESCE(m.pinyin = n.pinyin, TRUE) THEN m.id
         WHEN m.id_status = 'invalid' THEN CONCAT('x', m.id, '|', COALESCE(m.pinyin, ''))
         ELSE CONCAT('m', CAST(m.record AS STRING), m.role) END AS node,
       CASE WHEN j.node IS NOT NULL THEN j.key
         WHEN m.id_status IN ('valid', 'other') AND COALESCE(m.pinyin = n.pinyin, TRUE) THEN 'id'
         ELSE 'alone' END AS key
     FROM mentions m
     LEFT JOIN joined j ON j.record = m.record AND j.role = m.role
     LEFT JOIN id_names n ON n.id = m.id`,
  );
  await store.define(
    'named',
    `SELECT x.record, x.role, x.name_key, x.pinyin, x.id, x.id_status, x.birth_date, x.sex,
       DENSE_RANK() OVER (ORDER BY COALESCE(g.root, x.node)) AS person,
       CASE WHEN g.root IS NOT NULL AND x.key = 'id' THEN 'near' ELSE x.key END AS key,
       x.id_status = 'valid' AND x.key = 'id' AS sound
     FROM nodes x LEFT JOIN merged g ON g.node = x.node`,
  );
  await store.drop('nodes', 'merged');
}
