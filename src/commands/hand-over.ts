import { extname } from 'node:path';
import { say, UserError } from '../messages/index.js';
import type { Lang } from '../model/language.js';
import type { AuditResult } from '../model/result.js';
import type { RenderOptions } from '../report/reporter.js';
import { BINARY, ENDINGS, FORMATS, type Format, render } from '../report/reporters.js';
import { choice } from './choice.js';
import type { CommandContext } from './context.js';
import { ticksAt } from './ticks-at.js';
import type { Lists, Texts } from './verb.js';
import { handOut, screenFor, tryWriting } from './write-out.js';

/** A report that is asked for: its format, and the file it goes into; without one it goes to the terminal. */
export interface ReportRequest {
  format: Format;
  path?: string | undefined;
}

/** How `--format`, `--out` and `--report` are written on the command line. */
export type RawReports = Texts<'format' | 'out'> & Lists<'report'>;

/**
 * The reports that are asked for: the main one, then those of `--report`. The ending of a file says its format.
 * @throws UserError for a format that is none or that its file's ending contradicts, for one that needs a file and has
 * none, for an ending that is none of ours, and for a file named twice
 */
export function parseReports({ format, out, report = [] }: RawReports): ReportRequest[] {
  const named = format === undefined ? undefined : choice('--format', format, FORMATS);
  const main = { format: out === undefined ? (named ?? 'table') : formatOf(out, named, 'table'), path: out };
  if (out === undefined && BINARY.has(main.format)) {
    throw new UserError('reports.needs-file', { format: main.format });
  }
  const requests = [main, ...report.map(parseReport)];
  const paths = requests.flatMap(({ path }) => path ?? []);
  const twice = paths.find((path, at) => paths.indexOf(path) !== at);
  if (twice !== undefined) throw new UserError('reports.same-file', { path: twice });
  return requests;
}

/** `FORMAT=FILE`, or a file whose ending says the format. Formats hold no `=`, paths may: the first one divides. */
function parseReport(value: string): ReportRequest {
  const at = value.indexOf('=');
  const named = FORMATS.find((name) => name === value.slice(0, Math.max(at, 0)).trim());
  const path = (named ? value.slice(at + 1) : value).trim();
  if (at < 0) checkEnding(path);
  if (!path || (!named && endingOf(path) === undefined)) {
    throw new UserError('reports.bad-report', { value, choices: FORMATS.join(' ') });
  }
  return { format: formatOf(path, named), path };
}

/** The format of a file: by its ending, else as named. Two that contradict each other are a slip that nobody should find in the file. */
function formatOf(path: string, named: Format | undefined, otherwise: Format = 'table'): Format {
  const ending = endingOf(path);
  checkEnding(path);
  if (named === undefined || ending === undefined || ending === named) return named ?? ending ?? otherwise;
  throw new UserError('reports.contradiction', { path, format: named, ending });
}

/** Endings that promise what is not written: a text under such a name would only look broken. */
const OTHERS = new Set(['xls', 'xlsm', 'xlsb', 'et', 'ods', 'doc', 'wps', 'odt', 'rtf', 'pdf']);

function checkEnding(path: string): void {
  const ending = extname(path).slice(1).toLowerCase();
  if (!OTHERS.has(ending)) return;
  const choices = Object.keys(ENDINGS).map((one) => `.${one}`);
  throw new UserError('reports.other-ending', { path, ending: `.${ending}`, choices: choices.join(' ') });
}

function endingOf(path: string): Format | undefined {
  return ENDINGS[extname(path).slice(1).toLowerCase()];
}

/**
 * Looks, before anything is audited, whether the files can be written.
 * @throws UserError that names the first one that cannot
 */
export async function checkWritable(requests: readonly ReportRequest[], lang: Lang): Promise<void> {
  for (const { path } of requests) if (path !== undefined) await tryWriting(path, lang);
}

/** What a report needs besides the result, for a file at this path or for the terminal. */
export type OptionsFor = (path: string | undefined) => Omit<RenderOptions, 'width' | 'color'>;

/** What is handed over: reports, and a folder for what goes to each area. */
export interface HandOver {
  reports: readonly ReportRequest[];
  split?: string | undefined;
  quiet?: boolean | undefined;
}

/** Renders every report asked for, one after the other, and hands each over where it belongs. */
export async function handOver(
  result: AuditResult,
  { reports, split, quiet = false }: HandOver,
  optionsFor: OptionsFor,
  context: CommandContext,
): Promise<void> {
  const { lang, terminal } = context;
  for (const { format, path } of reports) {
    const ticks = format === 'xlsx' && path !== undefined ? await ticksAt(path) : new Map();
    const options = { ...optionsFor(path), ...screenFor(path, terminal), ticks };
    const rendered = await render(format, result, options);
    if (ticks.size > 0 && !quiet) terminal.err(`${say(lang, 'reports.ticks-kept', { count: ticks.size })}\n`);
    await handOut(rendered, { out: path, quiet }, context);
  }
  if (split === undefined) return;
  const { writeSplit } = await import('./split.js');
  const optionsOfFile = (path: string) => ({ ...optionsFor(path), width: 80, color: false });
  await writeSplit(result, split, optionsOfFile, context, quiet);
}
