import { UserError } from '../../messages/index.js';
import type { ScoreOptions } from '../../spot/score/score.js';
import { exitCode } from '../check.js';
import { FAIL_ON, type FailOn, parseCheckOptions, type RawCheckOptions } from '../check-options.js';
import { choice, collect } from '../choice.js';
import type { CommandContext } from '../context.js';
import { checkWritable, handOver } from '../hand-over.js';
import { officeOf } from '../office.js';
import { withProgress } from '../progress.js';
import type { Lists, Texts, Verb } from '../verb.js';

type RawOptions = RawCheckOptions & Lists<'sheets'> & Texts<'target' | 'confidence'>;

/** Adds `plumbline spot score DRAW.json --sheets DIR PATHS…`. */
export function registerScore(group: Verb, context: CommandContext): void {
  group
    .verb('score', 'spot-score.about')
    .takes('<draw>', 'spot-sheet.draw')
    .takes('<paths...>', 'cli.check-paths')
    .with('--sheets <path>', 'spot-score.sheets-option', collect)
    .with('--target <percent>', 'spot-score.target-option')
    .with('--confidence <percent>', 'spot-score.confidence-option')
    .ledgerOptions()
    .reportOptions()
    .with('--fail-on <severity>', 'cli.fail-on-option')
    .with('--keep-going', 'cli.keep-going-option')
    .with('--reveal', 'cli.reveal-option')
    .runOptions()
    .ends((draw: string, paths: string[], raw: RawOptions) => score(draw, paths, raw, context));
}

/** Scores, hands over the reports, and returns the exit code. */
async function score(draw: string, paths: string[], raw: RawOptions, context: CommandContext) {
  const { lang } = context;
  const { sheets, target, confidence, ...rest } = raw;
  const { audit, reports, quiet } = parseCheckOptions(paths, rest, lang);
  if (!sheets) throw new UserError('spot-score.no-sheets-option');
  const failOn: FailOn = choice('--fail-on', raw.failOn ?? 'error', FAIL_ON);
  const options: ScoreOptions = {
    audit,
    draw,
    sheets,
    target: target === undefined ? undefined : share('--target', target, [1, 99.99]),
    confidence: confidence === undefined ? 0.95 : share('--confidence', confidence, [50, 99.9]),
  };
  await checkWritable(reports, lang);
  const { score } = await import('../../spot/score/score.js');
  const result = await withProgress(context, quiet, ({ onProgress }) => score(options, { onProgress }));
  const code = exitCode(result, failOn);
  const office = await officeOf({ reports }, audit.config, audit.paths);
  await handOver(result, { reports, quiet }, () => ({ exitCode: code, failOn, office }), context);
  return code;
}

/** A percentage as a share. */
function share(option: string, value: string, [low, high]: readonly [number, number]): number {
  const percent = /^\d{1,2}(\.\d{1,4})?%?$/.test(value) ? Number.parseFloat(value) : Number.NaN;
  if (percent >= low && percent <= high) return percent / 100;
  throw new UserError('spot-score.bad-share', { option, value, low, high });
}
