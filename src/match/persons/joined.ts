import type { Step } from '../../store/steps.js';
import { COUPLE_ROLES } from './couples.js';
import { USABLE } from './ids.js';

/** A way to find the ID of unidentified mentions. */
interface Key {
  name: string;
  /** A SELECT of (record, role, id, score): the highest score wins. */
  select: string;
  /** A tie between two IDs is left open; else the first in order is taken. */
  unique?: true;
}

/** What the row of mention `o` says besides, as all bearers of ID `b.id` do. */
function sharedWith(sought: string): string {
  return `JOIN evidence k ON k.record = o.record AND k.role = o.role
     JOIN bearer_evidence bk ON bk.sought = '${sought}' AND bk.id = b.id AND bk.token = k.token`;
}

/** An invalid ID is one edit or swap away from a valid one that another mention bears (docs/domain.md#persons). */
const BORNE = `FROM unidentified o JOIN id_candidates c ON c.id = o.id AND o.id_status = 'invalid'
    JOIN bearers b ON b.sought = 'repair' AND b.id = c.candidate`;

/** The same name beside a spouse of the same name. */
const THROUGH_SPOUSE = `SELECT o.record, o.role, m.id, COUNT(*) AS score FROM unidentified o
  JOIN mentions os ON os.record = o.record AND os.role <> o.role AND os.role IN ${COUPLE_ROLES}
  JOIN mentions m ON m.pinyin = o.pinyin AND ${USABLE} AND m.role IN ${COUPLE_ROLES}
  JOIN mentions ms ON ms.record = m.record AND ms.role <> m.role AND ms.role IN ${COUPLE_ROLES} AND ms.pinyin = os.pinyin
  WHERE o.role IN ${COUPLE_ROLES}
  GROUP BY o.record, o.role, m.id`;

/** A parent is the one whom another record of the same child names, if the names do not contradict. */
function throughChild(document: 'certificate_no' | 'child_id'): string {
  return `SELECT o.record, o.role, m.id, 1 AS score FROM unidentified o
    JOIN births a ON a.record = o.record
    JOIN births b ON b.record <> a.record AND b.${document} = a.${document}
    JOIN mentions m ON m.record = b.record AND m.role = o.role AND m.id_status = 'valid'
    WHERE o.role IN ('mother', 'father') AND COALESCE(m.pinyin = o.pinyin, TRUE)`;
}

/** The keys, strongest first. */
const KEYS: readonly Key[] = [
  {
    name: 'repaired',
    select: `SELECT o.record, o.role, b.id, 2 + COUNT(DISTINCT bk.token) AS score ${BORNE}
     LEFT JOIN evidence k ON k.record = o.record AND k.role = o.role
     LEFT JOIN bearer_evidence bk ON bk.sought = 'repair' AND bk.id = b.id AND bk.token = k.token
     WHERE o.pinyin = b.pinyin GROUP BY o.record, o.role, b.id
     UNION ALL
     SELECT o.record, o.role, b.id, 1 AS score ${BORNE} AND b.birth_date = o.birth_date ${sharedWith('repair')}`,
  },
  {
    name: 'name-birth-date',
    select: `SELECT o.record, o.role, b.id, COUNT(*) AS score FROM unidentified o
     JOIN bearers b ON b.sought = 'namesake' AND b.pinyin = o.pinyin AND b.birth_date = o.birth_date
     ${sharedWith('namesake')} GROUP BY o.record, o.role, b.id`,
  },
  { name: 'name-spouse', select: THROUGH_SPOUSE, unique: true },
  { name: 'child', select: `${throughChild('certificate_no')} UNION ALL ${throughChild('child_id')}` },
  {
    name: 'name-birth-date-community',
    select: `SELECT o.record, o.role, b.id, 1 AS score FROM unidentified o
     JOIN bearers b ON b.sought = 'namesake' AND b.pinyin = o.pinyin AND b.birth_date = o.birth_date
       AND COALESCE(b.sex = o.sex, TRUE)
     JOIN records ro ON ro.record = o.record JOIN records rb ON rb.record = b.record AND rb.community = ro.community
     WHERE o.id_status <> 'disputed'`,
    unique: true,
  },
  {
    name: 'name-community',
    select: `SELECT o.record, o.role, m.id, 1 AS score FROM unidentified o
     JOIN visits v ON v.record = o.record
     JOIN mentions m ON m.pinyin = o.pinyin AND m.role = 'self' AND m.id_status = 'valid'
     JOIN women w ON w.record = m.record AND w.community = v.community`,
    unique: true,
  },
  {
    // A name that differs under the ID's own surroundings is a misspelt name: the mention stays.
    name: 'disputed',
    select: `SELECT o.record, o.role, o.id, 1 AS score FROM unidentified o
     JOIN evidence k ON k.record = o.record AND k.role = o.role
     JOIN bearer_evidence bk ON bk.sought = 'disputed' AND bk.id = o.id AND bk.token = k.token
     WHERE o.id_status = 'disputed'`,
  },
  { name: 'gap', select: 'SELECT record, role, id, 1 AS score FROM gaps', unique: true },
  {
    // So is one under the ID's own birth date.
    name: 'disputed',
    select: `SELECT o.record, o.role, o.id, 1 AS score FROM unidentified o
     JOIN bearers b ON b.sought = 'disputed' AND b.id = o.id AND b.birth_date = o.birth_date AND b.sex = o.sex
     WHERE o.id_status = 'disputed'`,
  },
];

/** The keys that joined an unidentified mention. */
export const JOINING_KEYS = KEYS.map(({ name }) => name);

const FOUND = KEYS.map(
  ({ select }, strength) =>
    `SELECT ${strength} AS strength, record, role, id, score FROM (${select}) AS pairs`,
);
const TIES_ARE_OPEN = KEYS.flatMap(({ unique }, strength) => (unique ? [strength] : []));
const NAMES = KEYS.map(({ name }, strength) => `WHEN ${strength} THEN '${name}'`);

/**
 * `joined(record, role, node, key)`: unidentified mentions with the ID of another mention, and the strongest key that
 * found it: of several IDs, the best.
 */
export const JOINED: Step = {
  makes: 'joined',
  needs: ['unidentified', 'id_candidates', 'bearers', 'evidence', 'bearer_evidence', 'gaps'],
  select: `WITH found AS (
       SELECT strength, record, role, id, MAX(score) AS score FROM (${FOUND.join(' UNION ALL ')}) AS pairs
       GROUP BY strength, record, role, id
     ), ranked AS (
       SELECT strength, record, role, id,
         ROW_NUMBER() OVER (PARTITION BY record, role, strength ORDER BY score DESC, id) AS place,
         COUNT(*) OVER (PARTITION BY record, role, strength) AS n FROM found
     ), best AS (
       SELECT record, role, id, strength, ROW_NUMBER() OVER (PARTITION BY record, role ORDER BY strength) AS nth
       FROM ranked WHERE place = 1 AND (n = 1 OR strength NOT IN (${TIES_ARE_OPEN.join(', ')}))
     )
     SELECT record, role, id AS node, CASE strength ${NAMES.join(' ')} END AS key FROM best WHERE nth = 1`,
};
