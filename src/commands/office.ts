import type { Office } from '../report/reporter.js';
import type { ReportRequest } from './hand-over.js';

/**
 * Whose name stands under a circular, from the configuration; looked for only where a circular is asked for.
 * @param config the configuration file that was named; without one it is searched for beside the paths
 */
export async function officeOf(
  requests: readonly ReportRequest[],
  config: string | undefined,
  paths: readonly string[],
): Promise<Office> {
  if (!requests.some(({ format }) => format === 'docx')) return {};
  return (await (await import('../config/load.js')).loadConfig(config, paths)).office;
}
