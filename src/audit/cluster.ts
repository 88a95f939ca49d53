import type { Config } from '../config/types.js';
import { UserError } from '../messages/index.js';
import type { AuditOptions } from './options.js';

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
