import { idCandidates } from '../../keys/id-candidates.js';
import { putRows, type Step } from '../../store/steps.js';
import { components } from '../components.js';

/** Whether the ID of mention `m` is usable: a valid one, or a document of another kind. */
export const USABLE = `m.id_status IN ('valid', 'other')`;

/** In how many of their 18 characters the IDs of rows `a` and `b` differ, position by position. */
export function idDistance(a: string, b: string): string {
  const places = Array.from({ length: 18 }, (_, i) => {
    const at = `${i + 1}, 1`;
    return `CASE WHEN SUBSTRING(${a}.id, ${at}) = SUBSTRING(${b}.id, ${at}) THEN 0 ELSE 1 END`;
  });
  return places.join(' + ');
}

/**
 * Makes `<makes>(id, candidate)`: the valid IDs that the invalid ones of some tables may stand for, one edit or swap
 * away (docs/domain.md#persons).
 */
export function candidatesOf(makes: string, tables: readonly string[]): Step {
  const ids = tables.map(
    (table) => `SELECT DISTINCT id FROM ${table} WHERE id_status = 'invalid' AND id IS NOT NULL`,
  );
  return {
    makes,
    needs: tables,
    run: async (store) => {
      const invalid = await store.all<{ id: string }>(`${ids.join(' UNION ')} ORDER BY id`);
      const pairs = invalid.flatMap(({ id }) => idCandidates(id).map((candidate) => [id, candidate]));
      return putRows(store, makes, { id: 'VARCHAR', candidate: 'VARCHAR' }, pairs);
    },
  };
}

/** Makes `<makes>(node, root)`: which IDs the pairs `(a, b)` of a table join, and the least of those joined. */
export function componentsOf(makes: string, pairs: string): Step {
  return {
    makes,
    needs: [pairs],
    run: async (store) => {
      const edges = await store.all<{ a: string; b: string }>(`SELECT a, b FROM ${pairs} ORDER BY a, b`);
      const rows = [...components(edges.map(({ a, b }) => [a, b]))];
      return putRows(store, makes, { node: 'VARCHAR', root: 'VARCHAR' }, rows);
    },
  };
}
