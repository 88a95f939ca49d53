import type { Config } from '../../config/types.js';
import { REGISTER_NAMES } from '../../registers/types.js';
import type { Store } from '../../store/store.js';

type Hierarchy = Pick<Config, 'communities' | 'areas'>;

/**
 * The street of every community: as the configuration has it, under `communities` or as the area that a community is
 * part of, else as most rows of all registers have it (the first by name of several).
 */
export async function streetsOf(store: Store, config: Hierarchy): Promise<Map<string, string>> {
  const { communities, areas } = config;
  const columns = REGISTER_NAMES.filter((register) => register !== 'figures');
  const rows = await store.all<{ community: string; street: string; n: number }>(
    `SELECT community, street, COUNT(*) AS n FROM (
       ${columns.map((register) => `SELECT community, street FROM ${register}`).join(' UNION ALL ')}) AS places
     WHERE community IS NOT NULL AND street IS NOT NULL GROUP BY community, street`,
  );
  const ordered = rows.sort((a, b) => a.n - b.n || (a.street < b.street ? 1 : -1));
  return new Map([
    ...ordered.map(({ community, street }) => [community, street] as const),
    ...areas.flatMap(({ name, parts }) => parts.map((part) => [part, name] as const)),
    ...communities.flatMap(({ name, street }) => (street === undefined ? [] : [[name, street] as const])),
  ]);
}
