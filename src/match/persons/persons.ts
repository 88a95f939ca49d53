import type { Step } from '../../store/steps.js';
import type { Store } from '../../store/store.js';
import { HOUSEHOLD_OF } from './evidence.js';
import { JOINED } from './joined.js';
import { MERGED_IDS } from './near.js';
import { DISPUTED_IDS, UNIDENTIFIED } from './unidentified.js';

/** The number that a valid ID gives its person; `shards.ts` writes it beside the ID. */
function numberOf(id: string): string {
  return `CAST(SUBSTRING(${id}, 1, 17) AS BIGINT)`;
}

/** The mentions that their own ID does not number, or not alone. */
const NODES = `SELECT record, role, node, key FROM joined
  UNION ALL
  SELECT n.record, n.role, CASE WHEN n.id_status = 'invalid' THEN CONCAT('x', n.id, '|', COALESCE(n.pinyin, ''))
    ELSE CONCAT('m', CAST(n.record AS STRING), n.role) END, 'alone'
  FROM unidentified n LEFT JOIN joined j ON j.record = n.record AND j.role = n.role
  WHERE j.node IS NULL AND n.id_status IN ('invalid', 'disputed')
  UNION ALL
  SELECT m.record, m.role, m.id, 'id' FROM mentions m LEFT JOIN merged_ids g ON g.node = m.id
  LEFT JOIN unidentified n ON n.record = m.record AND n.role = m.role
  WHERE n.record IS NULL AND (m.id_status = 'other' OR (m.id_status = 'valid' AND g.node IS NOT NULL))`;

const IS_VALID = `LENGTH(x.root) = 18 AND is_digits(SUBSTRING(x.root, 1, 17))`;

/**
 * From mentions to persons (docs/domain.md#persons). Exact usable IDs first; then invalid IDs are repaired, near valid IDs merged, and
 * mentions without usable ID joined by what else the row says. Only the keys `id`, `repaired` and `near` speak about the
 * ID itself.
 *
 * Every mention has a number from the start: a valid ID gives its person's, and minus the mention's own place stands for
 * somebody whom no ID names. Only those are numbered anew that belong to somebody else (`renumbered`): a node is an ID,
 * or an unusable ID with its name, or a single mention; merged nodes share a root. A root that is no valid ID is
 * numbered by its first mention.
 *
 * Leaves the view `named`: the mentions, each with the number of its `person`, the `key` that joined it, and whether the
 * row bears a `valid_id`.
 */
export const PERSONS: readonly Step[] = [
  HOUSEHOLD_OF,
  DISPUTED_IDS,
  ...UNIDENTIFIED,
  ...MERGED_IDS,
  ...JOINED,
  {
    makes: 'nodes',
    needs: ['joined', 'unidentified', 'merged_ids'],
    select: `SELECT n.record, n.role, CASE WHEN n.key = 'id' AND g.root IS NOT NULL THEN 'near' ELSE n.key END AS key,
       COALESCE(g.root, n.node) AS root FROM (${NODES}) AS n LEFT JOIN merged_ids g ON g.node = n.node`,
  },
  {
    makes: 'renumbered',
    needs: ['nodes'],
    select: `SELECT x.record, x.role, x.key, CASE WHEN ${IS_VALID} THEN ${numberOf('x.root')}
       ELSE MAX(nobody(x.record, x.role)) OVER (PARTITION BY x.root) END AS person FROM nodes x`,
  },
  { makes: 'named', needs: ['renumbered'], run: nameMentions },
];

/** Writes the new numbers beside the mentions, where matching reads them fastest. @returns how many */
async function nameMentions(store: Store): Promise<number> {
  const renumbered = await store.run(
    `UPDATE mentions SET key = n.key, person = n.person FROM renumbered n
     WHERE n.record = mentions.record AND n.role = mentions.role`,
  );
  await store.view('named', NAMED);
  return renumbered;
}

/** `named`: as columns of `mentions`, but with a person for everybody; `sound` is what `valid_id` was called. */
const NAMED = `SELECT *, valid_id AS sound FROM (SELECT record, register, role, name_key, pinyin, id, id_status, birth_date, sex,
    COALESCE(person, nobody(record, role)) AS person,
    COALESCE(key, CASE WHEN id_status IN ('valid', 'other') THEN 'id' ELSE 'alone' END) AS key,
    id_status = 'valid' AND COALESCE(key IN ('id', 'near'), TRUE) AS valid_id
  FROM mentions) AS n`;

/** Forgets what an earlier matching of the same tables wrote beside the mentions. */
export async function forgetPersons(store: Store): Promise<void> {
  await store.run(
    `UPDATE mentions SET key = NULL,
       person = CASE WHEN id_status = 'valid' THEN ${numberOf('id')} END
     WHERE key IS NOT NULL`,
  );
}
