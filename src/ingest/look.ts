import { Pool } from '../files/pool.js';
import { sizesOf, workOf } from './load.js';
import type { Loader } from './load-file.js';
import { withSharedHeadings } from './read/header.js';
import { type InspectedFile, inspect } from './read/inspect.js';
import type { FoundFile } from './read/walk.js';

/** Looks into a file as `inspect` does, perhaps in another thread. */
type Look = (found: FoundFile) => Promise<InspectedFile | undefined>;

/** So much (bytes of text) is looked into before threads have started that could do it. */
const HERE = 32 << 20;

/**
 * Looks into files: the first of them here, and where there are more, in the threads that will read them, one at a time in
 * each of them.
 *
 * @param loaders gives what loads the files; asked once, when there is enough for threads to do
 * @param here bytes of text that are looked into here
 */
export function lookIn(loaders: () => readonly Loader[], here = HERE): typeof inspect {
  let work = 0;
  let threads: Pool<Look> | undefined;
  return async (found, known) => {
    work += workOf(sizesOf([found]));
    if (work >= here) threads ??= new Pool(loaders().flatMap(({ look }) => look ?? []));
    if (!threads || threads.size === 0) return inspect(found, known);
    return shared(await threads.lend((look) => look(found)));
  };
}

function shared(file: InspectedFile | undefined): InspectedFile | undefined {
  if (!file) return undefined;
  const tables = file.tables.map((table) => ({ ...table, headers: table.headers.map(withSharedHeadings) }));
  return { ...file, tables };
}
