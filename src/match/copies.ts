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
  const copies = await store.define('copies', COPIES);
  if (copies > 0) await forget(store);
}

function nameOf(source: string): string {
  return `CONCAT(${source}.path, ' ', COALESCE(${source}.sheet, ''))`;
}

/** Rows that several sources have, how many of them two sources share, and how many each has at all. */
const COPIES = `WITH repeated AS (
    SELECT DISTINCT r.source, r.fp FROM records r
    JOIN (SELECT register, point, fp FROM records GROUP BY register, point, fp HAVING MIN(source) <> MAX(source)) AS twice
      ON twice.fp = r.fp AND twice.register = r.register AND twice.point = r.point
  ), sizes AS (
    SELECT source, COUNT(DISTINCT fp) AS n, MIN(record) AS record FROM records
    WHERE source IN (SELECT source FROM repeated) GROUP BY source
  ), shared AS (
    SELECT a.source AS a, b.source AS b, COUNT(*) AS n FROM repeated a
    JOIN repeated b ON b.fp = a.fp AND b.source <> a.source GROUP BY a.source, b.source
  ), found AS (
    SELECT x.a AS source, MIN(x.b) AS original FROM shared x
    JOIN sizes sa ON sa.source = x.a JOIN sizes sb ON sb.source = x.b
    JOIN sources ca ON ca.source = x.a JOIN sources cb ON cb.source = x.b AND cb.point = ca.point
      AND cb.register = ca.register
    WHERE x.n >= ${SHARE} * LEAST(sa.n, sb.n) AND (x.n >= ${ROWS} OR sa.n = sb.n)
      AND ((ca.called_copy AND NOT cb.called_copy) OR (ca.called_copy = cb.called_copy AND (sa.n < sb.n
        OR (sa.n = sb.n AND ${nameOf('ca')} > ${nameOf('cb')}))))
    GROUP BY x.a
  )
  SELECT f.source, f.original, a.record, b.record AS original_record FROM found f
  JOIN sizes a ON a.source = f.source JOIN sizes b ON b.source = f.original`;

/** The rows of a copy are neither matched nor reported a second time. */
async function forget(store: Store): Promise<void> {
  const held = await store.all<{ register: string }>(
    'SELECT DISTINCT s.register FROM copies c JOIN sources s ON s.source = c.source',
  );
  const copied = 'IN (SELECT source FROM copies)';
  await store.redefine('sources', { set: { set_aside: 'TRUE' }, where: `source ${copied}` });
  await store.remove('mentions', `source_of(record) ${copied}`);
  for (const table of ['problems', 'records', ...held.map(({ register }) => register)])
    await store.remove(table, `source ${copied}`);
}
