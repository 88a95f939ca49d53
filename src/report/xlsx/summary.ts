import { say } from '../../messages/index.js';
import type { AuditResult } from '../../model/result.js';
import type { CellLook } from '../../workbook/looks.js';
import type { Sheet, SheetRow } from '../../workbook/sheet.js';
import { faultsOf } from '../faults.js';
import { labelsOf } from '../labels.js';
import { brokenOf, claimsOf, LINE_ENDS, pointsOf } from '../line-cells.js';
import { maskingOf } from '../rows.js';
import { countByRule } from '../table/groups.js';
import { wholeRates } from '../whole-rates.js';
import { acrossColumns, cellText, footer, headings, linkToSheet } from './cells.js';
import type { CommunitySheet } from './communities.js';
import { RIGHT, unitOf } from './figures.js';

/** Widths of the first columns; the others hold numbers. */
const WIDTHS = [24, 32, 20];
const NUMBERS = 14;
const FEWEST_COLUMNS = 8;

/** A block of the summary: its heading and its rows, headings first. */
interface Block {
  title: string;
  rows: SheetRow[];
}

/** The first sheet: what was audited, findings by community and rule, three points in one line, error percentages. */
export function summarySheet(result: AuditResult, communities: readonly CommunitySheet[]): Sheet {
  const { lang } = result.run;
  const points = pointsOf(result.line);
  const columns = Math.max(FEWEST_COLUMNS, points.length + 6);
  const widths = Array.from({ length: columns }, (_, at) => WIDTHS[at] ?? NUMBERS);
  const rows = headOf(result, widths);
  const bars: string[] = [];
  for (const { title, rows: inside } of blocksOf(result, communities, points)) {
    rows.push({ cells: [] }, acrossColumns(title, 'section', widths));
    bars.push(...barsOf(inside, rows.length + 1));
    rows.push(...inside);
  }
  return {
    name: say(lang, 'reports.summary'),
    columns: widths.map((width) => ({ width })),
    rows,
    bars,
    footer: footer(lang),
  };
}

/** The range of a block, which begins in this row, that shows bars: a sum has none, or it would dwarf the others. */
function barsOf([, ...rows]: readonly SheetRow[], start: number): string[] {
  const at = rows[0]?.looks?.findIndex(isBar) ?? -1;
  const barred = rows.filter(({ looks }) => isBar(looks?.[at])).length;
  const letter = String.fromCharCode(65 + at);
  return barred > 0 ? [`${letter}${start + 1}:${letter}${start + barred}`] : [];
}

function isBar(look: CellLook | undefined): boolean {
  return look === 'numberBar' || look === 'percentBar';
}

function headOf(result: AuditResult, widths: readonly number[]): SheetRow[] {
  const { run, tool } = result;
  const { lang } = run;
  const facts = `${say(lang, 'report.period')} ${run.period}   ${say(lang, 'report.as-of')} ${run.asOf}`;
  const incomplete = say(lang, 'report.incomplete', { count: run.refused.length });
  return [
    acrossColumns(`Plumbline ${tool.version} ${say(lang, 'report.title')}`, 'title', widths),
    acrossColumns(facts, 'note', widths),
    acrossColumns(maskingOf(result), run.masked ? 'note' : 'alarm', widths),
    ...(run.complete ? [] : [acrossColumns(incomplete, 'alarm', widths)]),
    acrossColumns(say(lang, result.findings.length > 0 ? 'reports.how-to' : 'reports.clean'), 'note', widths),
  ];
}

function blocksOf(
  result: AuditResult,
  communities: readonly CommunitySheet[],
  points: readonly string[],
): Block[] {
  const { lang } = result.run;
  return [
    { title: say(lang, 'reports.by-community'), rows: byCommunity(result, communities) },
    { title: say(lang, 'report.line'), rows: lineRows(result, points) },
    { title: say(lang, 'reports.error-rates'), rows: rateRows(result) },
    { title: say(lang, 'report.overview'), rows: byRule(result) },
  ].filter(({ rows }) => rows.length > 1);
}

/** Headings of counts of findings. */
const COUNTS = ['report.error', 'report.warning', 'report.notice', 'reports.count', 'report.caused'] as const;

function numbersOf({ error, warning, notice, caused }: CommunitySheet['counts']): number[] {
  return [error, warning, notice, error + warning + notice, caused];
}

function byCommunity(
  { summary, run: { lang } }: AuditResult,
  communities: readonly CommunitySheet[],
): SheetRow[] {
  const heads = (['report.community', ...COUNTS] as const).map((key) => say(lang, key));
  return [
    headings(heads, WIDTHS),
    ...communities.map(
      ({ name, counts }): SheetRow => ({
        cells: [linkToSheet(name, name), ...numbersOf(counts)],
        looks: ['link', 'number', 'number', 'number', 'numberBar', 'number'],
      }),
    ),
    {
      cells: [say(lang, 'report.sum'), ...numbersOf(summary)],
      looks: ['sum', 'sumNumber', 'sumNumber', 'sumNumber', 'sumNumber', 'sumNumber'],
    },
  ];
}

function byRule(result: AuditResult): SheetRow[] {
  const { lang } = result.run;
  const labels = labelsOf(result);
  const keys = ['reports.kind', 'reports.rule', ...COUNTS] as const;
  const rows = countByRule(faultsOf(result.findings)).map(
    ({ rule, counts }): SheetRow => ({
      cells: [cellText(labels.rule(rule)), rule, ...numbersOf(counts)],
      looks: ['text', 'text', 'number', 'number', 'number', 'numberBar', 'number'],
    }),
  );
  const names = keys.map((key) => say(lang, key));
  return [headings(names, WIDTHS), ...rows];
}

function lineRows(result: AuditResult, points: readonly string[]): SheetRow[] {
  const { lang } = result.run;
  const labels = labelsOf(result);
  const heads = [say(lang, 'report.event'), say(lang, 'report.community'), ...points.map(labels.point)];
  return [
    headings([...heads, ...LINE_ENDS.map((key) => say(lang, key))], WIDTHS),
    ...result.line.map((row): SheetRow => {
      const claims = points.map((point) => claimsOf([row], point) ?? '–');
      const broken = brokenOf(row);
      const names = [labels.event(row.event), row.community].map(cellText);
      return {
        cells: [...names, ...claims, row.total, row.inLine, broken, row.unconfirmed],
        looks: [
          ...names.map(() => 'text' as const),
          ...[...claims, row.total, row.inLine].map(() => 'number' as const),
          broken > 0 ? 'errorNumber' : 'number',
          row.unconfirmed > 0 ? 'warningNumber' : 'number',
        ],
      };
    }),
  ];
}

/** Rates of all communities together, those where something is wrong. */
function rateRows(result: AuditResult): SheetRow[] {
  const { lang } = result.run;
  const labels = labelsOf(result);
  const keys = ['event', 'point', 'rate', 'numerator', 'denominator', 'value', 'unit'] as const;
  const wrong = wholeRates(result).filter(
    ({ numerator, rate, denominator }) => numerator !== (rate in RIGHT ? denominator : 0),
  );
  const rows = wrong.map(({ event, point, rate, numerator, denominator, value }): SheetRow => {
    const names = [labels.event(event), labels.point(point), labels.rate(rate)].map(cellText);
    return {
      cells: [...names, numerator, denominator, value ?? 'n/a', unitOf({ rate }, lang)],
      looks: ['text', 'text', 'text', 'number', 'number', 'percentBar', 'text'],
    };
  });
  const heads = keys.map((key) => say(lang, `reports.${key}`));
  return [headings(heads, WIDTHS), ...rows];
}
