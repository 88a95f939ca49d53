import type { Lang } from '../model/language.js';
import { acceptedMessages } from './accepted.js';
import { assessMessages } from './assess.js';
import { cacheMessages } from './cache.js';
import { catalogueMessages } from './catalogue.js';
import { circularMessages } from './circular.js';
import { cliMessages } from './cli.js';
import { configMessages } from './config.js';
import { diffMessages } from './diff.js';
import { initMessages } from './init.js';
import { optionsMessages } from './options.js';
import { pageMessages } from './page.js';
import { ratesMessages } from './rates.js';
import { readMessages } from './read.js';
import { reportMessages } from './report.js';
import { reportFilesMessages } from './report-files.js';
import { reportsMessages } from './reports.js';
import { rulesMessages } from './rules.js';
import { simulateMessages } from './simulate.js';
import { sparkMessages } from './spark.js';
import { spotDrawMessages } from './spot-draw.js';
import { spotDrawnMessages } from './spot-drawn.js';
import { spotScoreMessages } from './spot-score.js';
import { spotSheetMessages } from './spot-sheet.js';
import { spotSizeMessages } from './spot-size.js';
import { yearendMessages } from './yearend.js';

/** Every sentence a person reads, by key, in both languages. `{name}` stands for a parameter. */
const MESSAGES = {
  ...acceptedMessages,
  ...assessMessages,
  ...cacheMessages,
  ...circularMessages,
  ...catalogueMessages,
  ...cliMessages,
  ...configMessages,
  ...diffMessages,
  ...initMessages,
  ...optionsMessages,
  ...pageMessages,
  ...ratesMessages,
  ...readMessages,
  ...reportMessages,
  ...reportsMessages,
  ...reportFilesMessages,
  ...rulesMessages,
  ...simulateMessages,
  ...sparkMessages,
  ...spotDrawMessages,
  ...spotDrawnMessages,
  ...spotScoreMessages,
  ...spotSheetMessages,
  ...spotSizeMessages,
  ...yearendMessages,
} as const;

export type MessageKey = keyof typeof MESSAGES;

export type MessageParams = Record<string, string | number | null | undefined>;

/** Replaces `{name}` by the parameter of that name; a missing or null one becomes nothing. */
export function fillIn(template: string, params: MessageParams = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

/** The sentence of a key in the language of the run. */
export function say(lang: Lang, key: MessageKey, params: MessageParams = {}): string {
  return fillIn(MESSAGES[key][lang], params);
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
