import { UserError } from '../messages/index.js';
import type { Lang } from '../model/language.js';
import type { AuditResult } from '../model/result.js';
import { type Audit, exitCode, realAudit } from './check.js';
import { parseCheckOptions, type RawCheckOptions } from './check-options.js';
import { choice, collect } from './choice.js';
import type { CommandContext } from './context.js';
import { withProgress } from './progress.js';
import type { Lists, Texts, Verb } from './verb.js';
import { handOut, screenFor } from './write-out.js';

/** Adds `plumbline rates PATHS…`. */
export function registerRates(program: Verb, context: CommandContext, audit: Audit = realAudit): void {
  program
    .verb('rates', 'rates.about')
    .takes('<paths...>', 'cli.check-paths')
    .with('--by <level>', 'rates.by-option')
    .with('--every <grain>', 'rates.every-option')
    .with('--indicator <glob>', 'rates.indicator-option', collect)
    .with('--targets <file>', 'rates.targets-option')
    .ledgerOptions()
    .with('-f, --format <format>', 'rates.format-option')
    .with('-o, --out <file>', 'cli.out-option')
    .with('--fail-on <severity>', 'cli.fail-on-option')
    .with('--keep-going', 'cli.keep-going-option')
    .runOptions()
    .with('--cache <dir>', 'cache.option')
    .ends((paths: string[], raw: RawRatesOptions) =>
      rates(parseRatesOptions(paths, raw, context.lang), context, audit),
    );
}

/** Recomputes, hands over the table, and returns the exit code: that of the findings about figures. */
async function rates(options: RatesOptions, context: CommandContext, audit: Audit): Promise<number> {
  const { loadTargets } = await import('../config/load.js');
  const targets = options.targets === undefined ? {} : { targets: await loadTargets(options.targets) };
  const result = await withProgress(context, options.quiet, (listener) =>
    audit({ ...options.audit, ...targets }, listener),
  );
  const { selectRates } = await import('../report/select-rates.js');
  const selected = selectRates(result, options.filter);
  const chunks = await render(selected, options, context);
  await handOut({ kind: 'text', chunks }, options, context);
  return exitCode(selected, options.failOn);
}

async function render(
  result: AuditResult,
  { format, out, filter }: RatesOptions,
  { terminal }: CommandContext,
): Promise<Iterable<string>> {
  if (format === 'json') return (await import('../report/json.js')).renderJson(result);
  const { renderRatesCsv, renderRates } = await import('../report/rates.js');
  if (format === 'csv') return renderRatesCsv(result);
  return [renderRates(result, { ...screenFor(out, terminal), series: filter.grain !== undefined })];
}

const FORMATS = ['table', 'json', 'csv'] as const;
const LEVELS = ['community', 'street', 'district'] as const;
const GRAINS = ['month', 'quarter', 'half', 'year'] as const;

/** Options of `plumbline rates` as commander hands them over. */
type RawRatesOptions = RawCheckOptions & Texts<'by' | 'every' | 'targets'> & Lists<'indicator'>;

type RatesOptions = ReturnType<typeof parseRatesOptions>;

/**
 * Turns the words of the command line into trusted options.
 * @throws UserError that names the option, its value and how to write it
 */
function parseRatesOptions(paths: string[], raw: RawRatesOptions, lang: Lang) {
  const { format = 'table', by, every, indicator = [], targets, ...rest } = raw;
  const options = parseCheckOptions(paths, rest, lang);
  const level = by === undefined ? undefined : choice('--by', by, LEVELS);
  const grain = every === undefined ? undefined : choice('--every', every, GRAINS);
  if (targets === '') throw new UserError('config.targets-absent', { path: targets });
  return {
    ...options,
    audit: { ...options.audit, every: grain },
    format: choice('--format', format, FORMATS),
    filter: { indicators: indicator, level, grain },
    targets,
  };
}
