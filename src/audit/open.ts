import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { loadConfig } from '../config/load.js';
import type { Config } from '../config/types.js';
import { UserError } from '../messages/index.js';
import { openStore } from '../store/open.js';
import type { Store } from '../store/store.js';
import type { AuditOptions } from './options.js';

/** Memory of the SQL engine before it spills; with the rest of the process it stays under 2 GB. */
const MEMORY = '950MB';

/** What every stage works with. */
export interface Workspace {
  config: Config;
  store: Store;
  threads: number;
}

type Limits = Pick<AuditOptions, 'memory' | 'threads' | 'cache' | 'from'> & {
  /** Folder that rows are loaded into. */
  to?: string;
  /** The cluster to be asked; absent: the tables are in this process. */
  remote?: string | undefined;
};

/** Enough for tables without a row. */
export const NO_ROWS: Limits = { memory: '256MB', threads: 1 };

/**
 * First stage: loads the configuration and opens the store, which is closed when the work is done or fails.
 * @throws UserError for a mistake in the configuration, and what the work throws
 */
export async function withWorkspace<Result>(
  options: Limits & Pick<AuditOptions, 'paths' | 'config'>,
  work: (workspace: Workspace) => Promise<Result>,
): Promise<Result> {
  const config = await loadConfig(options.config, [...options.paths.slice(0, 1), '.']);
  return withWorkspaceOf(config, options, work);
}

/**
 * As `withWorkspace`, on the engine that the options or the configuration ask for. What else opens tables does so in this
 * process: it is no work for a cluster.
 * @throws UserError as well for an engine that cannot be had, or cannot do what is asked
 */
export async function withAuditWorkspace<Result>(
  options: AuditOptions,
  work: (workspace: Workspace) => Promise<Result>,
): Promise<Result> {
  const config = await loadConfig(options.config, [...options.paths.slice(0, 1), '.']);
  const remote = clusterOf(options, config);
  if (remote !== undefined && options.cache !== undefined) throw new UserError('spark.kept-here');
  return withWorkspaceOf(config, { ...options, remote }, work);
}

/** As `withWorkspace`, with a configuration that is loaded already. */
export async function withWorkspaceOf<Result>(
  config: Config,
  { memory = MEMORY, threads = availableParallelism(), cache, remote, to, from = [] }: Limits,
  work: (workspace: Workspace) => Promise<Result>,
): Promise<Result> {
  const folders = [cache, to, ...from].flatMap((folder) => (folder === undefined ? [] : resolve(folder)));
  const store = await openStore({ memory, threads, remote, folders });
  try {
    return await work({ config, store, threads });
  } finally {
    await store.close();
  }
}

/**
 * The cluster that an audit is to run on; none where its tables are in this process. What is asked for counts before what
 * the configuration says.
 * @throws UserError where Spark is asked for and nobody says where it is
 */
export function clusterOf(
  { engine, remote }: Pick<AuditOptions, 'engine' | 'remote'>,
  config: Pick<Config, 'engine' | 'remote'>,
): string | undefined {
  const chosen = engine ?? (remote === undefined ? config.engine : 'spark');
  if (chosen !== 'spark') return undefined;
  const address = remote ?? config.remote;
  if (address === undefined) throw new UserError('spark.no-remote');
  return address;
}
