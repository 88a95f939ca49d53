import { Option } from 'commander';
import type { AuditOptions } from '../audit/options.js';
import type { Listener } from '../ingest/options.js';
import { say } from '../messages/index.js';
import type { Lang } from '../model/language.js';
import type { AuditResult } from '../model/result.js';
import { isAtLeast } from '../model/severity.js';
import { faultsOf, withoutKnown } from '../report/faults.js';
import { checkFolder, writeCopies } from './annotate.js';
import { type CheckOptions, type FailOn, parseCheckOptions, type RawCheckOptions } from './check-options.js';
import { collect } from './choice.js';
import type { CommandContext } from './context.js';
import { checkWritable, handOver, type OptionsFor } from './hand-over.js';
import { linker, sourceFinder } from './links.js';
import { loadReport } from './load-report.js';
import { nextSteps } from './next-steps.js';
import { officeOf } from './office.js';
import { withProgress } from './progress.js';
import { openTimings, printTimings } from './timings.js';
import type { Verb } from './verb.js';

export type Audit = (options: AuditOptions, listener: Listener) => Promise<AuditResult>;

/** The audit loads the SQL engine: only when it is asked for, since `--help` must answer at once. */
export const realAudit: Audit = async (options, listener) =>
  (await import('../audit/audit.js')).audit(options, listener);

/** Adds `plumbline check PATHS…`. */
export function registerCheck(program: Verb, context: CommandContext, audit: Audit = realAudit): void {
  const { lang } = context;
  program
    .verb('check', 'cli.check')
    .takes('[paths...]', 'cli.check-paths')
    .optionsGroup(say(lang, 'cli.group-what'))
    .with('-p, --period <period>', 'cli.period-option')
    .with('--as-of <date>', 'cli.as-of-option')
    .with('-c, --community <name>', 'cli.community-option', collect)
    .with('--point <glob=point>', 'cli.point-option', collect)
    .with('--rule <glob>', 'cli.rule-option', collect)
    .addOption(exceptOption(lang).argParser(collect))
    .with('--baseline <file>', 'diff.baseline-option')
    .with('--from <dir>', 'load.from-option', collect)
    .with('--previous <dir>', 'roster.previous-option', collect)
    .with('--severity <severity>', 'cli.severity-option')
    .with('--config <file>', 'cli.config-option')
    .optionsGroup(say(lang, 'cli.group-output'))
    .reportOptions()
    .with('-a, --all', 'cli.all-option')
    .with('--brief', 'cli.brief-option')
    .with('--annotate <dir>', 'reports.cli-annotate-option')
    .with('--split <dir>', 'reports.cli-split-option')
    .with('--reveal', 'cli.reveal-option')
    .optionsGroup(say(lang, 'cli.group-run'))
    .with('--fail-on <severity>', 'cli.fail-on-option')
    .with('--keep-going', 'cli.keep-going-option')
    .runOptions()
    .engineOptions()
    .with('--timestamps', 'cli.timestamps-option')
    .with('--timings', 'cli.timings-option')
    .with('--cache <dir>', 'cache.option')
    .addHelpText('after', `\n${say(lang, 'cli.check-epilogue')}`)
    .ends((paths: string[], raw: RawCheckOptions) =>
      check(parseCheckOptions(paths, raw, lang), context, audit),
    );
}

/** `--no-rule` takes a glob: it is no negation of `--rule`, which commander would make of it. */
function exceptOption(lang: Lang): Option {
  const option = new Option('--no-rule <glob>', say(lang, 'cli.no-rule-option'));
  option.negate = false;
  return option;
}

/** Audits, hands over the report, and returns the exit code (0, 1 or 3; what ends in 2 is thrown). */
async function check(options: CheckOptions, context: CommandContext, audit: Audit): Promise<number> {
  const { lang, terminal } = context;
  const { annotate, reports, split } = options;
  await checkWritable(reports, lang);
  if (annotate !== undefined) checkFolder(annotate, options.audit.paths);
  if (split !== undefined) checkFolder(split, options.audit.paths, 'reports.split-inside');
  const baseline = options.baseline === undefined ? undefined : await loadReport(options.baseline, lang);
  const before = baseline === undefined ? {} : { before: baseline.run.inputs };
  const timings = options.timings ? openTimings() : undefined;
  const plan = context.argv.includes('--debug');
  let result = await withProgress(context, options.quiet, (listener, onPlan) =>
    audit({ ...options.audit, ...before }, { ...listener, ...(plan && { onPlan }), ...timings?.listener }),
  );
  if (baseline) result = (await import('../diff/baseline.js')).markKnown(result, baseline);
  const code = exitCode(result, options.failOn);
  const office = await officeOf(options, options.audit.config, options.audit.paths);
  const sources = sourceFinder(options.audit.paths);
  const view = options.view ?? (terminal.screen ? 'brief' : 'all');
  const onScreen = view === 'brief' ? { next: nextSteps(context, reports) } : {};
  const optionsFor: OptionsFor = (path) => {
    const own = path === undefined ? onScreen : { linkTo: linker(path, sources) };
    return { exitCode: code, failOn: options.failOn, office, ...own };
  };
  await handOver(result, options, optionsFor, context);
  if (annotate !== undefined)
    await writeCopies(withoutKnown(result), annotate, sources, context, options.quiet);
  if (timings) await printTimings(timings, context);
  return code;
}

/** 0 nothing at or above `failOn`, 1 findings, 3 audited without the refused files. */
export function exitCode(result: AuditResult, failOn: FailOn): 0 | 1 | 3 {
  if (!result.run.complete) return 3;
  if (failOn === 'none') return 0;
  return faultsOf(result.findings).roots.some(({ severity }) => isAtLeast(severity, failOn)) ? 1 : 0;
}
