import { gathered } from '../keys/order.js';
import type { IndicatorRow } from '../model/measured.js';
import type { AuditResult } from '../model/result.js';
import { fixed } from '../statistics/rounding.js';
import { csvQuoted } from './csv.js';
import { renderDistribution } from './distribution.js';
import { indicatorName } from './labels.js';
import { harmless } from './rows.js';
import { heading, openPage, type Page, paragraph, titledGrid, tone } from './table/page.js';
import type { TableOptions } from './table.js';
import { clean, cleanAll } from './text.js';

/** Reported less recomputed, and that in per cent of the recomputed; empty where one is missing. */
function errorOf(row: IndicatorRow): { difference: string; percent: string } {
  const { reported, recomputed } = row;
  if (reported === undefined || recomputed === undefined) return { difference: '', percent: '' };
  const exact = exactOf(row, recomputed);
  const difference = Number((reported - recomputed).toPrecision(12));
  const rounded = Number.isInteger(difference) ? String(difference) : fixed(difference, 2);
  if (difference === 0 || Number(rounded) === 0)
    return { difference: '0', percent: recomputed === 0 ? '' : '0.00' };
  const percent = recomputed === 0 ? 'n/a' : fixed(((reported - exact) / Math.abs(exact)) * 100, 2);
  return { difference: difference > 0 ? `+${rounded}` : rounded, percent };
}

const SCALES: Readonly<Record<string, number>> = { '%': 100, ':': 100, '‰': 1000 };

/** A rate before it was rounded, as findings reckon with it. */
function exactOf({ numerator, denominator, unit }: IndicatorRow, recomputed: number): number {
  const scale = SCALES[unit];
  if (scale === undefined || numerator === undefined || !denominator) return recomputed;
  const exact = (numerator / denominator) * scale;
  return fixed(exact, 2) === fixed(recomputed, 2) ? exact : recomputed;
}

const CSV_COLUMNS = [
  ...(['area', 'period', 'code', 'name', 'unit', 'reported', 'recomputed', 'difference'] as const),
  ...(['error_percent', 'numerator', 'denominator', 'verdict', 'target'] as const),
];

/** One line an indicator, with a header in English names; UTF-8 with a mark, so that spreadsheets read it rightly. */
export function* renderRatesCsv({ indicators }: AuditResult): Iterable<string> {
  yield `\ufeff${CSV_COLUMNS.join(',')}\r\n`;
  for (const row of indicators) {
    const { difference, percent } = errorOf(row);
    const cells = {
      ...row,
      reported: row.printed,
      difference,
      error_percent: percent,
      target: row.target?.verdict,
    };
    yield `${CSV_COLUMNS.map((name) => csvCell(cells[name])).join(',')}\r\n`;
  }
}

/** A cell that neither breaks the line nor starts a formula; signed numbers stay numbers. */
function csvCell(value: string | number | undefined): string {
  const text = String(value ?? '');
  return csvQuoted(/^[-+][\d.]+$/.test(text) ? text : harmless(text));
}

/**
 * Reported beside recomputed on the terminal, area by area, then what is wrong with the figures. Rows may be a series of
 * periods, drawn as a line.
 */
export function renderRates(
  result: AuditResult,
  { width, color, series }: Pick<TableOptions, 'width' | 'color'> & { series: boolean },
): string {
  const rows = cleanAll(result.indicators);
  const page = openPage(result, width, color);
  const title = page.paint.bold(page.say('rates.title', { period: clean(result.run.period) }));
  const groups = gathered(rows, ({ area, period: at }) => (series ? area : `${area}  ${at}`));
  const tables = [...groups].flatMap(([name, group]) => table(page, name, group, series));
  const none = rows.length === 0 ? [page.say('rates.none')] : [];
  const lines = [...none, ...tables, ...renderDistribution(page, result), ...findingLines(page, result)];
  return `${[title, ...lines].join('\n')}\n`;
}

/** A column of the table, and what stands in it for a row. */
interface RatesColumn {
  head: string;
  cell: (row: IndicatorRow) => string;
  /** Numbers stand on the right. */
  isNumber?: boolean;
}

