import type { Store } from '../../store/store.js';

/**
 * Rows of witnesses whose event belongs to no community: neither mother nor wife is kept anywhere, so nobody is
 * expected to have it. They are counted, and omitted nowhere.
 * @returns how many by number of source
 */
export async function countUnplaced(store: Store): Promise<Map<number, number>> {
  const rows = await store.all<{ source: number; n: number }>(
    `SELECT source_of(c.record) AS source, COUNT(*) AS n FROM event_claims c JOIN events e ON e.event = c.event
     WHERE c.witness AND e.community IS NULL GROUP BY source_of(c.record) ORDER BY source`,
  );
  return new Map(rows.map(({ source, n }) => [source, n]));
}
