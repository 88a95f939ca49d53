import type { ChangedFinding, Comparison } from '../diff/comparison.js';
import { UserError } from '../messages/index.js';
import type { AuditResult } from '../model/result.js';
import { isAtLeast } from '../model/severity.js';
import { VERSION } from '../version.js';
import { FAIL_ON, type FailOn } from './check-options.js';
import { choice, collect } from './choice.js';
import type { CommandContext } from './context.js';
import { loadReport } from './load-report.js';
import type { Flags, Lists, Texts, Verb } from './verb.js';
import { handOut, screenFor } from './write-out.js';

const FORMATS = ['table', 'json', 'csv', 'md'] as const;

type RawOptions = Lists<'history'> & Texts<'overdue' | 'format' | 'out' | 'failOn'> & Flags<'quiet'>;

/** Adds `plumbline diff OLD.json NEW.json`. */
export function registerDiff(program: Verb, context: CommandContext): void {
  program
    .verb('diff', 'diff.about')
    .takes('<old>', 'diff.old')
    .takes('<new>', 'diff.new')
    .with('--history <file>', 'diff.history-option', collect)
    .with('--overdue <days>', 'diff.overdue-option')
    .with('-f, --format <format>', 'diff.format-option')
    .with('-o, --out <file>', 'cli.out-option')
    .with('--fail-on <severity>', 'diff.fail-on-option')
    .with('-q, --quiet', 'cli.quiet-option')
    .ends((old: string, now: string, raw: RawOptions) => diff(old, now, raw, context));
}

/** Compares, hands over, and returns 1 where something is new, has come back or is overdue, else 0. */
async function diff(old: string, now: string, raw: RawOptions, context: CommandContext): Promise<number> {
  const { lang } = context;
  const format = choice('--format', raw.format ?? 'table', FORMATS);
  const failOn: FailOn = choice('--fail-on', raw.failOn ?? 'error', FAIL_ON);
  const overdueAfter = raw.overdue === undefined ? undefined : daysOf(raw.overdue);
  const load = (path: string) => loadReport(path, lang);
  const results: AuditResult[] = [];
  for (const path of [old, now, ...(raw.history ?? [])]) results.push(await load(path));
  const [before, after, ...history] = results as [AuditResult, AuditResult, ...AuditResult[]];
  const { compareResults } = await import('../diff/compare.js');
  const { whereOf } = await import('../report/rows.js');
  const placeOf = (place: Parameters<typeof whereOf>[0]) => whereOf(place, lang);
  const comparison = compareResults(before, after, history, { version: VERSION, overdueAfter, placeOf });
  const chunks = await render(comparison, after, format, raw.out, context);
  await handOut({ kind: 'text', chunks }, raw, context);
  return exitCode(comparison.findings, failOn);
}

function daysOf(value: string): number {
  if (!/^\d{1,4}$/.test(value)) throw new UserError('diff.bad-days', { value });
  return Number(value);
}

async function render(
  comparison: Comparison,
  now: AuditResult,
  format: (typeof FORMATS)[number],
  out: string | undefined,
  { lang, terminal }: CommandContext,
): Promise<Iterable<string>> {
  const { renderDiffCsv, renderDiffJson, renderDiffMarkdown } = await import('../diff/text.js');
  if (format === 'json') return [renderDiffJson(comparison)];
  if (format === 'csv') return renderDiffCsv(comparison, lang);
  if (format === 'md') return renderDiffMarkdown(comparison, lang);
  const { openPage } = await import('../report/table/page.js');
  const { renderDiffTable } = await import('../diff/table.js');
  const { width, color } = screenFor(out, terminal);
  return [renderDiffTable(openPage(now, width, color), comparison)];
}

function exitCode(findings: readonly ChangedFinding[], failOn: FailOn): 0 | 1 {
  if (failOn === 'none') return 0;
  const bad = ({ change, overdue }: ChangedFinding) => change === 'new' || change === 'returned' || overdue;
  return findings.some((finding) => bad(finding) && isAtLeast(finding.severity, failOn)) ? 1 : 0;
}
