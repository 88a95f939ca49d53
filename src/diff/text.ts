import { say } from '../messages/index.js';
import type { Lang } from '../model/language.js';
import { csvLine, ownHeading } from '../report/csv.js';
import { tableLines } from '../report/markdown.js';
import type { ChangedFinding, Comparison, Tally } from './comparison.js';
import { comparisonSentences, LISTS, tallyColumns, tallyName } from './table.js';

/** The comparison as JSON, schema `plumbline.diff/1`. */
export function renderDiffJson(comparison: Comparison): string {
  return `${JSON.stringify(comparison, null, 2)}\n`;
}

const CSV_COLUMNS = {
  change: 'diff.change',
  severity: 'reports.severity',
  rule: 'reports.rule',
  community: 'reports.community',
  message: 'reports.message',
  place: 'reports.place',
  firstSeen: 'diff.first-seen',
  days: 'diff.days',
  overdue: 'diff.overdue',
  id: 'reports.id',
} as const satisfies Partial<Record<keyof ChangedFinding, string>>;

/** Every finding with what became of it, a line each; the first heading names the program, by which reading knows it. */
export function* renderDiffCsv(comparison: Comparison, lang: Lang): Iterable<string> {
  const names = Object.keys(CSV_COLUMNS) as (keyof typeof CSV_COLUMNS)[];
  const state = say(lang, comparison.masked ? 'reports.head-masked' : 'reports.head-revealed');
  yield `\ufeff${csvLine([ownHeading(state), ...names.map((name) => say(lang, CSV_COLUMNS[name]))])}`;
  for (const finding of comparison.findings) {
    const words = {
      ...finding,
      change: say(lang, finding.change === 'new' ? 'diff.new-ones' : `diff.${finding.change}`),
      severity: say(lang, `report.${finding.severity}`),
      overdue: finding.overdue ? say(lang, 'reports.yes') : '',
    };
    yield csvLine([say(lang, 'reports.yes'), ...names.map((name) => words[name] ?? '')]);
  }
}

/** The comparison as Markdown: the sentences, then tables by area and by rule, then what is new, returned or overdue. */
export function* renderDiffMarkdown(comparison: Comparison, lang: Lang): Iterable<string> {
  const { areas, rules, findings, old, new: now } = comparison;
  yield `# ${say(lang, 'diff.title')}\n\n${old.asOf} → ${now.asOf}\n\n`;
  for (const { code, count, detail } of comparison.notes) {
    const label = say(lang, `report.note-${code}` as 'report.note-diff-version');
    yield `> ${label}: ${count}${detail ? ` (${detail})` : ''}\n\n`;
  }
  for (const [key, params] of comparisonSentences(comparison)) yield `${say(lang, key, params)}\n\n`;
  const named = areas.map((row) => [tallyName(row, lang), row] as const);
  yield* tallies(say(lang, 'diff.by-area'), say(lang, 'diff.area'), named, comparison, lang);
  const titled = rules.map((row) => [row.title, row] as const);
  yield* tallies(say(lang, 'diff.by-rule'), say(lang, 'report.rule'), titled, comparison, lang);
  for (const change of LISTS) {
    const same = findings.filter((finding) => finding.change === change);
    yield* listed(say(lang, `diff.list-${change}`), same, lang);
  }
  const late = findings.filter(({ overdue }) => overdue);
  yield* listed(say(lang, 'diff.list-overdue'), late, lang);
}

function* tallies(
  title: string,
  name: string,
  rows: readonly (readonly [string, Tally])[],
  comparison: Comparison,
  lang: Lang,
): Iterable<string> {
  const columns = tallyColumns(comparison);
  const head = [name, ...columns.map(({ key }) => say(lang, key))];
  const lines = rows.map(([label, row]) => [label, ...columns.map(({ value }) => value(row))]);
  yield `## ${title}\n\n`;
  yield* tableLines(head, lines, (at) => at === 0);
}

function* listed(title: string, findings: readonly ChangedFinding[], lang: Lang): Iterable<string> {
  if (findings.length === 0) return;
  const keys = ['reports.community', 'reports.message', 'reports.place', 'diff.first-seen'] as const;
  const head = keys.map((key) => say(lang, key));
  const rows = findings.map(({ community, message, place, firstSeen }) => [
    community,
    message,
    place,
    firstSeen,
  ]);
  yield `## ${title} ${findings.length}\n\n`;
  yield* tableLines(head, rows);
}
