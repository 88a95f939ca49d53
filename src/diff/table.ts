import { say } from '../messages/index.js';
import type { Lang } from '../model/language.js';
import { heading, maskingLine, type Page, paragraph, titledGrid } from '../report/table/page.js';
import { clean, grouped, groupedAll } from '../report/text.js';
import { fixed } from '../statistics/rounding.js';
import type { AreaTally, ChangedFinding, Comparison, Share, Tally } from './comparison.js';

/** What is listed one by one: what was put right, what was not, what is new, what came back. */
export const LISTS = ['resolved', 'remaining', 'new', 'returned'] as const;

/** Findings listed of one kind; the counts are always full. */
const LISTED = 20;

/** A share as people read it: `66.7 %`, marked where it stands for few. */
function percent({ value, small }: Share): string {
  return value === null ? 'n/a' : `${fixed(value, 1)} %${small ? ' *' : ''}`;
}

/** The comparison on a terminal: in two sentences, by area, by rule, then what is new, has come back or is overdue. */
export function renderDiffTable(page: Page, comparison: Comparison): string {
  const { total, areas, rules, findings, overdueAfter } = comparison;
  const { say, paint } = page;
  const of = (change: (typeof LISTS)[number]) => findings.filter((finding) => finding.change === change);
  const lists = LISTS.flatMap((change) => listed(page, say(`diff.list-${change}`), of(change)));
  const byArea = areas.map((row) => [tallyName(row, page.lang), row] as const);
  const byRule = rules.map((row) => [clean(row.title), row] as const);
  const overdue = overdueAfter === undefined ? [] : findings.filter((finding) => finding.overdue);
  const lines = [
    paint.bold(`Plumbline ${comparison.tool.version} ${say('diff.title')}`),
    paint.dim('═'.repeat(page.width)),
    ...headOf(page, comparison),
    ...comparisonSentences(comparison).flatMap(([key, params]) => paragraph(page, '', say(key, params))),
    ...(findings.length === 0 ? [paint.green(say('diff.nothing'))] : []),
    ...tallies(page, say('diff.by-area'), say('diff.area'), byArea, comparison),
    ...tallies(page, say('diff.by-rule'), say('report.rule'), byRule, comparison),
    ...(hasFew(total, areas, rules) ? ['', paint.dim(say('diff.few-legend'))] : []),
    ...lists,
    ...listed(page, say('diff.list-overdue'), overdue),
  ];
  return `${lines.join('\n')}\n`;
}

function headOf(page: Page, { old, new: now, history, notes, masked }: Comparison): string[] {
  const { say, paint } = page;
  const dated = ({ asOf, period }: Comparison['old']) => `${asOf} (${clean(period)})`;
  const more = history.length > 0 ? `  ${say('diff.more-history', { count: history.length })}` : '';
  return [
    say('diff.span', { old: dated(old), now: dated(now) }) + more,
    ...maskingLine(page, masked),
    ...notes.flatMap(({ code, count, detail }) => {
      const line = say('report.note', { label: page.label.note(code), count: grouped(count) });
      const where = detail ? say('report.note-details', { details: clean(detail) }) : '';
      return paragraph(page, '', line + where, paint.yellow);
    }),
    '',
  ];
}

type Sentence = [
  'diff.sentence' | 'diff.sentence-now' | 'diff.sentence-aside' | 'diff.sentence-overdue',
  Record<string, string>,
];

/** The whole in a few sentences; those that would speak of nothing are left out. */
export function comparisonSentences({ total, overdueAfter }: Comparison): Sentence[] {
  const { rectification, ...counts } = total;
  const params = { ...groupedAll(counts), rate: percent(rectification) };
  const late = { days: String(overdueAfter), count: grouped(total.overdue) };
  return [
    ['diff.sentence', params],
    ['diff.sentence-now', params],
    ...(total.accepted + total.unchecked > 0 ? [['diff.sentence-aside', params] as Sentence] : []),
    ...(overdueAfter === undefined ? [] : [['diff.sentence-overdue', late] as Sentence]),
  ];
}

/** An area as people read it; findings of a district itself are told from those in it. */
export function tallyName({ area, itself }: AreaTally, lang: Lang): string {
  if (area === '') return say(lang, 'report.no-community');
  return itself ? say(lang, 'diff.itself', { area: clean(area) }) : clean(area);
}

/** Columns of numbers; the last three only where some row needs them. */
export function tallyColumns(comparison: Comparison) {
  const { total, overdueAfter } = comparison;
  return [
    { key: 'diff.count-old', value: ({ old }: Tally) => grouped(old) },
    { key: 'diff.resolved', value: ({ resolved }: Tally) => grouped(resolved) },
    { key: 'diff.remaining', value: ({ remaining }: Tally) => grouped(remaining) },
    { key: 'diff.rectification', value: ({ rectification }: Tally) => percent(rectification) },
    { key: 'diff.new-ones', value: (row: Tally) => grouped(row.new) },
    { key: 'diff.returned', value: ({ returned }: Tally) => grouped(returned) },
    ...(total.uncovered > 0
      ? [{ key: 'diff.uncovered' as const, value: ({ uncovered }: Tally) => grouped(uncovered) }]
      : []),
    ...(overdueAfter === undefined
      ? []
      : [{ key: 'diff.overdue' as const, value: ({ overdue }: Tally) => grouped(overdue) }]),
  ] as const;
}

function tallies(
  page: Page,
  title: string,
  name: string,
  rows: readonly (readonly [string, Tally & { rank?: number }])[],
  comparison: Comparison,
): string[] {
  if (rows.length === 0) return [];
  const columns = tallyColumns(comparison);
  const ranked = rows.some(([, { rank }]) => rank !== undefined);
  return titledGrid(page, title, {
    head: [name, ...columns.map(({ key }) => page.say(key)), ...(ranked ? [page.say('diff.rank')] : [])],
    rows: rows.map(([label, row]) => [
      label,
      ...columns.map(({ value }) => value(row)),
      ...(ranked ? [row.rank === undefined ? '–' : String(row.rank)] : []),
    ]),
    text: [0],
  });
}

function hasFew(...groups: readonly (Tally | readonly Tally[])[]): boolean {
  return groups.flat().some(({ rectification }) => rectification.small);
}

function listed(page: Page, title: string, findings: readonly ChangedFinding[]): string[] {
  if (findings.length === 0) return [];
  const { say, paint } = page;
  const where = ({ place, firstSeen, days }: ChangedFinding) =>
    [place, days > 0 ? say('diff.since', { since: firstSeen, days }) : ''].filter(Boolean).join('  ');
  return [
    ...heading(page, `${title} ${grouped(findings.length)}`),
    ...findings
      .slice(0, LISTED)
      .flatMap((finding) => [
        ...paragraph(page, '· ', clean(finding.message)),
        ...paragraph(page, '  ', clean(where(finding)), paint.dim),
      ]),
    ...(findings.length > LISTED ? [say('diff.more', { count: grouped(findings.length) })] : []),
  ];
}
