import process from 'node:process';
import { privateFolder } from '../files/private-folder.js';
import type { DuckDBOptions } from './duckdb/store.js';
import type { Store } from './store.js';

export interface StoreOptions extends DuckDBOptions {
  /** The cluster to be asked (`sc://host:port`); absent: the engine is embedded. */
  remote?: string | undefined;
}

/**
 * For the engine's allocator (jemalloc, on Linux), which asks once, as it is loaded: one place to take memory from, and
 * what is freed goes back to the system after half a second, not after two. The peak is a tenth lower, for no more work.
 */
const ALLOCATOR = 'narenas:1,dirty_decay_ms:500,muzzy_decay_ms:0';

/** Loads the engine of this machine. */
function embedded(): Promise<typeof import('./duckdb/store.js')> {
  process.env.DUCKDB_JE_MALLOC_CONF ??= ALLOCATOR;
  return import('./duckdb/store.js');
}

/**
 * Opens a store on the engine asked for; only that one is loaded.
 * @throws UserError where a cluster is asked for and cannot be had
 */
export async function openStore({ remote, ...local }: StoreOptions): Promise<Store> {
  const folder = privateFolder();
  try {
    if (remote === undefined) return await (await embedded()).DuckDBStore.open(folder, local);
    return await (await import('./spark/store.js')).SparkStore.open(folder, remote);
  } catch (error) {
    folder.remove();
    throw error;
  }
}
