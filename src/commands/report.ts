import { existsSync } from 'node:fs';
import { UserError } from '../messages/index.js';
import { exitCode } from './check.js';
import { FAIL_ON, type FailOn } from './check-options.js';
import { choice, collect } from './choice.js';
import type { CommandContext } from './context.js';
import { checkWritable, handOver, type OptionsFor, parseReports, type RawReports } from './hand-over.js';
import { linker, sourceFinder } from './links.js';
import { loadReport } from './load-report.js';
import { officeOf } from './office.js';
import type { Flags, Lists, Texts, Verb } from './verb.js';

type RawOptions = RawReports & Texts<'config' | 'failOn' | 'split'> & Lists<'sources'> & Flags<'quiet'>;

/** Adds `plumbline report RESULT.json`. */
export function registerReport(program: Verb, context: CommandContext): void {
  program
    .verb('report', 'reports.cli-report')
    .takes('<result>', 'reports.cli-result')
    .reportOptions()
    .with('--sources <path>', 'reports.cli-sources-option', collect)
    .with('--split <dir>', 'reports.cli-split-option')
    .with('--config <file>', 'cli.config-option')
    .with('--fail-on <severity>', 'cli.fail-on-option')
    .with('-q, --quiet', 'cli.quiet-option')
    .ends((path: string, raw: RawOptions) => report(path, raw, context));
}

/** Renders a result again, and returns the exit code that its run had. */
async function report(path: string, raw: RawOptions, context: CommandContext): Promise<number> {
  const reports = parseReports(raw);
  const failOn: FailOn = choice('--fail-on', raw.failOn ?? 'error', FAIL_ON);
  await checkWritable(reports, context.lang);
  const result = await loadReport(path, context.lang);
  const code = exitCode(result, failOn);
  const { split, quiet } = raw;
  const office = await officeOf({ reports, split }, raw.config, [path]);
  const linksFrom = linksTo(raw.sources ?? []);
  const optionsFor: OptionsFor = (file) => ({ exitCode: code, failOn, office, ...linksFrom(file) });
  await handOver(result, { reports, split, quiet }, optionsFor, context);
  return code;
}

type Links = Pick<ReturnType<OptionsFor>, 'linkTo'>;

/** Links into the ledgers, where it is said where they are: the paths that the check was given. */
function linksTo(paths: readonly string[]): (file: string | undefined) => Links {
  const absent = paths.find((path) => !existsSync(path));
  if (absent !== undefined) throw new UserError('reports.no-sources', { path: absent });
  const sources = sourceFinder(paths);
  return (file) => (file === undefined || paths.length === 0 ? {} : { linkTo: linker(file, sources) });
}
