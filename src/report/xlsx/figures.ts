import { say } from '../../messages/index.js';
import type { ErrorRate, IndicatorRow } from '../../model/measured.js';
import type { AuditResult } from '../../model/result.js';
import type { CellLook } from '../../workbook/looks.js';
import type { Sheet } from '../../workbook/workbook.js';
import { labelsOf } from '../labels.js';
import { maskingOf } from '../rows.js';
import { across, cellText, footer, headings, mapped } from './cells.js';

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
    rows: mapped(result.errorRates, row),
    bars: [`G${head + 1}:G${head + Math.max(result.errorRates.length, 1)}`],
    filter: true,
    footer: footer(lang),
  };
}

/** One list for all rows that look alike: there may be a hundred thousand. */
const INDICATOR_LOOKS = { number: looksWith('number'), percent: looksWith('percent') };

function looksWith(look: CellLook): Record<'text' | 'error', readonly CellLook[]> {
  const but = (tone: CellLook): CellLook[] => ['text', 'text', 'text', look, look, 'text', tone];
  return { text: but('text'), error: but('error') };
}

function toneOf(verdict: IndicatorRow['verdict']): 'text' | 'error' {
  return verdict === 'differs' || verdict === 'conflict' ? 'error' : 'text';
}

/** Every indicator as reported and as recomputed. */
export function indicatorSheet(result: AuditResult): Sheet {
  const { lang } = result.run;
  const keys = ['area', 'period', 'rate', 'reported', 'recomputed', 'unit', 'verdict'] as const;
  const row = ({ area, period, name, code, reported, recomputed, unit, verdict }: IndicatorRow) => ({
    cells: [
      ...[area, period, name ?? code].map(cellText),
      reported ?? '',
      recomputed ?? '',
      cellText(unit),
      say(lang, `reports.verdict-${verdict}`),
    ],
    looks: INDICATOR_LOOKS[unit === '%' || unit === '‰' ? 'percent' : 'number'][toneOf(verdict)],
  });
  return {
    name: say(lang, 'reports.indicators'),
    columns: [20, 14, 28, 14, 14, 8, 16].map((width) => ({ width })),
    head: [
      across(`${say(lang, 'reports.indicators')} · ${maskingOf(result)}`, 'note', keys.length),
      headings(keys.map((key) => say(lang, `reports.${key}`))),
    ],
    rows: mapped(result.indicators, row),
    filter: true,
    footer: footer(lang),
  };
}
