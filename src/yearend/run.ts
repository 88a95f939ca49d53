import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { assess } from '../assess/assess.js';
import { parseHistory } from '../assess/history.js';
import type { Assessment } from '../assess/types.js';
import { clusterOf } from '../audit/open.js';
import type { AuditOptions } from '../audit/options.js';
import { loadConfig, loadTargets } from '../config/load.js';
import type { Config } from '../config/types.js';
import type { Listener } from '../ingest/options.js';
import { isoMonth, monthNumber, readSpan } from '../measure/periods.js';
import { UserError } from '../messages/index.js';
import type { HistoryEntry } from '../model/assessment-history.js';
import type { AuditResult } from '../model/result.js';
import { filingList } from './filing.js';
import { type Exceeded, exceededRates } from './thresholds.js';
import type { DuePeriods, FilingRow, Threshold } from './types.js';

/** A year-end run, ready to go: what the command line says counts before what the configuration says. */
export interface YearEndPlan {
  audit: AuditOptions;
  config: Config;
  thresholds: readonly Threshold[];
  /** A cache that is kept between runs. */
  cache?: string;
  /** On a cluster nothing is kept here, not even for a run that is interrupted. */
  onCluster: boolean;
  /** What was recorded of earlier years. */
  history: readonly HistoryEntry[];
}

/** What is asked for on the command line; what is absent is taken from the configuration. */
export interface YearEndAsked
  extends Pick<AuditOptions, 'lang' | 'timestamps' | 'period' | 'asOf' | 'keepGoing'>,
    Pick<AuditOptions, 'memory' | 'threads' | 'cache' | 'engine' | 'remote'> {
  thresholds: readonly Threshold[];
}

/** What a year-end run found. */
export interface YearEnd {
  result: AuditResult;
  filing: FilingRow[];
  exceeded: Exceeded[];
  assessment: Assessment;
}

type Run = (options: AuditOptions, listener: Listener) => Promise<AuditResult>;

/**
 * What a configuration file, or a folder with or without one, asks to be audited.
 *
 * @param where the file or folder; paths in the configuration are relative to its file
 * @throws UserError where it does not exist, or something in the configuration is wrong
 */
export async function planYearEnd(where: string, asked: YearEndAsked): Promise<YearEndPlan> {
  const stats = statSync(where, { throwIfNoEntry: false });
  if (!stats) throw new UserError('yearend.absent', { path: where });
  const config = await loadConfig(stats.isFile() ? where : undefined, [where, '.']);
  const folder = stats.isFile() ? dirname(where) : where;
  // A configuration that only the working folder had says nothing about which folder is meant.
  const isOwn = config.path !== undefined && resolve(dirname(config.path)) === resolve(folder);
  const { yearEnd } = config;
  const inFolder = (path: string): string => (folder === '.' ? path : resolve(folder, path));
  const paths = isOwn && yearEnd.paths.length > 0 ? yearEnd.paths.map(inFolder) : [folder];
  const { thresholds, cache, ...rest } = asked;
  const { period = yearEnd.period, asOf = yearEnd.asOf, keepGoing = yearEnd.keepGoing } = rest;
  const kept = cache ?? (yearEnd.cache === undefined ? undefined : inFolder(yearEnd.cache));
  const targets = yearEnd.targets === undefined ? undefined : await loadTargets(inFolder(yearEnd.targets));
  return {
    config,
    history: yearEnd.history === undefined ? [] : await readHistory(inFolder(yearEnd.history)),
    thresholds: thresholds.length > 0 ? thresholds : yearEnd.thresholds,
    cache: kept,
    onCluster: clusterOf(asked, config) !== undefined,
    audit: { ...rest, period, asOf, keepGoing, targets, paths, config: config.path },
  };
}

/**
 * Audits a year in one run and draws up the filing list of all areas, with the assessment of their data.
 *
 * @param run the audit; another one only in tests
 * @throws what an audit throws
 */
export async function yearEnd(
  { audit: options, config, thresholds, history }: YearEndPlan,
  run: Run,
  listener: Listener,
): Promise<YearEnd> {
  const result = await run(options, listener);
  const due = dueOf(result.run, config);
  return {
    result,
    filing: filingList({ result, thresholds, ...(due ? { due } : {}) }),
    exceeded: exceededRates(result.errorRates, thresholds),
    assessment: assess(result, config, history),
  };
}

/** @throws UserError where the file is not there, or holds no history */
async function readHistory(path: string): Promise<readonly HistoryEntry[]> {
  const text = await readFile(path, 'utf8').catch((cause) => {
    throw new UserError('yearend.absent', { path }, { cause });
  });
  const history = parseHistory(text);
  if ('fault' in history) throw new UserError('assess.bad-history', { path, reason: history.fault });
  return history.entries;
}

/** The whole period and its months, as far as they had ended at the as-of date. */
function dueOf({ period, asOf }: AuditResult['run'], { yearStart }: Config): DuePeriods | undefined {
  const { key, months } = readSpan(period, yearStart);
  if (!months) return undefined;
  const [from, to] = [monthNumber(months.from), Math.min(monthNumber(months.to), monthNumber(asOf))];
  const names = Array.from({ length: Math.max(to - from + 1, 0) }, (_, n) => isoMonth(from + n));
  return {
    whole: key,
    months: names.map((label) => ({ key: `${label}/${label}`, label })),
    keyOf: (printed) => readSpan(printed, yearStart).key,
  };
}
