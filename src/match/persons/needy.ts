import { idCandidates } from '../../keys/id-candidates.js';
import { REGISTERS } from '../../registers/index.js';
import { REGISTER_NAMES } from '../../registers/types.js';
import type { Store } from '../../store/store.js';
import { defineKin } from './kin.js';

/** Mentions still to be joined. */
const OPEN = `SELECT n.* FROM needy n
  LEFT JOIN joined j ON j.record = n.record AND j.role = n.role WHERE j.record IS NULL`;

/** A usable ID. */
const USABLE = `m.id_status IN ('valid', 'other')`;

/**
 * Joins the mentions that no usable ID of their own places (table `needy`) to the ID of another mention: table
 * `joined(record, role, node, key)`. Needy are those with an invalid, damaged or no ID, and those that bear another
 * person's ID (`disputed`: the other mentions of the ID have a name that is no variant).
 */
export async function joinNeedy(store: Store): Promise<void> {
  const needy = await defineNeedy(store);
  await store.define('joined', 'SELECT record, role, id AS node, key FROM mentions WHERE FALSE');
  if (needy === 0) return;
  await defineKin(store, 'needy_kin', 'needy');
  await repairIds(store);
  await joinWithoutId(store);
  await keepDisputed(store);
  await store.drop('needy_kin', 'candidates', 'bearers', 'bearers_kin');
}

/**
 * `disputed_ids(id, pinyin)`: usable IDs under two names, with the name that most of their mentions bear. Nearly all IDs
 * have one name, and to group numbers is far quicker than to group text.
 */
export async function defineDisputed(store: Store): Promise<void> {
  await store.define(
    'disputed_ids',
    `SELECT id, pinyin FROM (
       SELECT id, pinyin, ROW_NUMBER() OVER (PARTITION BY id ORDER BY n DESC, pinyin) AS place
       FROM (SELECT m.id, m.pinyin, COUNT(*) AS n FROM mentions m
         JOIN (SELECT hash_of(m.id) AS id FROM mentions m WHERE ${USABLE} AND m.pinyin IS NOT NULL GROUP BY hash_of(m.id)
           HAVING MIN(hash_of(m.pinyin)) <> MAX(hash_of(m.pinyin))) AS d ON d.id = hash_of(m.id)
         WHERE m.pinyin IS NOT NULL GROUP BY m.id, m.pinyin) AS counted) AS ranked
     WHERE place = 1`,
  );
}

/** A spouse whom only a name mentions is a token of the row, not a person to look for. */
async function defineNeedy(store: Store): Promise<number> {
  return store.define(
    'needy',
    `SELECT m.record, m.role, m.pinyin, m.id, m.sex, m.id_status, m.birth_date
     FROM mentions m WHERE NOT ${USABLE} AND (m.role <> 'spouse' OR m.id IS NOT NULL)
     UNION ALL
     SELECT m.record, m.role, m.pinyin, m.id, m.sex, 'disputed' AS id_status,
       CASE WHEN m.role IN ('self', 'child') THEN m.birth_date END AS birth_date
     FROM mentions m JOIN disputed_ids d ON d.id = m.id AND m.pinyin <> d.pinyin`,
  );
}

/**
 * Joins open mentions to the best of their candidate IDs. `pairs` is a SELECT of (record, role, id, score): the
 * highest score wins; a tie between two IDs is left open when `unique`, else the first in order is taken.
 */
async function join(store: Store, key: string, pairs: string, unique = false): Promise<void> {
  await store.run(
    `INSERT INTO joined
     SELECT record, role, id AS node, '${key}' AS key FROM (
       SELECT record, role, id,
         ROW_NUMBER() OVER (PARTITION BY record, role ORDER BY score DESC, id) AS place,
         COUNT(*) OVER (PARTITION BY record, role) AS n
       FROM (SELECT record, role, id, MAX(score) AS score FROM (${pairs}) AS pairs GROUP BY record, role, id) AS best
     ) AS ranked WHERE ${unique ? 'n = 1' : 'place = 1'}`,
  );
}

/** An invalid ID is one edit or swap away from a valid one that another mention bears (docs/domain.md#persons). */
async function repairIds(store: Store): Promise<void> {
  const invalid = await store.all<{ id: string }>(
    `SELECT DISTINCT id FROM needy WHERE id_status = 'invalid' AND id IS NOT NULL ORDER BY id`,
  );
  const columns = [
    ['id', 'VARCHAR'],
    ['candidate', 'VARCHAR'],
  ] as const;
  await store.create('candidates', columns);
  const rows = invalid.flatMap(({ id }) => idCandidates(id).map((candidate) => [id, candidate]));
  await store.append('candidates', columns, rows);
  await defineBearers(store, 'SELECT DISTINCT candidate AS id FROM candidates');
  const borne = `FROM (${OPEN}) AS o JOIN candidates c ON c.id = o.id AND o.id_status = 'invalid'
    JOIN bearers b ON b.id = c.candidate`;
  await join(
    store,
    'repaired',
    `SELECT o.record, o.role, b.id, 2 + COUNT(DISTINCT bk.token) AS score ${borne}
     LEFT JOIN needy_kin k ON k.record = o.record AND k.role = o.role
     LEFT JOIN bearers_kin bk ON bk.id = b.id AND bk.token = k.token
     WHERE o.pinyin = b.pinyin GROUP BY o.record, o.role, b.id
     UNION ALL
     SELECT o.record, o.role, b.id, 1 AS score ${borne} AND b.birth_date = o.birth_date
     JOIN needy_kin k ON k.record = o.record AND k.role = o.role
     JOIN bearers_kin bk ON bk.id = b.id AND bk.token = k.token`,
  );
}

