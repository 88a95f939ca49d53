import { say, sayOr } from '../../messages/index.js';
import type { Lang } from '../../model/language.js';
import type { SpotArea, SpotRate } from '../../model/spot-result.js';
import { fixed, rounded } from '../../statistics/rounding.js';
import { labelsOf } from '../labels.js';
import { grouped } from '../text.js';
import { percent, type Spotted, sumOfAreas } from './spotted.js';

/** A table of a spot audit as every report shows it; each has its own way to draw one. */
export interface SpotTable {
  title: string;
  head: string[];
  rows: string[][];
  /** Positions of text columns; all others are numbers. */
  text: number[];
  /** What is to be known to read it. */
  legend?: string;
}

/** The tables that every report has: response, rates of the whole frame, verdicts. */
export function spotTables(result: Spotted): SpotTable[] {
  const whole = result.spot.rates.filter(({ area }) => area === '');
  const accuracy = whole.filter(({ rate }) => rate === 'accuracy');
  const errors = whole.filter(({ rate }) => rate !== 'accuracy');
  const rates = [rateTable(result, 'accuracy', accuracy), rateTable(result, 'errors', errors)];
  return [responseTable(result), ...rates, verdictTable(result)].filter(({ rows }) => rows.length > 0);
}

/** Every rate of every single area, where there are several; else no table. */
export function areaTables(result: Spotted): SpotTable[] {
  const rates = result.spot.rates.filter(({ area }) => area !== '');
  if (new Set(rates.map(({ area }) => area)).size < 2) return [];
  const table = rateTable(result, 'by-area', rates);
  const head = [say(result.run.lang, 'spot-score.area'), ...table.head];
  const rows = table.rows.map((row, at) => [rates[at]?.area ?? '', ...row]);
  return [{ ...table, head, rows, text: [0, 1, 2] }];
}

const HOUSEHOLDS = ['visited', 'answered'] as const;
const PERSONS = ['match', 'differs', 'notFound', 'notMet', 'refused', 'open', 'added'] as const;

function responseTable({ spot: { areas }, run: { lang } }: Spotted): SpotTable {
  const shown = areas.filter(({ state }) => state !== 'unused');
  const counts = ({ households, persons }: Pick<SpotArea, 'households' | 'persons'>) => [
    ...HOUSEHOLDS.map((key) => grouped(households[key])),
    ...PERSONS.map((key) => grouped(persons[key])),
  ];
  const sum = [say(lang, 'report.sum'), '', ...counts(sumOfAreas(shown))];
  return {
    title: say(lang, 'spot-score.title-response'),
    head: (['area', 'state', ...HOUSEHOLDS, ...PERSONS] as const).map((key) =>
      say(lang, `spot-score.${key}`),
    ),
    rows: [
      ...shown.map((area) => [area.area, say(lang, `spot-score.state-${area.state}`), ...counts(area)]),
      ...(shown.length > 1 ? [sum] : []),
    ],
    text: [0, 1],
    legend: say(lang, 'spot-score.legend-response'),
  };
}

type RateTable = 'accuracy' | 'errors' | 'by-area';

function rateTable(result: Spotted, name: RateTable, rates: readonly SpotRate[]): SpotTable {
  const { lang } = result.run;
  const labels = labelsOf(result);
  const { confidence } = result.spot;
  const keys = ['rate', 'point', 'counted', 'estimate', 'wilson', 'exact', 'effect'] as const;
  return {
    title: say(lang, `spot-score.title-${name}`),
    head: keys.map((key) => say(lang, `spot-score.${key}`, { confidence })),
    rows: rates.map((rate) => [
      rateLabel(rate, lang),
      rate.point === '' ? '–' : labels.point(rate.point),
      `${grouped(rate.numerator)}/${grouped(rate.denominator)}${rate.small ? '*' : ''}`,
      estimateOf(rate),
      bounds(rate.wilson ?? rate.interval, rate),
      bounds(rate.clopperPearson, rate),
      rate.designEffect === undefined ? '' : fixed(rate.designEffect, 2),
    ]),
    text: [0, 1],
    legend: say(lang, 'spot-score.legend-rates'),
  };
}

/** What a rate is of, in one word: 性别准确率, 人员漏登率. */
export function rateLabel({ rate, subject }: Pick<SpotRate, 'rate' | 'subject'>, lang: Lang): string {
  const of = sayOr(lang, `spot-score.subject-${subject}`, subject);
  if (rate === 'accuracy' && (subject === 'visit_done' || subject === 'certificate_seen')) return of;
  return say(lang, `spot-score.rate-${rate}`, { subject: of });
}

function verdictTable(result: Spotted): SpotTable {
  const { lang } = result.run;
  const labels = labelsOf(result);
  const keys = ['area', 'point', 'sample', 'errors', 'allowed', 'verdict', 'passes'] as const;
  const { verdicts } = result.spot;
  return {
    title: say(lang, 'spot-score.title-verdicts', { target: percent(verdicts[0]?.target ?? null) }),
    head: keys.map((key) => say(lang, `spot-score.${key}`)),
    rows: verdicts.map(({ area, point, n, errors, allowed, verdict, passes }) => [
      area || say(lang, 'report.all-communities'),
      labels.point(point),
      grouped(n),
      grouped(errors),
      grouped(allowed),
      say(lang, `spot-score.verdict-${verdict}`),
      percent(passes),
    ]),
    text: [0, 1, 5],
    legend: say(lang, 'spot-score.legend-verdicts'),
  };
}

function estimateOf({ rate, estimate, value, total, numerator, denominator }: SpotRate): string {
  const shown = estimate ?? value;
  if (rate === 'verification_factor') return shown === null ? 'n/a' : fixed(shown, 3);
  const text = percent(unrounded(shown, numerator, denominator));
  return total?.value ? `${text} ≈${grouped(total.value)}` : text;
}

/** The share as counted, where that is what was rounded: rounding twice makes 12.345 % to 12.4 %. */
function unrounded(shown: number | null, numerator: number, denominator: number): number | null {
  const exact = (100 * numerator) / denominator;
  return rounded(exact) === shown ? exact : shown;
}

function bounds(interval: [number, number] | undefined, { rate }: SpotRate): string {
  if (!interval) return '';
  const decimals = rate === 'verification_factor' ? 3 : 1;
  return interval.map((end) => fixed(end, decimals)).join('–');
}
