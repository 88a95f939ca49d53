import type { LoadOptions } from '../audit/ingest.js';
import { say } from '../messages/index.js';
import { sumOf } from '../statistics/sum.js';
import { parseCheckOptions } from './check-options.js';
import { collect } from './choice.js';
import type { CommandContext } from './context.js';
import { commandLine } from './next-steps.js';
import { withProgress } from './progress.js';
import type { Flags, Lists, Texts, Verb } from './verb.js';

type RawLoadOptions = Lists<'point'> &
  Texts<'config' | 'memory' | 'threads'> &
  Flags<'keepGoing' | 'quiet'> & { to: string };

/** Adds `plumbline load PATHS… --to DIR`. */
export function registerLoad(program: Verb, context: CommandContext): void {
  program
    .verb('load', 'load.about')
    .takes('<paths...>', 'load.paths')
    .requires('--to <dir>', 'load.to-option')
    .with('--point <glob=point>', 'cli.point-option', collect)
    .with('--config <file>', 'cli.config-option')
    .with('--keep-going', 'cli.keep-going-option')
    .runOptions()
    .ends((paths: string[], { to, ...raw }: RawLoadOptions) => {
      const { audit, quiet } = parseCheckOptions(paths, raw, context.lang);
      return load({ ...audit, to }, quiet, context);
    });
}

/** Loads, says what was loaded and how to go on, and returns the exit code: 0, or 3 without the refused files. */
async function load(options: LoadOptions, quiet = false, context: CommandContext): Promise<number> {
  const { lang, terminal } = context;
  // The SQL engine is loaded only when it is asked for, since `--help` must answer at once.
  const { loadForLater } = await import('../audit/ingest.js');
  const { sources, refused, account } = await withProgress(context, quiet, (listener) =>
    loadForLater(options, listener),
  );
  const files = new Set(sources.map(({ file }) => file)).size;
  const rows = sumOf(account.values(), ({ read }) => read);
  const command = commandLine(context.terminal, ['check', '--from', options.to]);
  if (!quiet) await terminal.out(`${say(lang, 'load.done', { files, rows, folder: options.to, command })}\n`);
  if (refused.length === 0) return 0;
  const paths = refused.map(({ path }) => path).join('、');
  terminal.err(`${say(lang, 'load.refused', { count: refused.length, paths })}\n`);
  return 3;
}
