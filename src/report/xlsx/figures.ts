import { say } from '../../messages/index.js';
import type { Lang } from '../../model/language.js';
import type { ErrorRate, IndicatorRow } from '../../model/measured.js';
import type { AuditResult } from '../../model/result.js';
import type { CellLook } from '../../workbook/looks.js';
import type { Sheet } from '../../workbook/sheet.js';
import { labelsOf, periodName } from '../labels.js';
import { maskingOf } from '../rows.js';
import { cellText, listSheet, mapped } from './cells.js';

/** Below this denominator a percentage is marked. */
const FEW = 20;

/** Rates without an error, and how they are then: the others are 0. */
export const RIGHT: Readonly<Record<string, number>> = {
  reporting_accuracy: 100,
  agreement_rate: 100,
  net_accuracy: 100,
  verification_factor: 1,
};

/** Whether a rate is folded away: nothing is wrong, or it stands for too few. */
function isFolded({ rate, denominator, value }: ErrorRate): boolean {
  return denominator < FEW || value === null || value === (RIGHT[rate] ?? 0);
}

/** Whether an indicator is folded away: nothing to compare, nothing there, or a month that agrees. */
function isQuiet({ verdict, reported, recomputed, grain = 'year' }: IndicatorRow): boolean {
  if (verdict === 'differs' || verdict === 'conflict' || verdict === 'truncated') return false;
  if (verdict === 'not-checked' || verdict === 'n/a' || grain !== 'year') return true;
  return !reported && !recomputed;
}

/** A factor is no percentage. */
export function unitOf({ rate }: Pick<ErrorRate, 'rate'>, lang: Lang): string {
  return rate === 'verification_factor' ? say(lang, 'reports.factor') : '%';
}

function noteOf(title: string, folded: number, result: AuditResult): string {
  const note = folded > 0 ? ` · ${say(result.run.lang, 'reports.folded', { count: folded })}` : '';
  return `${title} · ${maskingOf(result)}${note}`;
}

const RATE_WIDTHS = [16, 14, 20, 18, 10, 10, 14, 8, 26];
const INDICATOR_WIDTHS = [20, 14, 28, 14, 14, 8, 16];

/** Every error percentage with its numerator and denominator. */
export function rateSheet(result: AuditResult): Sheet {
  const { lang } = result.run;
  const labels = labelsOf(result);
  const keys = [
    ...(['event', 'point', 'community', 'rate', 'numerator'] as const),
    ...(['denominator', 'value', 'unit', 'remark'] as const),
  ];
  const looks: CellLook[] = [
    ...(['text', 'text', 'text', 'text', 'number'] as const),
    ...(['number', 'percentBar', 'text', 'text'] as const),
  ];
  const row = (one: ErrorRate) => {
    const { event, point, community, rate, numerator, denominator, value } = one;
    return {
      cells: [
        ...[labels.event(event), labels.point(point), community, labels.rate(rate)].map(cellText),
        ...[numerator, denominator, value ?? 'n/a', unitOf(one, lang)],
        denominator < FEW ? say(lang, 'reports.few') : '',
      ],
      looks,
      hidden: isFolded(one),
    };
  };
  const name = say(lang, 'reports.error-rates');
  const notes = [noteOf(name, result.errorRates.filter(isFolded).length, result)];
  const heads = keys.map((key) => say(lang, `reports.${key}`));
  const rows = mapped(result.errorRates, row);
  const sheet = listSheet({ name, notes, heads, widths: RATE_WIDTHS, rows }, lang);
  return { ...sheet, bars: [`G3:G${2 + Math.max(result.errorRates.length, 1)}`] };
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
  const row = (one: IndicatorRow) => {
    const { area, period, name, code, reported, recomputed, unit, verdict } = one;
    return {
      cells: [
        ...[area, periodName({ lang, period }), name ?? code].map(cellText),
        reported ?? '',
        recomputed ?? '',
        cellText(unit),
        say(lang, `reports.verdict-${verdict}`),
      ],
      looks: INDICATOR_LOOKS[unit === '%' || unit === '‰' ? 'percent' : 'number'][toneOf(verdict)],
      hidden: isQuiet(one),
    };
  };
  const name = say(lang, 'reports.indicators');
  const notes = [noteOf(name, result.indicators.filter(isQuiet).length, result)];
  const heads = keys.map((key) => say(lang, `reports.${key}`));
  const rows = mapped(result.indicators, row);
  return listSheet({ name, notes, heads, widths: INDICATOR_WIDTHS, rows }, lang);
}
