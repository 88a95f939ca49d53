import type { Step } from '../../store/steps.js';
import type { Store } from '../../store/store.js';
import { oneOf, READING_TABLES } from '../../store/tables.js';
import { EVIDENCE, HOUSEHOLD_OF } from './evidence.js';
import { GAPS } from './gaps.js';
import { JOINED, JOINING_KEYS } from './joined.js';
import { MERGED_IDS, NEAR_IDS } from './near.js';
import { BEARERS, UNIDENTIFIED } from './unidentified.js';

/** Everything that may say why a mention is this person's. */
const PERSON_KEY = oneOf(['id', 'near', 'alone', ...JOINING_KEYS]);

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
 * `named` (a view of the mentions, which are written anew for it): a mention with the number of its `person`, the `key`
 * that joined it, and whether the row bears a `valid_id`, which was called `sound`.
 */
export const PERSONS: readonly Step[] = [
  HOUSEHOLD_OF,
  ...UNIDENTIFIED,
  NEAR_IDS,
  BEARERS,
  ...EVIDENCE,
  ...MERGED_IDS,
  GAPS,
  JOINED,
  {
    makes: 'renumbered',
    needs: ['joined', 'unidentified', 'merged_ids'],
    select: `SELECT x.record, x.role, x.key, CASE WHEN ${IS_VALID} THEN ${numberOf('x.root')}
       ELSE MAX(nobody(x.record, x.role)) OVER (PARTITION BY x.root) END AS person
     FROM (SELECT n.record, n.role, CASE WHEN n.key = 'id' AND g.root IS NOT NULL THEN 'near' ELSE n.key END AS key,
         COALESCE(g.root, n.node) AS root FROM (${NODES}) AS n LEFT JOIN merged_ids g ON g.node = n.node) AS x`,
  },
  { makes: 'named', needs: ['renumbered'], run: nameMentions },
];

/** Writes person and key beside the mentions, where matching reads them fastest. @returns how many */
async function nameMentions(store: Store): Promise<number> {
  const mentions = await store.define('mentions', NUMBERED);
  await store.view('named', 'SELECT *, valid_id AS sound FROM mentions');
  return mentions;
}

const OWN_COLUMNS = READING_TABLES.mentions.map(([name]) => name).filter((name) => name !== 'person');

/** The mentions with a person for everybody, the key that joined it, and whether the row bears a `valid_id`. */
const NUMBERED = `SELECT n.*, n.id_status = 'valid' AND n.key IN ('id', 'near') AS valid_id
  FROM (SELECT ${OWN_COLUMNS.map((name) => `m.${name}`).join(', ')},
      COALESCE(x.person, m.person, nobody(m.record, m.role)) AS person,
      CAST(COALESCE(x.key, CASE WHEN m.id_status IN ('valid', 'other') THEN 'id' ELSE 'alone' END) AS ${PERSON_KEY}) AS key
    FROM mentions m LEFT JOIN renumbered x ON x.record = m.record AND x.role = m.role) AS n`;

/** Makes the mentions what reading made them, before more are read and all are matched a second time. */
export async function forgetPersons(store: Store): Promise<void> {
  await store.define(
    'mentions',
    `SELECT ${OWN_COLUMNS.map((name) => `m.${name}`).join(', ')},
       CASE WHEN m.id_status = 'valid' THEN ${numberOf('m.id')} END AS person FROM mentions m`,
  );
}
