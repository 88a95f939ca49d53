import type { Lang } from '../model/language.js';
import { accepted } from './accepted.js';
import { assess } from './assess.js';
import { cache } from './cache.js';
import { catalogue } from './catalogue.js';
import { circular } from './circular.js';
import { cli } from './cli.js';
import { config } from './config.js';
import { diff } from './diff.js';
import { init } from './init.js';
import { load } from './load.js';
import { measure } from './measure.js';
import { options } from './options.js';
import { own } from './own.js';
import { page } from './page.js';
import { rates } from './rates.js';
import { read } from './read.js';
import { report } from './report.js';
import { reportFiles } from './report-files.js';
import { reports } from './reports.js';
import { roster } from './roster.js';
import { rules } from './rules.js';
import { simulate } from './simulate.js';
import { sourceNotes } from './source-notes.js';
import { spark } from './spark.js';
import { spotDraw } from './spot-draw.js';
import { spotDrawn } from './spot-drawn.js';
import { spotScore } from './spot-score.js';
import { spotSheet } from './spot-sheet.js';
import { spotSize } from './spot-size.js';
import { template } from './template.js';
import { timings } from './timings.js';
import { usage } from './usage.js';
import { yearend } from './yearend.js';

/** Every sentence a person reads, by key, in both languages. `{name}` stands for a parameter. */
const MESSAGES = {
  ...accepted,
  ...assess,
  ...cache,
  ...circular,
  ...catalogue,
  ...cli,
  ...config,
  ...diff,
  ...init,
  ...load,
  ...measure,
  ...options,
  ...own,
  ...page,
  ...rates,
  ...read,
  ...report,
  ...reports,
  ...reportFiles,
  ...roster,
  ...rules,
  ...simulate,
  ...sourceNotes,
  ...spark,
  ...spotDraw,
  ...spotDrawn,
  ...spotScore,
  ...spotSheet,
  ...spotSize,
  ...template,
  ...timings,
  ...usage,
  ...yearend,
} as const;

export type MessageKey = keyof typeof MESSAGES;

export type MessageParams = Record<string, string | number | null | undefined>;

/** Replaces `{name}` by the parameter of that name; a missing or null one becomes nothing. */
export function fill(template: string, params: MessageParams = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

/** The sentence of a key in the language of the run. */
export function say(lang: Lang, key: MessageKey, params: MessageParams = {}): string {
  return fill(MESSAGES[key][lang], params);
}

/** The sentence of a key that may not exist (a point of the user's own), or else the text given. */
export function sayOr(lang: Lang, key: string, otherwise: string, params: MessageParams = {}): string {
  return Object.hasOwn(MESSAGES, key) ? say(lang, key as MessageKey, params) : otherwise;
}

/**
 * Something the user has to mend: bad usage, unreadable input, a configuration mistake. The CLI prints the sentence
 * and exits with code 2; it is never shown as a stack trace without `--debug`.
 */
export class UserError extends Error {
  constructor(
    readonly key: MessageKey,
    readonly params: MessageParams = {},
    options?: ErrorOptions,
  ) {
    super(say('en', key, params), options);
    this.name = 'UserError';
  }
}
