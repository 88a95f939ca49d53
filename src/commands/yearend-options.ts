import { MEASURES } from '../config/measures.js';
import { LIMITED_RATES } from '../config/year-end-choices.js';
import { UserError } from '../messages/index.js';
import type { Lang } from '../model/language.js';
import type { YearEndAsked } from '../yearend/run.js';
import type { Threshold } from '../yearend/types.js';
import { FAIL_ON, type FailOn, parseCheckOptions } from './check-options.js';
import { choice } from './choice.js';
import type { Flags, Lists, Texts } from './verb.js';

const LOGS = ['text', 'json'] as const;
/** A year-end run may also end with 1 unless every area is ready to report. */
const YEAR_END_FAIL_ON = [...FAIL_ON, 'unready'] as const;
export type YearEndFailOn = FailOn | 'unready';

/** Options of `plumbline yearend` as commander hands them over. */
export type RawYearEndOptions = Lists<'threshold'> &
  Texts<'log' | 'period' | 'asOf' | 'failOn' | 'memory' | 'threads' | 'engine' | 'remote' | 'out' | 'cache'> &
  Flags<'keepGoing' | 'quiet' | 'timestamps' | 'timings'>;

/** What `yearend` is asked for. */
export interface YearEndOptions {
  where: string;
  out: string;
  asked: YearEndAsked;
  /** Absent: what the configuration says. */
  failOn?: YearEndFailOn | undefined;
  json: boolean;
  quiet?: boolean | undefined;
  timings?: boolean | undefined;
}

/**
 * Turns the words of the command line into trusted options.
 * @throws UserError that names the option, its value and how to write it
 */
export function parseYearEndOptions(where: string, raw: RawYearEndOptions, lang: Lang): YearEndOptions {
  const { threshold = [], log = 'text', failOn, ...others } = raw;
  const { out } = others;
  if (out === undefined) throw new UserError('yearend.no-out');
  const { audit } = parseCheckOptions([where], { ...others, format: 'json' }, lang);
  const { paths: _, ...said } = audit;
  return {
    where,
    out,
    asked: { ...said, thresholds: threshold.map(thresholdOf) },
    failOn: failOn === undefined ? undefined : choice('--fail-on', failOn, YEAR_END_FAIL_ON),
    json: choice('--log', log, LOGS) === 'json',
    quiet: raw.quiet,
    timings: raw.timings,
  };
}

/** `omission_rate=2`: at most 2 %; of what is better the more there is of it, at least. */
function thresholdOf(value: string): Threshold {
  const match = /^(\w+)\s*=\s*(\d{1,4}(?:\.\d{1,4})?)\s*%?$/.exec(value.trim());
  const rate = LIMITED_RATES.find((name) => name === match?.[1]);
  if (!match || !rate || rate === 'verification_factor') {
    const choices = LIMITED_RATES.filter((name) => name !== 'verification_factor').join(' ');
    throw new UserError('yearend.bad-threshold', { value, choices });
  }
  const limit = Number(match[2]);
  return MEASURES[rate] === 'more' ? { rate, atLeast: limit } : { rate, atMost: limit };
}
