import { putRows } from '../../store/steps.js';
import type { Store } from '../../store/store.js';
import type { FieldVisit } from './visits.js';

/** Which event a record speaks of: a listed child's birth, or else the enrolment of a woman. */
type LinkKind = 'birth' | 'enrolment';

const COLUMNS = { visit: 'INTEGER', record: 'BIGINT', role: 'VARCHAR', kind: 'VARCHAR' } as const;

/** `listed(visit, record, role, kind)`: the records of everybody who was to be seen; visits are numbered by place. */
export async function defineListed(store: Store, visits: readonly FieldVisit[]): Promise<void> {
  const rows = visits.flatMap(({ listed }, visit) => {
    const kind: LinkKind = listed && listed.birth !== null ? 'birth' : 'enrolment';
    return (listed?.records ?? []).map(({ record, role }) => [visit, record, role, kind]);
  });
  await putRows(store, 'listed', COLUMNS, rows);
}

/** What the ledgers say about somebody, as far as it tells who it is. */
export interface Known {
  /** A valid ID. */
  id: string | null;
  sex: string | null;
  /** Of a child. */
  mother_name: string | null;
  mother_id: string | null;
}

/** Who the listed are, by visit. Needs `listed` and the tables of matching. */
export async function readKnown(store: Store): Promise<Map<number, Known>> {
  const rows = await store.all<Known & { visit: number }>(
    `SELECT l.visit, MIN(CASE WHEN n.id_status = 'valid' THEN n.id END) AS id, MIN(n.sex) AS sex,
       MIN(CASE WHEN l.role = 'child' THEN b.mother_name END) AS mother_name,
       MIN(CASE WHEN l.role = 'child' AND m.id_status = 'valid' THEN m.id END) AS mother_id
     FROM listed l JOIN named n ON n.record = l.record AND n.role = l.role
     LEFT JOIN births b ON b.record = l.record
     LEFT JOIN named m ON m.record = l.record AND m.role = 'mother'
     GROUP BY l.visit`,
  );
  return new Map(rows.map(({ visit, ...known }) => [visit, known]));
}
