import { REGISTER_NAMES } from '../registers/types.js';
import type { Store } from '../store/store.js';

/** A copy repeats at least this share of the smaller file's rows; fewer rows than this prove nothing. */
const SHARE = 0.8;
const ROWS = 3;

/**
 * A file or sheet that repeats the rows of another of the same register and point (a copy, a backup) is set aside:
 * its rows leave the tables, and `copies(source, original, record, original_record)` keeps the first row of both. The
 * copy is the one that its name calls so, else the smaller; of two equal ones the later in the order of names.
 */
export async function setCopiesAside(store: Store): Promise<void> {
  await store.create('repeated', REPEATED);
  const repeated = await store.sideBySide([0, 1], (half) => store.insert('repeated', repeatedOf(half)));
  if (repeated.every((rows) => rows === 0)) {
    await store.drop('repeated');
    await store.define(
      'copies',
      'SELECT 0 AS source, 0 AS original, 0 AS record, 0 AS original_record WHERE FALSE',
    );
    return;
  }
  await store.define(
    'copies',
    `SELECT source, MIN(original) AS original FROM (
       SELECT x.a AS source, x.b AS original
       FROM (SELECT a.source AS a, b.source AS b, COUNT(*) AS n FROM repeated a JOIN repeated b
         ON b.fp = a.fp AND b.source <> a.source GROUP BY a.source, b.source) AS x
       JOIN (${SIZES}) AS sa ON sa.source = x.a JOIN (${SIZES}) AS sb ON sb.source = x.b
       JOIN sources ca ON ca.source = x.a JOIN sources cb ON cb.source = x.b AND cb.point = ca.point
         AND cb.register = ca.register
       WHERE x.n >= ${SHARE} * LEAST(sa.n, sb.n) AND (x.n >= ${ROWS} OR sa.n = sb.n)
         AND ((ca.called_copy AND NOT cb.called_copy) OR (ca.called_copy = cb.called_copy AND (sa.n < sb.n
           OR (sa.n = sb.n AND ${nameOf('ca')} > ${nameOf('cb')}))))
     ) AS pairs GROUP BY source`,
  );
  await store.define(
    'copies',
    `SELECT c.source, c.original, a.record, b.record AS original_record FROM copies c
     JOIN (SELECT source, MIN(record) AS record FROM records GROUP BY source) AS a ON a.source = c.source
     JOIN (SELECT source, MIN(record) AS record FROM records GROUP BY source) AS b ON b.source = c.original`,
  );
  await store.drop('repeated');
  await forget(store);
}

const REPEATED = [
  ['source', 'INTEGER'],
  ['fp', 'BIGINT'],
] as const;

/** Rows that several sources have; half of them at a time, since nothing else can be done yet. */
function repeatedOf(half: number): string {
  return `SELECT DISTINCT r.source, r.fp FROM records r JOIN (SELECT register, point, fp FROM records WHERE fp % 2 = ${half}
      GROUP BY register, point, fp HAVING MIN(source) <> MAX(source)) AS twice
    ON twice.fp = r.fp AND twice.register = r.register AND twice.point = r.point`;
}

function nameOf(source: string): string {
  return `CONCAT(${source}.path, ' ', COALESCE(${source}.sheet, ''))`;
}

const SIZES = `SELECT source, COUNT(DISTINCT fp) AS n FROM records
  WHERE source IN (SELECT source FROM repeated) GROUP BY source`;

/** The rows of a copy are neither matched nor reported a second time. */
async function forget(store: Store): Promise<void> {
  if ((await store.all('SELECT 1 AS one FROM copies LIMIT 1')).length === 0) return;
  const copied = 'IN (SELECT source FROM copies)';
  await store.redefine('sources', { set: { set_aside: 'TRUE' }, where: `source ${copied}` });
  await store.remove('mentions', `source_of(record) ${copied}`);
  for (const table of ['problems', ...REGISTER_NAMES, 'records'])
    await store.remove(table, `source ${copied}`);
}
