import type { Config } from '../config/types.js';
import { gather } from '../ingest/gather.js';
import { gatherPrevious, type Previous } from '../ingest/gather-previous.js';
import { handedBefore } from '../ingest/handed.js';
import { gatherLoaded, loadInto } from '../ingest/loaded.js';
import type { Gathered, Listener, ReadOptions } from '../ingest/options.js';
import { sumOf } from '../statistics/sum.js';
import { fillHandedBefore } from '../store/fill.js';
import { type Workspace, withWorkspace } from './open.js';
import type { AuditOptions } from './options.js';
import { communitiesAsked } from './selection.js';

/** What was read into the tables. */
export interface Ingested extends Gathered {
  previous: Previous;
  /** The communities to report on, by their canonical names; empty for all. */
  communities: string[];
}

/** Points that are none of ours. */
function witnessesOf({ points }: Config): string[] {
  return points.filter(({ witness }) => witness).map(({ name }) => name);
}

/**
 * Second stage: from files to filled tables, those of last month beside them. Nothing is matched.
 * @throws RefusedFiles where files cannot be read and `keepGoing` is not asked for
 * @throws UserError for a community that no record names
 */
export async function ingest(
  { store, config, threads }: Workspace,
  options: ReadOptions & Pick<AuditOptions, 'communities'>,
  listener: Listener = {},
): Promise<Ingested> {
  listener.onStage?.('ingest', 'begins', store);
  const read = options.from
    ? await gatherLoaded(store, options.from, options, config, threads)
    : await gather(store, options, config, threads, listener);
  const previous = await gatherPrevious(store, options, config, threads, read.sources.length);
  const earlier = handedBefore(options.before ?? [], witnessesOf(config));
  await fillHandedBefore(store, [...read.handedBefore, ...previous.handed, ...earlier]);
  const communities = await communitiesAsked(store, options.communities ?? [], config);
  listener.onStage?.('ingest', 'ends', { statements: store.statements, ...amountOf(read) });
  return { ...read, previous, communities };
}

/** How much was read. */
function amountOf({ sources, account }: Gathered): { rows: number; bytes: number } {
  const files = new Map(sources.map(({ file, bytes }) => [file, bytes]));
  return { rows: sumOf(account.values(), ({ total }) => total), bytes: sumOf(files.values()) };
}

/** What is loaded, and where to. */
export type LoadOptions = ReadOptions & Pick<AuditOptions, 'config' | 'memory' | 'threads'> & { to: string };

/**
 * The first two stages alone: opens and ingests; what was read is kept for an audit `from` there. Nothing is matched.
 * @throws RefusedFiles, UserError as `loadInto`
 */
export function loadForLater(options: LoadOptions, listener: Listener = {}): Promise<Gathered> {
  return withWorkspace(options, ({ store, config, threads }) =>
    loadInto(options.to, store, options, config, threads, listener),
  );
}
