import { say } from '../../messages/index.js';
import type { CellLook } from '../../write/looks.js';
import type { Sheet } from '../../write/workbook.js';
import { labelsOf } from '../labels.js';
import type { AuditResult, ErrorRate, IndicatorRow } from '../result.js';
import { maskingOf } from '../rows.js';
import { across, cellText, footer, headings } from './cells.js';

/** Below this denominator a percentage is marked. */
const FEW = 20;

/** Every error percentage with its numerator and denominator. */
export function rateSheet(result: AuditResult): Sheet {
  const { lang } = result.run;
  const labels = labelsOf(result);
  const keys = [
    'event',
    'point',
    'community',
    'rate',
    'numerator',
    'denominator',
    'percent',
    'remark',
  ] as const;
  const looks: CellLook[] = ['text', 'text', 'text', 'text', 'number', 'number', 'percent', 'text'];
  const row = ({ event, point, community, rate, numerator, denominator, value }: ErrorRate) => ({
    cells: [
      ...[labels.event(event), labels.point(point), community, labels.rate(rate)].map(cellText),
      numerator,
      denominator,
      value ?? 'n/a',
      denominator < FEW ? say(lang, 'reports.few') : '',
    ],
    looks,
  });
  const head = 2;
  return {
    name: say(lang, 'reports.error-rates'),
    columns: [16, 14, 20, 18, 10, 10, 14, 24].map((width) => ({ width })),
    head: [
      across(`${say(lang, 'reports.error-rates')} · ${maskingOf(result)}`, 'note', keys.length),
      headings(keys.map((key) => say(lang, `reports.${key}`))),
    ],
    rows: result.errorRates.map(row),
    bars: [`G${head + 1}:G${head + Math.max(result.errorRates.length, 1)}`],
    filter: true,
    footer: footer(lang),
  };
}

/** Every indicator as reported and as recomputed. */
export function indicatorSheet(result: AuditResult): Sheet {
  const { lang } = result.run;
  const keys = ['area', 'period', 'rate', 'reported', 'recomputed', 'unit', 'verdict'] as const;
  const looks = (verdict: string, unit: string): CellLook[] => {
    const tone = verdict === 'differs' || verdict === 'conflict' ? 'error' : 'text';
    const look = unit === '%' || unit === '‰' ? 'percent' : 'number';
    return ['text', 'text', 'text', look, look, 'text', tone];
  };
  const row = ({ area, period, name, code, reported, recomputed, unit, verdict }: IndicatorRow) => ({
    cells: [
      ...[area, period, name ?? code].map(cellText),
      reported ?? '',
      recomputed ?? '',
      cellText(unit),
      say(lang, `reports.verdict-${verdict}`),
    ],
    looks: looks(verdict, unit),
  });
  return {
    name: say(lang, 'reports.indicators'),
    columns: [20, 14, 28, 14, 14, 8, 16].map((width) => ({ width })),
    head: [
      across(`${say(lang, 'reports.indicators')} · ${maskingOf(result)}`, 'note', keys.length),
      headings(keys.map((key) => say(lang, `reports.${key}`))),
    ],
    rows: result.indicators.map(row),
    filter: true,
    footer: footer(lang),
  };
}
