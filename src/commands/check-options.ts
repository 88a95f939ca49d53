import type { AuditOptions } from '../audit/options.js';
import { isIsoDay } from '../keys/calendar.js';
import { UserError } from '../messages/index.js';
import { ENGINES } from '../model/engine.js';
import type { Lang } from '../model/language.js';
import { SEVERITIES } from '../model/severity.js';
import { choice } from './choice.js';
import { parseReports, type RawReports, type ReportRequest } from './hand-over.js';
import type { Flags, Lists, Texts } from './verb.js';

export const FAIL_ON = [...SEVERITIES, 'none'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** Options of `plumbline check` as commander hands them over. */
export type RawCheckOptions = RawReports &
  Lists<'community' | 'point' | 'rule' | 'noRule' | 'from' | 'previous'> &
  Texts<'period' | 'asOf' | 'severity' | 'config' | 'annotate' | 'split' | 'failOn' | 'baseline'> &
  Texts<'memory' | 'threads' | 'engine' | 'remote' | 'cache'> &
  Flags<'all' | 'brief' | 'keepGoing' | 'reveal' | 'quiet' | 'timestamps' | 'timings'>;

/** What `check` does besides auditing. */
export interface CheckOptions {
  audit: AuditOptions;
  /** The reports asked for, the one of `--format` first. */
  reports: ReportRequest[];
  out?: string | undefined;
  /** Folder for annotated copies of the ledgers. */
  annotate?: string | undefined;
  /** Folder for a workbook and a notice to each area. */
  split?: string | undefined;
  failOn: FailOn;
  /** The first screen alone, or everything; absent: what suits where it goes. */
  view?: 'brief' | 'all' | undefined;
  /** An earlier result: what it has is known. */
  baseline?: string | undefined;
  quiet?: boolean | undefined;
  /** Say where the time went. */
  timings?: boolean | undefined;
}

/**
 * Turns the words of the command line into trusted options.
 * @throws UserError that names the option, its value and how to write it
 */
export function parseCheckOptions(paths: string[], raw: RawCheckOptions, lang: Lang): CheckOptions {
  checkInputs(paths, raw);
  return {
    audit: {
      paths,
      previous: raw.previous,
      period: raw.period,
      asOf: raw.asOf === undefined ? undefined : date('--as-of', raw.asOf),
      communities: raw.community,
      rules: rulesOf(raw),
      severity: raw.severity === undefined ? undefined : choice('--severity', raw.severity, SEVERITIES),
      points: raw.point?.map(pointRule),
      config: raw.config,
      keepGoing: raw.keepGoing,
      lang,
      reveal: raw.reveal,
      memory: raw.memory === undefined ? undefined : memory(raw.memory),
      threads: raw.threads === undefined ? undefined : threads(raw.threads),
      timestamps: raw.timestamps,
      engine: raw.engine === undefined ? undefined : choice('--engine', raw.engine, ENGINES),
      remote: raw.remote,
      cache: raw.cache,
      from: raw.from,
    },
    reports: parseReports(raw),
    out: raw.out,
    annotate: raw.annotate,
    split: raw.split,
    baseline: raw.baseline,
    failOn: choice('--fail-on', raw.failOn ?? 'error', FAIL_ON),
    view: raw.all ? 'all' : raw.brief ? 'brief' : undefined,
    quiet: raw.quiet,
    timings: raw.timings,
  };
}

/** Files are read now, or have been loaded: not both, and one of them. */
function checkInputs(paths: readonly string[], { from, cache, annotate, point }: RawCheckOptions): void {
  if (paths.length === 0 && !from) throw new UserError('load.no-input');
  if (!from) return;
  if (paths.length > 0) throw new UserError('load.both-inputs', { paths: paths.join(' ') });
  const others = Object.entries({ '--cache': cache, '--annotate': annotate, '--point': point });
  const other = others.find(([, value]) => value !== undefined);
  if (other) throw new UserError('load.needs-files', { option: other[0] });
}

function rulesOf({ rule, noRule }: RawCheckOptions): AuditOptions['rules'] {
  return rule || noRule ? { only: rule ?? [], except: noRule ?? [] } : undefined;
}

/**
 * A date as it stands in the calendar, YYYY-MM-DD.
 * @throws UserError that names the option
 */
export function date(option: string, value: string): string {
  if (!isIsoDay(value)) throw new UserError('cli.bad-date', { option, value });
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
