import type { AuditOptions } from '../audit-options.js';
import { UserError } from '../messages/index.js';
import type { Lang } from '../report/result.js';

export const FORMATS = ['table', 'json'] as const;
export const FAIL_ON = ['error', 'warning', 'notice', 'none'] as const;
export type Format = (typeof FORMATS)[number];
export type FailOn = (typeof FAIL_ON)[number];

/** Options of `plumbline check` as commander hands them over. */
export interface RawCheckOptions {
  period?: string;
  asOf?: string;
  community?: string[];
  point?: string[];
  config?: string;
  format?: string;
  out?: string;
  failOn?: string;
  keepGoing?: boolean;
  reveal?: boolean;
  quiet?: boolean;
  memory?: string;
  threads?: string;
  timestamps?: boolean;
}

/** What `check` does besides auditing. */
export interface CheckOptions {
  audit: AuditOptions;
  format: Format;
  out?: string;
  failOn: FailOn;
  quiet: boolean;
}

/**
 * Turns the words of the command line into trusted options.
 * @throws UserError that names the option, its value and how to write it
 */
export function parseCheckOptions(paths: string[], raw: RawCheckOptions, lang: Lang): CheckOptions {
  return {
    audit: {
      paths,
      period: raw.period,
      asOf: raw.asOf === undefined ? undefined : date('--as-of', raw.asOf),
      communities: raw.community ?? [],
      points: (raw.point ?? []).map(pointRule),
      config: raw.config,
      keepGoing: raw.keepGoing ?? false,
      lang,
      reveal: raw.reveal ?? false,
      memory: raw.memory === undefined ? undefined : memory(raw.memory),
      threads: raw.threads === undefined ? undefined : threads(raw.threads),
      timestamps: raw.timestamps ?? false,
    },
    format: choice('--format', raw.format ?? 'table', FORMATS),
    out: raw.out,
    failOn: choice('--fail-on', raw.failOn ?? 'error', FAIL_ON),
    quiet: raw.quiet ?? false,
  };
}

/**
 * One of a few words.
 * @throws UserError that lists them
 */
export function choice<Word extends string>(option: string, value: string, words: readonly Word[]): Word {
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) throw new UserError('cli.bad-choice', { option, value, choices: words.join(' ') });
  return word;
}

function date(option: string, value: string): string {
  const time = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value) {
    throw new UserError('cli.bad-date', { option, value });
  }
  return value;
}

/** Paths may hold `=`, names of points do not: the last one divides. */
function pointRule(value: string): { glob: string; point: string } {
  const at = value.lastIndexOf('=');
  const glob = value.slice(0, Math.max(at, 0)).trim();
  const point = value.slice(at + 1).trim();
  if (!glob || !point) throw new UserError('cli.bad-point', { value });
  return { glob, point };
}

function memory(value: string): string {
  const match = /^(\d{1,6}(?:\.\d{1,3})?) ?([KMGT])i?B?$/i.exec(value.trim());
  if (!match || Number(match[1]) === 0) throw new UserError('cli.bad-memory', { value });
  return `${match[1]}${match[2]?.toUpperCase()}B`;
}

function threads(value: string): number {
  const count = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (count < 1 || count > 256) throw new UserError('cli.bad-threads', { value });
  return count;
}
