import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG_FILE, DEFAULT_CONFIG } from '../config/defaults.js';
import { say, UserError } from '../messages/index.js';
import type { CommandContext } from './context.js';
import type { Verb } from './verb.js';
import { writeAtomically } from './write-out.js';

/** Adds `plumbline init DIR`. */
export function registerInit(program: Verb, context: CommandContext): void {
  program
    .verb('init', 'init.about')
    .takes('<dir>', 'init.dir')
    .with('-o, --out <file>', 'init.out-option')
    .action((dir: string, { out }: { out?: string }) => init(dir, out ?? join(dir, CONFIG_FILE), context));
}

/**
 * Looks at a folder and writes a configuration to begin with.
 * @throws UserError where there is one already, and where the folder holds no ledger
 */
async function init(dir: string, path: string, { lang, terminal }: CommandContext): Promise<void> {
  if (existsSync(path)) throw new UserError('init.exists', { path });
  const { survey } = await import('../ingest/read/survey.js');
  const { proposeConfig } = await import('../audit/propose-config.js');
  const found = await survey([dir], DEFAULT_CONFIG, { lang });
  await writeAtomically(path, [proposeConfig(found, lang)], lang);
  const numbers = { tables: found.sources.length, refused: found.refused.length };
  await terminal.out(`${say(lang, 'init.written', { path, ...numbers })}\n`);
}
