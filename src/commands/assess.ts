import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { AssessmentFormat } from '../assess/report/reports.js';
import type { Assessment } from '../assess/types.js';
import { refusal } from '../files/system-error.js';
import { say, UserError } from '../messages/index.js';
import { nearestOf } from '../messages/nearest.js';
import type { HistoryEntry } from '../model/assessment-history.js';
import type { Lang } from '../model/language.js';
import type { Rendered } from '../report/reporter.js';
import { choice } from './choice.js';
import type { CommandContext } from './context.js';
import { loadReport } from './load-report.js';
import type { Flags, Texts, Verb } from './verb.js';
import { handOut, screenFor, writeAtomically } from './write-out.js';

type RawAssessOptions = Texts<'config' | 'history' | 'explain' | 'format' | 'out'> &
  Flags<'record' | 'replace' | 'quiet'>;

/** Adds `plumbline assess RESULT.json`. */
export function registerAssess(program: Verb, context: CommandContext): void {
  program
    .verb('assess', 'assess.about')
    .takes('<result>', 'reports.cli-result')
    .with('--config <file>', 'cli.config-option')
    .with('--history <file>', 'assess.history-option')
    .with('--record', 'assess.record-option')
    .with('--replace', 'assess.replace-option')
    .with('--explain <area>', 'assess.explain-option')
    .with('-f, --format <format>', 'assess.format-option')
    .with('-o, --out <file>', 'cli.out-option')
    .with('-q, --quiet', 'cli.quiet-option')
    .ends((path: string, raw: RawAssessOptions) => assessResult(path, raw, context));
}

/** Assesses, records where asked to, hands the report over; 3 where the audit was not complete, else 0. */
async function assessResult(path: string, raw: RawAssessOptions, context: CommandContext): Promise<number> {
  const { ASSESSMENT_FORMATS } = await import('../assess/report/reports.js');
  const format = choice('--format', raw.format ?? 'table', ASSESSMENT_FORMATS);
  checkOptions(raw, format);
  const result = await loadReport(path, context.lang);
  const { loadConfig } = await import('../config/load.js');
  const config = await loadConfig(raw.config, [dirname(path), '.']);
  const history = raw.history === undefined ? [] : await readHistory(raw.history, raw.record, context.lang);
  const { assess } = await import('../assess/assess.js');
  const assessment = assess(result, config, history);
  const rendered = await render(assessment, format, raw, context);
  if (raw.record && raw.history !== undefined) await recordYear(path, assessment, history, raw, context);
  await handOut(rendered, raw, context);
  return assessment.run.complete ? 0 : 3;
}

function checkOptions({ history, record, replace, explain, out }: RawAssessOptions, format: string): void {
  if ((record && history === undefined) || (replace && !record)) throw new UserError('assess.needs-history');
  if (explain !== undefined && (format === 'csv' || format === 'xlsx'))
    throw new UserError('assess.explain-format', { format });
  if (format === 'xlsx' && out === undefined) throw new UserError('reports.needs-file', { format });
}

/** The history of a file; none where it is still to be made by `--record`. */
async function readHistory(path: string, record = false, lang: Lang): Promise<HistoryEntry[]> {
  const { parseHistory } = await import('../assess/history.js');
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (record && cause.code === 'ENOENT') return undefined;
    throw refusal(cause, 'reports.cannot-read', path, lang);
  });
  if (text === undefined) return [];
  const parsed = parseHistory(text);
  if ('fault' in parsed) throw new UserError('assess.bad-history', { path, reason: parsed.fault });
  return parsed.entries;
}

/** Writes the values of the year into the history, whole or not at all; other values of the same year stay unless replaced. */
async function recordYear(
  result: string,
  assessment: Assessment,
  history: readonly HistoryEntry[],
  { history: path = '', replace = false, quiet = false }: RawAssessOptions,
  { lang, terminal }: CommandContext,
): Promise<void> {
  const { year, period, complete } = assessment.run;
  if (!complete) throw new UserError('assess.needs-all', { path: result });
  if (year === undefined) throw new UserError('assess.needs-year', { path: result, period });
  const { freshEntries, historyText, record } = await import('../assess/history.js');
  const recorded = record(history, freshEntries(assessment), replace);
  if (recorded.differs) {
    const { missed: _, ...told } = recorded.differs;
    throw new UserError('assess.recorded-otherwise', { path, ...told });
  }
  await writeAtomically(path, [historyText(recorded.entries)], lang);
  if (!quiet) terminal.err(`${say(lang, 'assess.recorded', { year, path })}\n`);
}

async function render(
  assessment: Assessment,
  format: AssessmentFormat,
  { explain, out }: RawAssessOptions,
  { lang, terminal }: CommandContext,
): Promise<Rendered> {
  const { renderArea, renderAssessment } = await import('../assess/report/reports.js');
  const options = { lang, ...screenFor(out, terminal) };
  if (explain === undefined) return renderAssessment(format, assessment, options);
  const area = assessment.areas.find((one) => one.area === explain);
  if (area)
    return renderArea(format === 'md' || format === 'json' ? format : 'table', assessment, area, options);
  const names = assessment.areas.map((one) => one.area);
  if (names.length === 0) throw new UserError('assess.nothing');
  throw new UserError('assess.no-area', { name: explain, nearest: nearestOf(explain, names) });
}
