import { readdirSync } from 'node:fs';
import { openStore } from '../../src/store/open.js';

/** What a run has left on a cluster: in its warehouse, and as tables that a new session sees; all sessions would. */
export async function leftBehind(remote: string, warehouse: string): Promise<unknown[]> {
  const store = await openStore({ memory: '', threads: 1, remote });
  try {
    return [...readdirSync(warehouse), ...(await store.all('SHOW TABLES'))];
  } finally {
    await store.close();
  }
}
