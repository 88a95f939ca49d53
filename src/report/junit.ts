import { gathered } from '../keys/order.js';
import { say } from '../messages/index.js';
import type { Finding } from '../model/finding.js';
import type { Lang } from '../model/language.js';
import type { AuditResult, RuleStatus } from '../model/result.js';
import { isAtLeast, SEVERITIES } from '../model/severity.js';
import { faultsOf } from './faults.js';
import { labelsOf } from './labels.js';
import { escapeMarkup } from './markup.js';
import type { RenderOptions } from './reporter.js';
import { type FindingRow, findingRows, maskingOf } from './rows.js';

/**
 * The report as JUnit XML: a suite for each rule, a case for each finding. Findings below the severity that fails the
 * run are cases that pass and say what was found; those that follow from others are skipped, and name their cause.
 */
export function* renderJunit(result: AuditResult, { failOn }: RenderOptions): Iterable<string> {
  const least = SEVERITIES.find((severity) => severity === failOn) ?? 'error';
  const faults = new Set(faultsOf(result.findings).roots.map(({ id }) => id));
  const fails = ({ id, severity }: Finding) =>
    faults.has(id) && failOn !== 'none' && isAtLeast(severity, least);
  const rows = gathered(findingRows(result), ({ finding }) => finding.rule);
  const failures = result.findings.filter(fails).length;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="plumbline" tests="${total(result)}" failures="${failures}">\n`;
  for (const status of result.run.rules) {
    yield* suite(status, rows.get(status.rule) ?? [], result, fails);
  }
  yield '</testsuites>\n';
}

/** Cases: every finding, and one for a rule that found nothing or does not apply. */
function total({ run, findings }: AuditResult): number {
  return findings.length + run.rules.filter(({ status }) => status !== 'failed').length;
}

function* suite(
  { rule, status, reason }: RuleStatus,
  rows: readonly FindingRow[],
  result: AuditResult,
  fails: (finding: Finding) => boolean,
): Iterable<string> {
  const { lang } = result.run;
  const failures = rows.filter(({ finding }) => fails(finding)).length;
  const skipped = status === 'not-applicable' ? 1 : rows.filter(({ cause }) => cause !== '').length;
  const counts = `tests="${Math.max(rows.length, 1)}" failures="${failures}" skipped="${skipped}"`;
  yield `  <testsuite name="${escapeMarkup(rule)}" ${counts}>\n`;
  yield `    <properties><property name="masking" value="${escapeMarkup(maskingOf(result))}"/></properties>\n`;
  if (rows.length === 0) {
    const why = reason === undefined ? '' : escapeMarkup(notApplicable(reason, result));
    const skip = status === 'not-applicable' ? `><skipped message="${why}"/></testcase>` : '/>';
    yield `    <testcase classname="${escapeMarkup(rule)}" name="${escapeMarkup(rule)}"${skip}\n`;
  }
  for (const row of rows) yield testCase(row, fails(row.finding), lang);
  yield '  </testsuite>\n';
}

/** Why a rule was not asked: it is off, nothing of last month was given, or registers are absent. */
function notApplicable(reason: string, result: AuditResult): string {
  const { lang } = result.run;
  if (reason === 'off' || reason === 'previous') return say(lang, `reports.not-applicable-${reason}`);
  const registers = reason.replace(/\w+/g, labelsOf(result).register);
  return say(lang, 'reports.not-applicable', { registers });
}

function testCase(row: FindingRow, failed: boolean, lang: Lang): string {
  const { finding, severity, message, suggestion, places, evidence, cause } = row;
  const classname = escapeMarkup([finding.rule, row.community].filter(Boolean).join('.'));
  const detail = escapeMarkup([`${severity}: ${message}`, suggestion, ...places, ...evidence].join('\n'));
  const follows = escapeMarkup(say(lang, 'page.follows') + cause);
  const outcome = cause
    ? `<skipped message="${follows}"/><system-out>${detail}</system-out>`
    : failed
      ? `<failure type="${finding.severity}" message="${escapeMarkup(message)}">${detail}</failure>`
      : `<system-out>${detail}</system-out>`;
  return `    <testcase classname="${classname}" name="${finding.id} ${escapeMarkup(message)}">${outcome}</testcase>\n`;
}
