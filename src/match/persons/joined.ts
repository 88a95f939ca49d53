import type { Part, Step } from '../../store/steps.js';
import { COUPLE_ROLES } from './couples.js';
import { candidatesOf, USABLE } from './ids.js';
import { bearersOf } from './unidentified.js';

/** Unidentified mentions that no key has joined yet. */
const OPEN = `SELECT n.* FROM unidentified n
  LEFT JOIN joined j ON j.record = n.record AND j.role = n.role WHERE j.record IS NULL`;

/** A way to find the ID of open mentions. */
interface Key extends Part {
  name: string;
  /** A SELECT of (record, role, id, score): the highest score wins. */
  select: string;
  /** A tie between two IDs is left open; else the first in order is taken. */
  unique?: true;
}

/** An invalid ID is one edit or swap away from a valid one that another mention bears (docs/domain.md#persons). */
const BORNE = `FROM (${OPEN}) AS o JOIN id_candidates c ON c.id = o.id AND o.id_status = 'invalid'
    JOIN repair_bearers b ON b.id = c.candidate`;

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

/** The keys, strongest first. */
const KEYS: readonly Key[] = [
  {
    name: 'repaired',
    needs: ['id_candidates', 'repair_bearers', 'unidentified_evidence', 'repair_bearers_evidence'],
    select: `SELECT o.record, o.role, b.id, 2 + COUNT(DISTINCT bk.token) AS score ${BORNE}
     LEFT JOIN unidentified_evidence k ON k.record = o.record AND k.role = o.role
     LEFT JOIN repair_bearers_evidence bk ON bk.id = b.id AND bk.token = k.token
     WHERE o.pinyin = b.pinyin GROUP BY o.record, o.role, b.id
     UNION ALL
     SELECT o.record, o.role, b.id, 1 AS score ${BORNE} AND b.birth_date = o.birth_date
     JOIN unidentified_evidence k ON k.record = o.record AND k.role = o.role
     JOIN repair_bearers_evidence bk ON bk.id = b.id AND bk.token = k.token`,
  },
  {
    name: 'name-birth-date',
    needs: ['namesakes', 'unidentified_evidence', 'namesakes_evidence'],
    select: `SELECT o.record, o.role, b.id, COUNT(*) AS score FROM (${OPEN}) AS o
     JOIN namesakes b ON b.pinyin = o.pinyin AND b.birth_date = o.birth_date
     JOIN unidentified_evidence k ON k.record = o.record AND k.role = o.role
     JOIN namesakes_evidence bk ON bk.id = b.id AND bk.token = k.token
     GROUP BY o.record, o.role, b.id`,
  },
  { name: 'name-spouse', needs: [], select: THROUGH_SPOUSE, unique: true },
  {
    name: 'child',
    needs: [],
    select: `${throughChild('certificate_no')} UNION ALL ${throughChild('child_id')}`,
  },
  {
    name: 'name-birth-date-community',
    needs: ['namesakes'],
    select: `SELECT o.record, o.role, b.id, 1 AS score FROM (${OPEN}) AS o
     JOIN namesakes b ON b.pinyin = o.pinyin AND b.birth_date = o.birth_date AND COALESCE(b.sex = o.sex, TRUE)
     JOIN records ro ON ro.record = o.record JOIN records rb ON rb.record = b.record AND rb.community = ro.community
     WHERE o.id_status <> 'disputed'`,
    unique: true,
  },
  {
    name: 'name-community',
    needs: [],
    select: `SELECT o.record, o.role, m.id, 1 AS score FROM (${OPEN}) AS o
     JOIN visits v ON v.record = o.record
     JOIN mentions m ON m.pinyin = o.pinyin AND m.role = 'self' AND m.id_status = 'valid'
     JOIN women w ON w.record = m.record AND w.community = v.community`,
    unique: true,
  },
  {
    // A name that differs under the ID's own birth date and surroundings is a misspelt name: the mention stays.
    name: 'disputed',
    needs: ['disputed_bearers', 'unidentified_evidence', 'disputed_bearers_evidence'],
    select: `SELECT o.record, o.role, o.id, 1 AS score FROM (${OPEN}) AS o
     JOIN unidentified_evidence k ON k.record = o.record AND k.role = o.role
     JOIN disputed_bearers_evidence bk ON bk.id = o.id AND bk.token = k.token WHERE o.id_status = 'disputed'
     UNION ALL
     SELECT o.record, o.role, o.id, 1 AS score FROM (${OPEN}) AS o
     JOIN disputed_bearers b ON b.id = o.id AND b.birth_date = o.birth_date AND b.sex = o.sex WHERE o.id_status = 'disputed'`,
  },
];

/** The best ID of each open mention by one key. */
function bestOf({ name, needs, select, unique }: Key): Part {
  return {
    needs: ['unidentified', 'joined', ...needs],
    select: `SELECT record, role, id AS node, '${name}' AS key FROM (
       SELECT record, role, id,
         ROW_NUMBER() OVER (PARTITION BY record, role ORDER BY score DESC, id) AS place,
         COUNT(*) OVER (PARTITION BY record, role) AS n
       FROM (SELECT record, role, id, MAX(score) AS score FROM (${select}) AS pairs GROUP BY record, role, id) AS best
     ) AS ranked WHERE ${unique ? 'n = 1' : 'place = 1'}`,
  };
}

/** `joined(record, role, node, key)`: unidentified mentions with the ID of another mention, and the key that found it. */
export const JOINED: readonly Step[] = [
  candidatesOf('id_candidates', ['unidentified']),
  ...bearersOf('repair_bearers', {
    needs: ['id_candidates'],
    select: 'SELECT DISTINCT candidate AS id FROM id_candidates',
  }),
  ...bearersOf('namesakes', {
    needs: ['unidentified'],
    select: `SELECT DISTINCT m.id FROM mentions m
     JOIN (SELECT DISTINCT pinyin, birth_date FROM unidentified) AS o
       ON o.pinyin = m.pinyin AND o.birth_date = m.birth_date WHERE ${USABLE}`,
  }),
  ...bearersOf('disputed_bearers', {
    needs: ['unidentified'],
    select: `SELECT DISTINCT id FROM unidentified WHERE id_status = 'disputed'`,
  }),
  {
    makes: 'joined',
    parts: [
      { needs: [], select: 'SELECT record, role, id AS node, key FROM mentions WHERE FALSE' },
      ...KEYS.map(bestOf),
    ],
  },
];
