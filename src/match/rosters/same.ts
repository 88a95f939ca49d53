import { idCandidates } from '../../keys/id-candidates.js';
import type { Store } from '../../store/store.js';

/** What two rows of one person share though ID or name changed from month to month, strongest first. */
interface Key {
  /** SQL over a row, equal for the two. */
  token: string;
  /** Columns that must be filled. */
  needs: readonly string[];
  /** SQL over row `a` of last month and `b` of this month that must hold besides. */
  unless?: string;
}

/** Whether both IDs are valid and stand more than two places apart: two people, if nothing else joins them. */
export function apart(a: string, b: string): string {
  const places = Array.from({ length: 18 }, (_, i) => {
    const at = `${i + 1}, 1`;
    return `CASE WHEN SUBSTRING(${a}.id, ${at}) = SUBSTRING(${b}.id, ${at}) THEN 0 ELSE 1 END`;
  });
  return `COALESCE(${a}.id_status = 'valid' AND ${b}.id_status = 'valid' AND ${places.join(' + ')} > 2, FALSE)`;
}

const HOUSEHOLD = `community, '|', household_no, '|'`;

const KEYS: readonly Key[] = [
  { token: `CASE WHEN id_status <> 'damaged' THEN id END`, needs: ['id'] },
  { token: `CONCAT(pinyin, '|', iso(birth_date))`, needs: ['pinyin', 'birth_date'], unless: apart('a', 'b') },
  { token: `CONCAT(${HOUSEHOLD}, pinyin)`, needs: ['household_no', 'pinyin'] },
  { token: `CONCAT(${HOUSEHOLD}, iso(birth_date), sex)`, needs: ['household_no', 'birth_date', 'sex'] },
  { token: `CONCAT(pinyin, '|', spouse)`, needs: ['pinyin', 'spouse'] },
];

/**
 * Takes rows of last month for rows of this month where ID or name was corrected, or is mistyped in one of them: in
 * `roster_then`, `who` becomes this month's person. Only people whom a claimant (a register at a point) lost are
 * compared with those whom it gained, one to one.
 */
export async function joinChanged(store: Store): Promise<void> {
  await store.define('roster_lost', unmatched('roster_then', 'roster_now'));
  await store.define('roster_gained', unmatched('roster_now', 'roster_then'));
  await defineRepairs(store, ['roster_lost', 'roster_gained']);
  await store.define(
    'roster_same',
    `SELECT point, register, who AS then_who, who AS now_who FROM roster_lost WHERE FALSE`,
  );
  for (const key of KEYS) await pair(store, tokens(key), key.unless);
  await pair(store, { lost: repaired('roster_lost'), gained: repaired('roster_gained') });
  await store.define(
    'roster_then',
    `SELECT t.point, t.register, t.community, COALESCE(s.now_who, t.who) AS who, t.record, t.name_key, t.pinyin, t.id,
       t.id_status, t.birth_date, t.sex, t.household_no, t.building, t.spouse, t.handover_date
     FROM roster_then t
     LEFT JOIN roster_same s ON s.point = t.point AND s.register = t.register AND s.then_who = t.who`,
  );
  await store.drop('roster_lost', 'roster_gained', 'roster_same', 'roster_repairs');
}

/** Rows of people whom the other month's register of the same point does not hold. */
function unmatched(table: string, other: string): string {
  return `SELECT t.* FROM ${table} t
    LEFT JOIN (SELECT DISTINCT point, register, who FROM ${other}) AS o
      ON o.point = t.point AND o.register = t.register AND o.who = t.who
    WHERE o.who IS NULL`;
}

/** `roster_repairs(id, repaired)`: the valid IDs that the invalid ones of some tables may stand for. */
export async function defineRepairs(store: Store, tables: readonly string[]): Promise<void> {
  const ids = tables.map((table) => `SELECT id FROM ${table} WHERE id_status = 'invalid' AND id IS NOT NULL`);
  const invalid = await store.all<{ id: string }>(`${ids.join(' UNION ')} ORDER BY id`);
  const columns = [
    ['id', 'VARCHAR'],
    ['repaired', 'VARCHAR'],
  ] as const;
  await store.drop('roster_repairs');
  await store.create('roster_repairs', columns);
  const pairs = invalid.flatMap(({ id }) => idCandidates(id).map((candidate) => [id, candidate]));
  await store.append('roster_repairs', columns, pairs);
}

interface Tokens {
  lost: string;
  gained: string;
}

function tokens({ token, needs }: Key): Tokens {
  const filled = needs.map((column) => `${column} IS NOT NULL`).join(' AND ');
  const of = (table: string) => `SELECT *, ${token} AS token FROM ${table} WHERE ${filled}`;
  return { lost: of('roster_lost'), gained: of('roster_gained') };
}

/** A valid ID, or those that an invalid one may stand for, with the name. */
function repaired(table: string): string {
  return `SELECT *, CONCAT(id, pinyin) AS token FROM ${table} WHERE id_status = 'valid' AND pinyin IS NOT NULL
    UNION ALL
    SELECT t.*, CONCAT(r.repaired, t.pinyin) AS token FROM ${table} t
    JOIN roster_repairs r ON r.id = t.id AND t.id_status = 'invalid' WHERE t.pinyin IS NOT NULL`;
}

/** Adds the pairs of one key to `roster_same`: each side once, those of one community first. */
async function pair(store: Store, { lost, gained }: Tokens, unless?: string): Promise<void> {
  const open = (rows: string, who: string) =>
    `SELECT x.* FROM (${rows}) AS x
     LEFT JOIN roster_same s ON s.point = x.point AND s.register = x.register AND s.${who} = x.who WHERE s.${who} IS NULL`;
  await store.run(
    `INSERT INTO roster_same SELECT point, register, then_who, now_who FROM (
       SELECT point, register, then_who, now_who,
         ROW_NUMBER() OVER (PARTITION BY point, register, then_who ORDER BY far, now_who) AS of_then,
         ROW_NUMBER() OVER (PARTITION BY point, register, now_who ORDER BY far, then_who) AS of_now
       FROM (SELECT a.point, a.register, a.who AS then_who, b.who AS now_who,
           MIN(CASE WHEN a.community = b.community THEN 0 ELSE 1 END) AS far
         FROM (${open(lost, 'then_who')}) AS a JOIN (${open(gained, 'now_who')}) AS b
           ON b.point = a.point AND b.register = a.register AND b.token = a.token
         ${unless ? `WHERE NOT ${unless}` : ''} GROUP BY a.point, a.register, a.who, b.who) AS pairs) AS ranked
     WHERE of_then = 1 AND of_now = 1`,
  );
}
