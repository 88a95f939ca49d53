import type { Paragraph, Table } from 'docx';
import { gathered } from '../../keys/order.js';
import { say } from '../../messages/index.js';
import type { Lang } from '../../model/language.js';
import type { LineRow } from '../../model/measured.js';
import type { AuditResult } from '../../model/result.js';
import { sumOf } from '../../statistics/sum.js';
import { faultsOf } from '../faults.js';
import { labelsOf, periodName } from '../labels.js';
import { brokenOf } from '../line-cells.js';
import type { Office } from '../reporter.js';
import { isSpotted } from '../spot/spotted.js';
import { grouped, groupedAll } from '../text.js';
import {
  blank,
  body,
  centred,
  documentTable,
  officeWords,
  redHead,
  section,
  signed,
  title,
} from './parts.js';
import { spotPart } from './spot.js';
import { type Shown, suppressed, suppressedParts } from './suppress.js';

/** The circular: basis, scope, results by community, kinds of findings, and what is to be done until when. */
export function circularParts(result: AuditResult, office: Office): (Paragraph | Table)[] {
  const { lang, complete, refused } = result.run;
  const words = officeWords(office, lang);
  return [
    ...(office.redHead
      ? redHead(say(lang, 'circular.head', { office: words.name }), words.number)
      : [centred(words.number)]),
    title(say(lang, 'circular.title', { period: periodName(result.run) })),
    body(say(lang, 'circular.to'), false),
    ...(complete ? [] : [body(say(lang, 'circular.incomplete', { count: refused.length }))]),
    section(say(lang, 'circular.basis')),
    body(say(lang, 'circular.basis-text', { version: result.tool.version })),
    section(say(lang, 'circular.scope')),
    body(say(lang, 'circular.scope-text', scope(result))),
    section(say(lang, 'circular.results')),
    body(say(lang, 'circular.results-text', counts(result))),
    ...(isSpotted(result) ? spotPart(result) : [resultsTable(result)]),
    body(say(lang, 'circular.suppressed')),
    section(say(lang, 'circular.kinds')),
    kindsTable(result),
    section(say(lang, 'circular.correct')),
    body(say(lang, 'circular.correct-text', words)),
    body(say(lang, 'circular.nobody'), true, true),
    blank(),
    ...attached(result).map((text) => body(text, true, true)),
    blank(),
    ...signed(words),
  ];
}

/** What comes with the circular. */
function attached({ run: { lang }, findings }: AuditResult): string[] {
  const areas = new Set(faultsOf(findings).roots.map(({ community }) => community));
  areas.delete('');
  if (areas.size === 0) return [];
  return [say(lang, 'circular.attached-notices', { count: areas.size }), say(lang, 'circular.attached-list')];
}

export function scope({ run, line, spot }: AuditResult): Record<string, string> {
  const counted = spot?.areas.filter(({ state }) => state === 'counted') ?? [];
  const visited = counted.map(({ area }) => area.split('/')[0]);
  const communities = new Set([...line.map(({ community }) => community), ...visited].filter(Boolean)).size;
  const files = new Set(run.inputs.map(({ path }) => path)).size;
  const rows = sumOf(run.inputs, (input) => input.rows.read);
  return { period: periodName(run), asOf: run.asOf, ...groupedAll({ communities, files, rows }) };
}

export function counts({ summary, run: { lang } }: AuditResult): Record<string, string> {
  const { error, warning, notice } = summary;
  const [errors = 0, warnings = 0, notices = 0] = suppressedParts([error, warning, notice]);
  const [findings, caused] = [suppressed(error + warning + notice), suppressed(summary.caused)];
  const numbers = { findings, errors, warnings, notices, caused };
  return Object.fromEntries(Object.entries(numbers).map(([name, shown]) => [name, countText(shown, lang)]));
}

export function resultsTable(result: AuditResult): Table {
  const { lang } = result.run;
  const lines = gathered(result.line, ({ community }) => community);
  const findings = gathered(faultsOf(result.findings).roots, ({ community }) => community);
  const names = [...new Set([...lines.keys(), ...findings.keys()])];
  const sum = (name: string, of: (row: LineRow) => number) => sumOf(lines.get(name) ?? [], of);
  const columns = [
    names.map((name) => sum(name, ({ total }) => total)),
    names.map((name) => sum(name, brokenOf)),
    names.map((name) => findings.get(name)?.length ?? 0),
  ];
  const heads = (['events', 'broken', 'findings'] as const).map((key) => say(lang, `circular.${key}`));
  const head = [say(lang, 'reports.community'), ...heads];
  const labels = names.map((name) => name || say(lang, 'report.no-community'));
  return documentTable(head, withSums(labels, columns, lang), [40, 20, 20, 20]);
}

/** Kinds that are many, one by one; those that are few share a row. */
export function kindsTable(result: AuditResult): Table {
  const { lang } = result.run;
  const labels = labelsOf(result);
  const byRule = gathered(faultsOf(result.findings).roots, ({ rule }) => rule);
  const kinds = [...byRule].map(([rule, { length: count }]) => ({ rule, count }));
  const many = kinds.filter(({ count }) => suppressed(count) === count).sort((a, b) => b.count - a.count);
  const few = kinds.filter((kind) => !many.includes(kind));
  const rest = sumOf(few, ({ count }) => count);
  const names = few.map(({ rule }) => labels.rule(rule)).join(say(lang, 'report.comma'));
  const head = [say(lang, 'circular.kind'), say(lang, 'circular.count')];
  const rows = many.map(({ rule, count }) => [labels.rule(rule), grouped(count)]);
  const last = [say(lang, 'circular.rest', { names }), countText(suppressed(rest), lang)];
  return documentTable(head, few.length > 0 ? [...rows, last] : rows, [75, 25]);
}

/** Rows of a table with their sums, small counts suppressed. */
function withSums(names: readonly string[], columns: readonly (readonly number[])[], lang: Lang): string[][] {
  const shown = columns.map(suppressedParts);
  const sums = columns.map((counts) => sumOf(counts));
  return [
    ...names.map((name, at) => [name, ...shown.map((column) => countText(column[at] ?? 0, lang))]),
    [say(lang, 'report.sum'), ...sums.map((sum) => countText(suppressed(sum), lang))],
  ];
}

/** A count as it is printed in what is circulated. */
export function countText(shown: Shown, lang: Lang): string {
  return typeof shown === 'number' ? grouped(shown) : say(lang, `circular.${shown}`);
}
