import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from '../config/types.js';
import { UserError } from '../messages/index.js';
import type { Office } from '../report/reporter.js';
import type { HandOver } from './hand-over.js';

/**
 * Whose name stands under a circular, from the configuration; looked for only where a circular is asked for.
 * @param config the configuration file that was named; without one it is searched for beside the paths
 * @throws UserError where the bureau's own template cannot be read
 */
export async function officeOf(
  { reports, split }: Pick<HandOver, 'reports' | 'split'>,
  config: string | undefined,
  paths: readonly string[],
): Promise<Office> {
  if (split === undefined && !reports.some(({ format }) => format === 'docx')) return {};
  return officeIn(await (await import('../config/load.js')).loadConfig(config, paths));
}

/** The office of a configuration, with the document that it names relative to itself. */
export async function officeIn({ office, path }: Config): Promise<Office> {
  const { template, ...words } = office;
  if (template === undefined) return words;
  const file = join(dirname(path ?? '.'), template);
  try {
    return { ...words, template: await readFile(file) };
  } catch (cause) {
    throw new UserError('circular.no-template', { path: file }, { cause });
  }
}
