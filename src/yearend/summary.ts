import { type MessageKey, say } from '../messages/index.js';
import type { Lang } from '../model/language.js';
import type { AuditResult } from '../model/result.js';
import { labelsOf } from '../report/labels.js';
import { clean, grouped, groupedAll } from '../report/text.js';
import { wholeRates } from '../report/whole-rates.js';
import { nameOf, obstacleText } from './sentences.js';
import type { FilingRow, Obstacle, ObstacleKind } from './types.js';

/** Areas that the summary names; the list has them all. */
const NAMED = 15;
/** Percentages that a mail has room for. */
const RATES = ['omission_rate', 'duplication_rate', 'misentry_rate'];

/** Title and facts of the run, a line each. */
export function headLines({ tool, run, summary }: AuditResult, filing: readonly FilingRow[]): string[] {
  const { lang, period, asOf, complete, refused } = run;
  const files = new Set(run.inputs.map(({ path }) => path)).size;
  const communities = filing.filter(({ level }) => level === 'community').length;
  const { error: errors, caused, warning: warnings, notice: notices } = summary;
  return [
    `Plumbline ${tool.version} ${say(lang, 'yearend.title')}`,
    ...(complete ? [] : [say(lang, 'report.incomplete', { count: refused.length })]),
    say(lang, 'yearend.facts', { period: clean(period), asOf, ...groupedAll({ files, communities }) }),
    say(lang, 'yearend.found', groupedAll({ errors, caused, warnings, notices })),
  ];
}

/**
 * The run in a few lines fit for a mail: what may be reported, what stands in the way, and of whom. Areas and numbers
 * only; no values of records.
 */
export function summaryText(result: AuditResult, filing: FilingRow[], files: readonly string[]): string {
  const { lang } = result.run;
  const blocks = [
    headLines(result, filing),
    verdictLines(filing, lang),
    obstacleLines(filing, lang),
    waitingLines(filing, lang),
    rateLines(result),
    [say(lang, 'yearend.files', { files: files.join(say(lang, 'report.comma')) })],
  ];
  const texts = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${texts.join('\n\n')}\n`;
}

/** How many areas of each level may report, and whether the whole may. */
function verdictLines(filing: readonly FilingRow[], lang: Lang): string[] {
  const [top] = filing;
  if (!top) return [];
  const levels = (['district', 'street', 'community'] as const).flatMap((level) => {
    const rows = filing.filter((row) => row.level === level);
    if (rows.length === 0) return [];
    const ready = rows.filter((row) => row.ready).length;
    return [`  ${say(lang, `yearend.level-${level}`)} ${grouped(ready)} / ${grouped(rows.length)}`];
  });
  const key = top.ready ? 'yearend.verdict-ready' : 'yearend.verdict-waiting';
  return [say(lang, key, { area: nameOf(top, lang) }), say(lang, 'yearend.ready-by-level'), ...levels];
}

/** What stands in the way, by kind: how many areas, and how often. */
function obstacleLines(filing: readonly FilingRow[], lang: Lang): string[] {
  const kinds = new Map<ObstacleKind, { areas: number; count: number }>();
  for (const { kind, count } of filing.flatMap(({ obstacles }) => obstacles)) {
    if (kind === 'parts') continue;
    const sum = kinds.get(kind) ?? { areas: 0, count: 0 };
    kinds.set(kind, { areas: sum.areas + 1, count: sum.count + count });
  }
  if (kinds.size === 0) return [];
  const line = (kind: string, counts: { areas: number; count: number }) =>
    `  ${say(lang, `yearend.sum-${kind}` as MessageKey, groupedAll(counts))}`;
  return [say(lang, 'yearend.in-the-way'), ...[...kinds].map(([kind, counts]) => line(kind, counts))];
}

/** The areas that have most to do, by what stands in their own way. */
function waitingLines(filing: readonly FilingRow[], lang: Lang): string[] {
  const own = ({ obstacles }: FilingRow): Obstacle[] => obstacles.filter(({ kind }) => kind !== 'parts');
  const waiting = filing.filter((row) => own(row).length > 0);
  if (waiting.length === 0) return [];
  const lines = waiting.slice(0, NAMED).map((row) => {
    const texts = own(row).map((one) => obstacleText(one, lang));
    return `  ${nameOf(row, lang)}${say(lang, 'report.colon')}${texts.join(say(lang, 'report.semicolon'))}`;
  });
  const more = waiting.length - lines.length;
  return [
    say(lang, 'yearend.waiting-areas', { count: waiting.length }),
    ...lines,
    ...(more > 0 ? [`  ${say(lang, 'yearend.more-areas', { count: more })}`] : []),
  ];
}

/** Error percentages of everything together, by kind of event and point. */
function rateLines(result: AuditResult): string[] {
  const { lang } = result.run;
  const labels = labelsOf(result);
  const lines = wholeRates(result)
    .filter(({ rate, denominator }) => RATES.includes(rate) && denominator > 0)
    .filter(({ numerator }) => numerator > 0)
    .map(({ event, point, rate, value, numerator, denominator }) => {
      const what = [labels.event(event), labels.point(point), labels.rate(rate)].join('·');
      return `  ${what} ${value}%${say(lang, 'yearend.of', groupedAll({ numerator, denominator }))}`;
    });
  return lines.length === 0 ? [] : [say(lang, 'yearend.rates'), ...lines];
}
