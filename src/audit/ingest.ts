import { gather } from '../ingest/gather.js';
import { gatherPrevious, type Previous } from '../ingest/gather-previous.js';
import type { Gathered, Listener, ReadOptions } from '../ingest/options.js';
import type { Workspace } from './open.js';
import { communitiesAsked } from './selection.js';

/** What was read into the tables. */
export interface Ingested extends Gathered {
  previous: Previous;
  /** The communities to report on, by their canonical names; empty for all. */
  communities: string[];
}

/**
 * Second stage: from files to filled tables, those of last month beside them. Nothing is matched.
 * @throws RefusedFiles where files cannot be read and `keepGoing` is not asked for
 * @throws UserError for a community that no record names
 */
export async function ingest(
  { store, config, threads }: Workspace,
  options: ReadOptions & { communities?: readonly string[] },
  listener: Listener = {},
): Promise<Ingested> {
  const read = await gather(store, options, config, threads, listener);
  const previous = await gatherPrevious(store, options, config, threads, read.sources.length);
  const communities = await communitiesAsked(store, options.communities ?? [], config);
  return { ...read, previous, communities };
}