/**
 * Tables `<name>`, the undisputed mentions of some usable IDs (a SELECT of `id`), and `<name>_kin(id, token)`, what their
 * rows say besides.
 */
export async function defineBearers(store: Store, ids: string, name = 'bearers'): Promise<void> {
  await store.define(
    name,
    `SELECT m.record, m.role, m.id, m.pinyin, m.birth_date, m.sex
     FROM mentions m JOIN (${ids}) AS wanted ON wanted.id = m.id
     LEFT JOIN disputed_ids d ON d.id = m.id
     WHERE ${USABLE} AND COALESCE(m.pinyin = d.pinyin, TRUE)`,
  );
  await defineKin(store, `${name}_tokens`, name);
  await store.define(
    `${name}_kin`,
    `SELECT DISTINCT b.id, k.token FROM ${name} b
     JOIN ${name}_tokens k ON k.record = b.record AND k.role = b.role`,
  );
  await store.drop(`${name}_tokens`);
}

/** Mentions without usable ID: by name and birth date with a second value, by name and spouse, through their event. */
async function joinWithoutId(store: Store): Promise<void> {
  await defineBearers(
    store,
    `SELECT DISTINCT m.id FROM mentions m
     JOIN (SELECT DISTINCT pinyin, birth_date FROM (${OPEN}) AS open) AS o
       ON o.pinyin = m.pinyin AND o.birth_date = m.birth_date WHERE ${USABLE}`,
  );
  await join(
    store,
    'name-birth-date',
    `SELECT o.record, o.role, b.id, COUNT(*) AS score FROM (${OPEN}) AS o
     JOIN bearers b ON b.pinyin = o.pinyin AND b.birth_date = o.birth_date
     JOIN needy_kin k ON k.record = o.record AND k.role = o.role
     JOIN bearers_kin bk ON bk.id = b.id AND bk.token = k.token
     GROUP BY o.record, o.role, b.id`,
  );
  await join(store, 'name-spouse', THROUGH_SPOUSE, true);
  await join(store, 'child', `${throughChild('certificate_no')} UNION ALL ${throughChild('child_id')}`);
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
     JOIN visits v ON v.record = o.record
     JOIN mentions m ON m.pinyin = o.pinyin AND m.role = 'self' AND m.id_status = 'valid'
     JOIN women w ON w.record = m.record AND w.community = v.community`,
    true,
  );
}

const COUPLE = ['mother', 'father', 'husband', 'wife', 'woman', 'spouse', 'self'];
/** Rows that name a person beside a spouse, by the roles of both and by their registers. */
export const COUPLE_ROLES = anyOf(COUPLE);
export const COUPLE_REGISTERS = anyOf(
  REGISTER_NAMES.filter(
    (name) => REGISTERS[name].mentions.filter(({ role }) => COUPLE.includes(role)).length > 1,
  ),
);

function anyOf(values: readonly string[]): string {
  return `(${values.map((value) => `'${value}'`).join(', ')})`;
}

/** The same name beside a spouse of the same name. */
const THROUGH_SPOUSE = `SELECT o.record, o.role, m.id, COUNT(*) AS score FROM (${OPEN}) AS o
  JOIN mentions os ON os.record = o.record AND os.role <> o.role AND os.role IN ${COUPLE_ROLES}
  JOIN mentions m ON m.pinyin = o.pinyin AND ${USABLE} AND m.role IN ${COUPLE_ROLES}
  JOIN mentions ms ON ms.record = m.record AND ms.role <> m.role AND ms.role IN ${COUPLE_ROLES} AND ms.pinyin = os.pinyin
  WHERE o.role IN ${COUPLE_ROLES}
  GROUP BY o.record, o.role, m.id`;

/** A parent is the one whom another record of the same child names, if the names do not contradict. */
function throughChild(document: 'certificate_no' | 'child_id'): string {
  return `SELECT o.record, o.role, m.id, 1 AS score FROM (${OPEN}) AS o
    JOIN births a ON a.record = o.record
    JOIN births b ON b.record <> a.record AND b.${document} = a.${document}
    JOIN mentions m ON m.record = b.record AND m.role = o.role AND m.id_status = 'valid'
    WHERE o.role IN ('mother', 'father') AND COALESCE(m.pinyin = o.pinyin, TRUE)`;
}

/** A name that differs under the ID's own birth date and surroundings is a misspelt name: the mention stays. */
async function keepDisputed(store: Store): Promise<void> {
  await defineBearers(store, `SELECT DISTINCT o.id FROM (${OPEN}) AS o WHERE o.id_status = 'disputed'`);
  await join(
    store,
    'disputed',
    `SELECT o.record, o.role, o.id, 1 AS score FROM (${OPEN}) AS o
     JOIN needy_kin k ON k.record = o.record AND k.role = o.role
     JOIN bearers_kin bk ON bk.id = o.id AND bk.token = k.token WHERE o.id_status = 'disputed'
     UNION ALL
     SELECT o.record, o.role, o.id, 1 AS score FROM (${OPEN}) AS o
     JOIN bearers b ON b.id = o.id AND b.birth_date = o.birth_date AND b.sex = o.sex WHERE o.id_status = 'disputed'`,
  );
}
