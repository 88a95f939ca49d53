import type { Step } from '../../store/steps.js';
import type { Store } from '../../store/store.js';
import { candidatesOf, idDistance } from '../persons/ids.js';
import { SLIPS } from '../persons/near.js';

/** What two rows of one person share though ID or name changed from month to month, strongest first. */
interface Key {
  /** SQL over a row, equal for the two. */
  token: string;
  /** Columns that must be filled. */
  needs: readonly string[];
  /** SQL over row `a` of last month and `b` of this month that must hold besides. */
  unless?: string;
}

/** Whether both IDs are valid and stand too far apart for a slip: two people, if nothing else joins them. */
export function apart(a: string, b: string): string {
  return `COALESCE(${a}.id_status = 'valid' AND ${b}.id_status = 'valid' AND ${idDistance(a, b)} > ${SLIPS}, FALSE)`;
}

const HOUSEHOLD = `community, '|', household_no, '|'`;

const KEYS: readonly Key[] = [
  { token: `CASE WHEN id_status <> 'damaged' THEN id END`, needs: ['id'] },
  { token: `CONCAT(pinyin, '|', iso(birth_date))`, needs: ['pinyin', 'birth_date'], unless: apart('a', 'b') },
  { token: `CONCAT(${HOUSEHOLD}, pinyin)`, needs: ['household_no', 'pinyin'] },
  { token: `CONCAT(${HOUSEHOLD}, iso(birth_date), sex)`, needs: ['household_no', 'birth_date', 'sex'] },
  { token: `CONCAT(pinyin, '|', spouse)`, needs: ['pinyin', 'spouse'] },
];

/** Rows of people whom the other month's register of the same point does not hold. */
function unmatched(table: string, other: string): string {
  return `SELECT t.* FROM ${table} t
    LEFT JOIN (SELECT DISTINCT point, register, who FROM ${other}) AS o
      ON o.point = t.point AND o.register = t.register AND o.who = t.who
    WHERE o.who IS NULL`;
}

/** The rows of a table with their tokens. */
type Tokens = (table: string) => string;

function tokens({ token, needs }: Key): Tokens {
  const filled = needs.map((column) => `${column} IS NOT NULL`).join(' AND ');
  return (table) => `SELECT *, ${token} AS token FROM ${table} WHERE ${filled}`;
}

/** A valid ID, or those that an invalid one may stand for, with the name. */
function repaired(table: string): string {
  return `SELECT *, CONCAT(id, pinyin) AS token FROM ${table} WHERE id_status = 'valid' AND pinyin IS NOT NULL
    UNION ALL
    SELECT t.*, CONCAT(r.candidate, t.pinyin) AS token FROM ${table} t
    JOIN roster_candidates r ON r.id = t.id AND t.id_status = 'invalid' WHERE t.pinyin IS NOT NULL`;
}

/** The pairs of one key, of people whom no key has paired yet: each side once, those of one community first. */
function pairsOf(tokensOf: Tokens, unless?: string): string {
  const open = (table: string, who: string) =>
    `SELECT x.* FROM (${tokensOf(table)}) AS x
     LEFT JOIN roster_same s ON s.point = x.point AND s.register = x.register AND s.${who} = x.who WHERE s.${who} IS NULL`;
  return `SELECT point, register, then_who, now_who FROM (
       SELECT point, register, then_who, now_who,
         ROW_NUMBER() OVER (PARTITION BY point, register, then_who ORDER BY far, now_who) AS of_then,
         ROW_NUMBER() OVER (PARTITION BY point, register, now_who ORDER BY far, then_who) AS of_now
       FROM (SELECT a.point, a.register, a.who AS then_who, b.who AS now_who,
           MIN(CASE WHEN a.community = b.community THEN 0 ELSE 1 END) AS far
         FROM (${open('roster_lost', 'then_who')}) AS a JOIN (${open('roster_gained', 'now_who')}) AS b
           ON b.point = a.point AND b.register = a.register AND b.token = a.token
         ${unless ? `WHERE NOT ${unless}` : ''} GROUP BY a.point, a.register, a.who, b.who) AS pairs) AS ranked
     WHERE of_then = 1 AND of_now = 1`;
}

const MONTHS = ['roster_before', 'roster_now'];
const UNMATCHED = ['roster_lost', 'roster_gained'];

/** Key after key: none pairs people whom one before it has paired. */
async function pairPeople(store: Store): Promise<number> {
  const nobody = 'SELECT point, register, who AS then_who, who AS now_who FROM roster_lost WHERE FALSE';
  await store.make('roster_same', nobody);
  let pairs = 0;
  for (const select of [...KEYS.map((key) => pairsOf(tokens(key), key.unless)), pairsOf(repaired)])
    pairs += await store.insert('roster_same', select);
  return pairs;
}

/**
 * Takes rows of last month for rows of this month where ID or name was corrected, or is mistyped in one of them:
 * `roster_then` is `roster_before` with this month's person as `who`. Only people whom a claimant (a register at a
 * point) lost are compared with those whom it gained, one to one.
 */
export const SAME_PEOPLE: readonly Step[] = [
  { makes: 'roster_lost', needs: MONTHS, select: unmatched('roster_before', 'roster_now') },
  { makes: 'roster_gained', needs: MONTHS, select: unmatched('roster_now', 'roster_before') },
  candidatesOf('roster_candidates', UNMATCHED),
  { makes: 'roster_same', needs: [...UNMATCHED, 'roster_candidates'], run: pairPeople },
  {
    makes: 'roster_then',
    needs: ['roster_before', 'roster_same'],
    select: `SELECT t.point, t.register, t.community, COALESCE(s.now_who, t.who) AS who, t.record, t.name_key, t.pinyin, t.id,
       t.id_status, t.birth_date, t.sex, t.household_no, t.building, t.spouse, t.handover_date
     FROM roster_before t
     LEFT JOIN roster_same s ON s.point = t.point AND s.register = t.register AND s.then_who = t.who`,
  },
];
