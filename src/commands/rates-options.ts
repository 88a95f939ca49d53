import { UserError } from '../messages/index.js';
import type { Lang } from '../model/language.js';
import type { RateFilter } from '../report/select-rates.js';
import { type CheckOptions, parseCheckOptions, type RawCheckOptions } from './check-options.js';
import { choice } from './choice.js';
import type { Lists, Texts } from './verb.js';

const FORMATS = ['table', 'json', 'csv'] as const;
const LEVELS = ['community', 'street', 'district'] as const;
const GRAINS = ['month', 'quarter', 'half', 'year'] as const;

/** Options of `plumbline rates` as commander hands them over. */
export type RawRatesOptions = RawCheckOptions & Texts<'by' | 'every' | 'targets'> & Lists<'indicator'>;

export interface RatesOptions extends Omit<CheckOptions, 'reports' | 'annotate'> {
  format: (typeof FORMATS)[number];
  filter: RateFilter;
  /** File of targets. */
  targets?: string | undefined;
}

/**
 * Turns the words of the command line into trusted options.
 * @throws UserError that names the option, its value and how to write it
 */
export function parseRatesOptions(paths: string[], raw: RawRatesOptions, lang: Lang): RatesOptions {
  const { format = 'table', by, every, indicator = [], targets, ...rest } = raw;
  const options = parseCheckOptions(paths, rest, lang);
  const level = by === undefined ? undefined : choice('--by', by, LEVELS);
  const grain = every === undefined ? undefined : choice('--every', every, GRAINS);
  if (targets === '') throw new UserError('config.targets-absent', { path: targets });
  return {
    ...options,
    audit: { ...options.audit, ...(grain ? { every: grain } : {}) },
    format: choice('--format', format, FORMATS),
    filter: { indicators: indicator, level, grain },
    targets,
  };
}
