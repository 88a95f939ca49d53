import { privateFolder } from '../files/private-folder.js';
import type { DuckDBOptions } from './duckdb/store.js';
import type { Store } from './store.js';

export interface StoreOptions extends DuckDBOptions {
  /** The cluster to be asked (`sc://host:port`); absent: the engine is embedded. */
  remote?: string | undefined;
}

/**
 * Opens a store on the engine asked for; only that one is loaded.
 * @throws UserError where a cluster is asked for and cannot be had
 */
export async function openStore({ remote, ...local }: StoreOptions): Promise<Store> {
  const folder = privateFolder();
  try {
    if (remote === undefined)
      return await (await import('./duckdb/store.js')).DuckDBStore.open(folder, local);
    return await (await import('./spark/store.js')).SparkStore.open(folder, remote);
  } catch (error) {
    folder.remove();
    throw error;
  }
}