/** Columns without any value are left out: where nothing was reported, half of them. */
function table(page: Page, title: string, rows: readonly IndicatorRow[], series: boolean): string[] {
  const ordered = series ? [...gathered(rows, ({ code }) => code).values()].flat() : rows;
  const columns = columnsOf(page, rows, series).filter(({ cell }) => rows.some((row) => cell(row) !== ''));
  return titledGrid(page, title, {
    head: columns.map(({ head }) => head),
    rows: ordered.map((row) => columns.map(({ cell }) => cell(row))),
    text: columns.flatMap(({ isNumber = false }, at) => (isNumber ? [] : [at])),
    wrapped: [0],
  });
}

function columnsOf(page: Page, rows: readonly IndicatorRow[], series: boolean): RatesColumn[] {
  const { say, lang } = page;
  const drawn = series ? sparklines(rows) : new Map<IndicatorRow, string>();
  const bars = (row: IndicatorRow) => (row.verdict === 'agrees' ? '' : bar(errorOf(row).percent));
  const met = ({ target }: IndicatorRow) => (target ? say(`rates.target-${target.verdict}`) : '');
  return [
    { head: say('rates.indicator'), cell: (row) => indicatorName(row, lang) },
    { head: say('rates.period'), cell: ({ period }) => (series ? period : '') },
    { head: say('rates.reported'), cell: ({ printed = '' }) => printed, isNumber: true },
    { head: say('rates.recomputed'), cell: shown, isNumber: true },
    { head: say('rates.difference'), cell: (row) => errorOf(row).difference, isNumber: true },
    { head: say('rates.error'), cell: (row) => errorOf(row).percent, isNumber: true },
    { head: say('rates.verdict'), cell: (row) => painted(page, row, say(`rates.verdict-${row.verdict}`)) },
    { head: say('rates.target'), cell: met },
    { head: '', cell: (row) => drawn.get(row) ?? bars(row) },
  ];
}

function shown({ recomputed, verdict, unit }: IndicatorRow): string {
  if (recomputed === undefined) return verdict === 'n/a' ? 'n/a' : '';
  return unit === '%' || unit === '‰' || unit === ':' ? fixed(recomputed, 2) : String(recomputed);
}

function painted(page: Page, { verdict }: IndicatorRow, text: string): string {
  if (verdict === 'differs' || verdict === 'conflict') return tone(page, 'error')(text);
  if (verdict === 'truncated') return tone(page, 'notice')(text);
  return verdict === 'agrees' ? text : page.paint.dim(text);
}

/** Up to five blocks, one for every two per cent of error. */
function bar(percent: string): string {
  const size = Math.abs(Number(percent));
  return '█'.repeat(Math.min(5, Math.ceil((size || 0) / 2)));
}

const TICKS = '▁▂▃▄▅▆▇█';

/** On the first row of each indicator, its periods as a line of ticks from the lowest to the highest. */
function sparklines(rows: readonly IndicatorRow[]): Map<IndicatorRow, string> {
  const lines = new Map<IndicatorRow, string>();
  for (const group of gathered(rows, ({ code }) => code).values()) {
    const values = group.map(({ reported, recomputed }) => reported ?? recomputed ?? 0);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const tick = (value: number) =>
      TICKS[high === low ? 0 : Math.round(((value - low) / (high - low)) * 7)] ?? '';
    const [first] = group;
    if (first && group.length > 1) lines.set(first, values.map(tick).join(''));
  }
  return lines;
}

function findingLines(page: Page, { findings }: AuditResult): string[] {
  const { say } = page;
  const roots = cleanAll(findings.filter(({ causedBy }) => causedBy === null));
  if (roots.length === 0) return ['', page.paint.green(say('rates.no-findings'))];
  const lines = roots.flatMap(({ severity, message, rule, records: [place] }) => {
    const file = [place?.path, place?.sheet].filter(Boolean).join(' › ');
    const where = place ? `${file}:${place.cells[0] ?? place.row}` : '';
    const mark = `${say(`report.${severity}`)} `;
    return [
      ...paragraph(page, tone(page, severity)(mark), message),
      ...paragraph(page, '   ', `${rule}  ${where}`, page.paint.dim),
    ];
  });
  return [...heading(page, say('rates.findings', { count: roots.length })), ...lines];
}
